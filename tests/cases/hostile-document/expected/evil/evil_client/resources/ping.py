"""`client.ping`: 1 operation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .._runtime.http import TimeoutTypes
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Operation, Response
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.responses import (
        AsyncStreamingResponse,
        RawResponse,
        StreamingResponse,
    )

_PING_GET = Operation(
    name="ping.get",
    method="GET",
    path="/ping",
    parameters=(),
    body=None,
    response=Response(kind="empty", model=None, container="one"),
    stream=None,
    credentials=("api_key",),
)


class PingWithRawResponse(Resource):
    """`client.ping`: each call returns the whole HTTP response."""

    def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[None]:
        """Call GET /ping."""
        result: RawResponse[None] = self._client.request(
            _PING_GET,
            {},
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


class PingWithStreamingResponse(Resource):
    """`client.ping`: each call returns the HTTP response before its content is read."""

    def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[None]:
        """Call GET /ping."""
        result: StreamingResponse[None] = self._client.request(
            _PING_GET,
            {},
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


class Ping(Resource):
    """`client.ping`: 1 operation."""

    @cached_property
    def with_raw_response(self) -> PingWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return PingWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> PingWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return PingWithStreamingResponse(self._client.streaming)

    def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> None:
        """
        Call GET /ping.

        GET /ping

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        self._client.request(
            _PING_GET,
            {},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )


class AsyncPingWithRawResponse(AsyncResource):
    """`client.ping`, asynchronous: each call returns the whole HTTP response."""

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[None]:
        """Call GET /ping."""
        result: RawResponse[None] = await self._client.request(
            _PING_GET,
            {},
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


class AsyncPingWithStreamingResponse(AsyncResource):
    """`client.ping`, asynchronous: each call returns the HTTP response before its content is read."""

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[None]:
        """Call GET /ping."""
        result: AsyncStreamingResponse[None] = await self._client.request(
            _PING_GET,
            {},
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


class AsyncPing(AsyncResource):
    """`client.ping`, asynchronous: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AsyncPingWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncPingWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncPingWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncPingWithStreamingResponse(self._client.streaming)

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> None:
        """
        Call GET /ping.

        GET /ping

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        await self._client.request(
            _PING_GET,
            {},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
