"""Answers: what a call returns for each kind, and what it says when the answer is something else."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

from overrides import errors
from overrides.operation import Response
from overrides.responses import BinaryResponse, RawResponse
from tests.unit.overrides.api import CREATE, DONE, GET, JSON_EVENTS, Pieces, Reply, Server, acme, async_acme, content

OK = {"id": "c", "choices": []}


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("spec", "answer", "expected"),
    [
        (None, httpx.Response(200, json=OK), None),
        (Response(kind="empty"), httpx.Response(204), None),
        (Response(kind="text"), httpx.Response(200, text="hi"), "hi"),
        (Response(), httpx.Response(200, json=[1]), [1]),
        (Response(), httpx.Response(204), None),
        (Response(model="Reply"), httpx.Response(200, json=OK), Reply(OK)),
        (Response(model="Reply", container="list"), httpx.Response(200, json=[OK, None]), [Reply(OK), None]),
        (
            Response(model="Reply", container="map"),
            httpx.Response(200, json={"a": OK, "b": 1}),
            {"a": Reply(OK), "b": 1},
        ),
    ],
)
def test_answers_of_every_kind(spec: Response | None, answer: httpx.Response, expected: Any) -> None:
    """An answer becomes what the operation says: nothing, text, plain JSON, a model, a list or a map of models."""
    assert acme(Server(answer)).request(attrs.evolve(CREATE, response=spec), {"model": "m"}) == expected


@pytest.mark.parametrize(
    ("spec", "answer", "said"),
    [
        (Response(model="Reply"), httpx.Response(200, html="<p>Hi</p>"), "text/html.* is not JSON"),
        (Response(model="Reply"), httpx.Response(200), "no content type: the body is not JSON"),
        (Response(model="Reply"), httpx.Response(200, json=[]), "an object was expected, got list"),
        (Response(model="Reply", container="list"), httpx.Response(200, json="a"), "an array was expected, got str"),
        (
            Response(model="Reply", container="map"),
            httpx.Response(200, content=b"null"),
            "an object was expected, got NoneType",
        ),
    ],
)
def test_an_answer_that_is_something_else(spec: Response, answer: httpx.Response, said: str) -> None:
    """A successful answer that is not what the document promises is an error that holds its start."""
    with pytest.raises(errors.ResponseDecodeError, match=said) as caught:
        acme(Server(answer)).request(attrs.evolve(CREATE, response=spec), {"model": "m"})

    assert caught.value.body == answer.text


def test_binary_answers(tmp_path: Path) -> None:
    """Binary content can be read, iterated and written to a file."""
    reply = acme(Server(httpx.Response(200, content=b"12345", headers={"content-type": "audio/x"}))).request(
        GET, {"file_id": "f"}
    )

    assert isinstance(reply, BinaryResponse)
    reply.write_to(tmp_path / "out")
    assert (reply.content, reply.read(), (tmp_path / "out").read_bytes()) == (b"12345",) * 3
    assert list(reply.iter_bytes(2)) == [b"12", b"34", b"5"]
    assert repr(reply) == "<BinaryResponse audio/x, 5 bytes>"


def test_raw_answers() -> None:
    """The raw answer has status, headers and content, and parses to what the call returns otherwise."""
    answer = httpx.Response(200, json=OK, headers={"x-request-id": "r"})

    raw = acme(Server(answer)).raw.raw.request(CREATE, {"model": "m"})

    assert isinstance(raw, RawResponse)
    assert (raw.status_code, raw.request_id, raw.headers["x-request-id"]) == (200, "r", "r")
    assert (raw.json(), json.loads(raw.text), raw.parse(), repr(raw)) == (OK, OK, Reply(OK), "<RawResponse 200>")
    assert raw.content == answer.content


def test_raw_streams() -> None:
    """The raw answer of a stream parses to the stream."""
    serve = Server(httpx.Response(200, headers=JSON_EVENTS, content=content("a", finish="stop") + DONE))

    raw = acme(serve).raw.request(CREATE, {"model": "m", "stream": True})

    assert raw.parse().final().data["id"] == "c"


@pytest.mark.anyio
async def test_parsing_twice_gives_the_same() -> None:
    """An answer is parsed once: the second time it is what it was, stream or not."""
    serve = Server(httpx.Response(200, headers=JSON_EVENTS, content=content("a", finish="stop") + DONE))
    arguments = {"model": "m", "stream": True}

    raw = acme(serve).raw.request(CREATE, arguments)
    unread = acme(serve).streaming.request(CREATE, arguments)
    async_unread = await async_acme(serve).streaming.request(CREATE, arguments)

    assert raw.parse() is raw.parse()
    assert unread.parse() is unread.parse()
    assert await async_unread.parse() is await async_unread.parse()


@pytest.mark.parametrize("text", ["a\nb\r\nc", ""])
def test_answers_may_be_read_by_the_caller(text: str) -> None:
    """An answer whose content is not read yet has its head, and gives lines, pieces, the whole, or what is parsed."""
    serve = Server(httpx.Response(200, text=text, headers={"x-request-id": "r", "x-ratelimit-remaining": "3"}))
    operation = attrs.evolve(CREATE, response=Response(kind="text"))

    def ask() -> Any:
        return acme(serve).streaming.request(operation, {"model": "m"})

    assert (ask().status_code, ask().request_id, ask().headers["x-request-id"]) == (200, "r", "r")
    assert ask().rate_limit.requests.remaining == 3
    assert list(ask().iter_lines()) == text.splitlines()
    assert b"".join(ask().iter_bytes(1)) == ask().read() == ask().content == text.encode()
    with ask() as response:
        assert response.parse() == text


def test_streams_and_downloads_may_be_parsed_from_an_unread_answer() -> None:
    """What is parsed from an unread answer is the stream or the download, and owns the answer from then on."""
    events = Server(httpx.Response(200, headers=JSON_EVENTS, content=content("a", finish="stop") + DONE))
    page = Server(httpx.Response(200, html="<p>"))
    download = Server(httpx.Response(200, content=b"123"))

    stream = acme(events).streaming.request(CREATE, {"model": "m", "stream": True}).parse()
    binary = acme(download).streaming.raw.request(GET, {"file_id": "f"}).parse()
    again = acme(download).raw.streaming.request(GET, {"file_id": "f"}).parse()

    assert stream.final().data["id"] == "c"
    assert (binary.read(), again.read()) == (b"123", b"123")
    with pytest.raises(errors.UnexpectedContentTypeError):
        acme(page).streaming.request(CREATE, {"model": "m", "stream": True}).parse()


@pytest.mark.anyio
async def test_answers_may_be_read_by_the_caller_asynchronously() -> None:
    """The same, asynchronously."""
    serve = Server(httpx.Response(200, json=OK))
    events = Server(httpx.Response(200, headers=JSON_EVENTS, content=content("a", finish="stop") + DONE))
    client = async_acme(serve)

    async with await client.streaming.request(CREATE, {"model": "m"}) as response:
        assert await response.parse() == Reply(OK)
    lines = [line async for line in (await client.raw.streaming.request(CREATE, {"model": "m"})).iter_lines()]
    pieces = [piece async for piece in (await client.streaming.request(CREATE, {"model": "m"})).iter_bytes()]
    unread = await client.streaming.request(CREATE, {"model": "m"})
    await unread.close()
    stream = await (await async_acme(events).streaming.request(CREATE, {"model": "m", "stream": True})).parse()

    assert json.loads("".join(lines)) == json.loads(b"".join(pieces)) == OK
    assert (await stream.final()).data["id"] == "c"


@pytest.mark.anyio
async def test_binary_answers_asynchronously(tmp_path: Path) -> None:
    """Binary content can be read, iterated and written asynchronously; it is there once it was read."""
    client = async_acme(lambda _: httpx.Response(200, stream=Pieces(b"123", b"45")))

    unread = await client.request(GET, {"file_id": "f"})
    with pytest.raises(errors.ClientStateError, match="read"):
        _ = unread.content
    assert (await unread.read(), await unread.read(), unread.content) == (b"12345",) * 3
    await (await client.request(GET, {"file_id": "f"})).write_to(tmp_path / "out")
    raw = await client.raw.request(GET, {"file_id": "f"})
    twice = raw.parse()
    assert [piece async for piece in twice.iter_bytes(2)] == [b"12", b"34", b"5"]
    with pytest.raises(errors.ClientStateError, match="again"):
        await twice.read()
    with pytest.raises(errors.ClientStateError, match="again"):
        twice.iter_bytes()
    broken = async_acme(lambda _: httpx.Response(200, stream=Pieces(b"1", httpx.ReadError("cut"))))
    with pytest.raises(errors.APIConnectionError, match="cut"):
        await (await broken.request(GET, {"file_id": "f"})).write_to(tmp_path / "broken")
    with pytest.raises(errors.APIConnectionError, match="cut"):
        await (await broken.request(GET, {"file_id": "f"})).read()

    assert files_in(tmp_path) == {"out": b"12345"}


def test_a_file_that_is_replaced_keeps_what_it_is(tmp_path: Path) -> None:
    """Links are followed, permissions kept, and what is no file is written to directly."""
    target, link, pipe = tmp_path / "target", tmp_path / "link", tmp_path / "pipe"
    target.write_bytes(b"before")
    target.chmod(0o640)
    link.symlink_to(target)
    os.mkfifo(pipe)
    client = acme(lambda _: httpx.Response(200, stream=Pieces(b"after")))

    client.request(GET, {"file_id": "f"}).write_to(link)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    client.request(GET, {"file_id": "f"}).write_to(str(pipe))
    piped = os.read(reader, 10)
    os.close(reader)

    assert (link.is_symlink(), target.read_bytes(), target.stat().st_mode & 0o777) == (True, b"after", 0o640)
    assert piped == b"after"
