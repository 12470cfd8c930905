"""The base of generated resources: a node of the client that knows who sends; knows no operation."""

from __future__ import annotations

from .callers import AsyncCaller, SyncCaller


class Resource:
    """
    Group operations of a client.

    .. versionadded:: 0.1.0
    """

    def __init__(self, client: SyncCaller) -> None:
        self._client = client


class AsyncResource:
    """
    Group operations of an asynchronous client.

    .. versionadded:: 0.1.0
    """

    def __init__(self, client: AsyncCaller) -> None:
        self._client = client
