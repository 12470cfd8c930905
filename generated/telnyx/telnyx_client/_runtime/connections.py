"""Which connections are in use, and which wait to be used again: bookkeeping, safe to share between threads; no I/O."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Hashable
from typing import Final, Generic, Protocol, TypeVar

# Seconds a connection may wait; as a rule, servers allow more.
_LONGEST_WAIT_S: Final = 5.0


class Reusable(Hashable, Protocol):
    """
    Be a connection, as far as it matters here.

    Attributes:
        origin: where it leads: scheme, host, port.
        idle_since: when it was used last.
    """

    origin: tuple[str, str, int]
    idle_since: float


ConnectionT = TypeVar("ConnectionT", bound=Reusable)


class Connections(Generic[ConnectionT]):
    """
    Hold the connections of a transport.

    Args:
        most: how many may be open.
        most_idle: how many of them may wait to be used again.
    """

    def __init__(self, *, most: int, most_idle: int) -> None:
        self._most = most
        self._most_idle = most_idle
        self._lock = threading.RLock()  # a client that is collected closes them, perhaps amid their own work
        self._idle: deque[ConnectionT] = deque()  # the longest idle first
        self._in_use: set[ConnectionT] = set()
        self._is_closed = False

    @property
    def in_use(self) -> list[ConnectionT]:
        """Those in use."""
        with self._lock:
            return list(self._in_use)

    def add(self, connection: ConnectionT) -> None:
        """Take in a new connection, in use at once."""
        with self._lock:
            self._in_use.add(connection)

    def take(self, origin: tuple[str, str, int]) -> ConnectionT | None:
        """Take the connection to an origin that was used last, if it does not wait too long already."""
        with self._lock:
            for connection in reversed(self._idle):
                if time.monotonic() - connection.idle_since > _LONGEST_WAIT_S:
                    break
                if connection.origin == origin:
                    self._idle.remove(connection)
                    self._in_use.add(connection)
                    return connection
        return None

    def put_back(self, connection: ConnectionT) -> bool:
        """Keep a connection for later; False when nothing is kept any more."""
        with self._lock:
            self._in_use.discard(connection)
            if not self._is_closed:
                connection.idle_since = time.monotonic()
                self._idle.append(connection)
            return not self._is_closed

    def remove(self, connection: ConnectionT) -> None:
        """Forget a connection that was in use."""
        with self._lock:
            self._in_use.discard(connection)

    def take_surplus(self) -> list[ConnectionT]:
        """Take connections that wait too long, or are too many."""
        if not self._has_surplus():  # most times, and then without a lock
            return []
        surplus = []
        with self._lock:
            while self._has_surplus():
                surplus.append(self._idle.popleft())
        return surplus

    def _has_surplus(self) -> bool:
        try:
            longest = time.monotonic() - self._idle[0].idle_since
        except IndexError:
            return False
        count = len(self._idle)
        return longest > _LONGEST_WAIT_S or count > self._most_idle or count + len(self._in_use) > self._most

    def take_all(self) -> list[ConnectionT]:
        """Take all there are, and keep none from now on; those in use stay with who uses them."""
        with self._lock:
            self._is_closed = True
            connections = [*self._idle, *self._in_use]
            self._idle.clear()
        return connections
