"""Silence within a stream, bounded apart from connecting and from the first byte: by client, by copy, by stream, any transport."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from overrides import errors
from tests.sockets.scripted import scripted
from tests.sockets.test_streams import ASK, HEAD, chunked, says_then_waits, stream_of
from tests.unit.overrides.api import CREATE, Acme, AsyncAcme, content

pytestmark = pytest.mark.sockets


def begins_late(connection: socket.socket, _: int) -> None:
    """Wait with the head, send a chunk, then say nothing."""
    time.sleep(0.3)
    says_then_waits(chunked(content("a")))(connection, 0)


@pytest.mark.parametrize("how", ["client", "copy", "stream"])
def test_the_idle_timeout_is_apart_from_the_first_byte(how: str) -> None:
    """A slow first byte passes under the call's timeout; silence between chunks ends the stream under its own."""
    told: dict[str, Any] = {"idle_timeout": 0.1} if how == "client" else {}
    with scripted(begins_late) as server, Acme(base_url=server.url, timeout=30, max_retries=0, **told) as client:
        stream = stream_of(client.with_options(idle_timeout=0.1) if how == "copy" else client)
        if how == "stream":
            stream.set_idle_timeout(0.1)
        first = next(stream)
        start = time.monotonic()
        with pytest.raises(errors.APITimeoutError):
            next(stream)
        taken = time.monotonic() - start

    assert first.data["id"] == "c"
    assert taken < 5
    with pytest.raises(RuntimeError, match="before its first chunk"):
        stream.set_idle_timeout(1)


def test_the_idle_timeout_may_be_longer_than_the_timeout() -> None:
    """Chunks may come more slowly than the call's timeout allows the first byte, and silence still ends the stream."""

    def slow(connection: socket.socket, _: int) -> None:
        connection.sendall(HEAD + b"\r\n")
        time.sleep(0.4)
        connection.sendall(chunked(content("a")))
        connection.recv(1)
        connection.close()

    async def talk(url: str) -> str:
        async with AsyncAcme(base_url=url, timeout=0.2, idle_timeout=0.8, max_retries=0) as client:
            stream = await client.request(CREATE, ASK)
            with pytest.raises(errors.APITimeoutError):
                await stream.final()
            return str(stream.text)

    with scripted(slow) as server:
        assert asyncio.run(talk(server.url)) == "a"


class OtherTransport(httpx.AsyncBaseTransport):
    """Answer with a chunk and then silence, like a transport that read the timeouts when the request began."""

    async def handle_async_request(self, _: httpx.Request) -> httpx.Response:
        """Answer."""

        async def body() -> AsyncIterator[bytes]:
            yield content("a")
            await asyncio.sleep(30)

        return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=body())


def test_the_idle_timeout_holds_over_any_asynchronous_transport() -> None:
    """A transport that looks at no timeout once the body began is timed by the stream itself."""

    async def talk() -> tuple[str, int]:
        async with httpx.AsyncClient(transport=OtherTransport()) as http_client:
            client = AsyncAcme(http_client=http_client, idle_timeout=0.1, max_retries=0)
            stream = await client.request(CREATE, ASK)
            with pytest.raises(errors.APITimeoutError, match=r"0\.1 s"):
                await stream.final()
            return str(stream.text), len(asyncio.all_tasks())

    assert asyncio.run(talk()) == ("a", 1)


@pytest.mark.parametrize("seconds", [0, -1, float("nan")])
def test_an_idle_timeout_that_is_no_time_is_refused(seconds: float) -> None:
    """A client is not made with a limit that nothing can keep."""
    with pytest.raises(errors.ConfigurationError, match="idle timeout must be a positive number"):
        Acme(idle_timeout=seconds)
