"""`client.audio`: 1 operation."""

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

_AUDIO_TRANSCRIPTIONS_CREATE = Operation(
    name="audio.transcriptions.create",
    method="POST",
    path="/ai/audio/transcriptions",
    parameters=(),
    body=Body(
        media_type="multipart/form-data",
        required=True,
        members={
            "file": "file",
            "model": "model",
            "response_format": "response_format",
            "timestamp_granularities": "timestamp_granularities[]",
        },
        schema={"$ref": "TranscriptionRequest"},
        file_members=frozenset({"file"}),
    ),
    response=Response(kind="json", model="TranscriptionResponse", container="one"),
    stream=None,
    credentials=("api_key",),
)


class AudioTranscriptionsWithRawResponse(Resource):
    """`client.audio.transcriptions`: each call returns the whole HTTP response."""

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AudioTranscriptionsCreateParams],
    ) -> RawResponse[models.TranscriptionResponse]:
        """Transcribe audio."""
        result: RawResponse[models.TranscriptionResponse] = self._client.request(
            _AUDIO_TRANSCRIPTIONS_CREATE,
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


class AudioTranscriptionsWithStreamingResponse(Resource):
    """`client.audio.transcriptions`: each call returns the HTTP response before its content is read."""

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AudioTranscriptionsCreateParams],
    ) -> StreamingResponse[models.TranscriptionResponse]:
        """Transcribe audio."""
        result: StreamingResponse[models.TranscriptionResponse] = self._client.request(
            _AUDIO_TRANSCRIPTIONS_CREATE,
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


class AudioTranscriptions(Resource):
    """`client.audio.transcriptions`: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AudioTranscriptionsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AudioTranscriptionsWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AudioTranscriptionsWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AudioTranscriptionsWithStreamingResponse(self._client.streaming)

    def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AudioTranscriptionsCreateParams],
    ) -> models.TranscriptionResponse:
        """
        Transcribe audio.

        Writes down what is said. Marked beta by the vendor.

        Arguments are the members of `models.TranscriptionRequest`, described there.
        `timestamp_granularities` is sent as `timestamp_granularities[]`.

        POST /ai/audio/transcriptions

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.TranscriptionResponse = self._client.request(
            _AUDIO_TRANSCRIPTIONS_CREATE,
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


class AsyncAudioTranscriptionsWithRawResponse(AsyncResource):
    """`client.audio.transcriptions`, asynchronous: each call returns the whole HTTP response."""

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AudioTranscriptionsCreateParams],
    ) -> RawResponse[models.TranscriptionResponse]:
        """Transcribe audio."""
        result: RawResponse[models.TranscriptionResponse] = await self._client.request(
            _AUDIO_TRANSCRIPTIONS_CREATE,
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


class AsyncAudioTranscriptionsWithStreamingResponse(AsyncResource):
    """
    `client.audio.transcriptions`, asynchronous: each call returns the HTTP response before its content is read.
    """

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AudioTranscriptionsCreateParams],
    ) -> AsyncStreamingResponse[models.TranscriptionResponse]:
        """Transcribe audio."""
        result: AsyncStreamingResponse[models.TranscriptionResponse] = await self._client.request(
            _AUDIO_TRANSCRIPTIONS_CREATE,
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


class AsyncAudioTranscriptions(AsyncResource):
    """`client.audio.transcriptions`, asynchronous: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AsyncAudioTranscriptionsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncAudioTranscriptionsWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncAudioTranscriptionsWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncAudioTranscriptionsWithStreamingResponse(self._client.streaming)

    async def create(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.AudioTranscriptionsCreateParams],
    ) -> models.TranscriptionResponse:
        """
        Transcribe audio.

        Writes down what is said. Marked beta by the vendor.

        Arguments are the members of `models.TranscriptionRequest`, described there.
        `timestamp_granularities` is sent as `timestamp_granularities[]`.

        POST /ai/audio/transcriptions

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.TranscriptionResponse = await self._client.request(
            _AUDIO_TRANSCRIPTIONS_CREATE,
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


class Audio(Resource):
    """`client.audio`: resources below it."""

    @cached_property
    def transcriptions(self) -> AudioTranscriptions:
        """`audio.transcriptions.create`."""
        return AudioTranscriptions(self._client)


class AsyncAudio(AsyncResource):
    """`client.audio`, asynchronous: resources below it."""

    @cached_property
    def transcriptions(self) -> AsyncAudioTranscriptions:
        """`audio.transcriptions.create`."""
        return AsyncAudioTranscriptions(self._client)
