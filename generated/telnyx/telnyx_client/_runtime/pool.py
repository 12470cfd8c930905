"""Who owns connections and may still use them: copies share, the origin closes; knows no request."""

from __future__ import annotations

import os
import sys
import weakref
from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar

from .errors import ClientStateError, ConfigurationError
from .later import Later

if TYPE_CHECKING:
    import asyncio

    from . import http
    from .http import Faults, Response
else:  # the first client needs these, not the import
    asyncio, http = Later("asyncio"), Later(".http")

HttpT = TypeVar("HttpT")

_METHODS: Final = ("build_request", "send")


class _Shared(Generic[HttpT]):
    """Hold an HTTP client for an origin and all its copies."""

    __slots__ = ("__weakref__", "abandoned", "client", "faults", "is_async", "is_closed", "loop", "owned", "process")

    def __init__(self, client: HttpT, *, owned: bool, is_async: bool) -> None:
        self.client = client
        self.faults: Faults = http.faults_of(client)
        self.owned = owned
        self.is_async = is_async
        self.loop: object | None = None  # the event loop of the first use
        self.is_closed = False
        self.process = os.getpid()
        self.abandoned: deque[Response] = deque()


class Pool(Generic[HttpT]):
    """
    Hand out an HTTP client as long as it may be used.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_is_closed", "_is_origin", "_shared")

    def __init__(self, shared: _Shared[HttpT], *, is_origin: bool) -> None:
        self._shared = shared
        self._is_origin = is_origin
        self._is_closed = False

    @classmethod
    def of(cls, injected: HttpT | None, *, create: Callable[[], HttpT], is_async: bool) -> Self:
        """
        Use an injected client, which its owner closes, or create one.

        Raises:
            ConfigurationError: the injected one is no client, or of the other kind.
        """
        if injected is not None and not all(callable(getattr(injected, name, None)) for name in _METHODS):
            name = type(injected).__name__
            raise ConfigurationError(f"http_client must be a client of httpx or of a library of its shape, got {name}")
        if injected is not None and http.is_async_client(injected) is not is_async:
            kind = "an asynchronous" if is_async else "a synchronous"
            raise ConfigurationError(f"http_client must be {kind} client, got {type(injected).__name__}")
        client = create() if injected is None else injected
        shared = _Shared(client, owned=injected is None, is_async=is_async)
        if shared.owned and not is_async:
            close: Any = getattr(client, "close")  # noqa: B009  # a type variable has no members
            weakref.finalize(shared, close)  # a client nobody closed leaves no open socket behind
        return cls(shared, is_origin=True)

    @property
    def faults(self) -> Faults:
        """The exceptions the client raises."""
        return self._shared.faults

    @property
    def is_closed(self) -> bool:
        """Whether it can be used no more."""
        shared = self._shared
        return self._is_closed or shared.is_closed or bool(getattr(shared.client, "is_closed", False))

    def shared(self) -> Self:
        """Share the connections without owning them."""
        return type(self)(self._shared, is_origin=False)

    def use(self) -> HttpT:
        """
        Return the HTTP client.

        Raises:
            ClientStateError: it was closed, or belongs to the parent process or to another event loop.
        """
        shared = self._shared
        if self.is_closed:
            raise ClientStateError("the client is closed; make a new one")
        if shared.process != os.getpid():
            raise ClientStateError(
                "the client was made before this process was forked and would share its sockets; make a new one here"
            )
        if shared.is_async:
            self._require_loop()
        return shared.client

    def _require_loop(self) -> None:
        shared = self._shared
        try:
            running: object | None = asyncio.get_running_loop()
        except RuntimeError:  # an event loop of another library
            return
        if shared.loop is None:
            shared.loop = running
        elif shared.loop is not running:
            raise ClientStateError(
                "the client was used in another event loop, which its connections belong to; make one in each loop"
            )

    def abandon(self, response: Response) -> None:
        """
        Take an answer that was dropped unread: end it on its socket now, and give its connection back later.

        Later, because this is called while garbage is collected, perhaps amid the work of the very pool of connections. At
        the end of the process there is nothing to be done: sockets end with it.
        """
        if not sys.is_finalizing() and self._shared.process == os.getpid():
            self._shared.abandoned.append(response)
            http.abort(response)

    def take_abandoned(self) -> Iterator[Response]:
        """Take the answers whose connections are to be given back."""
        abandoned = self._shared.abandoned
        while abandoned:
            yield abandoned.popleft()

    def release(self) -> HttpT | None:
        """Stop using the connections; return the HTTP client when it is now to be closed."""
        was_closed, self._is_closed = self._is_closed, True
        shared = self._shared
        if was_closed or not self._is_origin:
            return None
        shared.is_closed = True
        return shared.client if shared.owned and shared.process == os.getpid() else None
