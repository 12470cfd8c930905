"""The one seam to the network beneath HTTP: httpcore's sockets and TLS, anyio's ways to wait; knows no protocol above them."""

from __future__ import annotations

import queue
import socket
import ssl
from collections.abc import Mapping
from typing import Any, Final

import anyio
import httpcore
from httpcore import WriteError

from .checks import FOREVER_S
from .errors import ConfigurationError
from .http import URL, PoolTimeout, ReadError, UnsupportedProtocol, fault_like, shared_ssl_context

__all__ = [
    "AsyncNetwork",
    "AsyncSlots",
    "Network",
    "Origin",
    "Slots",
    "Timeouts",
    "WriteError",
    "origin_of",
    "raise_request_error",
]

# Scheme, host and port.
Origin = tuple[str, str, int]
# Seconds by phase: connect, read, write, pool.
Timeouts = Mapping[str, float | None]

_PORTS: Final = {"http": 80, "https": 443}
_SPOKEN: Final = ["http/1.1"]
# A peer that is gone without a word is found out in minutes, where a limit to waiting is not set.
_PROBES: Final = {"TCP_KEEPIDLE": 60, "TCP_KEEPINTVL": 60, "TCP_KEEPCNT": 5}
_SOCKET_OPTIONS: Final = (
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1),
    *((socket.IPPROTO_TCP, getattr(socket, name), value) for name, value in _PROBES.items() if hasattr(socket, name)),
)
_LET_THROUGH: Final = (anyio.BrokenResourceError, anyio.ClosedResourceError, ssl.SSLError)
_NO_SLOT: Final = "no connection became free"


def origin_of(url: URL) -> Origin:
    """
    Return where a request is sent.

    Raises:
        UnsupportedProtocol: another scheme than http and https.
    """
    scheme = url.scheme
    if scheme not in _PORTS:
        raise UnsupportedProtocol(f"requests are sent to http:// and https://, not to {scheme}://")
    return scheme, url.raw_host.decode("ascii"), url.port or _PORTS[scheme]


def raise_request_error(error: BaseException) -> None:
    """
    Raise an error of the network in the words of the HTTP library; do nothing about any other.

    Raises:
        RequestError: the network failed.
    """
    if isinstance(error, (httpcore.NetworkError, httpcore.TimeoutException)):
        raise fault_like(error) from error
    if isinstance(error, _LET_THROUGH):
        raise ReadError(str(error) or "the connection was closed") from error


def _has_unread_secret(ssl_object: ssl.SSLObject) -> bool:
    """Say the same of what an event loop took off the socket already, and did not decrypt yet."""
    try:
        ssl_object.read(1)
    except ssl.SSLWantReadError:
        return False
    except ssl.SSLError:  # the end
        return True
    return True


def _context(trusted: ssl.SSLContext | None) -> ssl.SSLContext:
    """Return what servers are trusted by; the library's certificates are read by the first connection that needs them."""
    try:
        context = trusted or shared_ssl_context()
    except OSError as error:
        raise ConfigurationError(
            f"the certificates of those to trust cannot be read ({error}): see SSL_CERT_FILE and SSL_CERT_DIR"
        ) from error
    context.set_alpn_protocols(_SPOKEN)
    return context


class Network:
    """Open connections."""

    def __init__(self, trusted: ssl.SSLContext | None) -> None:
        self._trusted = trusted
        self._backend: httpcore.NetworkBackend = httpcore.SyncBackend()

    def connect(self, origin: Origin, timeouts: Timeouts) -> httpcore.NetworkStream:
        """Open a connection, without TLS so far."""
        _, host, port = origin
        seconds = timeouts.get("connect")
        return self._backend.connect_tcp(host, port, timeout=seconds, socket_options=_SOCKET_OPTIONS)

    def secure(self, stream: httpcore.NetworkStream, origin: Origin, *, timeouts: Timeouts) -> httpcore.NetworkStream:
        """
        Go on by TLS.

        Raises:
            ConfigurationError: there are no certificates to know servers by.
        """
        return stream.start_tls(_context(self._trusted), origin[1], timeouts.get("connect"))

    @staticmethod
    def has_unread(stream: Any) -> bool:
        """Say whether a connection that is idle has something to read: its end, or what nobody asked for."""
        return bool(stream.get_extra_info("is_readable"))


class AsyncNetwork:
    """Open connections without blocking."""

    def __init__(self, trusted: ssl.SSLContext | None) -> None:
        self._trusted = trusted
        self._backend: httpcore.AsyncNetworkBackend = httpcore.AnyIOBackend()

    async def connect(self, origin: Origin, timeouts: Timeouts) -> httpcore.AsyncNetworkStream:
        """Open a connection, without TLS so far."""
        _, host, port = origin
        seconds = timeouts.get("connect")
        return await self._backend.connect_tcp(host, port, timeout=seconds, socket_options=_SOCKET_OPTIONS)

    async def secure(
        self, stream: httpcore.AsyncNetworkStream, origin: Origin, *, timeouts: Timeouts
    ) -> httpcore.AsyncNetworkStream:
        """
        Go on by TLS.

        Raises:
            ConfigurationError: there are no certificates to know servers by.
        """
        return await stream.start_tls(_context(self._trusted), origin[1], timeouts.get("connect"))

    @staticmethod
    def has_unread(stream: httpcore.AsyncNetworkStream) -> bool:
        """Say whether a connection that is idle has something to read, on its socket or off it already."""
        if Network.has_unread(stream):
            return True
        ssl_object = stream.get_extra_info("ssl_object")
        return ssl_object is not None and _has_unread_secret(ssl_object)

    @staticmethod
    async def close(stream: httpcore.AsyncNetworkStream) -> None:
        """Close a connection, also in a task that is being cancelled."""
        with anyio.CancelScope(shield=True):
            await stream.aclose()


class Slots:
    """Hand out so many places; a semaphore of the standard library is ten times as slow."""

    def __init__(self, count: int) -> None:
        self._free: queue.SimpleQueue[None] = queue.SimpleQueue()
        for _ in range(count):
            self._free.put(None)

    def take(self, seconds: float | None) -> None:
        """
        Take a place.

        Raises:
            PoolTimeout: none became free within so many seconds; None for no limit.
        """
        try:
            self._free.get(timeout=None if seconds is None or seconds > FOREVER_S else max(seconds, 0))
        except queue.Empty:
            raise PoolTimeout(_NO_SLOT) from None

    def put_back(self) -> None:
        """Make a place free again."""
        self._free.put(None)

    @property
    def free(self) -> int:
        """How many are free."""
        return self._free.qsize()


class AsyncSlots:
    """Hand out so many places to tasks."""

    def __init__(self, count: int) -> None:
        self._free = anyio.Semaphore(count)

    async def take(self, seconds: float | None) -> None:
        """
        Take a place.

        Raises:
            PoolTimeout: none became free within so many seconds; None for no limit.
        """
        try:
            self._free.acquire_nowait()
        except anyio.WouldBlock:
            try:
                with anyio.fail_after(seconds):
                    await self._free.acquire()
            except TimeoutError:
                raise PoolTimeout(_NO_SLOT) from None

    def put_back(self) -> None:
        """Make a place free again."""
        self._free.release()

    @property
    def free(self) -> int:
        """How many are free."""
        return self._free.value
