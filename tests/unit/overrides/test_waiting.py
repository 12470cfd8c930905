"""Bounds on waiting: ending answers so that connections are kept, and waking who waits."""

from __future__ import annotations

import socket
from typing import Any

import httpx
import pytest

from overrides.http import Faults, abort, shut_down
from overrides.pool import Pool
from overrides.waiting import async_drain, drain
from tests.unit.overrides.api import Pieces


class NetworkStream:
    """Be what an answer's extensions give access to the socket with."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def get_extra_info(self, name: str) -> Any:
        """Return the socket."""
        return {"socket": self.connection}[name]


def answer(pieces: Pieces, connection: Any, *, version: bytes = b"HTTP/1.1") -> httpx.Response:
    """Make an answer that arrives on a socket."""
    extensions: dict[str, Any] = {"http_version": version}
    if connection is not None:
        extensions["network_stream"] = NetworkStream(connection)
    return httpx.Response(200, stream=pieces, extensions=extensions)


@pytest.mark.parametrize(
    "pieces",
    [[], [b"a", b"b"], [httpx.ReadError("cut")], [OSError("gone")], [b"x" * 70_000, httpx.ReadError("never read")]],
)
def test_what_follows_the_end_is_read_and_forgotten(pieces: list[bytes | Exception]) -> None:
    """The rest of a body is read up to a bound, its faults do not matter, and the answer is closed."""
    body = Pieces(*pieces)
    ours, theirs = socket.socketpair()

    with ours, theirs:
        response = answer(body, ours)
        drain(response, iter(body), faults=Faults())

    assert response.is_closed
    assert len(body.pieces) == (1 if len(pieces) == 2 and pieces[0] != b"a" else 0)


@pytest.mark.parametrize(("has_socket", "version"), [(False, b"HTTP/1.1"), (True, b"HTTP/2")])
def test_what_cannot_be_waited_for_safely_is_closed(has_socket: bool, version: bytes) -> None:
    """Without a socket of its own, an answer is closed and not read on."""
    body = Pieces(b"never read")
    ours, theirs = socket.socketpair()

    with ours, theirs:
        response = answer(body, ours if has_socket else None, version=version)
        drain(response, iter(body), faults=Faults())
        abort(response)

    assert (response.is_closed, body.pieces) == (True, [b"never read"])


def test_aborting_wakes_the_reader() -> None:
    """Aborting ends the input of the socket, and does no harm the second time or after closing."""
    ours, theirs = socket.socketpair()
    response = answer(Pieces(), ours)

    with theirs:
        abort(response)
        received = ours.recv(1)
        ours.close()
        abort(response)

    assert received == b""


class Lent:
    """Be a socket that an event loop lends, and that cannot be shut down."""

    def shutdown(self, how: int) -> None:
        """Refuse, as uvloop does."""
        raise TypeError(how)


@pytest.mark.parametrize("connection", [None, Lent()])
def test_a_socket_that_cannot_be_shut_down_is_left(connection: Any) -> None:
    """Some event loops do not allow it; a dropped answer gives its connection back all the same."""
    pool = Pool.of(None, create=httpx.Client, is_async=False)
    response = answer(Pieces(), connection)

    shut_down(connection)
    pool.abandon(response)

    assert list(pool.take_abandoned()) == [response]


@pytest.mark.anyio
@pytest.mark.parametrize("pieces", [[b"a"], [httpx.ReadError("cut")], [b"x" * 70_000, httpx.ReadError("never read")]])
async def test_what_follows_the_end_is_read_asynchronously(pieces: list[bytes | Exception]) -> None:
    """The same, asynchronously."""
    body = Pieces(*pieces)
    response = answer(body, None)

    await async_drain(response, aiter(body), faults=Faults())

    assert response.is_closed
