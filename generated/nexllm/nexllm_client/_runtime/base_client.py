"""What synchronous and asynchronous clients have in common: options, which are values, and connections; sends nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self

from .definition import ClientDefinition
from .later import Later
from .model import UNSET, Unset
from .pool import Pool

if TYPE_CHECKING:
    from . import answers, checks, direct
    from . import settings as configuration
    from .call import Call
    from .http import URL, Response, TimeoutTypes
    from .http_shape import AsyncHttpClientShape, HttpClientShape
    from .observe import ClientEvent
    from .settings import Settings
else:  # the first client or its first call needs these, not the import
    answers, checks, configuration, direct = map(Later, (".answers", ".checks", ".settings", ".direct"))


class BaseClient:
    """Hold what clients of both kinds have: settings, which are values, and the connections."""

    DEFINITION: ClassVar[ClientDefinition]
    _IS_ASYNC: ClassVar[bool]
    _settings: Settings
    _pool: Pool[Any]

    def __init__(
        self,
        credentials: Mapping[str, str | None],
        *,
        base_url: str | URL | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        idle_timeout: float | Unset | None = UNSET,
        deadline: float | None = None,
        max_retries: int = 2,
        http_client: HttpClientShape | AsyncHttpClientShape | None = None,
        validate_requests: bool = True,
        default_headers: Mapping[str, str | None] | None = None,
        on_event: Callable[[ClientEvent], None] | None = None,
    ) -> None:
        """
        Make a client; nothing is sent yet.

        Args:
            credentials: by argument; what is None comes from the environment.
            base_url: the server; else from the environment, else from the document.
            timeout: seconds for each phase of an attempt, a full timeout, or None for no limit; UNSET for that of
                `http_client` where its owner set one, else 60 seconds, 10 to connect.
            idle_timeout: seconds of silence a stream may keep between pieces once it began, or None for no limit; UNSET
                for those of `timeout`.
            deadline: seconds a call may take in all, retries and waits included.
            max_retries: how often a request is sent again at most.
            http_client: used instead of one of our own, of the same kind as this client; its owner closes it.
            validate_requests: check arguments against the document before anything is sent.
            default_headers: sent with every request; None removes one of ours.
            on_event: told what each call does, in values of `observe`; a plain function.

        Raises:
            ConfigurationError: a credential or the base URL is missing, or an option cannot be used.
        """
        settings = configuration.configure(self.DEFINITION, credentials, environment=os.environ, base_url=base_url)
        create = direct.create_async_client if self._IS_ASYNC else direct.create_client
        self._settings = settings.changed(
            timeout=checks.timeout_of(http_client) if isinstance(timeout, Unset) else timeout,
            idle_timeout=idle_timeout,
            deadline=deadline,
            max_retries=max_retries,
            validate_requests=validate_requests,
            extra_headers=default_headers,
            on_event=on_event,
        )
        self._pool = Pool.of(http_client, create=create, is_async=self._IS_ASYNC)

    def with_options(
        self,
        *,
        base_url: str | URL | Unset = UNSET,
        timeout: TimeoutTypes | Unset = UNSET,
        idle_timeout: float | Unset | None = UNSET,
        deadline: float | Unset | None = UNSET,
        max_retries: int | Unset = UNSET,
        validate_requests: bool | Unset = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        on_event: Callable[[ClientEvent], None] | Unset | None = UNSET,
    ) -> Self:
        """
        Return a client with other options that shares the connections; the client it comes from closes them.

        Args:
            base_url: another server, sent the same credentials.
            timeout: seconds for each phase of an attempt, a full timeout, or None for no limit.
            idle_timeout: seconds of silence a stream may keep between pieces once it began, or None for no limit.
            deadline: seconds a call may take in all, retries and waits included, or None for no limit.
            max_retries: how often a request is sent again at most.
            validate_requests: check arguments against the document before anything is sent.
            extra_headers: sent with every request beside those of before; None removes a header.
            on_event: told what each call does, in values of `observe`; None for nobody.

        Raises:
            ConfigurationError: an option cannot be used.
        """
        clone = object.__new__(type(self))
        # What a subclass keeps, but no resource: those belong to this client.
        for name, value in vars(self).items():
            if not isinstance(getattr(type(self), name, None), cached_property):
                vars(clone)[name] = value
        clone._settings = self._settings.changed(
            base_url=base_url,
            timeout=timeout,
            idle_timeout=idle_timeout,
            deadline=deadline,
            max_retries=max_retries,
            validate_requests=validate_requests,
            extra_headers=extra_headers,
            on_event=on_event,
        )
        clone._pool = self._pool.shared()
        return clone

    def _answer(self, call: Call, response: Response) -> Any:
        return answers.open_answer(call, response, abandon=self._pool.abandon, is_async=self._IS_ASYNC)

    @property
    def is_closed(self) -> bool:
        """Whether the client, or the one it shares connections with, was closed."""
        return self._pool.is_closed

    @property
    def base_url(self) -> str:
        """The server, without a slash at the end."""
        return self._settings.context.base_url

    def __repr__(self) -> str:
        """Name the server and the policy, never a credential."""
        return f"<{type(self).__name__} base_url={self.base_url!r} max_retries={self._settings.policy.max_retries}>"

    def __reduce__(self) -> NoReturn:
        """Refuse: a client holds secrets and sockets."""
        raise TypeError(f"a {type(self).__name__} cannot be pickled or copied: make one where it is needed")
