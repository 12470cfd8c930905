"""The Shop client, in its two forms."""

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
    from .resources.orders import AsyncOrders, Orders

_DEFINITION = ClientDefinition(
    title="Shop",
    base_url="https://eu.shop.example/v1",
    base_url_env="SHOP_BASE_URL",
    credentials=(Credential(argument="api_key", scheme="header", name="X-Key", env="SHOP_API_KEY", required=True),),
    error_shapes=(),
    user_agent="shop-client/0.1.0",
    validator=VALIDATOR,
    models=models,
)


class Shop(SyncClient):
    """
    Call the Shop API.

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
            api_key: needed, from SHOP_API_KEY in the environment unless given.
            base_url: instead of the document's server; SHOP_BASE_URL in the environment does the same.
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
    def orders(self) -> Orders:
        """`orders.list`, `orders.create`, `orders.follow`."""
        from .resources.orders import Orders

        return Orders(self)


class AsyncShop(AsyncClient):
    """
    Call the Shop API without blocking.

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
            api_key: needed, from SHOP_API_KEY in the environment unless given.
            base_url: instead of the document's server; SHOP_BASE_URL in the environment does the same.
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
    def orders(self) -> AsyncOrders:
        """`orders.list`, `orders.create`, `orders.follow`."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)
