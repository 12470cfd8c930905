"""`client.ai`: 1 operation."""

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

_AI_SUMMARIZE = Operation(
    name="ai.summarize",
    method="POST",
    path="/ai/summarize",
    parameters=(),
    body=Body(
        media_type="application/json",
        required=True,
        members={"bucket": "bucket", "filename": "filename"},
        schema={"$ref": "SummaryRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model="SummaryResponse", container="one"),
    stream=None,
    credentials=("api_key",),
)


class AiWithRawResponse(Resource):
    """`client.ai`: each call returns the whole HTTP response."""

    def summarize(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AiSummarizeParams],
    ) -> RawResponse[models.SummaryResponse]:
        """Summarize a file."""
        result: RawResponse[models.SummaryResponse] = self._client.request(
            _AI_SUMMARIZE,
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


class AiWithStreamingResponse(Resource):
    """`client.ai`: each call returns the HTTP response before its content is read."""

    def summarize(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AiSummarizeParams],
    ) -> StreamingResponse[models.SummaryResponse]:
        """Summarize a file."""
        result: StreamingResponse[models.SummaryResponse] = self._client.request(
            _AI_SUMMARIZE,
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


class Ai(Resource):
    """`client.ai`: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AiWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AiWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AiWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AiWithStreamingResponse(self._client.streaming)

    def summarize(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AiSummarizeParams],
    ) -> models.SummaryResponse:
        """
        Summarize a file.

        Summarizes a stored file.

        Arguments are the members of `models.SummaryRequest`, described there.

        POST /ai/summarize

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.SummaryResponse = self._client.request(
            _AI_SUMMARIZE,
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


class AsyncAiWithRawResponse(AsyncResource):
    """`client.ai`, asynchronous: each call returns the whole HTTP response."""

    async def summarize(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AiSummarizeParams],
    ) -> RawResponse[models.SummaryResponse]:
        """Summarize a file."""
        result: RawResponse[models.SummaryResponse] = await self._client.request(
            _AI_SUMMARIZE,
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


class AsyncAiWithStreamingResponse(AsyncResource):
    """`client.ai`, asynchronous: each call returns the HTTP response before its content is read."""

    async def summarize(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AiSummarizeParams],
    ) -> AsyncStreamingResponse[models.SummaryResponse]:
        """Summarize a file."""
        result: AsyncStreamingResponse[models.SummaryResponse] = await self._client.request(
            _AI_SUMMARIZE,
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


class AsyncAi(AsyncResource):
    """`client.ai`, asynchronous: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AsyncAiWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncAiWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncAiWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncAiWithStreamingResponse(self._client.streaming)

    async def summarize(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AiSummarizeParams],
    ) -> models.SummaryResponse:
        """
        Summarize a file.

        Summarizes a stored file.

        Arguments are the members of `models.SummaryRequest`, described there.

        POST /ai/summarize

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.SummaryResponse = await self._client.request(
            _AI_SUMMARIZE,
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
