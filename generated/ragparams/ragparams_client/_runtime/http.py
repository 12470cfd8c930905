"""The one seam to the HTTP library: knows clients, timeouts, limits, TLS and transport faults; knows no operation."""

from __future__ import annotations

import contextlib
import functools
import inspect
import socket
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Final, TypeGuard

import httpx
from attrs import frozen
from httpx import (
    URL,
    AsyncBaseTransport,
    AsyncByteStream,
    AsyncClient,
    AsyncHTTPTransport,
    BaseTransport,
    ByteStream,
    Client,
    Headers,
    HTTPTransport,
    LocalProtocolError,
    PoolTimeout,
    ReadError,
    RemoteProtocolError,
    Request,
    RequestError,
    Response,
    SyncByteStream,
    Timeout,
    UnsupportedProtocol,
)

from .model import Unset

__all__ = [
    "DEFAULT_TIMEOUT",
    "MOST_CONNECTIONS",
    "MOST_IDLE",
    "URL",
    "Answer",
    "AsyncBaseTransport",
    "AsyncByteStream",
    "AsyncClient",
    "AsyncHTTPTransport",
    "BaseTransport",
    "ByteStream",
    "Client",
    "Faults",
    "HTTPTransport",
    "Headers",
    "LocalProtocolError",
    "PoolTimeout",
    "ReadError",
    "RemoteProtocolError",
    "Request",
    "RequestError",
    "Response",
    "SyncByteStream",
    "Timeout",
    "TimeoutTypes",
    "UnsupportedProtocol",
    "abort",
    "async_body_chunks",
    "async_read_answer",
    "body_chunks",
    "detached_response",
    "fault_like",
    "faults_of",
    "is_async_client",
    "is_retriable",
    "is_shared",
    "library_transport_options",
    "limit_silence",
    "looks_at_timeouts",
    "new_async_http_client",
    "new_http_client",
    "on_close",
    "read_answer",
    "shared_ssl_context",
    "shut_down",
    "socket_of",
    "to_timeout",
]

TimeoutTypes = float | Timeout | None

# Seconds. Connecting is quick or not at all; the first byte of an answer may take a while.
DEFAULT_TIMEOUT: Final = Timeout(60.0, connect=10.0)
MOST_CONNECTIONS: Final = 100
# More of them make the library's transport slower: for every request it looks at them all.
MOST_IDLE: Final = 20
_LIMITS: Final = httpx.Limits(max_connections=MOST_CONNECTIONS, max_keepalive_connections=MOST_IDLE)
# Versions whose connections carry one answer at a time; others are kept whether or not an answer is read to its end.
_ONE_AT_A_TIME: Final = frozenset({"HTTP/1.0", "HTTP/1.1"})
_NOT_RETRIED: Final = frozenset({"UnsupportedProtocol", "LocalProtocolError", "TooManyRedirects", "DecodingError"})
_DETACHED_HEADERS: Final = frozenset({"content-encoding", "content-length", "transfer-encoding", "set-cookie"})


@functools.cache
def shared_ssl_context() -> ssl.SSLContext:
    """Load the trusted certificates once for the process: it takes longer than all the rest of a client."""
    return httpx.create_ssl_context()


@functools.cache
def _ssl_context_for_http2() -> ssl.SSLContext:
    """Load them apart: whoever connects writes into the context which versions are spoken."""
    return httpx.create_ssl_context()


def new_http_client(**options: Any) -> Client:
    """
    Make an HTTP client as our clients make their own, with options of `httpx.Client` changed or added.

    Such are `proxy`, `limits`, `verify`, `trust_env` and, with the extra `http2` installed, `http2=True`. Redirects are off,
    so that no key is carried to another host.

    .. versionadded:: 0.1.0
    """
    return Client(**_with_defaults(options))


def new_async_http_client(**options: Any) -> AsyncClient:
    """
    Make the asynchronous one.

    .. versionadded:: 0.1.0
    """
    return AsyncClient(**_with_defaults(options))


def _with_defaults(options: dict[str, Any]) -> dict[str, Any]:
    trusted: dict[str, Any] = {}
    if "verify" not in options and "cert" not in options:
        trusted["verify"] = _ssl_context_for_http2() if options.get("http2") else shared_ssl_context()
    return {"limits": _LIMITS, "timeout": DEFAULT_TIMEOUT, "follow_redirects": False, **trusted, **options}


def library_transport_options() -> dict[str, Any]:
    """Return what transports of the library are made with."""
    return {"verify": shared_ssl_context(), "limits": _LIMITS}


def is_async_client(client: object) -> bool:
    """Say whether a client's `send` must be awaited."""
    return inspect.iscoroutinefunction(getattr(client, "send", None))


def to_timeout(timeout: TimeoutTypes | Unset) -> Timeout:
    """Read seconds, None for no limit, a full timeout, or UNSET for the default."""
    if isinstance(timeout, Unset):
        return DEFAULT_TIMEOUT
    return timeout if isinstance(timeout, Timeout) else Timeout(timeout)


@frozen
class Faults:
    """
    Name the exceptions of the library a client belongs to; libraries of the same shape have their own.

    Attributes:
        request: its root of all that a transport raises, and the root of another library a transport may stand on.
        timeout: its root of timeouts.
    """

    request: tuple[type[Exception], ...] = (httpx.RequestError,)
    timeout: type[Exception] = httpx.TimeoutException

    @property
    def reading(self) -> tuple[type[Exception], ...]:
        """What reading a body raises; RuntimeError where it was closed meanwhile, or runs on an event loop we do not know."""
        return (*self.request, OSError, RuntimeError)

    def unwrapped(self, error: Exception) -> Exception:
        """Return a fault, or its cause where a transport on another library calls a lost connection a timeout."""
        cause = error.__cause__
        is_lost = isinstance(cause, self.request[1:]) and not isinstance(cause, TimeoutError)
        return cause if isinstance(cause, Exception) and is_lost else error


def _is_exception(value: object) -> TypeGuard[type[Exception]]:
    return isinstance(value, type) and issubclass(value, Exception)


def faults_of(client: object) -> Faults:
    """Find the exceptions of the library that defines a client or one of its base classes, and of aiohttp where it is in use."""
    foreign = getattr(sys.modules.get("aiohttp"), "ClientError", None)  # its transport lets some through
    others = (foreign,) if _is_exception(foreign) else ()
    for base in type(client).__mro__:
        package = sys.modules.get(base.__module__.partition(".")[0])
        request, timeout = getattr(package, "RequestError", None), getattr(package, "TimeoutException", None)
        if _is_exception(request) and _is_exception(timeout):
            return Faults((request, *others), timeout)
    return Faults((httpx.RequestError, *others))


def fault_like(error: Exception) -> RequestError:
    """Return the library's fault for one of the network beneath it, which has the same name."""
    kind: type[RequestError] = getattr(httpx, type(error).__name__)
    return kind(str(error))


def is_retriable(error: Exception) -> bool:
    """Say whether the same request may fare better: not when the request or the answer itself is at fault."""
    return _NOT_RETRIED.isdisjoint(base.__name__ for base in type(error).__mro__)


class Answer(Response):
    """Be an answer that is read without undoing an encoding it does not have, nor cutting it anew: half of what reading costs."""

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate the content, encoding undone."""
        return self.iter_raw() if chunk_size is None and not _needs_decoding(self) else super().iter_bytes(chunk_size)

    def aiter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Iterate the content, encoding undone."""
        return self.aiter_raw() if chunk_size is None and not _needs_decoding(self) else super().aiter_bytes(chunk_size)


def _needs_decoding(response: Response) -> bool:
    return response.is_stream_consumed or response.headers.get("content-encoding", "identity").lower() != "identity"


def body_chunks(response: Response) -> Iterator[bytes]:
    """Iterate a body as it arrives, content encoding undone; a plain body without the library's re-chunking."""
    if _needs_decoding(response):
        return response.iter_bytes()
    stream: Any = response.stream
    return iter(stream)


def async_body_chunks(response: Response) -> AsyncIterator[bytes]:
    """Iterate a body as it arrives, content encoding undone; a plain body without the library's re-chunking."""
    if _needs_decoding(response):
        return response.aiter_bytes()
    stream: Any = response.stream
    return aiter(stream)


def socket_of(response: Response) -> socket.socket | None:
    """Return the socket an answer arrives on, when it is this answer's alone."""
    network_stream = response.extensions.get("network_stream")
    if network_stream is None or response.http_version not in _ONE_AT_A_TIME:
        return None
    connection: socket.socket | None = network_stream.get_extra_info("socket")
    return connection


def is_shared(response: Response) -> bool:
    """Say whether other answers may arrive on the same socket, or none is known: nothing can be shut down then."""
    return socket_of(response) is None


def abort(response: Response) -> None:
    """Wake a thread that waits for bytes of this response: shut its socket down; safe to call at any time."""
    shut_down(socket_of(response))


def shut_down(connection: Any) -> None:
    """Wake a thread that waits on a socket, be it one of the standard library or one that an event loop lends."""
    if connection is not None:
        # That of TLS would take its encryption off first: who writes would go on in the clear, who reads would see ciphers.
        kind = socket.socket if isinstance(connection, socket.socket) else type(connection)
        with contextlib.suppress(OSError, TypeError):  # closed already, and nobody waits; uvloop lends one that refuses
            kind.shutdown(connection, socket.SHUT_RDWR)


def limit_silence(response: Response, seconds: float | None) -> None:
    """Limit the wait for each piece of a body that nobody began to read; not every transport looks at it."""
    timeouts = response.request.extensions.get("timeout")
    if timeouts is not None:
        timeouts["read"] = seconds


def read_answer(response: Response) -> Response:
    """
    Read an answer; one that is no success and cannot be decoded is returned without its content: its status says enough.

    Raises:
        RequestError: the transport failed; the answer is closed.
    """
    try:
        response.read()
        response.close()
    except BaseException as error:
        response.close()
        if _has_meaning(response, error):
            return _without_content(response)
        raise
    return response


async def async_read_answer(response: Response) -> Response:
    """Read an answer; behaves and raises like `read_answer`."""
    try:
        await response.aread()
        await response.aclose()
    except BaseException as error:
        await response.aclose()
        if _has_meaning(response, error):
            return _without_content(response)
        raise
    return response


def _has_meaning(response: Response, error: BaseException) -> bool:
    return not response.is_success and isinstance(error, Exception) and not is_retriable(error)


def _without_content(response: Response) -> Response:
    bare = detached_response(response, b"")
    bare.request = response.request
    return bare


def on_close(response: Response, told: Callable[[], None]) -> None:
    """Call a function after a response is closed, of whatever kind it is."""
    stream: Any = response.stream
    name = "aclose" if hasattr(stream, "__aiter__") and not hasattr(stream, "__iter__") else "close"
    close = getattr(stream, name)

    def close_and_tell() -> None:
        close()
        told()

    async def aclose_and_tell() -> None:
        await close()
        told()

    setattr(stream, name, close_and_tell if name == "close" else aclose_and_tell)


def looks_at_timeouts(response: Response) -> bool:
    """Say whether the transport of a response reads the timeouts of the request anew for each piece of the body."""
    return "network_stream" in response.extensions


def detached_response(response: Response, content: bytes) -> Response:
    """Copy status and headers to a response that holds no request, no connection and no cookie."""
    headers = [(name, value) for name, value in response.headers.multi_items() if name not in _DETACHED_HEADERS]
    return Response(response.status_code, headers=headers, content=content)
