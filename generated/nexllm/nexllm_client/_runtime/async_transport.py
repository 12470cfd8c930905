"""The transport of our own asynchronous clients: HTTP/1.1 without proxies, on connections that are kept; knows no operation."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterable
from typing import Self, cast

from .connections import Connection, Connections
from .exchange import Head, to_answer
from .http import (
    MOST_CONNECTIONS,
    MOST_IDLE,
    AsyncBaseTransport,
    AsyncByteStream,
    ByteStream,
    ReadError,
    Request,
    Response,
)
from .network import AsyncNetwork, AsyncSlots, Origin, Timeouts, WriteError, origin_of, raise_request_error


class _AsyncContent(AsyncByteStream):
    """Read the content of an answer; the connection and its place are its own until they are given back."""

    def __init__(self, transport: AsyncTransport, connection: Connection, *, timeouts: Timeouts) -> None:
        self._transport = transport
        self._connection = connection
        self._timeouts = timeouts
        self._is_ended = False
        self._is_held = True

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        """Return all that came since."""
        if self._is_ended:
            raise StopAsyncIteration
        if not self._is_held:  # the connection may be another answer's by now
            raise ReadError("the answer was closed before its end")
        connection = self._connection
        try:
            data, self._is_ended = connection.exchanges.content()
            while not data and not self._is_ended:
                await connection.areceive(self._timeouts)
                data, self._is_ended = connection.exchanges.content()
        except BaseException as error:
            await self._let_go()  # not `aclose`, which tells who listens that nothing more was wanted
            raise_request_error(error)
            raise
        if not data:
            raise StopAsyncIteration
        return data

    async def aclose(self) -> None:
        """Give the connection back."""
        await self._let_go()

    async def _let_go(self) -> None:
        if self._is_held:
            self._is_held = False
            await self._transport.give_back(self._connection)


class AsyncTransport(AsyncBaseTransport):
    """
    Send requests without blocking; belongs to one event loop.

    Args:
        trusted: what servers are trusted by; the certificates of the library when None.
        most: how many connections may be open.
        most_idle: how many of them may wait to be used again.
    """

    def __init__(
        self, *, trusted: ssl.SSLContext | None = None, most: int = MOST_CONNECTIONS, most_idle: int = MOST_IDLE
    ) -> None:
        self._network = AsyncNetwork(trusted)
        self._slots = AsyncSlots(most)
        self._connections = Connections(most=most, most_idle=most_idle)

    async def handle_async_request(self, request: Request) -> Response:
        """
        Send a request and return the answer when its head is there.

        Raises:
            RequestError: the network failed, no connection became free, or what came is not HTTP.
            ConfigurationError: there are no certificates to know the server by.
        """
        origin, timeouts = origin_of(request.url), request.extensions.get("timeout", {})
        await self._slots.take(timeouts.get("pool"))
        try:
            connection = await self._take(origin) or await self._open(origin, timeouts)
        except BaseException as error:
            self._slots.put_back()
            raise_request_error(error)
            raise
        content = _AsyncContent(self, connection, timeouts=timeouts)
        try:
            head = await self._send(request, connection, timeouts=timeouts)
            return to_answer(head, content, network_stream=connection.stream)
        except BaseException as error:
            await content.aclose()
            raise_request_error(error)
            raise

    async def _take(self, origin: Origin) -> Connection | None:
        while (connection := self._connections.take(origin)) is not None and self._network.has_unread(
            connection.stream
        ):
            await self._close(connection)
        return connection

    async def _open(self, origin: Origin, timeouts: Timeouts) -> Connection:
        connection = Connection(origin, await self._network.connect(origin, timeouts))
        self._connections.add(connection)
        try:
            if origin[0] == "https":
                connection.stream = await self._network.secure(connection.stream, origin, timeouts=timeouts)
            await self._close_surplus()
        except BaseException:
            await self._close(connection)
            raise
        return connection

    async def _send(self, request: Request, connection: Connection, *, timeouts: Timeouts) -> Head:
        """Send a request and return the head of the answer."""
        connection.request = request
        exchanges, stream = connection.exchanges, connection.stream
        try:
            unsent = exchanges.begin(request)
            if not isinstance(request.stream, ByteStream):  # the content may take its time
                await stream.write(unsent, timeouts.get("write"))
                unsent = b""
            async for piece in cast("AsyncIterable[bytes]", request.stream):
                await stream.write(unsent + exchanges.add(piece), timeouts.get("write"))
                unsent = b""
            await stream.write(unsent + exchanges.end(), timeouts.get("write"))
        except WriteError:
            pass  # a server may refuse amid the content, and say why
        while (head := exchanges.head()) is None:
            await connection.areceive(timeouts)
        return head

    async def give_back(self, connection: Connection) -> None:
        """Take the connection of an answer nobody reads from any more: it is kept if that is at its end, else closed."""
        try:
            if not self._connections.put_back(connection):
                await self._network.close(connection.stream)
        finally:
            self._slots.put_back()
        await self._close_surplus()

    async def _close_surplus(self) -> None:
        while (connection := self._connections.take_surplus()) is not None:
            await self._network.close(connection.stream)

    async def _close(self, connection: Connection) -> None:
        self._connections.remove(connection)
        await self._network.close(connection.stream)

    async def aclose(self) -> None:
        """Close all connections, and wake who waits for an answer."""
        for connection in self._connections.take_all():
            await self._network.close(connection.stream)
