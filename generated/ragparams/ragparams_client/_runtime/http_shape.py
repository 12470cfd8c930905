"""What an injected HTTP client has to look like, for type checkers; knows no HTTP library, so it holds for each of that shape."""

from __future__ import annotations

from typing import Any, Protocol


class _Builder(Protocol):
    """Build requests of the library's own."""

    @property
    def is_closed(self) -> bool:
        """Whether it can no longer send."""

    def build_request(self, *args: Any, **kwargs: Any) -> Any:
        """Return a request."""


class HttpClientShape(_Builder, Protocol):
    """
    Send requests, as clients of `httpx` and of libraries of its shape do.

    .. versionadded:: 0.1.0
    """

    def send(self, *args: Any, **kwargs: Any) -> Any:
        """Return the library's answer to a request."""

    def close(self) -> None:
        """Close the connections."""


class AsyncHttpClientShape(_Builder, Protocol):
    """
    Send requests without blocking.

    .. versionadded:: 0.1.0
    """

    async def send(self, *args: Any, **kwargs: Any) -> Any:
        """Return the library's answer to a request."""

    async def aclose(self) -> None:
        """Close the connections."""
