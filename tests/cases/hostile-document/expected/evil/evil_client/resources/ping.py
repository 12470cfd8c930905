"""`client.ping`: 1 operation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from .._runtime.http import TimeoutTypes
from .._runtime.model import UNSET, Unset
from .._runtime.operation import CallOptions, Operation, Response
from .._runtime.resource import AsyncResource, Resource
from .._runtime.responses import RawResponse

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
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
    ) -> RawResponse[None]:
        """
        Call GET /ping.

        GET /ping

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: RawResponse[None] = self._client.request(
            _PING_GET,
            {},
            options=CallOptions(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result


class Ping(Resource):
    """`client.ping`: 1 operations."""

    @cached_property
    def with_raw_response(self) -> PingWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return PingWithRawResponse(self._client.raw)

    def get(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
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
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )


class AsyncPingWithRawResponse(AsyncResource):
    """`client.ping`, asynchronous: each call returns the whole HTTP response."""

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
    ) -> RawResponse[None]:
        """
        Call GET /ping.

        GET /ping

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: RawResponse[None] = await self._client.request(
            _PING_GET,
            {},
            options=CallOptions(
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
        return result


class AsyncPing(AsyncResource):
    """`client.ping`, asynchronous: 1 operations."""

    @cached_property
    def with_raw_response(self) -> AsyncPingWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncPingWithRawResponse(self._client.raw)

    async def get(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
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
                extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout
            ),
        )
