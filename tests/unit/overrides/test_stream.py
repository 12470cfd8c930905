"""Streams: what they yield, when they end, and what they say when they do not."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
import pytest

from overrides import errors
from overrides.stream import AccumulatingStream, AsyncAccumulatingStream, Stream
from overrides.stream_state import StreamReader
from tests.unit.overrides.api import (
    CREATE,
    DONE,
    JSON_EVENTS,
    KEY,
    Chunk,
    Pieces,
    Reply,
    acme,
    async_acme,
    content,
    event,
)

Open = Callable[..., AccumulatingStream[Any, Any]]


def opened(*pieces: bytes | Exception, headers: dict[str, str] | None = None) -> AccumulatingStream[Any, Any]:
    """Open a stream whose body arrives in pieces."""
    client = acme(lambda _: httpx.Response(200, headers=headers or JSON_EVENTS, stream=Pieces(*pieces)))
    stream = client.request(CREATE, {"model": "m", "stream": True})
    assert isinstance(stream, AccumulatingStream)
    return stream


async def async_opened(*pieces: bytes | Exception) -> AsyncAccumulatingStream[Any, Any]:
    """Open an asynchronous stream whose body arrives in pieces."""
    client = async_acme(lambda _: httpx.Response(200, headers=JSON_EVENTS, stream=Pieces(*pieces)))
    stream = await client.request(CREATE, {"model": "m", "stream": True})
    assert isinstance(stream, AsyncAccumulatingStream)
    return stream


def is_closed(stream: Any) -> bool:
    """Say whether the response of a stream is closed."""
    closed: bool = stream.response.is_closed
    return closed


def test_chunks_are_typed_and_accumulated() -> None:
    """Chunks are models; text, tool calls and the final response are there as far as chunks were taken."""
    stream = opened(content("Hel") + content("lo"), content(finish="stop") + DONE)

    first = next(stream)
    text = stream.text
    rest = list(stream)

    assert isinstance(first, Chunk)
    assert (text, stream.text, len(rest), stream.tool_calls) == ("Hel", "Hello", 2, [])
    assert isinstance(stream.final(), Reply)
    assert stream.final().data["choices"][0]["message"]["content"] == "Hello"
    assert is_closed(stream)
    with pytest.raises(StopIteration):
        next(stream)


def test_what_cannot_be_decoded_stays_plain() -> None:
    """A partial response too incomplete for its class is there as a plain dict."""
    with pytest.raises(errors.StreamInterruptedError) as caught:
        opened(event({"choices": [{"delta": {"content": "a"}}]})).final()

    assert caught.value.partial is not None
    assert caught.value.partial["choices"][0]["message"]["content"] == "a"


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (httpx.ReadTimeout("slow"), errors.APITimeoutError),
        (httpx.RemoteProtocolError("peer closed connection"), errors.APIConnectionError),
        (httpx.ReadError(""), errors.APIConnectionError),
    ],
)
def test_a_fault_of_the_transport_is_a_connection_error(fault: Exception, expected: type[Exception]) -> None:
    """What breaks below the stream is a connection error with its cause; it is not tried again."""
    stream = opened(content("a"), fault, content("b"))

    with pytest.raises(expected, match=r"POST https://acme.test/v1/chat") as caught:
        list(stream)

    assert type(caught.value) is expected
    assert caught.value.__cause__ is fault
    assert (stream.text, is_closed(stream)) == ("a", True)


def test_other_faults_are_not_hidden() -> None:
    """An exception that is no fault of the transport comes through as it is."""
    stream = opened(content("a"), RuntimeError("a bug"))

    with pytest.raises(RuntimeError, match="a bug"):
        list(stream)


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("text/html", b"<html>Welcome</html>", "text/html"),
        ("application/json", b'{"error": {"message": "no stream for you"}}', "no stream for you"),
        ("application/json", b'{"id": "c", "choices": []}', "application/json"),
        ("", b"data: {}\n\n", "no content type"),
        ("text/event-streams", b"", "text/event-streams"),
    ],
)
def test_another_content_type_is_said_at_once(kind: str, body: bytes, said: str) -> None:
    """Where an event stream was asked for and something else came, the call fails before iteration."""
    with pytest.raises(errors.UnexpectedContentTypeError, match=said) as caught:
        opened(body, headers={"content-type": kind})

    assert (caught.value.content_type, caught.value.body) == (kind, body.decode())


def test_a_wrong_answer_does_not_show_the_key() -> None:
    """A server that repeats the key in what is no stream does not get it into the error."""
    with pytest.raises(errors.UnexpectedContentTypeError) as caught:
        opened(f"<p>{KEY}".encode(), headers={"content-type": f"text/html; key={KEY}"})

    assert KEY not in f"{caught.value} {caught.value.body} {caught.value.response.text}"


def test_compressed_streams_are_read() -> None:
    """A stream may be compressed."""
    body = gzip.compress(content("a") + content(finish="stop") + DONE)

    stream = opened(body[:20], body[20:], headers={**JSON_EVENTS, "content-encoding": "gzip"})

    assert stream.final().data["choices"][0]["message"]["content"] == "a"


def test_leaving_early_closes_at_once() -> None:
    """Leaving the block closes the response without reading on; closing again does nothing."""
    with opened(content("a"), content("b"), httpx.ReadError("never read")) as stream:
        for _ in stream:
            break

    stream.close()
    assert is_closed(stream)
    assert list(stream) == []
    with pytest.raises(errors.StreamInterruptedError, match="closed before its end"):
        stream.final()


def test_closing_after_the_finish_reason_is_no_loss() -> None:
    """Once every choice has its finish reason, the response is whole, even when the stream is closed then."""
    stream = opened(content("a") + content(finish="stop"), httpx.ReadError("never read"))
    next(stream)
    next(stream)
    stream.close()

    assert stream.final().data["id"] == "c"


def test_an_answer_cut_short_by_its_reader_is_not_whole() -> None:
    """Chunks that were there and not taken when the stream was closed are missing, even where its end was there too."""
    with opened(content("a") + content("b", finish="stop") + DONE) as stream:
        next(stream)

    assert list(stream) == []
    with pytest.raises(errors.StreamInterruptedError, match="closed before its end"):
        stream.final()


def test_closing_forgets_a_failure_nobody_got_to() -> None:
    """After closing, iteration ends; a failure behind chunks that were not taken is not raised."""
    stream = opened(content("a") + content("b") + event({"error": {"message": "late"}}))
    next(stream)

    stream.close()

    assert list(stream) == []


def test_a_whole_message_is_iterated_as_text() -> None:
    """The text of a whole message where a delta belongs is among the pieces, unless text came before."""
    whole = event({"id": "c", "choices": [{"index": 0, "message": {"content": "hi"}, "finish_reason": "stop"}]})

    assert list(opened(whole, DONE).text_stream) == ["hi"]
    assert list(opened(content("hi"), whole, DONE).text_stream) == ["hi"]


def test_text_can_be_iterated_alone() -> None:
    """The text stream gives the pieces of choice 0 and nothing else, from where iteration stands."""
    stream = opened(content("a"), content(), content("b"), content("x", index=1), content("c"), DONE)
    next(stream)

    assert list(stream.text_stream) == ["b", "c"]
    assert stream.text == "abc"


def test_a_stream_says_where_it_is() -> None:
    """The repr holds status and progress."""
    stream = opened(content("a"), DONE)
    next(stream)

    assert repr(stream) == "<AccumulatingStream 200, 1 chunks>"


def test_a_stream_without_accumulator_ends_with_its_input() -> None:
    """Where no terminator is declared and nothing is accumulated, the end of input is the end."""
    response = httpx.Response(200, headers=JSON_EVENTS, content=event({"a": 1}) + event({"a": 2}))

    assert list(Stream(response, StreamReader(terminator=None))) == [{"a": 1}, {"a": 2}]


@pytest.mark.anyio
async def test_asynchronous_streams_behave_the_same() -> None:
    """Chunks, text, tool calls and the final response, asynchronously."""
    async with await async_opened(content("Hel") + content("lo"), content(finish="stop"), DONE) as stream:
        first = await anext(stream)
        rest = [chunk async for chunk in stream]
        final = await stream.final()

    assert (isinstance(first, Chunk), len(rest), stream.text, stream.tool_calls) == (True, 2, "Hello", [])
    assert final.data["choices"][0]["message"]["content"] == "Hello"
    assert is_closed(stream)
    assert repr(stream) == "<AsyncAccumulatingStream 200, 3 chunks>"


@pytest.mark.anyio
async def test_asynchronous_streams_fail_the_same() -> None:
    """Interruption, vendor errors, transport faults and other exceptions, asynchronously."""
    cases: list[tuple[list[bytes | Exception], type[Exception]]] = [
        ([], errors.StreamInterruptedError),
        ([event({"error": "over"})], errors.APIStreamError),
        ([httpx.ReadTimeout("slow")], errors.APITimeoutError),
        ([RuntimeError("a bug")], RuntimeError),
    ]
    for pieces, expected in cases:
        stream = await async_opened(content("a"), *pieces)
        with pytest.raises(expected):
            await stream.final()
        await stream.close()
        assert stream.text == "a"


@pytest.mark.anyio
async def test_asynchronous_text_and_closing() -> None:
    """The text stream and early closing, asynchronously."""
    stream = await async_opened(content("a"), content(), content("b"), DONE)
    assert [piece async for piece in stream.text_stream] == ["a", "b"]

    async with await async_opened(content("a"), httpx.ReadError("never read")) as early:
        await anext(early)
    assert [chunk async for chunk in early] == []
    assert is_closed(early)


@pytest.mark.anyio
async def test_another_content_type_is_said_at_once_asynchronously() -> None:
    """The call itself fails, asynchronously too."""
    client = async_acme(lambda _: httpx.Response(200, html="<p>"))

    with pytest.raises(errors.UnexpectedContentTypeError, match="text/html"):
        await client.request(CREATE, {"model": "m", "stream": True})


class ClosedMeanwhile(Pieces):
    """Be a body during whose reading somebody closes the stream, and which then gives what is left."""

    stream: Any = None

    def __iter__(self) -> Iterator[bytes]:
        """Give the first piece, be closed, give the rest."""
        pieces = super().__iter__()
        yield next(pieces)
        self.stream.close()
        yield from pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Give the first piece, be closed, give the rest."""
        pieces = super().__iter__()
        yield next(pieces)
        await self.stream.close()
        for piece in pieces:
            yield piece


@pytest.mark.parametrize("rest", [[], [content("late")], [httpx.ReadError("shut down")], [OSError("bad descriptor")]])
def test_closing_while_another_thread_reads(rest: list[bytes | Exception]) -> None:
    """When the stream is closed during a read, iteration ends without error, whatever the read then gives."""
    body = ClosedMeanwhile(content("a"), *rest)
    client = acme(lambda _: httpx.Response(200, headers=JSON_EVENTS, stream=body))
    body.stream = client.request(CREATE, {"model": "m", "stream": True})

    chunks = list(body.stream)

    assert (len(chunks), body.stream.text, is_closed(body.stream)) == (1, "a", True)
    with pytest.raises(errors.StreamInterruptedError):
        body.stream.final()


@pytest.mark.anyio
@pytest.mark.parametrize("rest", [[], [content("late")], [httpx.ReadError("shut down")]])
async def test_closing_while_another_task_reads(rest: list[bytes | Exception]) -> None:
    """The same, asynchronously."""
    body = ClosedMeanwhile(content("a"), *rest)
    client = async_acme(lambda _: httpx.Response(200, headers=JSON_EVENTS, stream=body))
    body.stream = await client.request(CREATE, {"model": "m", "stream": True})

    chunks = [chunk async for chunk in body.stream]

    assert (len(chunks), body.stream.text, is_closed(body.stream)) == (1, "a", True)
