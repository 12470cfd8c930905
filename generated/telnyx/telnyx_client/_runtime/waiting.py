"""Bounds on waiting for which the HTTP library has no timeout: an exchange, a silent or unfinished body; knows no stream."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Final, cast

from .http import Faults, Request, Response, abort, shut_down, socket_of

# After the terminator of a stream: how long, in seconds, and how far to read for the end of the body.
_DRAIN_S: Final = 0.25
_DRAIN_BYTES: Final = 65536


@contextlib.contextmanager
def aborted_after(response: Response, seconds: float) -> Iterator[None]:
    """Bound what is done with a response: after that many seconds its socket is shut down."""
    if socket_of(response) is None:
        yield
        return
    with _doing_after(seconds, lambda: abort(response)):
        yield


@contextlib.contextmanager
def awaited_until(client: Any, request: Request, *, seconds: float) -> Iterator[None]:
    """Bound what is done between a request and the end of its answer: after so many seconds its socket is shut down."""
    with _doing_after(seconds, lambda: shut_down(_socket_awaited(client, request))):
        yield


@contextlib.contextmanager
def _doing_after(seconds: float, act: Callable[[], None]) -> Iterator[None]:
    # A timer because nothing short of it bounds a read already begun: timeouts are fixed when a head or a body starts.
    watchdog = threading.Timer(min(max(seconds, 0.0), threading.TIMEOUT_MAX), act)
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    finally:
        watchdog.cancel()


def _socket_awaited(client: Any, request: Request) -> socket.socket | None:
    """
    Return the socket a request was sent on, when it is this request's alone.

    Before the head of an answer is there, libraries tell it nobody: unless the transport is ours, this looks into their pool
    of connections, and finds nothing where that looks otherwise. On HTTP/2 there is nothing to find: each read looks at what
    is left of the time.
    """
    transport_for = getattr(client, "_transport_for_url", None)
    transport = transport_for(request.url) if transport_for is not None else None
    find: Callable[[Request], socket.socket | None] | None = getattr(transport, "socket_for", None)
    if find is not None:
        return find(request)
    pool = getattr(transport, "_pool", None)
    for sent in list(getattr(pool, "_requests", ())):
        if sent.request.extensions is request.extensions:
            connection = sent.connection
            while connection is not None and not hasattr(
                connection, "_h11_state"
            ):  # around it: proxies, the choice of a version
                connection = getattr(connection, "_connection", None)
            stream = getattr(connection, "_network_stream", None)
            return None if stream is None else cast("socket.socket | None", stream.get_extra_info("socket"))
    return None


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


def drain(response: Response, body: Iterator[bytes], *, faults: Faults) -> None:
    """Read the rest of a body that should be at its end, for a moment, so that the connection is kept; then close."""
    if socket_of(response) is None:  # nothing to keep, or no way to stop waiting
        response.close()
        return
    try:
        left = _DRAIN_BYTES
        with aborted_after(response, _DRAIN_S):
            while left > 0 and (data := next(body, None)) is not None:
                left -= len(data)
    except faults.reading:
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
    except faults.reading:
        pass  # TimeoutError is an OSError
    finally:
        await response.aclose()
