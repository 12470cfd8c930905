"""`client.team_api_keys`: 5 operations."""

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

_TEAM_API_KEYS_LIST = Operation(
    name="team_api_keys.list",
    method="GET",
    path="/teams/{teamId}/api_keys",
    parameters=(
        Parameter(
            python="team_id",
            wire="teamId",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
    ),
    body=None,
    response=Response(kind="json", model="TeamApiKey", container="list"),
    stream=None,
    credentials=("api_key",),
)
_TEAM_API_KEYS_CREATE = Operation(
    name="team_api_keys.create",
    method="POST",
    path="/teams/{teamId}/api_keys",
    parameters=(
        Parameter(
            python="team_id",
            wire="teamId",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
    ),
    body=Body(
        media_type="application/json",
        required=True,
        members={"name": "name"},
        schema={"$ref": "TeamApiKeyCreateRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model="TeamApiKey", container="one"),
    stream=None,
    credentials=("api_key",),
)
_TEAM_API_KEYS_UPDATE = Operation(
    name="team_api_keys.update",
    method="PATCH",
    path="/teams/{teamId}/api_keys/{keyId}",
    parameters=(
        Parameter(
            python="team_id",
            wire="teamId",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
        Parameter(
            python="key_id",
            wire="keyId",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
    ),
    body=Body(
        media_type="application/json",
        required=True,
        members={"name": "name"},
        schema={"$ref": "TeamApiKeyUpdateRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model="TeamApiKey", container="one"),
    stream=None,
    credentials=("api_key",),
)
_TEAM_API_KEYS_DELETE = Operation(
    name="team_api_keys.delete",
    method="DELETE",
    path="/teams/{teamId}/api_keys/{keyId}",
    parameters=(
        Parameter(
            python="team_id",
            wire="teamId",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
        Parameter(
            python="key_id",
            wire="keyId",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
    ),
    body=None,
    response=Response(kind="empty", model=None, container="one"),
    stream=None,
    credentials=("api_key",),
)
_TEAM_API_KEYS_REGENERATE = Operation(
    name="team_api_keys.regenerate",
    method="PATCH",
    path="/teams/{teamId}/api_keys/{keyId}/regenerate",
    parameters=(
        Parameter(
            python="team_id",
            wire="teamId",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
        Parameter(
            python="key_id",
            wire="keyId",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
    ),
    body=None,
    response=Response(kind="json", model="TeamApiKey", container="one"),
    stream=None,
    credentials=("api_key",),
)


class TeamApiKeysWithRawResponse(Resource):
    """`client.team_api_keys`: each call returns the whole HTTP response."""

    def list(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[builtins.list[models.TeamApiKey]]:
        """List keys."""
        result: RawResponse[builtins.list[models.TeamApiKey]] = self._client.request(
            _TEAM_API_KEYS_LIST,
            {"team_id": team_id},
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

    def create(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysCreateParams],
    ) -> RawResponse[models.TeamApiKey]:
        """Create a key."""
        result: RawResponse[models.TeamApiKey] = self._client.request(
            _TEAM_API_KEYS_CREATE,
            {**params, "team_id": team_id},
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

    def update(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysUpdateParams],
    ) -> RawResponse[models.TeamApiKey]:
        """Rename a key."""
        result: RawResponse[models.TeamApiKey] = self._client.request(
            _TEAM_API_KEYS_UPDATE,
            {**params, "team_id": team_id, "key_id": key_id},
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

    def delete(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[None]:
        """Delete a key."""
        result: RawResponse[None] = self._client.request(
            _TEAM_API_KEYS_DELETE,
            {"team_id": team_id, "key_id": key_id},
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

    def regenerate(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[models.TeamApiKey]:
        """Regenerate a key."""
        result: RawResponse[models.TeamApiKey] = self._client.request(
            _TEAM_API_KEYS_REGENERATE,
            {"team_id": team_id, "key_id": key_id},
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


class TeamApiKeysWithStreamingResponse(Resource):
    """`client.team_api_keys`: each call returns the HTTP response before its content is read."""

    def list(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[builtins.list[models.TeamApiKey]]:
        """List keys."""
        result: StreamingResponse[builtins.list[models.TeamApiKey]] = self._client.request(
            _TEAM_API_KEYS_LIST,
            {"team_id": team_id},
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

    def create(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysCreateParams],
    ) -> StreamingResponse[models.TeamApiKey]:
        """Create a key."""
        result: StreamingResponse[models.TeamApiKey] = self._client.request(
            _TEAM_API_KEYS_CREATE,
            {**params, "team_id": team_id},
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

    def update(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysUpdateParams],
    ) -> StreamingResponse[models.TeamApiKey]:
        """Rename a key."""
        result: StreamingResponse[models.TeamApiKey] = self._client.request(
            _TEAM_API_KEYS_UPDATE,
            {**params, "team_id": team_id, "key_id": key_id},
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

    def delete(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[None]:
        """Delete a key."""
        result: StreamingResponse[None] = self._client.request(
            _TEAM_API_KEYS_DELETE,
            {"team_id": team_id, "key_id": key_id},
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

    def regenerate(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[models.TeamApiKey]:
        """Regenerate a key."""
        result: StreamingResponse[models.TeamApiKey] = self._client.request(
            _TEAM_API_KEYS_REGENERATE,
            {"team_id": team_id, "key_id": key_id},
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


class TeamApiKeys(Resource):
    """`client.team_api_keys`: 5 operations."""

    @cached_property
    def with_raw_response(self) -> TeamApiKeysWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return TeamApiKeysWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> TeamApiKeysWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return TeamApiKeysWithStreamingResponse(self._client.streaming)

    def list(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> builtins.list[models.TeamApiKey]:
        """
        List keys.

        Lists the keys of a team, as a bare array.

        Args:
            team_id: Id of the team.

        GET /teams/{teamId}/api_keys

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: builtins.list[models.TeamApiKey] = self._client.request(
            _TEAM_API_KEYS_LIST,
            {"team_id": team_id},
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

    def create(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysCreateParams],
    ) -> models.TeamApiKey:
        """
        Create a key.

        Makes a new key for a team.

        Arguments are the members of `models.TeamApiKeyCreateRequest`, described there.

        Args:
            team_id: Id of the team.

        POST /teams/{teamId}/api_keys

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.TeamApiKey = self._client.request(
            _TEAM_API_KEYS_CREATE,
            {**params, "team_id": team_id},
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

    def update(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysUpdateParams],
    ) -> models.TeamApiKey:
        """
        Rename a key.

        Changes the name of a key.

        Arguments are the members of `models.TeamApiKeyUpdateRequest`, described there.

        Args:
            team_id: Id of the team.
            key_id: Id of the key.

        PATCH /teams/{teamId}/api_keys/{keyId}

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.TeamApiKey = self._client.request(
            _TEAM_API_KEYS_UPDATE,
            {**params, "team_id": team_id, "key_id": key_id},
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

    def delete(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> None:
        """
        Delete a key.

        Removes a key of a team.

        Args:
            team_id: Id of the team.
            key_id: Id of the key.

        DELETE /teams/{teamId}/api_keys/{keyId}

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        self._client.request(
            _TEAM_API_KEYS_DELETE,
            {"team_id": team_id, "key_id": key_id},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )

    def regenerate(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> models.TeamApiKey:
        """
        Regenerate a key.

        Gives a key a new secret.

        Args:
            team_id: Id of the team.
            key_id: Id of the key.

        PATCH /teams/{teamId}/api_keys/{keyId}/regenerate

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.TeamApiKey = self._client.request(
            _TEAM_API_KEYS_REGENERATE,
            {"team_id": team_id, "key_id": key_id},
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


class AsyncTeamApiKeysWithRawResponse(AsyncResource):
    """`client.team_api_keys`, asynchronous: each call returns the whole HTTP response."""

    async def list(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[builtins.list[models.TeamApiKey]]:
        """List keys."""
        result: RawResponse[builtins.list[models.TeamApiKey]] = await self._client.request(
            _TEAM_API_KEYS_LIST,
            {"team_id": team_id},
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

    async def create(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysCreateParams],
    ) -> RawResponse[models.TeamApiKey]:
        """Create a key."""
        result: RawResponse[models.TeamApiKey] = await self._client.request(
            _TEAM_API_KEYS_CREATE,
            {**params, "team_id": team_id},
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

    async def update(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysUpdateParams],
    ) -> RawResponse[models.TeamApiKey]:
        """Rename a key."""
        result: RawResponse[models.TeamApiKey] = await self._client.request(
            _TEAM_API_KEYS_UPDATE,
            {**params, "team_id": team_id, "key_id": key_id},
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

    async def delete(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[None]:
        """Delete a key."""
        result: RawResponse[None] = await self._client.request(
            _TEAM_API_KEYS_DELETE,
            {"team_id": team_id, "key_id": key_id},
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

    async def regenerate(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[models.TeamApiKey]:
        """Regenerate a key."""
        result: RawResponse[models.TeamApiKey] = await self._client.request(
            _TEAM_API_KEYS_REGENERATE,
            {"team_id": team_id, "key_id": key_id},
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


class AsyncTeamApiKeysWithStreamingResponse(AsyncResource):
    """
    `client.team_api_keys`, asynchronous: each call returns the HTTP response before its content is read.
    """

    async def list(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[builtins.list[models.TeamApiKey]]:
        """List keys."""
        result: AsyncStreamingResponse[builtins.list[models.TeamApiKey]] = await self._client.request(
            _TEAM_API_KEYS_LIST,
            {"team_id": team_id},
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

    async def create(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysCreateParams],
    ) -> AsyncStreamingResponse[models.TeamApiKey]:
        """Create a key."""
        result: AsyncStreamingResponse[models.TeamApiKey] = await self._client.request(
            _TEAM_API_KEYS_CREATE,
            {**params, "team_id": team_id},
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

    async def update(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysUpdateParams],
    ) -> AsyncStreamingResponse[models.TeamApiKey]:
        """Rename a key."""
        result: AsyncStreamingResponse[models.TeamApiKey] = await self._client.request(
            _TEAM_API_KEYS_UPDATE,
            {**params, "team_id": team_id, "key_id": key_id},
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

    async def delete(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[None]:
        """Delete a key."""
        result: AsyncStreamingResponse[None] = await self._client.request(
            _TEAM_API_KEYS_DELETE,
            {"team_id": team_id, "key_id": key_id},
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

    async def regenerate(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[models.TeamApiKey]:
        """Regenerate a key."""
        result: AsyncStreamingResponse[models.TeamApiKey] = await self._client.request(
            _TEAM_API_KEYS_REGENERATE,
            {"team_id": team_id, "key_id": key_id},
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


class AsyncTeamApiKeys(AsyncResource):
    """`client.team_api_keys`, asynchronous: 5 operations."""

    @cached_property
    def with_raw_response(self) -> AsyncTeamApiKeysWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncTeamApiKeysWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncTeamApiKeysWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncTeamApiKeysWithStreamingResponse(self._client.streaming)

    async def list(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> builtins.list[models.TeamApiKey]:
        """
        List keys.

        Lists the keys of a team, as a bare array.

        Args:
            team_id: Id of the team.

        GET /teams/{teamId}/api_keys

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: builtins.list[models.TeamApiKey] = await self._client.request(
            _TEAM_API_KEYS_LIST,
            {"team_id": team_id},
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

    async def create(
        self,
        team_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysCreateParams],
    ) -> models.TeamApiKey:
        """
        Create a key.

        Makes a new key for a team.

        Arguments are the members of `models.TeamApiKeyCreateRequest`, described there.

        Args:
            team_id: Id of the team.

        POST /teams/{teamId}/api_keys

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.TeamApiKey = await self._client.request(
            _TEAM_API_KEYS_CREATE,
            {**params, "team_id": team_id},
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

    async def update(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.TeamApiKeysUpdateParams],
    ) -> models.TeamApiKey:
        """
        Rename a key.

        Changes the name of a key.

        Arguments are the members of `models.TeamApiKeyUpdateRequest`, described there.

        Args:
            team_id: Id of the team.
            key_id: Id of the key.

        PATCH /teams/{teamId}/api_keys/{keyId}

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.TeamApiKey = await self._client.request(
            _TEAM_API_KEYS_UPDATE,
            {**params, "team_id": team_id, "key_id": key_id},
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

    async def delete(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> None:
        """
        Delete a key.

        Removes a key of a team.

        Args:
            team_id: Id of the team.
            key_id: Id of the key.

        DELETE /teams/{teamId}/api_keys/{keyId}

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        await self._client.request(
            _TEAM_API_KEYS_DELETE,
            {"team_id": team_id, "key_id": key_id},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )

    async def regenerate(
        self,
        team_id: str,
        key_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> models.TeamApiKey:
        """
        Regenerate a key.

        Gives a key a new secret.

        Args:
            team_id: Id of the team.
            key_id: Id of the key.

        PATCH /teams/{teamId}/api_keys/{keyId}/regenerate

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.TeamApiKey = await self._client.request(
            _TEAM_API_KEYS_REGENERATE,
            {"team_id": team_id, "key_id": key_id},
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
