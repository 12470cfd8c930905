"""Streams over a real socket: how they are cut and packed, when connections are kept or let go, who may stop them."""

from __future__ import annotations

import asyncio
import gc
import gzip
import socket
import threading
import time
import warnings
import zlib
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from overrides import errors
from tests.sockets.scripted import Scripted, scripted
from tests.unit.overrides.api import CREATE, DONE, Acme, AsyncAcme, content, event

pytestmark = pytest.mark.sockets

ASK = {"model": "m", "stream": True}
WHOLE = content("Hel") + content("lo") + content(finish="stop") + DONE
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n"
END = b"0\r\n\r\n"


def chunked(*pieces: bytes) -> bytes:
    """Frame pieces as HTTP chunks."""
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)


def says(*parts: bytes, head: bytes = HEAD) -> Callable[[socket.socket, int], None]:
    """Answer every request with a head and these bytes."""
    return lambda connection, _: connection.sendall(head + b"\r\n" + b"".join(parts))


def says_then_waits(*parts: bytes) -> Callable[[socket.socket, int], None]:
    """Answer with the start of a stream, then say nothing until the other side closes."""

    def script(connection: socket.socket, _: int) -> None:
        connection.sendall(HEAD + b"\r\n" + b"".join(parts))
        connection.recv(1)
        connection.close()

    return script


def stream_of(client: Acme) -> Any:
    """Open a stream."""
    return client.request(CREATE, ASK)


def deflated(body: bytes) -> bytes:
    """Compress without the header of zlib, as some servers do."""
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(body) + compressor.flush()


@pytest.mark.parametrize(
    ("encoding", "body"),
    [("gzip", gzip.compress(WHOLE)), ("deflate", zlib.compress(WHOLE)), ("deflate", deflated(WHOLE))],
)
@pytest.mark.parametrize("size", [2, 7, 4096])  # the library needs two bytes to tell the kinds of deflate apart
def test_compressed_streams_are_read_however_cut(encoding: str, body: bytes, size: int) -> None:
    """Gzip and both kinds of deflate are undone, whatever the pieces they arrive in."""
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    head = HEAD + f"content-encoding: {encoding}\r\n".encode()

    with scripted(says(chunked(*pieces), END, head=head)) as server, Acme(base_url=server.url) as client:
        reply = stream_of(client).final()

    assert reply.data["choices"][0]["message"]["content"] == "Hello"


def test_a_compressed_stream_that_is_damaged_is_an_error_of_ours() -> None:
    """What cannot be decompressed is an error under `APIError`, after the chunks before it."""
    head = HEAD + b"content-encoding: gzip\r\n"

    with (
        scripted(says(chunked(b"no gzip at all"), END, head=head)) as server,
        Acme(base_url=server.url) as client,
        pytest.raises(errors.APIError) as caught,
    ):
        stream_of(client).final()

    assert not isinstance(caught.value, errors.APIStatusError)


@pytest.mark.parametrize("parts", [(chunked(WHOLE), END), (chunked(WHOLE[:50], WHOLE[50:]), END)])
def test_five_streams_use_one_connection(parts: tuple[bytes, ...]) -> None:
    """A stream read to its end gives its connection to the next."""
    with scripted(says(*parts)) as server, Acme(base_url=server.url) as client:
        texts = [stream_of(client).final().data["choices"][0]["message"]["content"] for _ in range(5)]
        with stream_of(client) as stream:
            rest = len(list(stream))

    assert (texts, rest, server.connections) == (["Hello"] * 5, 3, 1)


def test_five_asynchronous_streams_use_one_connection() -> None:
    """The same, asynchronously."""

    async def talk(url: str) -> list[str]:
        async with AsyncAcme(base_url=url) as client:
            streams = [await (await client.request(CREATE, ASK)).final() for _ in range(5)]
            return [reply.data["choices"][0]["message"]["content"] for reply in streams]

    with scripted(says(chunked(WHOLE), END)) as server:
        texts = asyncio.run(talk(server.url))

    assert (texts, server.connections) == (["Hello"] * 5, 1)


def test_a_server_that_keeps_talking_after_the_end_is_left() -> None:
    """When no end of the body follows the terminator, the stream ends all the same, soon, and lets go."""
    with scripted(says_then_waits(chunked(WHOLE))) as server, Acme(base_url=server.url) as client:
        start = time.monotonic()
        reply = stream_of(client).final()
        taken = time.monotonic() - start
        ended = server.wait_for_end(1)

    assert reply.data["id"] == "c"
    assert (ended, taken < 2) == (True, True)


def test_closing_from_another_thread_ends_a_silent_stream() -> None:
    """A thread that waits for the next chunk wakes up, iteration ends without error, and the connection is gone."""
    with scripted(says_then_waits(chunked(content("a")))) as server, Acme(base_url=server.url) as client:
        stream = stream_of(client)
        closer = threading.Timer(0.2, stream.close)
        closer.start()
        chunks = list(stream)
        closer.join()
        ended = server.wait_for_end(1)

    assert (len(chunks), ended) == (1, True)
    with pytest.raises(errors.StreamInterruptedError):
        stream.final()


def test_closing_from_another_task_ends_a_silent_stream() -> None:
    """The same between tasks."""

    async def talk(server: Scripted) -> int:
        async with AsyncAcme(base_url=server.url) as client:
            stream = await client.request(CREATE, ASK)
            asyncio.get_running_loop().call_later(0.2, lambda: tasks.append(asyncio.create_task(stream.close())))
            tasks: list[asyncio.Task[None]] = []
            chunks = [chunk async for chunk in stream]
            await asyncio.gather(*tasks)
            return len(chunks)

    with scripted(says_then_waits(chunked(content("a")))) as server:
        chunks = asyncio.run(asyncio.wait_for(talk(server), 10))
        ended = server.wait_for_end(1)

    assert (chunks, ended) == (1, True)


def test_leaving_early_closes_the_connection_at_once() -> None:
    """Leaving the block amid a stream ends its connection while the client lives on, and the next call gets another."""
    with scripted(says_then_waits(chunked(content("a"), content("b")))) as server, Acme(base_url=server.url) as client:
        for _ in range(2):
            with stream_of(client) as stream:
                next(stream)
        ended = server.wait_for_end(2)

    assert (ended, server.connections) == (True, 2)


def test_cancellation_leaves_nothing_behind() -> None:
    """A task cancelled while it waits for a chunk leaves no task, no connection and no warning."""

    async def talk(server: Scripted) -> int:
        async with AsyncAcme(base_url=server.url) as client:

            async def read() -> None:
                async with await client.request(CREATE, ASK) as stream:
                    async for _ in stream:
                        started.set()

            started = asyncio.Event()
            task = asyncio.create_task(read())
            await started.wait()
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await asyncio.to_thread(server.wait_for_end, 1)
            return len(asyncio.all_tasks())

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with scripted(says_then_waits(chunked(content("a")))) as server:
            tasks = asyncio.run(talk(server))
        gc.collect()

    assert (tasks, [str(warning.message) for warning in caught]) == (1, [])


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((chunked(content("a")), b"50\r\ndata: cut"), errors.APIConnectionError),
        ((chunked(content("a")),), errors.APIConnectionError),
        ((chunked(content("a")), END), errors.StreamInterruptedError),
        ((chunked(content("a")), b"zz\r\n"), errors.APIConnectionError),
        ((chunked(content("a") + b"data: {oops\n\n"), END), errors.StreamDecodeError),
        ((chunked(content("a") + event({"error": {"message": "over"}})), END), errors.APIStreamError),
        ((chunked(content("a") + b'data: {"choices": "\xff"}\n\n'), END), errors.StreamInterruptedError),
    ],
    ids=["cut in a chunk", "cut between chunks", "no end", "bad framing", "no JSON", "an error", "no UTF-8"],
)
def test_how_streams_break(parts: tuple[bytes, ...], expected: type[Exception]) -> None:
    """Whatever breaks a stream is one of our errors and leaves what came before it in the stream's text."""

    def script(connection: socket.socket, _: int) -> None:
        connection.sendall(HEAD + b"\r\n" + b"".join(parts))
        connection.close()

    with scripted(script) as server, Acme(base_url=server.url, max_retries=0) as client:
        stream = stream_of(client)
        with pytest.raises(expected) as caught:
            stream.final()

    assert (type(caught.value), stream.text) == (expected, "a")


def test_an_injected_client_streams_as_well() -> None:
    """Everything above holds for a client of the HTTP library that the caller made."""
    with scripted(says(chunked(WHOLE), END)) as server, httpx.Client() as own:
        client = Acme(base_url=server.url, http_client=own)
        texts = [stream_of(client).final().data["id"] for _ in range(3)]

    assert (texts, server.connections) == (["c"] * 3, 1)
