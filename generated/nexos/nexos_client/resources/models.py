"""`client.models`: 1 operation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .._runtime.http import TimeoutTypes
from .._runtime.model import UNSET, Unset
from .._runtime.operation import CallOptions, Operation, Response
from .._runtime.resource import AsyncResource, Resource
from .._runtime.responses import RawResponse

if TYPE_CHECKING:
    from .. import models

_MODELS_LIST = Operation(
    name="models.list",
    method="GET",
    path="/models",
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
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
    ) -> RawResponse[models.ModelList]:
        """
        List models.

        Lists the models that the key may use.

        GET /models

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: RawResponse[models.ModelList] = self._client.request(
            _MODELS_LIST,
            {},
            options=CallOptions(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result


class Models(Resource):
    """`client.models`: 1 operations."""

    @cached_property
    def with_raw_response(self) -> ModelsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return ModelsWithRawResponse(self._client.raw)

    def list(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
    ) -> models.ModelList:
        """
        List models.

        Lists the models that the key may use.

        GET /models

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ModelList = self._client.request(
            _MODELS_LIST,
            {},
            options=CallOptions(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result


class AsyncModelsWithRawResponse(AsyncResource):
    """`client.models`, asynchronous: each call returns the whole HTTP response."""

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
    ) -> RawResponse[models.ModelList]:
        """
        List models.

        Lists the models that the key may use.

        GET /models

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: RawResponse[models.ModelList] = await self._client.request(
            _MODELS_LIST,
            {},
            options=CallOptions(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result


class AsyncModels(AsyncResource):
    """`client.models`, asynchronous: 1 operations."""

    @cached_property
    def with_raw_response(self) -> AsyncModelsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncModelsWithRawResponse(self._client.raw)

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
    ) -> models.ModelList:
        """
        List models.

        Lists the models that the key may use.

        GET /models

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.ModelList = await self._client.request(
            _MODELS_LIST,
            {},
            options=CallOptions(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result
