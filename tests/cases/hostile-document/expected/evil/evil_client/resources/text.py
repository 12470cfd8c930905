"""`client.text`: 1 operation."""

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

_TEXT_GET = Operation(
    name="text.get",
    method="GET",
    path="/text",
    parameters=(),
    body=None,
    response=Response(kind="text", model=None, container="one"),
    stream=None,
    credentials=("api_key",),
)


class TextWithRawResponse(Resource):
    """`client.text`: each call returns the whole HTTP response."""

    def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[str]:
        """Call GET /text."""
        result: RawResponse[str] = self._client.request(
            _TEXT_GET,
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


class TextWithStreamingResponse(Resource):
    """`client.text`: each call returns the HTTP response before its content is read."""

    def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[str]:
        """Call GET /text."""
        result: StreamingResponse[str] = self._client.request(
            _TEXT_GET,
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


class Text(Resource):
    """`client.text`: 1 operation."""

    @cached_property
    def with_raw_response(self) -> TextWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return TextWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> TextWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return TextWithStreamingResponse(self._client.streaming)

    def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> str:
        """
        Call GET /text.

        GET /text

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: str = self._client.request(
            _TEXT_GET,
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


class AsyncTextWithRawResponse(AsyncResource):
    """`client.text`, asynchronous: each call returns the whole HTTP response."""

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[str]:
        """Call GET /text."""
        result: RawResponse[str] = await self._client.request(
            _TEXT_GET,
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


class AsyncTextWithStreamingResponse(AsyncResource):
    """`client.text`, asynchronous: each call returns the HTTP response before its content is read."""

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[str]:
        """Call GET /text."""
        result: AsyncStreamingResponse[str] = await self._client.request(
            _TEXT_GET,
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


class AsyncText(AsyncResource):
    """`client.text`, asynchronous: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AsyncTextWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncTextWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncTextWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncTextWithStreamingResponse(self._client.streaming)

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> str:
        """
        Call GET /text.

        GET /text

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: str = await self._client.request(
            _TEXT_GET,
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
