"""The one seam to the HTTP library: knows clients, timeouts, limits, TLS and transport faults; knows no operation."""

from __future__ import annotations

import contextlib
import functools
import inspect
import socket
import ssl
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Final, TypeGuard

import httpx
from attrs import frozen
from httpx import (
    URL,
    AsyncBaseTransport,
    AsyncClient,
    AsyncHTTPTransport,
    BaseTransport,
    ByteStream,
    Client,
    Headers,
    HTTPTransport,
    Request,
    RequestError,
    Response,
    Timeout,
)

from .model import Unset

__all__ = [
    "DEFAULT_TIMEOUT",
    "URL",
    "AsyncBaseTransport",
    "AsyncClient",
    "AsyncHTTPTransport",
    "BaseTransport",
    "ByteStream",
    "Client",
    "Faults",
    "HTTPTransport",
    "Headers",
    "Request",
    "RequestError",
    "Response",
    "Timeout",
    "TimeoutTypes",
    "abort",
    "aborted_after",
    "async_body_chunks",
    "async_drain",
    "async_next_within",
    "body_chunks",
    "detached_response",
    "drain",
    "faults_of",
    "is_async_client",
    "is_retriable",
    "looks_at_timeouts",
    "new_async_http_client",
    "new_http_client",
    "on_close",
    "shared_ssl_context",
    "to_timeout",
    "transport_options",
]

TimeoutTypes = float | Timeout | None

# Seconds. Connecting is quick or not at all; the first byte of an answer may take a while.
DEFAULT_TIMEOUT: Final = Timeout(60.0, connect=10.0)
# More connections kept alive make the pool slower: every request walks all of them.
_LIMITS: Final = httpx.Limits(max_connections=100, max_keepalive_connections=20)
# After the terminator of a stream: how long, in seconds, and how far to read for the end of the body.
_DRAIN_S: Final = 0.25
_DRAIN_BYTES: Final = 65536
# Versions whose connections carry one answer at a time; others are kept whether or not an answer is read to its end.
_ONE_AT_A_TIME: Final = frozenset({"HTTP/1.0", "HTTP/1.1"})
_NOT_RETRIED: Final = frozenset({"UnsupportedProtocol", "LocalProtocolError", "TooManyRedirects", "DecodingError"})
_DETACHED_HEADERS: Final = frozenset({"content-encoding", "content-length", "transfer-encoding", "set-cookie"})


@functools.cache
def shared_ssl_context() -> ssl.SSLContext:
    """Load the trusted certificates once for the process: it takes longer than all the rest of a client."""
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
    trusted = {} if "verify" in options or "cert" in options else {"verify": shared_ssl_context()}
    return {"limits": _LIMITS, "timeout": DEFAULT_TIMEOUT, "follow_redirects": False, **trusted, **options}


def transport_options() -> dict[str, Any]:
    """Return what our transports are made with."""
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
    """Name the exceptions of the library a client belongs to; libraries of the same shape have their own."""

    request: type[Exception] = httpx.RequestError
    timeout: type[Exception] = httpx.TimeoutException


def _is_exception(value: object) -> TypeGuard[type[Exception]]:
    return isinstance(value, type) and issubclass(value, Exception)


def faults_of(client: object) -> Faults:
    """Find the exceptions of the library that defines a client or one of its base classes."""
    for base in type(client).__mro__:
        package = sys.modules.get(base.__module__.partition(".")[0])
        request, timeout = getattr(package, "RequestError", None), getattr(package, "TimeoutException", None)
        if _is_exception(request) and _is_exception(timeout):
            return Faults(request, timeout)
    return Faults()


def is_retriable(error: Exception) -> bool:
    """Say whether the same request may fare better: not when the request or the answer itself is at fault."""
    return _NOT_RETRIED.isdisjoint(base.__name__ for base in type(error).__mro__)


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


def _socket_of(response: Response) -> socket.socket | None:
    """Return the socket an answer arrives on, when it is this answer's alone."""
    network_stream = response.extensions.get("network_stream")
    if network_stream is None or response.http_version not in _ONE_AT_A_TIME:
        return None
    connection: socket.socket | None = network_stream.get_extra_info("socket")
    return connection


def abort(response: Response) -> None:
    """Wake a thread that waits for bytes of this response: shut its socket down; safe to call at any time."""
    connection = _socket_of(response)
    if connection is not None:
        with contextlib.suppress(OSError):  # closed already: nobody waits
            connection.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def aborted_after(response: Response, seconds: float | None) -> Iterator[None]:
    """Bound what is done with a response: after that many seconds its socket is shut down; None for no bound."""
    if seconds is None or _socket_of(response) is None:
        yield
        return
    # A timer because nothing short of it bounds a read already begun: timeouts are fixed when a body starts.
    watchdog = threading.Timer(max(seconds, 0.0), abort, (response,))
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    finally:
        watchdog.cancel()


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


async def async_next_within(body: AsyncIterator[bytes], seconds: float, *, faults: Faults) -> bytes | None:
    """
    Return the next piece of a body, None at its end, for a transport that looks at no timeout once the body began.

    Raises:
        TimeoutException: nothing came for so many seconds; of the library that the client belongs to.
    """
    import asyncio  # loaded only where it runs already

    try:
        async with asyncio.timeout(seconds):
            return await anext(body, None)
    except TimeoutError as error:
        raise faults.timeout(f"nothing came for {seconds:g} s") from error


def looks_at_timeouts(response: Response) -> bool:
    """Say whether the transport of a response reads the timeouts of the request anew for each piece of the body."""
    return "network_stream" in response.extensions


def drain(response: Response, body: Iterator[bytes], *, faults: Faults) -> None:
    """Read the rest of a body that should be at its end, for a moment, so that the connection is kept; then close."""
    if _socket_of(response) is None:  # nothing to keep, or no way to stop waiting
        response.close()
        return
    try:
        left = _DRAIN_BYTES
        with aborted_after(response, _DRAIN_S):
            while left > 0 and (data := next(body, None)) is not None:
                left -= len(data)
    except (faults.request, OSError):
        pass  # everything that matters was received: the connection is not reused, that is all
    finally:
        response.close()


async def async_drain(response: Response, body: AsyncIterator[bytes], *, faults: Faults) -> None:
    """Read the rest of a body that should be at its end, for a moment, so that the connection is kept; then close."""
    try:
        import asyncio  # loaded only where it runs already

        async with asyncio.timeout(_DRAIN_S):
            left = _DRAIN_BYTES
            while left > 0 and (data := await anext(body, None)) is not None:
                left -= len(data)
    except (faults.request, OSError, RuntimeError):
        pass  # TimeoutError is an OSError; RuntimeError: another event loop than asyncio's
    finally:
        await response.aclose()


def detached_response(response: Response, content: bytes) -> Response:
    """Copy status and headers to a response that holds no request, no connection and no cookie."""
    headers = [(name, value) for name, value in response.headers.multi_items() if name not in _DETACHED_HEADERS]
    return Response(response.status_code, headers=headers, content=content)
