"""Our transports over sockets and TLS: connections kept, limited, lost, let go, and closed under whoever waits."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpcore
import httpx
import pytest

from overrides.async_transport import AsyncTransport
from overrides.errors import ConfigurationError
from overrides.transport import Transport
from tests.sockets.failures import HEAD, chunk, closed_port, sending, wait
from tests.sockets.forms import Maker, request
from tests.sockets.http2 import contexts
from tests.sockets.scripted import Scripted, answer, scripted

pytestmark = pytest.mark.sockets

WHOLE = sending(answer("200 OK", b"whole"))
BEGUN = sending(HEAD, chunk(b"begun"), then=wait)


def test_a_connection_is_used_again_until_the_server_leaves(make: Maker) -> None:
    """Answers read to their end leave their connection to the next; one that the server closed meanwhile fails nobody."""

    def script(connection: socket.socket, number: int) -> None:
        connection.sendall(answer("200 OK", b"%d" % number))
        if number == 2:
            connection.close()

    with scripted(script) as server:
        form = make()
        got = [form.read(form.send(server.url)) for _ in range(3)]
        assert server.wait_for_end(1)
        got.append(form.read(form.send(server.url)))

    assert (got, server.connections) == ([b"0", b"1", b"2", b"3"], 2)


def test_an_answer_let_go_early_takes_its_connection_along(make: Maker) -> None:
    """What of it is still on its way must not be taken for the next answer."""
    with scripted(sending(answer("200 OK", b"x" * 200_000))) as server:
        form = make()
        form.close(form.send(server.url))
        response = form.send(server.url)
        form.begin(response)
        form.close(response)
        form.close(response)

        assert server.wait_for_end(2)
    assert form.transport._connections.in_use == []


def test_an_answer_nobody_asked_for_is_never_given(make: Maker) -> None:
    """A server that sends one more behind the first does not get it taken for the answer to the next request."""

    def script(connection: socket.socket, number: int) -> None:
        connection.sendall(answer("200 OK", b"%d" % number) + answer("200 OK", b"planted"))

    with scripted(script) as server:
        form = make()

        assert [form.read(form.send(server.url)) for _ in range(3)] == [b"0", b"1", b"2"]
        assert server.connections == 3


def test_no_more_connections_than_allowed(make: Maker) -> None:
    """Whoever finds all in use waits, and is told when that takes too long; a failure gives its place back."""
    with scripted(WHOLE) as server, closed_port() as nobody:
        form = make(most=1)
        for _ in range(2):
            with pytest.raises(httpx.ConnectError):
                form.send(nobody)
        response = form.send(server.url)
        with pytest.raises(httpx.PoolTimeout, match="no connection became free"):
            form.send(server.url)
        assert form.read(response) == b"whole"
        assert form.read(form.send(server.url)) == b"whole"

    assert server.connections == 1


def test_idle_connections_make_room(make: Maker) -> None:
    """A connection to one server is closed when one to another is needed and no more may be open, or wait."""
    with scripted(WHOLE) as here, scripted(WHOLE) as there:
        form = make(most=1)
        for server in (here, there, here):
            form.read(form.send(server.url))

        assert (here.wait_for_end(1), there.wait_for_end(1)) == (True, True)
        assert (here.connections, there.connections) == (2, 1)
        few = make(most_idle=1)
        for response in [few.send(there.url) for _ in range(3)]:
            few.read(response)
        assert there.wait_for_end(3)


def test_a_server_is_known_by_its_certificate(make: Maker) -> None:
    """An answer comes over TLS from a server that is trusted; another is refused, and its place given back."""
    served, trusted = contexts()
    with scripted(WHOLE, certificate=served) as server:
        form, wary = make(trusted=trusted), make(most=1)
        got = [form.read(form.send(server.url)) for _ in range(2)]
        for _ in range(2):
            with pytest.raises(httpx.ConnectError, match=r"(?i)certificate"):
                wary.send(server.url)

    assert (got, server.connections) == ([b"whole"] * 2, 3)
    assert wary.transport._connections.in_use == []


def test_certificates_are_read_where_they_are_needed(make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server without TLS needs none; where they cannot be read, whoever needs them is told where they are looked for."""

    def unreadable() -> ssl.SSLContext:
        raise FileNotFoundError("no such file")

    monkeypatch.setattr("overrides.network.shared_ssl_context", unreadable)
    with scripted(WHOLE) as plain, scripted(WHOLE, certificate=contexts()[0]) as secure:
        form = make(most=1)
        for _ in range(2):
            with pytest.raises(ConfigurationError, match=r"no such file.*SSL_CERT_FILE"):
                form.send(secure.url)
        assert form.read(form.send(plain.url)) == b"whole"


def test_a_handshake_without_an_answer_ends(make: Maker) -> None:
    """A server that takes a connection and says nothing of TLS is not waited for longer than connecting may take."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        form = make(trusted=contexts()[1], most=1)
        for _ in range(2):
            with pytest.raises(httpx.ConnectTimeout):
                form.send(f"https://127.0.0.1:{listening.getsockname()[1]}", connect=0.1)


@pytest.mark.parametrize("url", ["ftp://acme.test", "ws://acme.test", "//acme.test"])
def test_only_http_is_spoken(make: Maker, url: str) -> None:
    """Another scheme is refused before anything is opened."""
    with pytest.raises(httpx.UnsupportedProtocol, match="http"):
        make().send(url)


def test_a_peer_that_is_gone_is_found_out(make: Maker) -> None:
    """The system probes connections that are silent, so that no limit to waiting is not for ever."""
    with scripted(WHOLE) as server:
        form = make()
        response = form.send(server.url)
        own = response.extensions["network_stream"].get_extra_info("socket")

        assert own.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        if hasattr(socket, "TCP_KEEPIDLE"):
            assert own.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 60
        form.read(response)


class Refusing(httpcore.MockStream):
    """A network on which the server refuses amid the content, and has said why."""

    written = 0

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002  # the shape of a stream
        """Take the head and nothing else."""
        self.written += 1
        if self.written > 1:
            raise httpcore.WriteError("broken pipe")


def test_a_refusal_amid_an_upload_is_the_answer() -> None:
    """The server's word counts more than that it stopped listening; the connection is not used again."""
    transport = Transport()
    stream = Refusing([answer("413 Content Too Large", b"too much")])
    transport._network.connect = lambda *_, **__: stream  # type: ignore[method-assign]  # the network is not ours

    response = transport.handle_request(request("http://acme.test", content=iter([b"x" * 100_000] * 5)))

    assert (response.status_code, response.read(), stream.written) == (413, b"too much", 2)
    assert transport._connections.take(("http", "acme.test", 80)) is None


def test_threads_share_a_transport() -> None:
    """Many threads get their own answers over few connections."""

    def echo(connection: socket.socket, number: int) -> None:
        path = server.requests[number].split(b" ")[1]
        connection.sendall(answer("200 OK", path))

    wrong: list[Any] = []
    transport = Transport(most=3)

    def work(name: str) -> None:
        for number in range(20):
            path = f"/{name}/{number}"
            got = transport.handle_request(request(server.url + path, pool=10)).read()
            if got != path.encode():
                wrong.append((path, got))

    # The server counts requests over all connections: a lock makes number and request belong together.
    lock = threading.Lock()

    def script(connection: socket.socket, _: int) -> None:
        with lock:
            echo(connection, _)

    with scripted(script) as server:
        threads = [threading.Thread(target=work, args=(f"t{number}",)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        transport.close()

    assert (wrong, len(server.requests)) == ([], 160)
    assert server.connections <= 3


@pytest.mark.parametrize("script", [sending(then=wait), BEGUN], ids=["before the head", "amid the content"])
def test_closing_wakes_who_waits(script: Any) -> None:
    """A thread that waits for an answer is woken when the transport is closed, and told that it broke off."""
    transport = Transport()
    told: list[Exception] = []

    def read() -> None:
        try:
            transport.handle_request(request(server.url, read=None)).read()
        except httpx.RequestError as error:
            told.append(error)

    with scripted(script) as server:
        thread = threading.Thread(target=read)
        thread.start()
        _until(lambda: bool(server.requests))
        time.sleep(0.05)
        transport.close()
        thread.join(5)

        assert server.wait_for_end(1)
    assert not thread.is_alive()
    assert len(told) == 1


@pytest.mark.parametrize("script", [sending(then=wait), BEGUN], ids=["before the head", "amid the content"])
def test_closing_wakes_a_task_that_waits(script: Any) -> None:
    """The same on an event loop."""

    async def talk() -> BaseException | None:
        transport = AsyncTransport()

        async def read() -> bytes:
            return await (await transport.handle_async_request(request(server.url, read=None))).aread()

        task = asyncio.create_task(read())
        await asyncio.to_thread(_until, lambda: bool(server.requests))
        await asyncio.sleep(0.05)
        await transport.aclose()
        await asyncio.wait([task], timeout=5)
        return task.exception()

    with scripted(script) as server:
        assert isinstance(asyncio.run(talk()), httpx.RequestError)
        assert server.wait_for_end(1)


@contextlib.contextmanager
def mute() -> Iterator[str]:
    """Take connections and say nothing, also not of TLS."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"https://127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.parametrize("where", ["handshake", "head", "content", "queue"])
def test_a_cancelled_task_leaves_nothing_behind(where: str) -> None:
    """Wherever it waits: its connection is closed, its place given back, and no warning follows."""

    async def talk(url: str) -> None:
        transport = AsyncTransport(trusted=contexts()[1], most=1)
        held = await transport.handle_async_request(request(url)) if where == "queue" else None

        async def read() -> None:
            await (await transport.handle_async_request(request(url, read=None, connect=None, pool=None))).aread()

        task = asyncio.create_task(read())
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        if held is not None:
            await held.aclose()
        assert transport._connections.in_use == []
        assert transport._slots.free == 1
        await transport.aclose()

    scripts = {"head": sending(then=wait), "content": BEGUN, "queue": BEGUN}
    silent = mute() if where == "handshake" else contextlib.nullcontext()
    with silent as url, scripted(scripts.get(where, BEGUN)) as server:
        asyncio.run(talk(url or server.url))
        assert where == "handshake" or server.wait_for_end(1)
    gc.collect()


def test_a_place_that_became_free_goes_to_who_waits() -> None:
    """Twenty tasks share two connections, in whatever order they come to them."""

    async def talk(server: Scripted) -> list[bytes]:
        transport = AsyncTransport(most=2)

        async def read() -> bytes:
            return await (await transport.handle_async_request(request(server.url, pool=5))).aread()

        try:
            return await asyncio.gather(*(read() for _ in range(20)))
        finally:
            await transport.aclose()

    with scripted(WHOLE) as server:
        assert asyncio.run(talk(server)) == [b"whole"] * 20
    assert server.connections == 2


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 5
    while not condition() and time.monotonic() < end:
        time.sleep(0.005)
