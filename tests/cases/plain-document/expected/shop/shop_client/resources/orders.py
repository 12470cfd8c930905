"""`client.orders`: 3 operations."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from .._runtime.http import TimeoutTypes
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Body, Operation, Parameter, Response, StreamSpec
from .._runtime.options import CallOptions
from .._runtime.pages import Pagination
from .._runtime.paging import iterate, iterate_async
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import models, params
    from .._runtime.responses import (
        AsyncStreamingResponse,
        RawResponse,
        StreamingResponse,
    )
    from .._runtime.stream import AsyncStream, Stream

_ORDERS_LIST = Operation(
    name="orders.list",
    method="GET",
    path="/orders",
    parameters=(
        Parameter(
            python="after",
            wire="after",
            location="query",
            required=False,
            schema={"type": "string"},
            style="form",
            explode=True,
        ),
        Parameter(
            python="page_size",
            wire="pageSize",
            location="query",
            required=False,
            schema={"type": "integer", "minimum": 1, "maximum": 100},
            style="form",
            explode=True,
        ),
    ),
    body=None,
    response=Response(kind="json", model="Order", container="list"),
    stream=None,
    credentials=("api_key",),
    pagination=Pagination(items=(), argument="after", cursor=("id",), limit="page_size"),
)
_ORDERS_CREATE = Operation(
    name="orders.create",
    method="POST",
    path="/orders",
    parameters=(),
    body=Body(
        media_type="application/json",
        required=True,
        members={"items": "items", "note": "note"},
        schema={"$ref": "OrdersCreateRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model="Order", container="one"),
    stream=None,
    credentials=("api_key",),
)
_ORDERS_FOLLOW = Operation(
    name="orders.follow",
    method="GET",
    path="/orders/{orderId}/events",
    parameters=(
        Parameter(
            python="order_id",
            wire="orderId",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
    ),
    body=None,
    response=Response(kind="empty", model=None, container="one"),
    stream=StreamSpec(chunk="OrderEvent", terminator="[DONE]", accumulator=None, always=True),
    credentials=("api_key",),
)


class OrdersWithRawResponse(Resource):
    """`client.orders`: each call returns the whole HTTP response."""

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersListParams],
    ) -> RawResponse[builtins.list[models.Order]]:
        """List orders."""
        result: RawResponse[builtins.list[models.Order]] = self._client.request(
            _ORDERS_LIST,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersCreateParams],
    ) -> RawResponse[models.Order]:
        """Call POST /orders."""
        result: RawResponse[models.Order] = self._client.request(
            _ORDERS_CREATE,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    def follow(
        self,
        order_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[Stream[models.OrderEvent]]:
        """Call GET /orders/{orderId}/events."""
        result: RawResponse[Stream[models.OrderEvent]] = self._client.request(
            _ORDERS_FOLLOW,
            {"order_id": order_id},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result


class OrdersWithStreamingResponse(Resource):
    """`client.orders`: each call returns the HTTP response before its content is read."""

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersListParams],
    ) -> StreamingResponse[builtins.list[models.Order]]:
        """List orders."""
        result: StreamingResponse[builtins.list[models.Order]] = self._client.request(
            _ORDERS_LIST,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersCreateParams],
    ) -> StreamingResponse[models.Order]:
        """Call POST /orders."""
        result: StreamingResponse[models.Order] = self._client.request(
            _ORDERS_CREATE,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    def follow(
        self,
        order_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[Stream[models.OrderEvent]]:
        """Call GET /orders/{orderId}/events."""
        result: StreamingResponse[Stream[models.OrderEvent]] = self._client.request(
            _ORDERS_FOLLOW,
            {"order_id": order_id},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result


class Orders(Resource):
    """`client.orders`: 3 operations."""

    @cached_property
    def with_raw_response(self) -> OrdersWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return OrdersWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> OrdersWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return OrdersWithStreamingResponse(self._client.streaming)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersListParams],
    ) -> builtins.list[models.Order]:
        """
        List orders.

        `page_size` is sent as `pageSize`.

        GET /orders

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: builtins.list[models.Order] = self._client.request(
            _ORDERS_LIST,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersCreateParams],
    ) -> models.Order:
        """
        Call POST /orders.

        Arguments are the members of `models.OrdersCreateRequest`, described there.

        POST /orders

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.Order = self._client.request(
            _ORDERS_CREATE,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    def follow(
        self,
        order_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> Stream[models.OrderEvent]:
        """
        Call GET /orders/{orderId}/events.

        GET /orders/{orderId}/events

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: Stream[models.OrderEvent] = self._client.request(
            _ORDERS_FOLLOW,
            {"order_id": order_id},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    def iterate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersListParams],
    ) -> Iterator[models.Order]:
        """
        Iterate what `list` lists, over all pages; each page is asked for when it is needed.

        GET /orders

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        return iterate(
            self._client,
            _ORDERS_LIST,
            arguments={**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )


class AsyncOrdersWithRawResponse(AsyncResource):
    """`client.orders`, asynchronous: each call returns the whole HTTP response."""

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersListParams],
    ) -> RawResponse[builtins.list[models.Order]]:
        """List orders."""
        result: RawResponse[builtins.list[models.Order]] = await self._client.request(
            _ORDERS_LIST,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersCreateParams],
    ) -> RawResponse[models.Order]:
        """Call POST /orders."""
        result: RawResponse[models.Order] = await self._client.request(
            _ORDERS_CREATE,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    async def follow(
        self,
        order_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[AsyncStream[models.OrderEvent]]:
        """Call GET /orders/{orderId}/events."""
        result: RawResponse[AsyncStream[models.OrderEvent]] = await self._client.request(
            _ORDERS_FOLLOW,
            {"order_id": order_id},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result


class AsyncOrdersWithStreamingResponse(AsyncResource):
    """`client.orders`, asynchronous: each call returns the HTTP response before its content is read."""

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersListParams],
    ) -> AsyncStreamingResponse[builtins.list[models.Order]]:
        """List orders."""
        result: AsyncStreamingResponse[builtins.list[models.Order]] = await self._client.request(
            _ORDERS_LIST,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersCreateParams],
    ) -> AsyncStreamingResponse[models.Order]:
        """Call POST /orders."""
        result: AsyncStreamingResponse[models.Order] = await self._client.request(
            _ORDERS_CREATE,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    async def follow(
        self,
        order_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[AsyncStream[models.OrderEvent]]:
        """Call GET /orders/{orderId}/events."""
        result: AsyncStreamingResponse[AsyncStream[models.OrderEvent]] = await self._client.request(
            _ORDERS_FOLLOW,
            {"order_id": order_id},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result


class AsyncOrders(AsyncResource):
    """`client.orders`, asynchronous: 3 operations."""

    @cached_property
    def with_raw_response(self) -> AsyncOrdersWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncOrdersWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncOrdersWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncOrdersWithStreamingResponse(self._client.streaming)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersListParams],
    ) -> builtins.list[models.Order]:
        """
        List orders.

        `page_size` is sent as `pageSize`.

        GET /orders

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: builtins.list[models.Order] = await self._client.request(
            _ORDERS_LIST,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersCreateParams],
    ) -> models.Order:
        """
        Call POST /orders.

        Arguments are the members of `models.OrdersCreateRequest`, described there.

        POST /orders

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.Order = await self._client.request(
            _ORDERS_CREATE,
            {**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    async def follow(
        self,
        order_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStream[models.OrderEvent]:
        """
        Call GET /orders/{orderId}/events.

        GET /orders/{orderId}/events

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: AsyncStream[models.OrderEvent] = await self._client.request(
            _ORDERS_FOLLOW,
            {"order_id": order_id},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
        return result

    def iterate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.OrdersListParams],
    ) -> AsyncIterator[models.Order]:
        """
        Iterate what `list` lists, over all pages; each page is asked for when it is needed.

        GET /orders

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        return iterate_async(
            self._client,
            _ORDERS_LIST,
            arguments={**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
