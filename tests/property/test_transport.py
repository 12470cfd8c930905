"""Our transports against the library's pool of connections, on answers that are whole, cut, changed and hostile."""

from __future__ import annotations

import asyncio
from typing import Any

import httpcore
import httpx
from hypothesis import example, given
from hypothesis import strategies as st

from overrides.async_transport import AsyncTransport
from overrides.transport import Transport
from tests.property.budget import examples

_HEADS = [
    b"HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    b"HTTP/1.1 200\r\n\r\n",
    b"HTTP/1.0 200 OK\r\nX: \xe9\r\n\r\n",
    b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 500 Oh\r\ncontent-length: 3\r\nconnection: close\r\n\r\n",
    b"HTTP/1.1 101 Switching\r\nupgrade: x\r\n\r\n",
    b"HTTP/1.1 204 No\r\n\r\n",
    b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n",
    b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n",
    b"HTTP/1.1 200 OK\r\n folded: x\r\n\r\n",
    b"HTTP/2 200\r\n\r\n",
    b"\r\n\r\n",
]
_CONTENTS = [
    b"abcdef",
    b"3\r\nabc\r\n",
    b"3;x\r\nabc\r\n0\r\n\r\n",
    b"0\r\nt: x\r\n\r\n",
    b"zz\r\n",
    b"ffffffffffffffffffffff\r\n",
    b"",
]
_NOISE = [b"\r\n", b"\n", b"\0", b":", b"\xff", b"HTTP/1.1 200 OK\r\n\r\n", b"a" * 70_000]

_whole = st.tuples(st.sampled_from(_HEADS), st.lists(st.sampled_from([*_CONTENTS, *_NOISE]), max_size=4)).map(
    lambda parts: parts[0] + b"".join(parts[1])
)
_changed = st.tuples(_whole, st.integers(0, 60), st.integers(0, 3), st.sampled_from([b"", *_NOISE])).map(
    lambda change: change[0][: change[1]] + change[3] + change[0][change[1] + change[2] :]
)
_pieces = st.tuples(st.one_of(_whole, _changed), st.lists(st.integers(1, 90), max_size=8)).map(
    lambda cut: [piece for piece in _cut(*cut) if piece]
)


def _cut(data: bytes, sizes: list[int]) -> list[bytes]:
    pieces = []
    for size in sizes:
        pieces.append(data[:size])
        data = data[size:]
    return [*pieces, data]


def _request(method: str) -> httpx.Request:
    return httpx.Request(method, "http://acme.test/x", content=b"{}")


def _ours(method: str, pieces: list[bytes]) -> tuple[Any, ...]:
    """Return status, headers, content, and the fault that ended it."""
    transport = Transport()
    transport._network._backend = httpcore.MockBackend(list(pieces))
    got: list[Any] = [None, None, b""]
    try:
        response = transport.handle_request(_request(method))
        got[:2] = response.status_code, response.headers.raw
        for piece in response.stream:  # type: ignore[union-attr]  # a synchronous one
            got[2] += piece
        response.close()
    except httpx.RequestError as error:
        return (*got, type(error).__name__)
    finally:
        assert transport._connections.in_use == []
        assert transport._slots.free == 100
        transport.close()
    return (*got, None)


async def _ours_async(method: str, pieces: list[bytes]) -> tuple[Any, ...]:
    transport = AsyncTransport()
    transport._network._backend = httpcore.AsyncMockBackend(list(pieces))
    got: list[Any] = [None, None, b""]
    try:
        response = await transport.handle_async_request(_request(method))
        got[:2] = response.status_code, response.headers.raw
        async for piece in response.stream:  # type: ignore[union-attr]  # an asynchronous one
            got[2] += piece
        await response.aclose()
    except httpx.RequestError as error:
        return (*got, type(error).__name__)
    finally:
        assert transport._connections.in_use == []
        assert transport._slots.free == 100
        await transport.aclose()
    return (*got, None)


def _theirs(method: str, pieces: list[bytes]) -> tuple[Any, ...]:
    got: list[Any] = [None, None, b""]
    request = _request(method)
    with httpcore.ConnectionPool(network_backend=httpcore.MockBackend(list(pieces))) as pool:
        try:
            with pool.stream(method, str(request.url), headers=request.headers.raw, content=b"{}") as response:
                got[:2] = response.status, httpx.Headers(response.headers).raw
                for piece in response.iter_stream():
                    got[2] += piece
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            return (*got, type(error).__name__)
    return (*got, None)


@examples(200)
@given(st.sampled_from(["GET", "POST", "HEAD"]), _pieces)
@example("POST", [b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n"])
def test_answers_are_read_as_the_library_reads_them(method: str, pieces: list[bytes]) -> None:
    """Status, headers, all content before a fault, and the kind of fault are the same; no connection is lost count of."""
    ours = _ours(method, pieces)

    assert ours == _theirs(method, pieces)
    assert asyncio.run(_ours_async(method, pieces)) == ours
