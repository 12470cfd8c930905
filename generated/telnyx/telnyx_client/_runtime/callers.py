"""What a resource calls: a client, or a way through it that returns another form of answer; knows no operation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from .options import PLAIN_CALL, CallOptions

if TYPE_CHECKING:
    from .operation import Operation


class SyncCaller(Protocol):
    """Be what a resource calls: a client, or one that returns raw answers."""

    def request(self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = ...) -> Any:
        """Call an operation."""

    @property
    def raw(self) -> SyncCaller:
        """The same, with raw answers."""

    @property
    def streaming(self) -> SyncCaller:
        """The same, with answers whose content is not read yet."""


class AsyncCaller(Protocol):
    """Be what an asynchronous resource calls: a client, or one that returns raw answers."""

    async def request(self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = ...) -> Any:
        """Call an operation."""

    @property
    def raw(self) -> AsyncCaller:
        """The same, with raw answers."""

    @property
    def streaming(self) -> AsyncCaller:
        """The same, with answers whose content is not read yet."""


class OtherCaller:
    """
    Call operations of a client, of either kind, for another form of answer.

    Args:
        client: the client.
        request: its method that returns this form.
    """

    __slots__ = ("_client", "_request")

    def __init__(self, client: Any, request: Callable[..., Any]) -> None:
        self._client = client
        self._request = request

    def request(self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = PLAIN_CALL) -> Any:
        """Call an operation."""
        return self._request(operation, arguments, options=options)

    @property
    def raw(self) -> Any:
        """The client, returning raw answers."""
        return self._client.raw

    @property
    def streaming(self) -> Any:
        """The client, returning answers whose content is not read yet."""
        return self._client.streaming
