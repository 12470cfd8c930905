"""`client.models`: 1 operation."""

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
    from .. import models
    from .._runtime.responses import (
        AsyncStreamingResponse,
        RawResponse,
        StreamingResponse,
    )

_MODELS_LIST = Operation(
    name="models.list",
    method="GET",
    path="/ai/models",
    parameters=(),
    body=None,
    response=Response(kind="json", model="ModelList", container="one"),
    stream=None,
    credentials=("api_key",),
)


class ModelsWithRawResponse(Resource):
    """`client.models`: each call returns the whole HTTP response."""

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[models.ModelList]:
        """List models."""
        result: RawResponse[models.ModelList] = self._client.request(
            _MODELS_LIST,
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


class ModelsWithStreamingResponse(Resource):
    """`client.models`: each call returns the HTTP response before its content is read."""

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[models.ModelList]:
        """List models."""
        result: StreamingResponse[models.ModelList] = self._client.request(
            _MODELS_LIST,
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


class Models(Resource):
    """`client.models`: 1 operation."""

    @cached_property
    def with_raw_response(self) -> ModelsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return ModelsWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> ModelsWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return ModelsWithStreamingResponse(self._client.streaming)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> models.ModelList:
        """
        List models.

        Lists the models; an id is made of source and name of the model.

        GET /ai/models

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ModelList = self._client.request(
            _MODELS_LIST,
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


class AsyncModelsWithRawResponse(AsyncResource):
    """`client.models`, asynchronous: each call returns the whole HTTP response."""

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[models.ModelList]:
        """List models."""
        result: RawResponse[models.ModelList] = await self._client.request(
            _MODELS_LIST,
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


class AsyncModelsWithStreamingResponse(AsyncResource):
    """`client.models`, asynchronous: each call returns the HTTP response before its content is read."""

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[models.ModelList]:
        """List models."""
        result: AsyncStreamingResponse[models.ModelList] = await self._client.request(
            _MODELS_LIST,
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


class AsyncModels(AsyncResource):
    """`client.models`, asynchronous: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AsyncModelsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncModelsWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncModelsWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncModelsWithStreamingResponse(self._client.streaming)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> models.ModelList:
        """
        List models.

        Lists the models; an id is made of source and name of the model.

        GET /ai/models

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ModelList = await self._client.request(
            _MODELS_LIST,
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
