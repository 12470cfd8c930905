"""`client.text`: 1 operation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .._runtime.http import TimeoutTypes
from .._runtime.model import UNSET, Unset
from .._runtime.operation import CallOptions, Operation, Response
from .._runtime.resource import AsyncResource, Resource
from .._runtime.responses import RawResponse

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
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
    ) -> RawResponse[str]:
        """
        Call GET /text.

        GET /text

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: RawResponse[str] = self._client.request(
            _TEXT_GET,
            {},
            options=CallOptions(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result


class Text(Resource):
    """`client.text`: 1 operations."""

    @cached_property
    def with_raw_response(self) -> TextWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return TextWithRawResponse(self._client.raw)

    def get(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
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
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result


class AsyncTextWithRawResponse(AsyncResource):
    """`client.text`, asynchronous: each call returns the whole HTTP response."""

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
    ) -> RawResponse[str]:
        """
        Call GET /text.

        GET /text

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: RawResponse[str] = await self._client.request(
            _TEXT_GET,
            {},
            options=CallOptions(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result


class AsyncText(AsyncResource):
    """`client.text`, asynchronous: 1 operations."""

    @cached_property
    def with_raw_response(self) -> AsyncTextWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncTextWithRawResponse(self._client.raw)

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
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
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result
