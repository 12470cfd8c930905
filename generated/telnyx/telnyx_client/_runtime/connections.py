"""Connections: what came on one, which are in use, and which wait to be used again; opens and closes none."""

from __future__ import annotations

import socket
import threading
import time
from collections import deque
from typing import Any, Final, cast

from .exchange import Exchanges
from .http import ReadError, Request
from .network import Origin, Timeouts

# Seconds a connection may wait; as a rule, servers allow more.
_LONGEST_WAIT_S: Final = 5.0
_READ_BYTES: Final = 64 * 1024
# What asyncio takes at once: of what were left over, no look at the socket would tell.
_ASYNC_READ_BYTES: Final = 256 * 1024


class Connection:
    """
    Hold a connection.

    Attributes:
        origin: where it leads.
        stream: what is written to and read from; another one after TLS began.
        exchanges: what it is used for, as HTTP sees it.
        request: the request it is used for.
        idle_since: when it was used last.
        is_shut: whether this side closed it.
    """

    __slots__ = ("exchanges", "idle_since", "is_shut", "origin", "request", "stream")

    def __init__(self, origin: Origin, stream: Any) -> None:
        self.origin = origin
        self.stream = stream
        self.exchanges = Exchanges()
        self.request: Request | None = None
        self.idle_since = 0.0
        self.is_shut = False

    @property
    def socket(self) -> socket.socket | None:
        """The socket, for whoever has to wake who waits on it."""
        return cast("socket.socket | None", self.stream.get_extra_info("socket"))

    def receive(self, timeouts: Timeouts) -> None:
        """
        Take what comes next.

        Raises:
            RequestError: the server left before it answered, or this side closed the connection.
        """
        self._take(self.stream.read(_READ_BYTES, timeouts.get("read")))

    async def areceive(self, timeouts: Timeouts) -> None:
        """Take what comes next; raises like `receive`."""
        self._take(await self.stream.read(_ASYNC_READ_BYTES, timeouts.get("read")))

    def _take(self, data: bytes) -> None:
        if self.is_shut and not data:  # our own doing, and no end of an answer
            raise ReadError("the client was closed")
        self.exchanges.receive(data)


class Connections:
    """
    Keep the connections of a transport; safe to share between threads.

    Args:
        most: how many may be open.
        most_idle: how many of them may wait to be used again.
    """

    def __init__(self, *, most: int, most_idle: int) -> None:
        self._most = most
        self._most_idle = most_idle
        self._lock = threading.RLock()  # a client that is collected closes them, perhaps amid their own work
        self._idle: deque[Connection] = deque()  # the longest idle first
        self._in_use: set[Connection] = set()
        self._dropped: deque[Connection] = deque()  # were in use, and are to be forgotten
        self._is_closed = False

    @property
    def in_use(self) -> list[Connection]:
        """Those in use."""
        with self._lock:
            self._forget_dropped()
            return list(self._in_use)

    def add(self, connection: Connection) -> None:
        """Take in a new connection, in use at once."""
        with self._lock:
            self._in_use.add(connection)

    def take(self, origin: Origin) -> Connection | None:
        """Take the connection to an origin that was used last, if it does not wait too long already."""
        with self._lock:
            self._forget_dropped()
            for connection in reversed(self._idle):
                if time.monotonic() - connection.idle_since > _LONGEST_WAIT_S:
                    break
                if connection.origin == origin:
                    self._idle.remove(connection)
                    self._in_use.add(connection)
                    return connection
        return None

    def put_back(self, connection: Connection) -> bool:
        """Keep a connection for later; False when it is to be closed: nothing is kept any more, or it is not at an end."""
        connection.request = None
        is_ready = connection.exchanges.renew()
        with self._lock:
            self._in_use.discard(connection)
            is_kept = is_ready and not self._is_closed
            if is_kept:
                connection.idle_since = time.monotonic()
                self._idle.append(connection)
        return is_kept

    def remove(self, connection: Connection) -> None:
        """Forget a connection that was in use."""
        with self._lock:
            self._in_use.discard(connection)

    def drop(self, connection: Connection) -> None:
        """Forget the connection of an answer that is collected, perhaps amid the work of this very object: later."""
        self._dropped.append(connection)

    def _forget_dropped(self) -> None:
        while self._dropped:
            self._in_use.discard(self._dropped.popleft())

    def take_surplus(self) -> Connection | None:
        """Take a connection that waits too long, or is one too many; None when there is none."""
        if not self._has_surplus():  # most times, and then without a lock
            return None
        with self._lock:
            return self._idle.popleft() if self._has_surplus() else None

    def _has_surplus(self) -> bool:
        try:
            longest = time.monotonic() - self._idle[0].idle_since
        except IndexError:
            return False
        count = len(self._idle)
        return longest > _LONGEST_WAIT_S or count > self._most_idle or count + len(self._in_use) > self._most

    def take_all(self) -> list[Connection]:
        """Take all there are, and keep none from now on; those in use stay with who uses them."""
        with self._lock:
            self._is_closed = True
            self._forget_dropped()
            connections = [*self._idle, *self._in_use]
            self._idle.clear()
        for connection in connections:
            connection.is_shut = True
        return connections

    def socket_for(self, request: Request) -> socket.socket | None:
        """Return the socket that a request is sent on, or its answer read from."""
        return next((connection.socket for connection in self.in_use if connection.request is request), None)
