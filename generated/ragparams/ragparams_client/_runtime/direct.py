"""
HTTP clients that hand a request straight to a transport: what a library's client does besides takes a third of a call.

Knows requests and answers; knows no operation. Cookies, redirects, authentication flows and hooks, which calls of an API have
no use for, are left out, and so is the library's log, which shows secrets in queries. Uploads are built the library's way, and
all goes that way where the environment names a proxy.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final, TypeVar
from urllib.request import getproxies

from .errors import ConfigurationError
from .http import (
    DEFAULT_TIMEOUT,
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
    async_read_answer,
    library_transport_options,
    new_async_http_client,
    new_http_client,
    read_answer,
)

ClientT = TypeVar("ClientT")

_CLOSED: Final = "Cannot send a request, as the client has been closed."
_PROXIED: Final = frozenset({"all", "http", "https"})
_DEFAULTS: Final = frozenset({b"accept-encoding"})  # connections are kept without saying so (RFC 9112, 9.3)
_WITH_LENGTH: Final = frozenset({"POST", "PUT", "PATCH"})
_FRAMING: Final = frozenset({b"content-length", b"transfer-encoding"})
_PHASES: Final = ("connect", "read", "write", "pool")


def create_client() -> Client:
    """
    Create a client of our own: a direct one, or the library's where the environment names a proxy.

    Raises:
        ConfigurationError: the library cannot use that proxy.
    """
    return _with_proxy(new_http_client) if _PROXIED & getproxies().keys() else DirectClient()


def create_async_client() -> AsyncClient:
    """Create the asynchronous one."""
    return _with_proxy(new_async_http_client) if _PROXIED & getproxies().keys() else DirectAsyncClient()


def _with_proxy(create: Callable[[], ClientT]) -> ClientT:
    try:
        return create()
    except (ImportError, ValueError) as error:  # how the library says that a package is missing, or a scheme unknown
        raise ConfigurationError(
            f"the proxy of the environment (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY) cannot be used: {error}; "
            "for a SOCKS proxy: pip install 'httpx[socks]'"
        ) from error


def _new_transport() -> BaseTransport:
    """Make a transport of our own, or the library's where that no longer stands on what ours stands on."""
    try:
        from .transport import Transport
    except ImportError:
        return HTTPTransport(**library_transport_options())
    return Transport()


def _new_async_transport() -> AsyncBaseTransport:
    """Make the asynchronous one."""
    try:
        from .async_transport import AsyncTransport
    except ImportError:
        return AsyncHTTPTransport(**library_transport_options())
    return AsyncTransport()


@functools.lru_cache(maxsize=64)
def _parse(url: str) -> URL:
    return URL(url)


class _Builder:
    """Build requests without the library's merging of URLs, headers, cookies and parameters."""

    def __init__(self, headers: Headers, build: Callable[..., Request]) -> None:
        self._defaults = [(name.lower(), value) for name, value in headers.raw if name.lower() in _DEFAULTS]
        self._build = build

    def request(self, method: str, url: Any, *, options: dict[str, Any]) -> Request:
        if options.get("files") is not None:
            return self._build(method, url, **options)
        headers, content = options["headers"], options["content"] or b""
        extensions = dict(options.get("extensions") or ())
        if "timeout" not in extensions:
            extensions["timeout"] = dict(zip(_PHASES, options["timeout"], strict=True))
        url = URL(url) if "?" in url else _parse(url)  # a query may hold a secret, and seldom comes again
        names = {name for name, _ in headers}
        added = [header for header in self._defaults if header[0] not in names]
        if b"host" not in names:
            added.append((b"host", url.netloc))
        if (content or method in _WITH_LENGTH) and names.isdisjoint(_FRAMING):
            added.append((b"content-length", b"%d" % len(content)))
        # Given as a stream, content makes the library look for headers to add no second time.
        request = Request(method, url, headers=added + headers, stream=ByteStream(content), extensions=extensions)
        request.read()
        return request


class DirectClient(Client):
    """
    Send requests straight to the transport.

    Args:
        transport: used instead of our own, and closed with the client.

    .. versionadded:: 0.1.0
    """

    KEEPS_STATUS: Final = True  # whatever becomes of the content it reads

    def __init__(self, transport: BaseTransport | None = None) -> None:
        self._direct = _new_transport() if transport is None else transport
        super().__init__(transport=self._direct, timeout=DEFAULT_TIMEOUT, follow_redirects=False)
        self._builder = _Builder(self.headers, super().build_request)

    def build_request(self, method: str, url: Any, **options: Any) -> Request:
        """Build a request from headers as pairs of bytes, content and timeouts; from anything else as the library does."""
        return self._builder.request(method, url, options=options)

    def send(self, request: Request, *, stream: bool = False, **_options: Any) -> Response:
        """
        Send a request and read the answer, unless it is to be streamed.

        Raises:
            RequestError: the transport failed.
        """
        if stream:
            return self._open(request)
        if self.is_closed:
            raise RuntimeError(_CLOSED)
        start = time.perf_counter()
        try:
            response = self._direct.handle_request(request)
            response.request = request
            response = read_answer(response)
        except RequestError as error:
            error.request = request
            raise
        response.elapsed = timedelta(seconds=time.perf_counter() - start)
        return response

    def _open(self, request: Request) -> Response:
        if self.is_closed:
            raise RuntimeError(_CLOSED)
        start = time.perf_counter()
        try:
            response = self._direct.handle_request(request)
        except RequestError as error:
            error.request = request
            raise
        response.request = request
        response.elapsed = timedelta(seconds=time.perf_counter() - start)  # of its head
        return response


class DirectAsyncClient(AsyncClient):
    """
    Send requests straight to the transport, without blocking.

    Args:
        transport: used instead of our own, for instance one on top of aiohttp; closed with the client.

    .. versionadded:: 0.1.0
    """

    KEEPS_STATUS: Final = True  # whatever becomes of the content it reads

    def __init__(self, transport: AsyncBaseTransport | None = None) -> None:
        self._direct = _new_async_transport() if transport is None else transport
        super().__init__(transport=self._direct, timeout=DEFAULT_TIMEOUT, follow_redirects=False)
        self._builder = _Builder(self.headers, super().build_request)

    def build_request(self, method: str, url: Any, **options: Any) -> Request:
        """Build a request from headers as pairs of bytes, content and timeouts; from anything else as the library does."""
        return self._builder.request(method, url, options=options)

    async def send(self, request: Request, *, stream: bool = False, **_options: Any) -> Response:
        """
        Send a request and read the answer, unless it is to be streamed.

        Raises:
            RequestError: the transport failed.
        """
        if stream:
            return await self._open(request)
        if self.is_closed:
            raise RuntimeError(_CLOSED)
        start = time.perf_counter()
        try:
            response = await self._direct.handle_async_request(request)
            response.request = request
            response = await async_read_answer(response)
        except RequestError as error:
            error.request = request
            raise
        response.elapsed = timedelta(seconds=time.perf_counter() - start)
        return response

    async def _open(self, request: Request) -> Response:
        if self.is_closed:
            raise RuntimeError(_CLOSED)
        start = time.perf_counter()
        try:
            response = await self._direct.handle_async_request(request)
        except RequestError as error:
            error.request = request
            raise
        response.request = request
        response.elapsed = timedelta(seconds=time.perf_counter() - start)  # of its head
        return response
