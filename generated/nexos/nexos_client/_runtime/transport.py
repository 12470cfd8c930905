"""
The transport of our own clients: HTTP/1.1 without proxies, on connections that are kept; the asynchronous one is beside it.

Knows requests and answers; knows no operation. The library's own looks at all its connections for every request, and hands each
piece of an answer through five generators: that took a third of a call, and two thirds with many in flight.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterable
from typing import TYPE_CHECKING, Self, cast

from .connections import Connection, Connections
from .exchange import Head, to_answer
from .http import MOST_CONNECTIONS, MOST_IDLE, BaseTransport, ReadError, Request, Response, SyncByteStream, shut_down
from .network import Network, Origin, Slots, Timeouts, WriteError, origin_of, raise_request_error

if TYPE_CHECKING:
    import socket


class _Content(SyncByteStream):
    """Read the content of an answer; the connection and its place are its own until they are given back."""

    _held: list[Connection] = []  # noqa: RUF012  # what `__del__` finds where the making was interrupted

    def __init__(self, transport: Transport, connection: Connection, *, timeouts: Timeouts) -> None:
        self._transport = transport
        self._connection = connection
        self._timeouts = timeouts
        self._is_ended = False
        self._held = [connection]  # taken out once, whoever closes, and from whichever thread

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> bytes:
        """Return all that came since."""
        if self._is_ended:
            raise StopIteration
        if not self._held:  # the connection may be another answer's by now
            raise ReadError("the answer was closed before its end")
        connection = self._connection
        try:
            data, self._is_ended = connection.exchanges.content()
            while not data and not self._is_ended:
                connection.receive(self._timeouts)
                data, self._is_ended = connection.exchanges.content()
        except BaseException as error:
            self._let_go()  # not `close`, which tells who listens that nothing more was wanted
            raise_request_error(error)
            raise
        if not data:
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

    def __del__(self) -> None:
        """Give back what nobody closed."""
        if self._held:
            self._transport.drop(self._held.pop())


class Transport(BaseTransport):
    """
    Send requests; safe to share between threads.

    Args:
        trusted: what servers are trusted by; the certificates of the library when None.
        most: how many connections may be open.
        most_idle: how many of them may wait to be used again.
    """

    def __init__(
        self, *, trusted: ssl.SSLContext | None = None, most: int = MOST_CONNECTIONS, most_idle: int = MOST_IDLE
    ) -> None:
        self._process = os.getpid()
        self._network = Network(trusted)
        self._slots = Slots(most)
        self._connections = Connections(most=most, most_idle=most_idle)

    def handle_request(self, request: Request) -> Response:
        """
        Send a request and return the answer when its head is there.

        Raises:
            RequestError: the network failed, no connection became free, or what came is not HTTP.
            ConfigurationError: there are no certificates to know the server by.
        """
        origin, timeouts = origin_of(request.url), request.extensions.get("timeout", {})
        self._slots.take(timeouts.get("pool"))
        try:
            connection = self._take(origin) or self._open(origin, timeouts)
        except BaseException as error:
            self._slots.put_back()
            raise_request_error(error)
            raise
        content = _Content(self, connection, timeouts=timeouts)
        try:
            head = self._send(request, connection, timeouts=timeouts)
            return to_answer(head, content, network_stream=connection.stream)
        except BaseException as error:
            content.close()
            raise_request_error(error)
            raise

    def _take(self, origin: Origin) -> Connection | None:
        while (connection := self._connections.take(origin)) is not None and self._network.has_unread(
            connection.stream
        ):
            self._close(connection)
        return connection

    def _open(self, origin: Origin, timeouts: Timeouts) -> Connection:
        connection = Connection(origin, self._network.connect(origin, timeouts))
        self._connections.add(connection)
        try:
            if origin[0] == "https":
                connection.stream = self._network.secure(connection.stream, origin, timeouts=timeouts)
            self._close_surplus()
        except BaseException:
            self._close(connection)
            raise
        return connection

    def _send(self, request: Request, connection: Connection, *, timeouts: Timeouts) -> Head:
        """Send a request and return the head of the answer."""
        connection.request = request
        exchanges, stream = connection.exchanges, connection.stream
        try:
            # Apart from the content, although that is a second write: a server begins meanwhile.
            stream.write(exchanges.begin(request), timeouts.get("write"))
            for piece in cast("Iterable[bytes]", request.stream):
                stream.write(exchanges.add(piece), timeouts.get("write"))
            stream.write(exchanges.end(), timeouts.get("write"))
        except WriteError:
            pass  # a server may refuse amid the content, and say why
        while (head := exchanges.head()) is None:
            connection.receive(timeouts)
        return head

    def give_back(self, connection: Connection) -> None:
        """Take the connection of an answer nobody reads from any more: it is kept if that is at its end, else closed."""
        try:
            if not self._connections.put_back(connection):
                connection.stream.close()
        finally:
            self._slots.put_back()
        self._close_surplus()

    def drop(self, connection: Connection) -> None:
        """Take the connection of an answer that is collected, whatever else this thread is amid: without any lock."""
        connection.stream.close()
        self._connections.drop(connection)
        self._slots.put_back()

    def _close_surplus(self) -> None:
        while (connection := self._connections.take_surplus()) is not None:
            connection.stream.close()

    def _close(self, connection: Connection) -> None:
        self._connections.remove(connection)
        connection.stream.close()

    def socket_for(self, request: Request) -> socket.socket | None:
        """Return the socket that a request is sent on, or its answer read from."""
        return self._connections.socket_for(request)

    def close(self) -> None:
        """Close all connections, and wake who waits for an answer."""
        is_own = os.getpid() == self._process  # what a parent process goes on using is closed here, and not shut down
        for connection in self._connections.take_all():
            if is_own:
                shut_down(connection.socket)
            connection.stream.close()
