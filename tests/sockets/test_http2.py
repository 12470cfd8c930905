"""HTTP/2 over TLS: everything a client does on one connection, and what ends a wait on a socket that others use."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest

from overrides import errors
from overrides.http import new_async_http_client, new_http_client
from tests.sockets.http2 import Http2Server, contexts, http2_server
from tests.unit.overrides.api import CREATE, Acme, AsyncAcme

pytestmark = pytest.mark.sockets

ASK = {"model": "m", "stream": True}
SILENT = {"model": "silent", "stream": True}


@pytest.fixture
def server() -> Iterator[Http2Server]:
    """Run a server for a test."""
    with http2_server() as running:
        yield running


@pytest.fixture
def client(server: Http2Server) -> Iterator[Acme]:
    """Give a client of the server that speaks HTTP/2."""
    with new_http_client(http2=True, verify=contexts()[1]) as own:
        yield Acme(base_url=server.url, http_client=own, max_retries=0)


def run(server: Http2Server, talk: Callable[[AsyncAcme], Awaitable[Any]], **options: Any) -> Any:
    """Run a conversation with an asynchronous client of the server."""

    async def converse() -> Any:
        async with new_async_http_client(http2=True, verify=contexts()[1]) as own:
            done = await talk(AsyncAcme(base_url=server.url, http_client=own, max_retries=0, **options))
        return done, len(asyncio.all_tasks())

    done, tasks = asyncio.run(converse())
    assert tasks == 1
    return done


def text_of(reply: Any) -> str:
    """Return the text of a response."""
    text: str = reply.data["choices"][0]["message"]["content"]
    return text


def test_calls_and_streams_share_a_connection(server: Http2Server, client: Acme) -> None:
    """Five calls and five streams, one of them left early, need one connection, and it speaks HTTP/2."""
    ids = [client.request(CREATE, {"model": "m"}).data["id"] for _ in range(5)]
    with client.request(CREATE, ASK) as left:
        next(left)
    texts = [text_of(client.request(CREATE, ASK).final()) for _ in range(5)]

    assert (ids, texts) == (["c"] * 5, ["Hello"] * 5)
    assert left.response.http_version == "HTTP/2"
    assert (server.connections, server.requests) == (1, 11)


def test_asynchronous_streams_share_a_connection_at_once(server: Http2Server) -> None:
    """Five streams at the same time, and a call amid them, need one connection."""

    async def talk(client: AsyncAcme) -> list[str]:
        await client.request(CREATE, {"model": "m"})
        streams = [await client.request(CREATE, ASK) for _ in range(5)]
        await client.request(CREATE, {"model": "m"})
        return [text_of(reply) for reply in await asyncio.gather(*(stream.final() for stream in streams))]

    assert run(server, talk) == ["Hello"] * 5
    assert (server.connections, server.requests) == (1, 7)


def test_closing_from_another_task_ends_the_wait_at_once(server: Http2Server) -> None:
    """A task that waits for bytes goes on without an error and is not cancelled; the connection serves the next."""

    async def talk(client: AsyncAcme) -> tuple[int, bool, str, str]:
        stream = await client.request(CREATE, SILENT)

        async def read() -> int:
            count = 0
            async for _ in stream:
                count += 1
                first.set()
            await asyncio.sleep(0)  # where a cancellation left over would strike
            return count

        first = asyncio.Event()
        reading = asyncio.create_task(read())
        await first.wait()
        await asyncio.sleep(0.05)
        began = time.monotonic()
        await stream.close()
        count = await reading
        return (
            count,
            time.monotonic() - began < 2,
            text_of(await (await client.request(CREATE, ASK)).final()),
            stream.text,
        )

    assert run(server, talk, timeout=30) == (1, True, "Hello", "a")
    assert server.connections == 1


def test_cancelling_a_task_that_waits_still_cancels_it(server: Http2Server) -> None:
    """A cancellation that is not ours is not taken for one."""

    async def talk(client: AsyncAcme) -> str:
        stream = await client.request(CREATE, SILENT)
        reading = asyncio.create_task(stream.final())
        await asyncio.sleep(0.1)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        await stream.close()
        return text_of(await (await client.request(CREATE, ASK)).final())

    assert run(server, talk, timeout=30) == "Hello"


def test_closing_from_another_thread_ends_the_wait_with_the_timeout(client: Acme) -> None:
    """The socket belongs to other answers too: the waiting thread ends quietly, but only when its timeout passes."""
    stream = client.request(CREATE, SILENT).set_idle_timeout(0.5)
    read: list[int] = []
    thread = threading.Thread(target=lambda: read.append(len(list(stream))))
    thread.start()
    while stream._state.received == 0:
        time.sleep(0.01)

    stream.close()
    thread.join(10)

    assert (read, thread.is_alive()) == ([1], False)
    assert text_of(client.request(CREATE, ASK).final()) == "Hello"


@pytest.mark.parametrize("asked", [SILENT, {"model": "silent"}], ids=["stream", "call"])
def test_silence_ends_with_its_timeout_or_the_deadline(
    server: Http2Server, client: Acme, asked: dict[str, Any]
) -> None:
    """Neither a silent stream nor a silent answer outlasts what the caller allows."""

    async def talk(patient: AsyncAcme) -> None:
        reply = await patient.request(CREATE, asked)
        await reply.final()

    hasty = client.with_options(idle_timeout=0.2, deadline=0.3)
    began = time.monotonic()
    with pytest.raises(errors.APITimeoutError):
        hasty.request(CREATE, asked).final()
    with pytest.raises(errors.APITimeoutError):
        run(server, talk, idle_timeout=0.2, deadline=0.3)

    assert time.monotonic() - began < 5
