"""`client.embeddings`: 2 operations."""

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
    path="/ai/embeddings",
    parameters=(),
    body=Body(
        media_type="application/json",
        required=True,
        members={
            "bucket_name": "bucket_name",
            "document_chunk_size": "document_chunk_size",
            "document_chunk_overlap_size": "document_chunk_overlap_size",
            "embedding_model": "embedding_model",
            "loader": "loader",
        },
        schema={"$ref": "BucketEmbeddingsRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model="EmbeddingTaskResponse", container="one"),
    stream=None,
    credentials=("api_key",),
)
_EMBEDDINGS_SIMILARITY_SEARCH = Operation(
    name="embeddings.similarity_search",
    method="POST",
    path="/ai/embeddings/similarity-search",
    parameters=(),
    body=Body(
        media_type="application/json",
        required=True,
        members={"bucket_name": "bucket_name", "query": "query", "num_of_docs": "num_of_docs"},
        schema={"$ref": "SimilaritySearchRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model=None, container="one"),
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
    ) -> RawResponse[models.EmbeddingTaskResponse]:
        """Embed a bucket."""
        result: RawResponse[models.EmbeddingTaskResponse] = self._client.request(
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

    def similarity_search(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsSimilaritySearchParams],
    ) -> RawResponse[dict[str, Any]]:
        """Search embedded documents."""
        result: RawResponse[dict[str, Any]] = self._client.request(
            _EMBEDDINGS_SIMILARITY_SEARCH,
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
    ) -> StreamingResponse[models.EmbeddingTaskResponse]:
        """Embed a bucket."""
        result: StreamingResponse[models.EmbeddingTaskResponse] = self._client.request(
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

    def similarity_search(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsSimilaritySearchParams],
    ) -> StreamingResponse[dict[str, Any]]:
        """Search embedded documents."""
        result: StreamingResponse[dict[str, Any]] = self._client.request(
            _EMBEDDINGS_SIMILARITY_SEARCH,
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
    """`client.embeddings`: 2 operations."""

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
    ) -> models.EmbeddingTaskResponse:
        """
        Embed a bucket.

        Starts a task that embeds the documents of a storage bucket; the answer does not wait for it.

        Arguments are the members of `models.BucketEmbeddingsRequest`, described there.

        POST /ai/embeddings

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.EmbeddingTaskResponse = self._client.request(
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

    def similarity_search(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsSimilaritySearchParams],
    ) -> dict[str, Any]:
        """
        Search embedded documents.

        Finds the documents of an embedded bucket that are nearest to a text.

        Arguments are the members of `models.SimilaritySearchRequest`, described there.

        POST /ai/embeddings/similarity-search

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: dict[str, Any] = self._client.request(
            _EMBEDDINGS_SIMILARITY_SEARCH,
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
    ) -> RawResponse[models.EmbeddingTaskResponse]:
        """Embed a bucket."""
        result: RawResponse[models.EmbeddingTaskResponse] = await self._client.request(
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

    async def similarity_search(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsSimilaritySearchParams],
    ) -> RawResponse[dict[str, Any]]:
        """Search embedded documents."""
        result: RawResponse[dict[str, Any]] = await self._client.request(
            _EMBEDDINGS_SIMILARITY_SEARCH,
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
    ) -> AsyncStreamingResponse[models.EmbeddingTaskResponse]:
        """Embed a bucket."""
        result: AsyncStreamingResponse[models.EmbeddingTaskResponse] = await self._client.request(
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

    async def similarity_search(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsSimilaritySearchParams],
    ) -> AsyncStreamingResponse[dict[str, Any]]:
        """Search embedded documents."""
        result: AsyncStreamingResponse[dict[str, Any]] = await self._client.request(
            _EMBEDDINGS_SIMILARITY_SEARCH,
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
    """`client.embeddings`, asynchronous: 2 operations."""

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
    ) -> models.EmbeddingTaskResponse:
        """
        Embed a bucket.

        Starts a task that embeds the documents of a storage bucket; the answer does not wait for it.

        Arguments are the members of `models.BucketEmbeddingsRequest`, described there.

        POST /ai/embeddings

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.EmbeddingTaskResponse = await self._client.request(
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

    async def similarity_search(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.EmbeddingsSimilaritySearchParams],
    ) -> dict[str, Any]:
        """
        Search embedded documents.

        Finds the documents of an embedded bucket that are nearest to a text.

        Arguments are the members of `models.SimilaritySearchRequest`, described there.

        POST /ai/embeddings/similarity-search

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: dict[str, Any] = await self._client.request(
            _EMBEDDINGS_SIMILARITY_SEARCH,
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
