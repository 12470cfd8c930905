"""The Evil \"\"\" {{ 7*7 }} \\ client, in its two forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from . import models
from ._runtime.client import AsyncClient, SyncClient
from ._runtime.definition import ClientDefinition, Credential
from ._runtime.model import UNSET, Unset
from ._schemas import VALIDATOR

if TYPE_CHECKING:
    from ._runtime.http import URL, TimeoutTypes
    from ._runtime.http_shape import AsyncHttpClientShape, HttpClientShape
    from ._runtime.observe import ClientEvent
    from .resources.ping import AsyncPing, Ping
    from .resources.t import AsyncT, T
    from .resources.text import AsyncText, Text

_DEFINITION = ClientDefinition(
    title='Evil """ {{ 7*7 }} \\',
    base_url='https://evil.example/v1"+__import__("os").system("touch specfold-was-here")+"',
    base_url_env="EVIL_BASE_URL",
    credentials=(Credential(argument="api_key", scheme="query", name='k"ey', env="EVIL_API_KEY", required=True),),
    error_shapes=(),
    user_agent="evil-client/0.1.0",
    validator=VALIDATOR,
    models=models,
)


class Evil(SyncClient):
    """
    Call the Evil \"\"\" {{ 7*7 }} \\ API.

    A context manager; `close()` ends its connections.
    """

    DEFINITION: ClassVar[ClientDefinition] = _DEFINITION

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | URL | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        idle_timeout: float | Unset | None = UNSET,
        deadline: float | None = None,
        max_retries: int = 2,
        http_client: HttpClientShape | None = None,
        validate_requests: bool = True,
        default_headers: Mapping[str, str | None] | None = None,
        on_event: Callable[[ClientEvent], None] | None = None,
    ) -> None:
        """
        Prepare a client; nothing is sent yet.

        Args:
            api_key: needed, from EVIL_API_KEY in the environment unless given.
            base_url: instead of the document's server; EVIL_BASE_URL in the environment does the same.
            timeout: seconds for each phase of an attempt, an `httpx.Timeout`, or None for no limit; else that of `http_client` where
                you set it, else 60 and 10 to connect.
            idle_timeout: seconds of silence a stream may keep once it began, or None for no limit; else that of `timeout`.
            deadline: seconds a call may take in all, tries and waits included.
            max_retries: tries after the first, for faults that a repetition may mend.
            http_client: a client of `httpx`, or of a library of its shape; it stays yours to close.
            validate_requests: whether arguments the document forbids are refused before sending.
            default_headers: sent with every request; None removes one of ours.
            on_event: a plain function, told what each call does: started, first byte, retried, finished, failed.

        Raises:
            ConfigurationError: a credential or the base URL is missing, or an option cannot be used.
        """
        super().__init__(
            {"api_key": api_key},
            base_url=base_url,
            timeout=timeout,
            idle_timeout=idle_timeout,
            deadline=deadline,
            max_retries=max_retries,
            http_client=http_client,
            validate_requests=validate_requests,
            default_headers=default_headers,
            on_event=on_event,
        )

    @cached_property
    def t(self) -> T:
        """`t.x_import_os`."""
        from .resources.t import T

        return T(self)

    @cached_property
    def ping(self) -> Ping:
        """`ping.get`."""
        from .resources.ping import Ping

        return Ping(self)

    @cached_property
    def text(self) -> Text:
        """`text.get`."""
        from .resources.text import Text

        return Text(self)


class AsyncEvil(AsyncClient):
    """
    Call the Evil \"\"\" {{ 7*7 }} \\ API without blocking.

    A context manager; `close()` ends its connections.
    """

    DEFINITION: ClassVar[ClientDefinition] = _DEFINITION

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | URL | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        idle_timeout: float | Unset | None = UNSET,
        deadline: float | None = None,
        max_retries: int = 2,
        http_client: AsyncHttpClientShape | None = None,
        validate_requests: bool = True,
        default_headers: Mapping[str, str | None] | None = None,
        on_event: Callable[[ClientEvent], None] | None = None,
    ) -> None:
        """
        Prepare a client; nothing is sent yet.

        Args:
            api_key: needed, from EVIL_API_KEY in the environment unless given.
            base_url: instead of the document's server; EVIL_BASE_URL in the environment does the same.
            timeout: seconds for each phase of an attempt, an `httpx.Timeout`, or None for no limit; else that of `http_client` where
                you set it, else 60 and 10 to connect.
            idle_timeout: seconds of silence a stream may keep once it began, or None for no limit; else that of `timeout`.
            deadline: seconds a call may take in all, tries and waits included.
            max_retries: tries after the first, for faults that a repetition may mend.
            http_client: a client of `httpx`, or of a library of its shape; it stays yours to close.
            validate_requests: whether arguments the document forbids are refused before sending.
            default_headers: sent with every request; None removes one of ours.
            on_event: a plain function, told what each call does: started, first byte, retried, finished, failed.

        Raises:
            ConfigurationError: a credential or the base URL is missing, or an option cannot be used.
        """
        super().__init__(
            {"api_key": api_key},
            base_url=base_url,
            timeout=timeout,
            idle_timeout=idle_timeout,
            deadline=deadline,
            max_retries=max_retries,
            http_client=http_client,
            validate_requests=validate_requests,
            default_headers=default_headers,
            on_event=on_event,
        )

    @cached_property
    def t(self) -> AsyncT:
        """`t.x_import_os`."""
        from .resources.t import AsyncT

        return AsyncT(self)

    @cached_property
    def ping(self) -> AsyncPing:
        """`ping.get`."""
        from .resources.ping import AsyncPing

        return AsyncPing(self)

    @cached_property
    def text(self) -> AsyncText:
        """`text.get`."""
        from .resources.text import AsyncText

        return AsyncText(self)
