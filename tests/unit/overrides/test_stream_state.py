"""How streams end: well, by the vendor's error, by what is no chunk, by the transport."""

from __future__ import annotations

from typing import Any

import attrs
import httpx
import pytest

from overrides import errors
from overrides.stream import Stream
from overrides.stream_state import StreamReader
from tests.unit.overrides.api import DONE, JSON_EVENTS, KEY, Reply, content, event
from tests.unit.overrides.test_stream import is_closed, opened


@pytest.mark.parametrize(
    "ending",
    [
        [content(finish="stop"), DONE],
        [content(finish="stop")],
        [DONE],
        [content(finish="stop"), event({"id": "c", "choices": [], "usage": {"total_tokens": 1}})],
        [content("b", index=1), content(finish="stop"), content(finish="length", index=1)],
        [content(finish="stop"), DONE, b"data: not JSON, but after the end\n\n"],
        [content(finish="stop"), DONE, httpx.ReadError("after the end")],
    ],
)
def test_what_ends_a_stream(ending: list[Any]) -> None:
    """The terminator ends a stream, and so does a finish reason for every choice seen; what follows is not looked at."""
    stream = opened(content("a"), *ending)

    assert stream.final().data["choices"][0]["message"]["content"] == "a"


@pytest.mark.parametrize(
    "ending",
    [[], [content("b", index=1), content(finish="stop")], [b"data: [DONE]"], [b"data: {"]],
    ids=["nothing", "one of two choices", "unfinished terminator", "unfinished chunk"],
)
def test_anything_else_is_an_interruption(ending: list[bytes]) -> None:
    """Input that ends before that is an error that holds what was received; chunks before it come out."""
    stream = opened(content("a"), *ending)

    with pytest.raises(errors.StreamInterruptedError, match="ended before its end") as caught:
        list(stream)

    assert caught.value.received >= 1
    assert isinstance(caught.value.partial, Reply)
    assert caught.value.partial.data["choices"][0]["message"]["content"] == "a"
    assert caught.value.response is stream.response
    with pytest.raises(errors.StreamInterruptedError):
        stream.final()


def test_an_empty_stream_is_an_interruption() -> None:
    """A stream without any chunk holds nothing."""
    with pytest.raises(errors.StreamInterruptedError) as caught:
        opened(b": hello\n\n").final()

    assert (caught.value.received, caught.value.partial) == (0, None)


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        (event({"error": {"message": "over", "type": "t", "code": 5}}), ("over", "t", 5)),
        (event({"error": "over"}), ("over", None, None)),
        (event({"error": {"odd": 1}}), ("{'error': {'odd': 1}}", None, None)),
        (event({"error": {"code": 500, "type": "t"}}), ("{'error': {'code': 500, 'type': 't'}}", "t", 500)),
        (event({"error": ["over"]}), ("{'error': ['over']}", None, None)),
        (event({"detail": "over"}), ("over", None, None)),
        (event({"detail": [{"msg": "over", "type": "t", "loc": ["body"]}]}), ("over", "t", None)),
        (event({"errors": [{"detail": "over", "code": "c"}]}), ("over", None, "c")),
        (event({"message": "over", "code": 5}), ("over", None, 5)),
        (event({"object": "error", "message": "over"}), ("over", None, None)),
        (event({"title": "over", "status": 500, "type": "about:blank"}), ("over", "about:blank", None)),
        (event({"error_description": "over"}), ("over", None, None)),
        (b'event: ping\ndata: {"error": {"message": "over"}}\n\n', ("over", None, None)),
        (b'event: error\ndata: {"message": "over", "code": "c"}\n\n', ("over", None, "c")),
        (b"event: error\ndata: over\n\n", ("over", None, None)),
        (b'event: error\ndata: "over"\n\n', ("over", None, None)),
        (b"event: error\ndata\n\n", ("the vendor sent an error without a message", None, None)),
        (event({"error": {"message": f"bad key {KEY}"}}), ("bad key ***", None, None)),
    ],
)
def test_an_error_inside_the_stream_is_the_vendors(piece: bytes, expected: tuple[Any, ...]) -> None:
    """An error object among the chunks is raised in the vendor's words, after the chunks before it."""
    stream = opened(content("a") + piece + content("never"))
    chunks = [next(stream)]

    with pytest.raises(errors.APIStreamError) as caught:
        next(stream)

    assert (caught.value.message, caught.value.type, caught.value.code) == expected
    assert (len(chunks), caught.value.received, is_closed(stream)) == (1, 1, True)
    assert KEY not in f"{caught.value!r} {caught.value.body}"


def test_an_error_inside_a_choice_is_the_vendors() -> None:
    """An error that a gateway puts into a choice is raised at the end, after all chunks, and never an answer."""
    failed = {
        "id": "c",
        "choices": [5, {"index": 0, "finish_reason": "error", "error": {"message": "over", "code": 502}}],
    }
    stream = opened(content("a"), event(failed), DONE)
    chunks = [next(stream), next(stream)]

    with pytest.raises(errors.APIStreamError) as caught:
        next(stream)

    assert (caught.value.message, caught.value.code, len(chunks), caught.value.received) == ("over", 502, 2, 2)
    with pytest.raises(errors.APIStreamError, match="over"):
        stream.final()


def test_chunks_without_choices_are_no_errors() -> None:
    """A chunk that says its kind, its usage or a member its schema knows is none, whatever else it holds."""
    chunks = [
        {"object": "acme.chunk", "message": "hi"},
        {"usage": {"total_tokens": 1}, "detail": "hi"},
        {"known": 1, "title": "hi"},
        {"other": 1},
        {"choices": None, "error": None},
        {"choices": [{"index": 0, "delta": {"content": '"error"'}}]},
    ]
    stream = opened(*map(event, chunks), b'event: ping\ndata: "error"\n\n', DONE)
    stream._reader = stream._state._reader = attrs.evolve(stream._reader, decode=Decoded)

    assert [chunk.data for chunk in stream] == chunks


@attrs.define
class Decoded:
    """Be a chunk whose schema knows one member."""

    data: dict[str, Any]

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The members it does not know."""
        return {name: value for name, value in self.data.items() if name != "known"}


def test_null_errors_and_keep_alives_are_none() -> None:
    """A null error, comments, pings and blank data are no error and no chunk; other types are chunks."""
    stream = opened(
        event({"id": "c", "error": None, "choices": []}),
        b": comment\n\nevent: ping\ndata: {}\n\ndata\n\nevent: delta\n" + content("a") + content(finish="stop"),
        event({"id": "c", "usage": {}}),
    )

    assert len(list(stream)) == 4


@pytest.mark.parametrize(
    ("data", "what"),
    [("{oops", "not JSON"), ("NaN", "not JSON"), ("[1]", "not a JSON object"), ("null", "not a JSON object")],
)
def test_a_chunk_that_is_no_object_is_kept(data: str, what: str) -> None:
    """A chunk that cannot be decoded is an error that holds its data."""
    stream = opened(content("a"), event(data))

    with pytest.raises(errors.StreamDecodeError, match=what) as caught:
        list(stream)

    assert (caught.value.data, caught.value.received) == (data, 1)


def test_an_event_without_bound_is_refused() -> None:
    """An event over the bound is an error, not memory without end."""
    for pieces in ([b"data: " + b"x" * 40_000_000], [content("a") + b"data: " + b"x" * 40_000_000 + b"\n\n"]):
        with pytest.raises(errors.StreamError, match="larger than"):
            opened(*pieces).final()


@pytest.mark.parametrize("data", ["[DONE] ", " [DONE]", "\t[DONE]\t"])
def test_blanks_around_the_terminator_do_not_matter(data: str) -> None:
    """The terminator ends the stream with blanks around it as well."""
    assert opened(content("a"), event(data)).final().data["choices"][0]["message"]["content"] == "a"


@pytest.mark.parametrize("data", ["[DONE]", "[DONE] "])
def test_a_terminator_alone_is_no_answer(data: str) -> None:
    """A stream that ends without a chunk is an interruption, its terminator notwithstanding."""
    with pytest.raises(errors.StreamInterruptedError, match="without a chunk"):
        opened(event(data)).final()


def test_a_fault_after_the_finish_reason_is_the_end() -> None:
    """Nothing is missing once every choice is finished: what happens to the connection then is no failure."""
    stream = opened(content("a", finish="stop"), httpx.ReadError("reset"))

    assert stream.final().data["choices"][0]["message"]["content"] == "a"
    assert is_closed(stream)


def test_a_fault_amid_a_stream_holds_what_came() -> None:
    """The error of a transport fault says how many chunks came, and holds what they amount to."""
    stream = opened(content("a"), content("b"), httpx.ReadError("reset"))

    with pytest.raises(errors.APIConnectionError) as caught:
        list(stream)

    assert caught.value.received == 2
    assert caught.value.partial.data["choices"][0]["message"]["content"] == "ab"
    assert errors.APIConnectionError("x").received == 0


def test_a_declared_terminator_is_waited_for() -> None:
    """Where a terminator is declared and nothing else tells the end, it must come."""
    response = httpx.Response(200, headers=JSON_EVENTS, content=event({"a": 1}))

    with pytest.raises(errors.StreamInterruptedError) as caught:
        list(Stream(response, StreamReader(terminator="END")))

    assert caught.value.partial is None
