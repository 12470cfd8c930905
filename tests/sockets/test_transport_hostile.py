"""Our transports against servers, peers and callers that do what nobody expects of them."""

from __future__ import annotations

import asyncio
import gc
import os
import socket
import ssl
import threading
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import trustme

from overrides.async_transport import AsyncTransport
from overrides.http import abort
from overrides.transport import Transport
from tests.sockets.failures import HEAD, chunk, sending, wait
from tests.sockets.forms import Maker, Sync, request
from tests.sockets.http2 import contexts
from tests.sockets.scripted import answer, scripted

pytestmark = pytest.mark.sockets

PLANTED = answer("200 OK", b"planted")
OPEN_END = b"HTTP/1.1 200 OK\r\n\r\nhalf of it"


def counting(connection: socket.socket, number: int) -> None:
    """Answer with the number of the request."""
    connection.sendall(answer("200 OK", b"%d" % number))


def together(connection: socket.socket, *parts: bytes) -> None:
    """Send parts that are records of their own as one segment."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 1)
    for part in parts:
        connection.sendall(part)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CORK, 0)


def test_an_answer_is_read_by_its_owner_only(make: Maker) -> None:
    """Whoever goes on reading an answer that was closed gets nothing of the next one on its connection."""
    with scripted(counting) as server:
        form = make()
        first = form.send(server.url)
        assert form.begin(first) == b"0"
        form.close(first)
        second = form.send(server.url)

        assert form.rest(first) == b""
        assert form.read(second) == b"1"
        assert server.connections == 1


def test_an_answer_closed_before_its_end_is_not_whole(make: Maker) -> None:
    """Reading on says so, instead of ending as if all had come."""
    with scripted(sending(HEAD, chunk(b"a"), then=wait)) as server:
        form = make()
        response = form.send(server.url)
        form.begin(response)
        form.close(response)

        with pytest.raises(httpx.ReadError, match="closed before its end"):
            form.rest(response)


@pytest.mark.skipif(not hasattr(socket, "TCP_CORK"), reason="nothing else keeps two records in one segment")
def test_a_planted_record_is_never_given(make: Maker) -> None:
    """What a server sends behind an answer over TLS may be off the socket already: it is not taken for the next answer."""
    served, trusted = contexts()

    def script(connection: socket.socket, number: int) -> None:
        together(connection, answer("200 OK", b"%d" % number), PLANTED)

    with scripted(script, certificate=served) as server:
        form = make(trusted=trusted)

        assert [form.read(form.send(server.url)) for _ in range(3)] == [b"0", b"1", b"2"]


def test_an_answer_planted_where_a_read_ends_is_never_given(make: Maker) -> None:
    """Nor is what follows an answer that fills what is read at once."""
    whole = answer("200 OK", b"x" * 65494)
    assert len(whole) == 65536

    with scripted(sending(whole, PLANTED)) as server:
        form = make()

        assert [len(form.read(form.send(server.url))) for _ in range(3)] == [65494] * 3


def test_a_forked_process_leaves_the_connections_of_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    """It closes its own copies of them; shut down they would be for the parent, too."""
    go_on = threading.Event()

    def script(connection: socket.socket, _: int) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nab")
        go_on.wait(5)
        connection.sendall(b"cd")

    with scripted(script) as server:
        transport = Transport()
        response = transport.handle_request(request(server.url))
        own = response.extensions["network_stream"].get_extra_info("socket")
        with own.dup() as of_the_parent:
            monkeypatch.setattr(os, "getpid", lambda: -1)
            transport.close()
            go_on.set()
            of_the_parent.settimeout(5)

            assert of_the_parent.recv(10) == b"cd"


def test_a_connection_that_was_shut_down_stays_encrypted() -> None:
    """Who writes on it in another thread must not go on in the clear, nor who reads take ciphers for content."""
    served, trusted = contexts()
    with scripted(sending(HEAD, chunk(b"a"), then=wait), certificate=served) as server:
        form = Sync(trusted=trusted)
        response = form.send(server.url)
        own = response.extensions["network_stream"].get_extra_info("socket")
        before = own.cipher()
        abort(response)

        assert own.cipher() == before is not None
        assert server.wait_for_end(1)
        form.end()


@pytest.mark.parametrize("seconds", [None, 5.0])
def test_closing_makes_no_answer_whole(seconds: float | None) -> None:
    """An answer without a length, which ends with its connection, is cut off when this side closes that."""
    told: list[Exception] = []

    def read() -> None:
        try:
            transport.handle_request(request(server.url, read=seconds)).read()
        except httpx.RequestError as error:
            told.append(error)

    with scripted(sending(OPEN_END, then=wait)) as server:
        transport = Transport()
        thread = threading.Thread(target=read)
        thread.start()
        while not server.requests:
            thread.join(0.01)
        thread.join(0.1)
        transport.close()
        thread.join(5)

    assert [type(error) for error in told] == [httpx.ReadError]


def test_closing_makes_no_answer_whole_for_a_task() -> None:
    """The same on an event loop."""

    async def talk(url: str) -> None:
        transport = AsyncTransport()
        response = await transport.handle_async_request(request(url))
        task = asyncio.create_task(response.aread())
        await asyncio.sleep(0.1)
        await transport.aclose()
        with pytest.raises(httpx.ReadError):
            await task

    with scripted(sending(OPEN_END, then=wait)) as server:
        asyncio.run(talk(server.url))


def test_closing_amid_a_handshake_is_a_fault_of_the_network() -> None:
    """The task that waits for TLS is told in the words of the HTTP library, and nothing is left over."""

    async def talk(url: str) -> None:
        transport = AsyncTransport(trusted=contexts()[1], most=1)
        task = asyncio.create_task(transport.handle_async_request(request(url, connect=None)))
        await asyncio.sleep(0.1)
        await transport.aclose()
        with pytest.raises(httpx.RequestError):
            await task
        assert (transport._slots.free, transport._connections.in_use) == (1, [])

    with socket.create_server(("127.0.0.1", 0)) as listening:
        asyncio.run(talk(f"https://127.0.0.1:{listening.getsockname()[1]}"))


def test_a_server_that_wants_a_certificate_is_a_fault_of_the_network(make: Maker) -> None:
    """It says so after the handshake, amid the exchange: no error of TLS gets past the transport."""
    authority = trustme.CA()
    demanding = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(demanding)
    authority.configure_trust(demanding)
    demanding.verify_mode = ssl.CERT_REQUIRED
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)

    with scripted(counting, certificate=demanding) as server:
        form = make(trusted=trusted, most=1)
        for _ in range(3):
            with pytest.raises(httpx.RequestError):
                form.read(form.send(server.url))


def test_an_answer_that_is_dropped_gives_its_place_back() -> None:
    """Begun or not, and without being closed."""
    with scripted(sending(HEAD, chunk(b"a"), then=wait)) as server:
        transport = Transport(most=1)
        for is_begun in (True, False, True):
            response = transport.handle_request(request(server.url))
            if is_begun:
                next(response.iter_raw())
            del response
            gc.collect()

        assert transport._slots.free == 1
        transport.close()


def test_an_interrupt_gives_a_place_back_once(make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when it comes where the answer is made: the limit neither shrinks nor grows."""
    form = make(most=1)

    def interrupt(*_: Any, **__: Any) -> Any:
        raise InterruptedError

    for module in ("transport", "async_transport"):
        monkeypatch.setattr(f"overrides.{module}.to_answer", interrupt)
    with scripted(counting) as server:
        for _ in range(3):
            with pytest.raises(InterruptedError):
                form.send(server.url)
    gc.collect()

    assert (form.transport._slots.free, form.transport._connections.in_use) == (1, [])


def test_content_that_takes_its_time_is_not_held_back() -> None:
    """The head of an upload, and each piece, is on its way before the next piece is there."""
    seen: list[bytes] = []
    has_come = [threading.Event() for _ in range(3)]

    async def pieces() -> AsyncIterator[bytes]:
        for number in range(3):
            assert await asyncio.to_thread(has_come[number].wait, 5)
            yield b"%d" % number

    def listen(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection:
            for number, event in enumerate(has_come):
                while (b"\r\n\r\n" if number == 0 else b"1\r\n%d\r\n" % (number - 1)) not in b"".join(seen):
                    seen.append(connection.recv(65536))
                event.set()
            while b"0\r\n\r\n" not in b"".join(seen):
                seen.append(connection.recv(65536))
            connection.sendall(answer("200 OK"))

    async def send(url: str) -> int:
        transport = AsyncTransport()
        response = await transport.handle_async_request(request(url, content=pieces()))
        await response.aread()
        await transport.aclose()
        return response.status_code

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=listen, args=(listening,))
        thread.start()
        assert asyncio.run(send(f"http://127.0.0.1:{listening.getsockname()[1]}")) == 200
        thread.join(5)


@pytest.mark.parametrize("seconds", [None, 0, -1.0, 1e300, float("inf")])
def test_a_place_may_be_waited_for_in_any_way(make: Maker, seconds: float | None) -> None:
    """For ever, not at all, or longer than clocks go."""
    with scripted(counting) as server:
        assert make().send(server.url, pool=seconds).status_code == 200
