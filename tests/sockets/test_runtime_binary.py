"""Downloads over a real socket: memory stays flat, files are whole or absent, connections are given back."""

from __future__ import annotations

import asyncio
import gc
import socket
import tracemalloc
from pathlib import Path

import pytest

from overrides import errors
from overrides.responses import AsyncBinaryResponse, BinaryResponse
from tests.sockets.scripted import answer, scripted
from tests.unit.overrides.api import GET, Acme, AsyncAcme

pytestmark = pytest.mark.sockets

PIECE = bytes(range(256)) * 256
LARGE = 50_000_000
FLAT = 6_000_000


def large(connection: socket.socket, _: int) -> None:
    """Send fifty megabytes."""
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-type: audio/x\r\ncontent-length: %d\r\n\r\n" % LARGE)
    whole, rest = divmod(LARGE, len(PIECE))
    for _ in range(whole):
        connection.sendall(PIECE)
    connection.sendall(PIECE[:rest])


def cut(connection: socket.socket, _: int) -> None:
    """Promise more than is sent."""
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n" + PIECE)
    connection.close()


def test_a_large_download_leaves_memory_flat(tmp_path: Path) -> None:
    """Fifty megabytes reach a file without being loaded, and the connection is used again."""
    with scripted(large) as server, Acme(base_url=server.url) as client:
        client.request(GET, {"file_id": "warm"}).write_to(tmp_path / "warm")
        tracemalloc.start()
        client.request(GET, {"file_id": "f"}).write_to(tmp_path / "out")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert (tmp_path / "out").stat().st_size == LARGE
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "warm"]
    assert peak < FLAT
    assert server.connections == 1


def test_a_large_download_leaves_memory_flat_asynchronously(tmp_path: Path) -> None:
    """The same, asynchronously."""

    async def download(url: str) -> int:
        async with AsyncAcme(base_url=url) as client:
            await (await client.request(GET, {"file_id": "warm"})).write_to(tmp_path / "warm")
            tracemalloc.start()
            reply = await client.request(GET, {"file_id": "f"})
            await reply.write_to(tmp_path / "out")
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            assert isinstance(reply, AsyncBinaryResponse)
            return peak

    with scripted(large) as server:
        peak = asyncio.run(download(server.url))

    assert (tmp_path / "out").stat().st_size == LARGE
    assert peak < FLAT
    assert server.connections == 1


def test_a_broken_download_leaves_what_was_there(tmp_path: Path) -> None:
    """A connection that breaks is told, the file from before stays, and nothing half-written lies beside it."""
    target = tmp_path / "out"
    target.write_bytes(b"before")
    with scripted(cut) as server, Acme(base_url=server.url) as client:
        with pytest.raises(errors.APIConnectionError, match=r"GET http://127.* failed"):
            client.request(GET, {"file_id": "f"}).write_to(target)
        with pytest.raises(errors.APIConnectionError):
            client.request(GET, {"file_id": "f"}).read()
        with pytest.raises(errors.APIConnectionError):
            list(client.request(GET, {"file_id": "f"}).iter_bytes())

    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert target.read_bytes() == b"before"


@pytest.mark.parametrize("how", ["close", "with", "break", "no folder", "forgotten"])
def test_a_connection_is_given_back_whatever_happens(how: str, tmp_path: Path) -> None:
    """Closing, leaving early, failing to write and forgetting the answer all end the connection."""
    with scripted(large) as server, Acme(base_url=server.url, http_client=None) as client:
        reply: BinaryResponse = client.request(GET, {"file_id": "f"})
        if how == "close":
            reply.close()
        elif how == "with":
            with reply:
                pass
        elif how == "break":
            for _ in reply.iter_bytes():
                break
        elif how == "no folder":
            with pytest.raises(FileNotFoundError):
                reply.write_to(tmp_path / "none" / "out")
        response = reply.response
        del reply
        gc.collect()
        assert server.wait_for_end(1)
        client.request(GET, {"file_id": "f"}).close()

    assert response.is_closed


def test_a_forgotten_answer_is_given_back_asynchronously() -> None:
    """An answer nobody reads or closes ends its connection without a warning, and the next call works."""

    async def forget(url: str) -> bool:
        async with AsyncAcme(base_url=url) as client:
            await client.request(GET, {"file_id": "f"})
            async for _ in (await client.request(GET, {"file_id": "f"})).iter_bytes(1000):
                break
            async with await client.request(GET, {"file_id": "f"}) as reply:
                pass
            assert reply.response.is_closed
            return not client._pool.use()._transport._connections.in_use  # type: ignore[attr-defined]  # a look inside

    with scripted(large) as server:
        assert asyncio.run(forget(server.url))

        assert server.wait_for_end(3)


def test_a_small_answer_is_whole_in_every_way() -> None:
    """Content is read once from the socket and as often as wanted from memory; pieces are given once."""
    with (
        scripted(lambda connection, _: connection.sendall(answer("200 OK", b"12345"))) as server,
        Acme(base_url=server.url) as client,
    ):
        loaded, pieces = client.request(GET, {"file_id": "f"}), client.request(GET, {"file_id": "f"})
        assert repr(loaded) == "<BinaryResponse no content type, 5 bytes>"
        assert (loaded.content, loaded.read(), list(loaded.iter_bytes(2))) == (
            b"12345",
            b"12345",
            [b"12", b"34", b"5"],
        )
        assert list(pieces.iter_bytes(3)) == [b"123", b"45"]
        with pytest.raises(errors.ClientStateError, match="cannot be read again"):
            pieces.read()
        raw = client.raw.request(GET, {"file_id": "f"})
        assert (raw.status_code, raw.parse().read()) == (200, b"12345")
