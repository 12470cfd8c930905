"""`client.t`: 1 operation."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from .._runtime.http import TimeoutTypes
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Body, Operation, Parameter, Response
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import models, params
    from .._runtime.responses import (
        AsyncStreamingResponse,
        RawResponse,
        StreamingResponse,
    )

_T_X_IMPORT_OS = Operation(
    name="t.x_import_os",
    method="POST",
    path="/things/{thing\"id}/'x",
    parameters=(
        Parameter(
            python="thing_id",
            wire='thing"id',
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
        Parameter(
            python="x_header",
            wire='X-Header"\\',
            location="header",
            required=False,
            schema={"type": "string", "enum": ['a"\nb', "{{ x }}", "'''\"\"\""]},
            style="simple",
            explode=False,
        ),
        Parameter(
            python="from_dict",
            wire="from_dict",
            location="query",
            required=False,
            schema={"type": "integer"},
            style="form",
            explode=True,
        ),
        Parameter(
            python="timeout_",
            wire="timeout",
            location="query",
            required=False,
            schema={"type": "number"},
            style="form",
            explode=True,
        ),
        Parameter(
            python="class__",
            wire="class",
            location="query",
            required=False,
            schema={"type": "array", "items": {"type": "string"}},
            style="form",
            explode=True,
        ),
    ),
    body=Body(
        media_type="application/json",
        required=True,
        members={
            "self_": "self",
            "a_b": "a b",
            "class_": "__class__",
            "to_dict": "to_dict",
            "additional_properties": "additional_properties",
            "str_": "str",
            "list_": "list",
            "field": "",
            "field_": "😀",
            "kind": "kind",
            "const": "const",
            "bools": "bools",
            "nested": "nested",
            "rec": "rec",
            "never": "never",
            "any": "any",
            "all": "all",
            "deep": "deep",
            "freeform": "freeform",
        },
        schema={"$ref": "TXImportOsRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model="Rec", container="list"),
    stream=None,
    credentials=("api_key",),
)


class TWithRawResponse(Resource):
    """`client.t`: each call returns the whole HTTP response."""

    def x_import_os(
        self,
        thing_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TXImportOsParams],
    ) -> RawResponse[builtins.list[models.Rec]]:
        """Ends with a quote"."""
        result: RawResponse[builtins.list[models.Rec]] = self._client.request(
            _T_X_IMPORT_OS,
            {**params, "thing_id": thing_id},
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


class TWithStreamingResponse(Resource):
    """`client.t`: each call returns the HTTP response before its content is read."""

    def x_import_os(
        self,
        thing_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TXImportOsParams],
    ) -> StreamingResponse[builtins.list[models.Rec]]:
        """Ends with a quote"."""
        result: StreamingResponse[builtins.list[models.Rec]] = self._client.request(
            _T_X_IMPORT_OS,
            {**params, "thing_id": thing_id},
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


class T(Resource):
    """`client.t`: 1 operation."""

    @cached_property
    def with_raw_response(self) -> TWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return TWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> TWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return TWithStreamingResponse(self._client.streaming)

    def x_import_os(
        self,
        thing_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TXImportOsParams],
    ) -> builtins.list[models.Rec]:
        """
        Ends with a quote".

        A \"\"\" docstring \\ {{ 7*7 }} {% for %} \\N{BULLET} \\u0041 end\\

        Arguments are the members of `models.TXImportOsRequest`, described there. `self_` is sent as `self`.
        `a_b` is sent as `a b`. `class_` is sent as `__class__`. `str_` is sent as `str`. `list_` is sent as
        `list`. `field` is sent as ``. `field_` is sent as `😀`. `x_header` is sent as `X-Header"\\`.
        `timeout_` is sent as `timeout`. `class__` is sent as `class`.

        POST /things/{thing"id}/'x

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: builtins.list[models.Rec] = self._client.request(
            _T_X_IMPORT_OS,
            {**params, "thing_id": thing_id},
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


class AsyncTWithRawResponse(AsyncResource):
    """`client.t`, asynchronous: each call returns the whole HTTP response."""

    async def x_import_os(
        self,
        thing_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TXImportOsParams],
    ) -> RawResponse[builtins.list[models.Rec]]:
        """Ends with a quote"."""
        result: RawResponse[builtins.list[models.Rec]] = await self._client.request(
            _T_X_IMPORT_OS,
            {**params, "thing_id": thing_id},
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


class AsyncTWithStreamingResponse(AsyncResource):
    """`client.t`, asynchronous: each call returns the HTTP response before its content is read."""

    async def x_import_os(
        self,
        thing_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TXImportOsParams],
    ) -> AsyncStreamingResponse[builtins.list[models.Rec]]:
        """Ends with a quote"."""
        result: AsyncStreamingResponse[builtins.list[models.Rec]] = await self._client.request(
            _T_X_IMPORT_OS,
            {**params, "thing_id": thing_id},
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


class AsyncT(AsyncResource):
    """`client.t`, asynchronous: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AsyncTWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncTWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncTWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncTWithStreamingResponse(self._client.streaming)

    async def x_import_os(
        self,
        thing_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TXImportOsParams],
    ) -> builtins.list[models.Rec]:
        """
        Ends with a quote".

        A \"\"\" docstring \\ {{ 7*7 }} {% for %} \\N{BULLET} \\u0041 end\\

        Arguments are the members of `models.TXImportOsRequest`, described there. `self_` is sent as `self`.
        `a_b` is sent as `a b`. `class_` is sent as `__class__`. `str_` is sent as `str`. `list_` is sent as
        `list`. `field` is sent as ``. `field_` is sent as `😀`. `x_header` is sent as `X-Header"\\`.
        `timeout_` is sent as `timeout`. `class__` is sent as `class`.

        POST /things/{thing"id}/'x

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: builtins.list[models.Rec] = await self._client.request(
            _T_X_IMPORT_OS,
            {**params, "thing_id": thing_id},
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
