"""Thousands of calls that end in every way there is: nothing of them stays behind, neither sockets nor threads nor memory."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import resource
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from overrides import errors
from tests.sockets.scripted import answer, scripted
from tests.sockets.test_streams import ASK, END, HEAD, WHOLE, chunked
from tests.unit.overrides.api import CREATE, Acme, AsyncAcme, content

pytestmark = pytest.mark.soak

ROUNDS = 400
"""Rounds of each kind of call; the first quarter brings memory to where it stays."""
SETTLED_MB = 6
DESCRIPTORS = Path("/proc/self/fd")
JSON = "content-type: application/json"


def stream(connection: socket.socket) -> None:
    """Answer with a whole stream."""
    connection.sendall(HEAD + b"\r\n" + chunked(WHOLE) + END)


def cut(connection: socket.socket) -> None:
    """Break a stream off."""
    connection.sendall(HEAD + b"\r\n" + chunked(content("a")))
    connection.close()


def waiting(connection: socket.socket) -> None:
    """Begin a stream and wait until the other side has enough."""
    connection.sendall(HEAD + b"\r\n" + chunked(content("a")))
    connection.recv(1)
    connection.close()


def whole(connection: socket.socket) -> None:
    """Answer with a whole completion."""
    connection.sendall(answer("200 OK", b'{"id": "c", "choices": []}', JSON))


def failing(connection: socket.socket) -> None:
    """Refuse for now; the client may come again at once."""
    connection.sendall(answer("503 Busy", b"{}", JSON, "retry-after-ms: 1"))


def html(connection: socket.socket) -> None:
    """Answer with a page where a stream was asked for."""
    connection.sendall(answer("200 OK", b"<html></html>", "content-type: text/html"))


KINDS: dict[str, Callable[[socket.socket], None]] = {
    "read to the end": stream,
    "final": stream,
    "left early": stream,
    "left while waiting": waiting,
    "dropped unread": waiting,
    "cut": cut,
    "plain": whole,
    "refused": failing,
    "page": html,
}


def call_once(client: Acme, kind: str) -> None:
    """Make one call and end it in one way."""
    if kind in {"plain", "refused"}:
        with contextlib.suppress(errors.APIStatusError):
            client.request(CREATE, {"model": "m"})
        return
    with contextlib.suppress(errors.APIError):
        opened = client.request(CREATE, ASK)
        if kind == "final":
            opened.final()
        elif kind.startswith("left"):
            with opened:
                next(opened)
        elif kind != "dropped unread":
            list(opened)


async def call_once_async(client: AsyncAcme, kind: str) -> None:
    """Make one call and end it in one way, asynchronously; one that waits is cancelled."""
    if kind in {"plain", "refused"}:
        with contextlib.suppress(errors.APIStatusError):
            await client.request(CREATE, {"model": "m"})
        return
    with contextlib.suppress(errors.APIError, TimeoutError):
        opened = await client.request(CREATE, ASK)
        if kind == "left early":
            async with opened:
                await anext(opened)
        elif kind == "left while waiting":
            async with asyncio.timeout(0.01), opened:
                await opened.final()
        elif kind != "dropped unread":
            await opened.final()


def held() -> tuple[int, int]:
    """Return how many descriptors are open and how many threads run."""
    gc.collect()
    return len(list(DESCRIPTORS.iterdir())), threading.active_count()


def largest_mb() -> float:
    """Return the largest resident size this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def script_of(asked: list[str]) -> Callable[[socket.socket, int], None]:
    """Answer each request as its kind of call wants it."""
    return lambda connection, _: KINDS[asked[-1]](connection)


@pytest.mark.skipif(not DESCRIPTORS.is_dir(), reason="open descriptors are counted where the system lists them")
def test_nothing_stays_behind() -> None:
    """After thousands of calls a client holds one connection, no thread and the memory that it held after the first hundreds."""
    asked: list[str] = [""]
    before, settled = held(), 0.0

    with scripted(script_of(asked)) as server:
        with Acme(base_url=server.url, max_retries=1) as client:
            for round_ in range(ROUNDS):
                for kind in KINDS:
                    asked.append(kind)
                    call_once(client, kind)
                if round_ == ROUNDS // 4:
                    settled = largest_mb()
            grown = largest_mb() - settled
        assert server.wait_for_end(server.connections)
        open_then = held()

    assert grown < SETTLED_MB
    assert len(asked) > ROUNDS * len(KINDS)
    assert open_then[0] <= before[0] + 1  # the server listens still
    assert open_then[1] <= before[1] + 1


@pytest.mark.skipif(not DESCRIPTORS.is_dir(), reason="open descriptors are counted where the system lists them")
def test_nothing_stays_behind_asynchronously() -> None:
    """The same in an event loop, with calls that are cancelled: no task is left, nor a connection."""
    asked: list[str] = [""]
    before = held()

    async def talk(url: str) -> tuple[int, float]:
        settled = 0.0
        async with AsyncAcme(base_url=url, max_retries=1) as client:
            for round_ in range(ROUNDS // 2):
                for kind in KINDS:
                    asked.append(kind)
                    await call_once_async(client, kind)
                if round_ == ROUNDS // 8:
                    settled = largest_mb()
        return len(asyncio.all_tasks()), largest_mb() - settled

    with scripted(script_of(asked)) as server:
        tasks, grown = asyncio.run(talk(server.url))
        assert server.wait_for_end(server.connections)
        open_then = held()

    assert tasks == 1
    assert grown < SETTLED_MB
    assert open_then[0] <= before[0] + 1
    assert open_then[1] <= before[1] + 1
