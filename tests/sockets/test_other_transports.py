"""Clients on other libraries: httpx-aiohttp below, httpx2 instead; calls, streams, connections kept, and what fails."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable
from typing import Any

import httpx2
import pytest
from httpx_aiohttp import AiohttpTransport, HttpxAiohttpClient

from overrides import errors
from overrides.direct import DirectAsyncClient
from tests.sockets.failures import HEAD, OK, chunk, drop, reset, sending, wait
from tests.sockets.scripted import Script, answer, scripted
from tests.unit.overrides.api import CREATE, DONE, Acme, AsyncAcme, content

pytestmark = pytest.mark.sockets

ASK = {"model": "m", "stream": True}
WHOLE = sending(HEAD, chunk(content("Hel") + content("lo")), chunk(content(finish="stop") + DONE), b"0\r\n\r\n")
BEGUN = (HEAD, chunk(content("a")))


def break_framing(connection: socket.socket) -> None:
    """Send what is no chunk, after what came before was read."""
    time.sleep(0.1)
    connection.sendall(b"zz\r\n")
    connection.close()


# What breaks, whether amid a stream, and the error that it is.
BREAKS: list[tuple[Script, type[Exception], str]] = [
    (sending(then=reset), errors.APIConnectionError, ""),
    (sending(then=drop), errors.APIConnectionError, ""),
    (sending(b"SSH-2.0-x\r\n\r\n", then=drop), errors.APIConnectionError, ""),
    (sending(then=wait), errors.APITimeoutError, ""),
    (sending(*BEGUN, then=reset), errors.APIConnectionError, "a"),
    (sending(*BEGUN, then=drop), errors.APIConnectionError, "a"),
    (sending(*BEGUN, then=wait), errors.APITimeoutError, "a"),
    (sending(*BEGUN, b"0\r\n\r\n"), errors.StreamInterruptedError, "a"),
    (sending(answer("200 OK", b"<p>", "content-type: text/html")), errors.UnexpectedContentTypeError, ""),
    (sending(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 9\r\n\r\n<p>", then=drop), errors.UnexpectedContentTypeError, ""),
]  # fmt: skip  # a table
NAMES = [
    "reset", "closed", "garbage", "silence", "reset amid", "closed amid", "silence amid", "no end", "page", "page cut off",
]  # fmt: skip  # a row of names


def text_of(reply: Any) -> str:
    """Return the text of a response."""
    text: str = reply.data["choices"][0]["message"]["content"]
    return text


def run(url: str, talk: Callable[[AsyncAcme], Awaitable[Any]], *, make: Callable[[], Any], **options: Any) -> Any:
    """Run a conversation with a client on aiohttp."""

    async def converse() -> Any:
        async with make() as own:
            return await talk(AsyncAcme(base_url=url, http_client=own, max_retries=0, **options))

    return asyncio.run(converse())


aiohttp_clients = pytest.mark.parametrize(
    "make", [HttpxAiohttpClient, lambda: DirectAsyncClient(AiohttpTransport())], ids=["theirs", "direct"]
)


@aiohttp_clients
def test_aiohttp_keeps_a_connection_for_calls_and_streams(make: Callable[[], Any]) -> None:
    """A call and five streams need one connection."""

    def script(connection: socket.socket, number: int) -> None:
        (WHOLE if number else sending(answer("200 OK", OK)))(connection, number)

    async def talk(client: AsyncAcme) -> list[str]:
        called = await client.request(CREATE, {"model": "m"})
        return [called.data["id"], *[text_of(await (await client.request(CREATE, ASK)).final()) for _ in range(5)]]

    with scripted(script) as server:
        assert run(server.url, talk, make=make) == ["c", *["Hello"] * 5]
        assert server.connections == 1


# Bad framing that comes with the head stops aiohttp before the first chunk; what comes later stops even its timeout.
BAD_FRAMING: list[tuple[Script, type[Exception], str]] = [
    (sending(*BEGUN, b"zz\r\n", then=drop), errors.APIConnectionError, ""),
    (sending(*BEGUN, then=break_framing), errors.APITimeoutError, "a"),
]


@aiohttp_clients
@pytest.mark.parametrize(
    ("script", "expected", "text"), [*BREAKS, *BAD_FRAMING], ids=[*NAMES, "bad framing", "bad framing later"]
)
def test_aiohttp_fails_as_ours(make: Callable[[], Any], script: Script, expected: type[Exception], text: str) -> None:
    """Whatever breaks on aiohttp is the error of the same name, a lost connection no timeout, and no exception of aiohttp."""

    async def talk(client: AsyncAcme) -> str:
        opened: list[Any] = []

        async def read() -> None:
            opened.append(await client.request(CREATE, ASK))
            await opened[0].final()

        with pytest.raises(errors.APIError) as caught:
            await read()
        assert type(caught.value) is expected
        return "".join(stream.text for stream in opened)

    with scripted(script) as server:
        assert run(server.url, talk, make=make, timeout=0.3) == text


def test_aiohttp_keeps_the_idle_timeout() -> None:
    """Silence amid a stream ends it after the idle timeout, though the call allows more."""

    async def talk(client: AsyncAcme) -> str:
        stream = await client.request(CREATE, ASK)
        with pytest.raises(errors.APITimeoutError):
            await stream.final()
        return str(stream.text)

    began = time.monotonic()
    with scripted(sending(*BEGUN, then=wait)) as server:
        assert run(server.url, talk, make=HttpxAiohttpClient, timeout=30, idle_timeout=0.2) == "a"
    assert time.monotonic() - began < 10


def test_aiohttp_streams_are_closed_from_another_task() -> None:
    """A task that waits for bytes goes on, without an error, when another closes the stream."""

    async def talk(client: AsyncAcme) -> int:
        stream = await client.request(CREATE, ASK)
        asyncio.get_running_loop().call_later(0.2, lambda: closing.append(asyncio.ensure_future(stream.close())))
        closing: list[asyncio.Future[None]] = []
        count = len([chunk async for chunk in stream])
        await asyncio.gather(*closing)
        return count

    with scripted(sending(*BEGUN, then=wait)) as server:
        assert run(server.url, talk, make=HttpxAiohttpClient, timeout=30) == 1


def test_httpx2_keeps_a_connection_for_calls_and_streams() -> None:
    """A call and five streams need one connection; a refusal keeps what the vendor says."""
    refusal = answer("404 Gone", b'{"error": {"message": "no such model"}}')

    def script(connection: socket.socket, number: int) -> None:
        (WHOLE if number % 7 else sending(answer("200 OK", OK)) if not number else sending(refusal))(connection, number)

    with scripted(script) as server, httpx2.Client() as own:
        client = Acme(base_url=server.url, http_client=own)
        ids = [client.request(CREATE, {"model": "m"}).data["id"]]
        texts = [text_of(client.request(CREATE, ASK).final()) for _ in range(6)]
        with pytest.raises(errors.NotFoundError, match="no such model"):
            client.request(CREATE, {"model": "m"})

    assert (ids, texts, server.connections) == (["c"], ["Hello"] * 6, 1)


@pytest.mark.parametrize(("script", "expected", "text"), BREAKS, ids=NAMES)
def test_httpx2_fails_as_ours(script: Script, expected: type[Exception], text: str) -> None:
    """Whatever breaks on httpx2 is the error of the same name."""
    opened: list[Any] = []

    def read(client: Acme) -> None:
        opened.append(client.request(CREATE, ASK))
        opened[0].final()

    with scripted(script) as server, httpx2.Client() as own, pytest.raises(errors.APIError) as caught:
        read(Acme(base_url=server.url, http_client=own, max_retries=0, timeout=0.3))

    assert type(caught.value) is expected
    assert "".join(stream.text for stream in opened) == text
