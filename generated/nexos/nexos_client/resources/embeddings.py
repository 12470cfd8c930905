"""`client.embeddings`: 1 operation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from .._runtime.http import TimeoutTypes
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Body, Operation, Response
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import models, params
    from .._runtime.responses import (
        AsyncStreamingResponse,
        RawResponse,
        StreamingResponse,
    )

_EMBEDDINGS_CREATE = Operation(
    name="embeddings.create",
    method="POST",
    path="/embeddings",
    parameters=(),
    body=Body(
        media_type="application/json",
        required=True,
        members={"model": "model", "input": "input", "encoding_format": "encoding_format", "dimensions": "dimensions"},
        schema={"$ref": "EmbeddingsRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model="EmbeddingsResponse", container="one"),
    stream=None,
    credentials=("api_key",),
)


class EmbeddingsWithRawResponse(Resource):
    """`client.embeddings`: each call returns the whole HTTP response."""

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsCreateParams],
    ) -> RawResponse[models.EmbeddingsResponse]:
        """Create embeddings."""
        result: RawResponse[models.EmbeddingsResponse] = self._client.request(
            _EMBEDDINGS_CREATE,
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


class EmbeddingsWithStreamingResponse(Resource):
    """`client.embeddings`: each call returns the HTTP response before its content is read."""

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsCreateParams],
    ) -> StreamingResponse[models.EmbeddingsResponse]:
        """Create embeddings."""
        result: StreamingResponse[models.EmbeddingsResponse] = self._client.request(
            _EMBEDDINGS_CREATE,
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


class Embeddings(Resource):
    """`client.embeddings`: 1 operation."""

    @cached_property
    def with_raw_response(self) -> EmbeddingsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return EmbeddingsWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> EmbeddingsWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return EmbeddingsWithStreamingResponse(self._client.streaming)

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsCreateParams],
    ) -> models.EmbeddingsResponse:
        """
        Create embeddings.

        Turns each text into a vector.

        Arguments are the members of `models.EmbeddingsRequest`, described there.

        POST /embeddings

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.EmbeddingsResponse = self._client.request(
            _EMBEDDINGS_CREATE,
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


class AsyncEmbeddingsWithRawResponse(AsyncResource):
    """`client.embeddings`, asynchronous: each call returns the whole HTTP response."""

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsCreateParams],
    ) -> RawResponse[models.EmbeddingsResponse]:
        """Create embeddings."""
        result: RawResponse[models.EmbeddingsResponse] = await self._client.request(
            _EMBEDDINGS_CREATE,
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


class AsyncEmbeddingsWithStreamingResponse(AsyncResource):
    """`client.embeddings`, asynchronous: each call returns the HTTP response before its content is read."""

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsCreateParams],
    ) -> AsyncStreamingResponse[models.EmbeddingsResponse]:
        """Create embeddings."""
        result: AsyncStreamingResponse[models.EmbeddingsResponse] = await self._client.request(
            _EMBEDDINGS_CREATE,
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


class AsyncEmbeddings(AsyncResource):
    """`client.embeddings`, asynchronous: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AsyncEmbeddingsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncEmbeddingsWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncEmbeddingsWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncEmbeddingsWithStreamingResponse(self._client.streaming)

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsCreateParams],
    ) -> models.EmbeddingsResponse:
        """
        Create embeddings.

        Turns each text into a vector.

        Arguments are the members of `models.EmbeddingsRequest`, described there.

        POST /embeddings

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.EmbeddingsResponse = await self._client.request(
            _EMBEDDINGS_CREATE,
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
