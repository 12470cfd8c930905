"""`client.images`: 3 operations."""

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

_IMAGES_GENERATE = Operation(
    name="images.generate",
    method="POST",
    path="/images/generations",
    parameters=(),
    body=Body(
        media_type="application/json",
        required=True,
        members={
            "prompt": "prompt",
            "model": "model",
            "n": "n",
            "size": "size",
            "quality": "quality",
            "response_format": "response_format",
            "style": "style",
        },
        schema={"$ref": "ImageGenerationRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model="ImagesResponse", container="one"),
    stream=None,
    credentials=("api_key",),
)
_IMAGES_EDIT = Operation(
    name="images.edit",
    method="POST",
    path="/images/edits",
    parameters=(),
    body=Body(
        media_type="multipart/form-data",
        required=True,
        members={
            "model": "model",
            "image": "image",
            "prompt": "prompt",
            "n": "n",
            "size": "size",
            "mask": "mask",
            "response_format": "response_format",
        },
        schema={"$ref": "ImageEditRequest"},
        file_members=frozenset({"image", "mask"}),
    ),
    response=Response(kind="json", model="ImagesResponse", container="one"),
    stream=None,
    credentials=("api_key",),
)
_IMAGES_CREATE_VARIATION = Operation(
    name="images.create_variation",
    method="POST",
    path="/images/variations",
    parameters=(),
    body=Body(
        media_type="multipart/form-data",
        required=True,
        members={"image": "image", "model": "model", "n": "n", "response_format": "response_format", "size": "size"},
        schema={"$ref": "ImageVariationRequest"},
        file_members=frozenset({"image"}),
    ),
    response=Response(kind="json", model="ImagesResponse", container="one"),
    stream=None,
    credentials=("api_key",),
)


class ImagesWithRawResponse(Resource):
    """`client.images`: each call returns the whole HTTP response."""

    def generate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesGenerateParams],
    ) -> RawResponse[models.ImagesResponse]:
        """Generate images."""
        result: RawResponse[models.ImagesResponse] = self._client.request(
            _IMAGES_GENERATE,
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

    def edit(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesEditParams],
    ) -> RawResponse[models.ImagesResponse]:
        """Edit an image."""
        result: RawResponse[models.ImagesResponse] = self._client.request(
            _IMAGES_EDIT,
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

    def create_variation(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesCreateVariationParams],
    ) -> RawResponse[models.ImagesResponse]:
        """Vary an image."""
        result: RawResponse[models.ImagesResponse] = self._client.request(
            _IMAGES_CREATE_VARIATION,
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


class ImagesWithStreamingResponse(Resource):
    """`client.images`: each call returns the HTTP response before its content is read."""

    def generate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesGenerateParams],
    ) -> StreamingResponse[models.ImagesResponse]:
        """Generate images."""
        result: StreamingResponse[models.ImagesResponse] = self._client.request(
            _IMAGES_GENERATE,
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

    def edit(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesEditParams],
    ) -> StreamingResponse[models.ImagesResponse]:
        """Edit an image."""
        result: StreamingResponse[models.ImagesResponse] = self._client.request(
            _IMAGES_EDIT,
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

    def create_variation(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesCreateVariationParams],
    ) -> StreamingResponse[models.ImagesResponse]:
        """Vary an image."""
        result: StreamingResponse[models.ImagesResponse] = self._client.request(
            _IMAGES_CREATE_VARIATION,
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


class Images(Resource):
    """`client.images`: 3 operations."""

    @cached_property
    def with_raw_response(self) -> ImagesWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return ImagesWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> ImagesWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return ImagesWithStreamingResponse(self._client.streaming)

    def generate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesGenerateParams],
    ) -> models.ImagesResponse:
        """
        Generate images.

        Makes images from a text.

        Arguments are the members of `models.ImageGenerationRequest`, described there.

        POST /images/generations

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ImagesResponse = self._client.request(
            _IMAGES_GENERATE,
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

    def edit(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesEditParams],
    ) -> models.ImagesResponse:
        """
        Edit an image.

        Changes an image as a text says.

        Arguments are the members of `models.ImageEditRequest`, described there.

        POST /images/edits

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ImagesResponse = self._client.request(
            _IMAGES_EDIT,
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

    def create_variation(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesCreateVariationParams],
    ) -> models.ImagesResponse:
        """
        Vary an image.

        Makes images that resemble a given one.

        Arguments are the members of `models.ImageVariationRequest`, described there.

        POST /images/variations

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ImagesResponse = self._client.request(
            _IMAGES_CREATE_VARIATION,
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


class AsyncImagesWithRawResponse(AsyncResource):
    """`client.images`, asynchronous: each call returns the whole HTTP response."""

    async def generate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesGenerateParams],
    ) -> RawResponse[models.ImagesResponse]:
        """Generate images."""
        result: RawResponse[models.ImagesResponse] = await self._client.request(
            _IMAGES_GENERATE,
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

    async def edit(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesEditParams],
    ) -> RawResponse[models.ImagesResponse]:
        """Edit an image."""
        result: RawResponse[models.ImagesResponse] = await self._client.request(
            _IMAGES_EDIT,
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

    async def create_variation(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesCreateVariationParams],
    ) -> RawResponse[models.ImagesResponse]:
        """Vary an image."""
        result: RawResponse[models.ImagesResponse] = await self._client.request(
            _IMAGES_CREATE_VARIATION,
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


class AsyncImagesWithStreamingResponse(AsyncResource):
    """`client.images`, asynchronous: each call returns the HTTP response before its content is read."""

    async def generate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesGenerateParams],
    ) -> AsyncStreamingResponse[models.ImagesResponse]:
        """Generate images."""
        result: AsyncStreamingResponse[models.ImagesResponse] = await self._client.request(
            _IMAGES_GENERATE,
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

    async def edit(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesEditParams],
    ) -> AsyncStreamingResponse[models.ImagesResponse]:
        """Edit an image."""
        result: AsyncStreamingResponse[models.ImagesResponse] = await self._client.request(
            _IMAGES_EDIT,
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

    async def create_variation(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesCreateVariationParams],
    ) -> AsyncStreamingResponse[models.ImagesResponse]:
        """Vary an image."""
        result: AsyncStreamingResponse[models.ImagesResponse] = await self._client.request(
            _IMAGES_CREATE_VARIATION,
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


class AsyncImages(AsyncResource):
    """`client.images`, asynchronous: 3 operations."""

    @cached_property
    def with_raw_response(self) -> AsyncImagesWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncImagesWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncImagesWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncImagesWithStreamingResponse(self._client.streaming)

    async def generate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesGenerateParams],
    ) -> models.ImagesResponse:
        """
        Generate images.

        Makes images from a text.

        Arguments are the members of `models.ImageGenerationRequest`, described there.

        POST /images/generations

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ImagesResponse = await self._client.request(
            _IMAGES_GENERATE,
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

    async def edit(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesEditParams],
    ) -> models.ImagesResponse:
        """
        Edit an image.

        Changes an image as a text says.

        Arguments are the members of `models.ImageEditRequest`, described there.

        POST /images/edits

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ImagesResponse = await self._client.request(
            _IMAGES_EDIT,
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

    async def create_variation(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.ImagesCreateVariationParams],
    ) -> models.ImagesResponse:
        """
        Vary an image.

        Makes images that resemble a given one.

        Arguments are the members of `models.ImageVariationRequest`, described there.

        POST /images/variations

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ImagesResponse = await self._client.request(
            _IMAGES_CREATE_VARIATION,
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
