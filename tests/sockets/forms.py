"""Our transports, both forms used in the same way: as if both were synchronous; knows no test."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Final, Protocol

import httpx

from overrides.async_transport import AsyncTransport
from overrides.transport import Transport

TIMEOUTS: Final = {"connect": 5.0, "read": 5.0, "write": 5.0, "pool": 0.05}


class Form(Protocol):
    """A transport of either form, used as if it were synchronous."""

    transport: Any

    def send(self, url: str, **options: Any) -> httpx.Response:
        """Return the head of an answer."""

    def read(self, response: httpx.Response) -> bytes:
        """Read an answer to its end and close it."""

    def begin(self, response: httpx.Response) -> bytes:
        """Read a piece of an answer."""

    def rest(self, response: httpx.Response) -> bytes:
        """Read on, whatever became of the answer."""

    def close(self, response: httpx.Response) -> None:
        """Close an answer."""

    def end(self) -> None:
        """Close the transport."""


class Sync:
    """The synchronous form."""

    def __init__(self, **options: Any) -> None:
        self.transport = Transport(**options)

    def send(self, url: str, **options: Any) -> httpx.Response:
        """Return the head of an answer."""
        return self.transport.handle_request(request(url, **options))

    def read(self, response: httpx.Response) -> bytes:
        """Read an answer to its end and close it."""
        return response.read()

    def begin(self, response: httpx.Response) -> bytes:
        """Read a piece of an answer."""
        return next(iter(response.stream))  # type: ignore[arg-type]  # a synchronous one

    def rest(self, response: httpx.Response) -> bytes:
        """Read on, whatever became of the answer."""
        return b"".join(response.stream)  # type: ignore[arg-type]  # a synchronous one

    def close(self, response: httpx.Response) -> None:
        """Close an answer."""
        response.close()

    def end(self) -> None:
        """Close the transport."""
        self.transport.close()


class Async:
    """The asynchronous form, on an event loop that lasts as long as it does."""

    def __init__(self, **options: Any) -> None:
        self.loop = asyncio.Runner()
        self.transport = AsyncTransport(**options)

    def send(self, url: str, **options: Any) -> httpx.Response:
        """Return the head of an answer."""
        return self.loop.run(self.transport.handle_async_request(request(url, **options)))

    def read(self, response: httpx.Response) -> bytes:
        """Read an answer to its end and close it."""
        return self.loop.run(response.aread())

    def begin(self, response: httpx.Response) -> bytes:
        """Read a piece of an answer."""

        async def begin() -> bytes:
            return await anext(aiter(response.stream))  # type: ignore[arg-type]  # an asynchronous one

        return self.loop.run(begin())

    def rest(self, response: httpx.Response) -> bytes:
        """Read on, whatever became of the answer."""

        async def rest() -> bytes:
            return b"".join([piece async for piece in response.stream])  # type: ignore[union-attr]  # it is an asynchronous one

        return self.loop.run(rest())

    def close(self, response: httpx.Response) -> None:
        """Close an answer."""
        self.loop.run(response.aclose())

    def end(self) -> None:
        """Close the transport."""
        self.loop.run(self.transport.aclose())
        self.loop.close()


def request(url: str, *, content: Any = b"{}", **timeouts: float | None) -> httpx.Request:
    """Make a request."""
    extensions = {"timeout": {**TIMEOUTS, **timeouts}}
    return httpx.Request("POST", url, content=content, extensions=extensions)


Maker = Callable[..., Form]
