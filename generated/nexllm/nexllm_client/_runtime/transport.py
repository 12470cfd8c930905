"""
Transports for HTTP/1.1 without proxies, for clients of our own: httpcore connects, h11 knows the protocol, connections are kept here.

Knows requests and answers; knows no operation. The library's transport looks at all connections for every request, and hands
each piece of an answer through five generators: that took a third of a call, and two thirds with many in flight.
"""

from __future__ import annotations

import queue
import socket
import ssl
from collections.abc import AsyncIterable, Iterable, Mapping
from typing import Any, Final, Self, cast

import anyio
import httpcore

from .connections import Connections
from .errors import ConfigurationError
from .exchange import Exchanges
from .http import (
    MOST_CONNECTIONS,
    MOST_IDLE,
    URL,
    AsyncBaseTransport,
    AsyncByteStream,
    BaseTransport,
    PoolTimeout,
    Request,
    Response,
    SyncByteStream,
    UnsupportedProtocol,
    fault_like,
    shared_ssl_context,
    shut_down,
)

_Timeouts = Mapping[str, float | None]
_Origin = tuple[str, str, int]

_PORTS: Final = {"http": 80, "https": 443}
_SPOKEN: Final = ["http/1.1"]
_READ_BYTES: Final = 64 * 1024
_FAULTS: Final = (httpcore.NetworkError, httpcore.TimeoutException)
_NO_SLOT: Final = "no connection became free"
# A peer that is gone without a word is found out in minutes, where a limit to waiting is not set.
_PROBES: Final = {"TCP_KEEPIDLE": 60, "TCP_KEEPINTVL": 60, "TCP_KEEPCNT": 5}
_SOCKET_OPTIONS: Final = (
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
    *((socket.IPPROTO_TCP, getattr(socket, name), value) for name, value in _PROBES.items() if hasattr(socket, name)),
)


def _origin_of(url: URL) -> _Origin:
    scheme = url.scheme
    if scheme not in _PORTS:
        raise UnsupportedProtocol(f"requests are sent to http:// and https://, not to {scheme}://")
    return scheme, url.raw_host.decode("ascii"), url.port or _PORTS[scheme]


def _timeouts_of(request: Request) -> _Timeouts:
    timeouts: _Timeouts = request.extensions.get("timeout", {})
    return timeouts


def _prepared(trusted: ssl.SSLContext | None) -> ssl.SSLContext:
    """Return what servers are trusted by; the certificates of the library are read by the first connection that needs them."""
    try:
        context = trusted or shared_ssl_context()
    except OSError as error:
        raise ConfigurationError(
            f"the certificates of those to trust cannot be read ({error}): see SSL_CERT_FILE and SSL_CERT_DIR"
        ) from error
    context.set_alpn_protocols(_SPOKEN)
    return context


class _Connection:
    __slots__ = ("exchanges", "idle_since", "origin", "request", "stream")

    def __init__(self, origin: _Origin, *, stream: Any) -> None:
        self.origin = origin
        self.stream = stream
        self.exchanges = Exchanges()
        self.request: Request | None = None  # which it is used for
        self.idle_since = 0.0

    @property
    def is_lost(self) -> bool:
        """Whether the server closed it: there is something to read where nothing was asked."""
        return bool(self.stream.get_extra_info("is_readable"))

    @property
    def socket(self) -> socket.socket | None:
        return cast("socket.socket | None", self.stream.get_extra_info("socket"))


def _socket_for(request: Request, connections: Connections[_Connection]) -> socket.socket | None:
    return next((known.socket for known in connections.in_use if known.request is request), None)


class _Content(SyncByteStream):
    """Read the content of an answer."""

    def __init__(self, transport: Transport, connection: _Connection, *, timeouts: _Timeouts) -> None:
        self._transport = transport
        self._connection = connection
        self._timeouts = timeouts
        self._held = [connection]  # taken out once, whoever closes, and from whichever thread

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        """Return all that came since."""
        connection = self._connection
        exchanges = connection.exchanges
        try:
            while (data := exchanges.content()) == b"":
                exchanges.receive(connection.stream.read(_READ_BYTES, self._timeouts.get("read")))
        except BaseException as error:
            self._let_go()  # not `close`, which tells who listens that nothing more was wanted
            if isinstance(error, _FAULTS):
                raise fault_like(error) from error
            raise
        if data is None:
            raise StopIteration
        return data

    def close(self) -> None:
        """Give the connection back."""
        self._let_go()

    def _let_go(self) -> None:
        try:
            connection = self._held.pop()
        except IndexError:
            return
        self._transport.give_back(connection)


class Transport(BaseTransport):
    """
    Send requests on connections that are kept for the next; safe to share between threads.

    Args:
        trusted: what servers are trusted by; the certificates of the library when None.
        most: how many connections may be open.
        most_idle: how many of them may wait to be used again.
    """

    def __init__(
        self, *, trusted: ssl.SSLContext | None = None, most: int = MOST_CONNECTIONS, most_idle: int = MOST_IDLE
    ) -> None:
        self._trusted = trusted
        self._network = httpcore.SyncBackend()
        self._connections: Connections[_Connection] = Connections(most=most, most_idle=most_idle)
        self._slots: queue.SimpleQueue[None] = queue.SimpleQueue()  # one a connection; a semaphore is ten times as slow
        for _ in range(most):
            self._slots.put(None)

    def handle_request(self, request: Request) -> Response:
        """
        Send a request and return the answer when its head is there.

        Raises:
            RequestError: the network failed, no connection became free, or what came is not HTTP.
        """
        origin, timeouts = _origin_of(request.url), _timeouts_of(request)
        try:
            self._slots.get(timeout=timeouts.get("pool"))
        except queue.Empty:
            raise PoolTimeout(_NO_SLOT) from None
        try:
            connection = self._take(origin) or self._open(origin, timeouts)
            connection.request = request
            try:
                return self._exchange(connection, request, timeouts=timeouts)
            except BaseException:
                self._close(connection)
                raise
        except BaseException as error:
            self._slots.put(None)
            if isinstance(error, _FAULTS):
                raise fault_like(error) from error
            raise

    def _take(self, origin: _Origin) -> _Connection | None:
        while (connection := self._connections.take(origin)) is not None and connection.is_lost:
            self._close(connection)
        return connection

    def _open(self, origin: _Origin, timeouts: _Timeouts) -> _Connection:
        scheme, host, port = origin
        stream = self._network.connect_tcp(host, port, timeout=timeouts.get("connect"), socket_options=_SOCKET_OPTIONS)
        connection = _Connection(origin, stream=stream)
        self._connections.add(connection)
        try:
            if scheme == "https":
                trusted = _prepared(self._trusted)
                connection.stream = stream.start_tls(trusted, host, timeouts.get("connect"))
            self._close_surplus()
        except BaseException:
            self._close(connection)
            raise
        return connection

    def _exchange(self, connection: _Connection, request: Request, *, timeouts: _Timeouts) -> Response:
        exchanges, stream = connection.exchanges, connection.stream
        try:
            # Apart from the content, although that is a second write: a server begins meanwhile.
            stream.write(exchanges.begin(request), timeouts.get("write"))
            for piece in cast("Iterable[bytes]", request.stream):
                stream.write(exchanges.add(piece), timeouts.get("write"))
            stream.write(exchanges.end(), timeouts.get("write"))
        except httpcore.WriteError:
            pass  # a server may refuse amid the content, and say why
        content = _Content(self, connection, timeouts=timeouts)
        while (response := exchanges.answer(content, stream)) is None:
            exchanges.receive(stream.read(_READ_BYTES, timeouts.get("read")))
        return response

    def give_back(self, connection: _Connection) -> None:
        """Take the connection of an answer nobody reads from any more: it is kept if that is at its end, else closed."""
        connection.request = None
        if not connection.exchanges.renew() or not self._connections.put_back(connection):
            self._close(connection)
        self._slots.put(None)
        self._close_surplus()

    def _close_surplus(self) -> None:
        for connection in self._connections.take_surplus():
            connection.stream.close()

    def _close(self, connection: _Connection) -> None:
        self._connections.remove(connection)
        connection.stream.close()

    def socket_for(self, request: Request) -> socket.socket | None:
        """Return the socket that a request is sent on, or its answer read from."""
        return _socket_for(request, self._connections)

    def close(self) -> None:
        """Close all connections, and wake who waits on one."""
        for connection in self._connections.take_all():
            shut_down(connection.socket)
            connection.stream.close()


class _AsyncContent(AsyncByteStream):
    """Read the content of an answer."""

    def __init__(self, transport: AsyncTransport, connection: _Connection, *, timeouts: _Timeouts) -> None:
        self._transport = transport
        self._connection = connection
        self._timeouts = timeouts
        self._held = [connection]  # taken out once, whoever closes, and from whichever thread

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        """Return all that came since."""
        connection = self._connection
        exchanges = connection.exchanges
        try:
            while (data := exchanges.content()) == b"":
                exchanges.receive(await connection.stream.read(_READ_BYTES, self._timeouts.get("read")))
        except BaseException as error:
            await self._let_go()  # not `aclose`, which tells who listens that nothing more was wanted
            if isinstance(error, _FAULTS):
                raise fault_like(error) from error
            raise
        if data is None:
            raise StopAsyncIteration
        return data

    async def aclose(self) -> None:
        """Give the connection back."""
        await self._let_go()

    async def _let_go(self) -> None:
        if self._held:
            await self._transport.give_back(self._held.pop())


class AsyncTransport(AsyncBaseTransport):
    """
    Send requests on connections that are kept for the next, without blocking; belongs to one event loop.

    Args:
        trusted: what servers are trusted by; the certificates of the library when None.
        most: how many connections may be open.
        most_idle: how many of them may wait to be used again.
    """

    def __init__(
        self, *, trusted: ssl.SSLContext | None = None, most: int = MOST_CONNECTIONS, most_idle: int = MOST_IDLE
    ) -> None:
        self._trusted = trusted
        self._network = httpcore.AnyIOBackend()
        self._connections: Connections[_Connection] = Connections(most=most, most_idle=most_idle)
        self._slots = anyio.Semaphore(most)

    async def handle_async_request(self, request: Request) -> Response:
        """
        Send a request and return the answer when its head is there.

        Raises:
            RequestError: the network failed, no connection became free, or what came is not HTTP.
        """
        origin, timeouts = _origin_of(request.url), _timeouts_of(request)
        await self._wait_for_slot(timeouts)
        try:
            connection = await self._take(origin) or await self._open(origin, timeouts)
            connection.request = request
            try:
                return await self._exchange(connection, request, timeouts=timeouts)
            except BaseException:
                await self._close(connection)
                raise
        except BaseException as error:
            self._slots.release()
            if isinstance(error, _FAULTS):
                raise fault_like(error) from error
            raise

    async def _wait_for_slot(self, timeouts: _Timeouts) -> None:
        try:
            self._slots.acquire_nowait()
        except anyio.WouldBlock:
            try:
                with anyio.fail_after(timeouts.get("pool")):
                    await self._slots.acquire()
            except TimeoutError:
                raise PoolTimeout(_NO_SLOT) from None

    async def _take(self, origin: _Origin) -> _Connection | None:
        while (connection := self._connections.take(origin)) is not None and connection.is_lost:
            await self._close(connection)
        return connection

    async def _open(self, origin: _Origin, timeouts: _Timeouts) -> _Connection:
        scheme, host, port = origin
        stream = await self._network.connect_tcp(
            host, port, timeout=timeouts.get("connect"), socket_options=_SOCKET_OPTIONS
        )
        connection = _Connection(origin, stream=stream)
        self._connections.add(connection)
        try:
            if scheme == "https":
                trusted = _prepared(self._trusted)
                connection.stream = await stream.start_tls(trusted, host, timeouts.get("connect"))
            await self._close_surplus()
        except BaseException:
            await self._close(connection)
            raise
        return connection

    async def _exchange(self, connection: _Connection, request: Request, *, timeouts: _Timeouts) -> Response:
        exchanges, stream = connection.exchanges, connection.stream
        try:
            unsent = exchanges.begin(request)
            async for piece in cast("AsyncIterable[bytes]", request.stream):
                unsent += exchanges.add(piece)
                if len(unsent) > _READ_BYTES:
                    await stream.write(unsent, timeouts.get("write"))
                    unsent = b""
            await stream.write(unsent + exchanges.end(), timeouts.get("write"))
        except httpcore.WriteError:
            pass  # a server may refuse amid the content, and say why
        content = _AsyncContent(self, connection, timeouts=timeouts)
        while (response := exchanges.answer(content, stream)) is None:
            exchanges.receive(await stream.read(_READ_BYTES, timeouts.get("read")))
        return response

    async def give_back(self, connection: _Connection) -> None:
        """Take the connection of an answer nobody reads from any more: it is kept if that is at its end, else closed."""
        connection.request = None
        try:
            if not connection.exchanges.renew() or not self._connections.put_back(connection):
                await self._close(connection)
        finally:
            self._slots.release()
        await self._close_surplus()

    async def _close_surplus(self) -> None:
        for connection in self._connections.take_surplus():
            await self._close(connection)

    async def _close(self, connection: _Connection) -> None:
        self._connections.remove(connection)
        with anyio.CancelScope(shield=True):
            await connection.stream.aclose()

    async def aclose(self) -> None:
        """Close all connections, and wake who waits on one."""
        for connection in self._connections.take_all():
            await self._close(connection)
