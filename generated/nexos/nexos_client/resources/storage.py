"""`client.storage`: 5 operations."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Unpack

from .._runtime.http import TimeoutTypes
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Body, Operation, Parameter, Response
from .._runtime.options import CallOptions
from .._runtime.pages import Pagination
from .._runtime.paging import iterate, iterate_async
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import models, params
    from .._runtime.responses import (
        AsyncBinaryResponse,
        AsyncStreamingResponse,
        BinaryResponse,
        RawResponse,
        StreamingResponse,
    )

_STORAGE_UPLOAD = Operation(
    name="storage.upload",
    method="POST",
    path="/storage",
    parameters=(),
    body=Body(
        media_type="multipart/form-data",
        required=True,
        members={"file": "file", "purpose": "purpose"},
        schema={"$ref": "StorageUploadRequest"},
        file_members=frozenset({"file"}),
    ),
    response=Response(kind="json", model="StorageFile", container="one"),
    stream=None,
    credentials=("api_key",),
)
_STORAGE_LIST = Operation(
    name="storage.list",
    method="GET",
    path="/storage",
    parameters=(
        Parameter(
            python="after",
            wire="after",
            location="query",
            required=False,
            schema={"type": "string"},
            style="form",
            explode=True,
        ),
        Parameter(
            python="limit",
            wire="limit",
            location="query",
            required=False,
            schema={"type": "integer", "minimum": 0, "maximum": 10000},
            style="form",
            explode=True,
        ),
        Parameter(
            python="order",
            wire="order",
            location="query",
            required=False,
            schema={"type": "string", "enum": ["asc", "desc"]},
            style="form",
            explode=True,
        ),
        Parameter(
            python="purpose",
            wire="purpose",
            location="query",
            required=False,
            schema={"$ref": "StoragePurpose"},
            style="form",
            explode=True,
        ),
    ),
    body=None,
    response=Response(kind="json", model="StorageFileList", container="one"),
    stream=None,
    credentials=("api_key",),
    pagination=Pagination(items=("data",), argument="after", cursor=("id",), limit="limit"),
)
_STORAGE_GET = Operation(
    name="storage.get",
    method="GET",
    path="/storage/{file_id}",
    parameters=(
        Parameter(
            python="file_id",
            wire="file_id",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
    ),
    body=None,
    response=Response(kind="json", model="StorageFile", container="one"),
    stream=None,
    credentials=("api_key",),
)
_STORAGE_DELETE = Operation(
    name="storage.delete",
    method="DELETE",
    path="/storage/{file_id}",
    parameters=(
        Parameter(
            python="file_id",
            wire="file_id",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
    ),
    body=None,
    response=Response(kind="json", model="StorageFileDeleted", container="one"),
    stream=None,
    credentials=("api_key",),
)
_STORAGE_DOWNLOAD = Operation(
    name="storage.download",
    method="GET",
    path="/storage/{file_id}/content",
    parameters=(
        Parameter(
            python="file_id",
            wire="file_id",
            location="path",
            required=True,
            schema={"type": "string"},
            style="simple",
            explode=False,
        ),
    ),
    body=None,
    response=Response(kind="binary", model=None, container="one"),
    stream=None,
    credentials=("api_key",),
)


class StorageWithRawResponse(Resource):
    """`client.storage`: each call returns the whole HTTP response."""

    def upload(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageUploadParams],
    ) -> RawResponse[models.StorageFile]:
        """Upload a file."""
        result: RawResponse[models.StorageFile] = self._client.request(
            _STORAGE_UPLOAD,
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

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageListParams],
    ) -> RawResponse[models.StorageFileList]:
        """List files."""
        result: RawResponse[models.StorageFileList] = self._client.request(
            _STORAGE_LIST,
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

    def get(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[models.StorageFile]:
        """Get a file."""
        result: RawResponse[models.StorageFile] = self._client.request(
            _STORAGE_GET,
            {"file_id": file_id},
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
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[models.StorageFileDeleted]:
        """Delete a file."""
        result: RawResponse[models.StorageFileDeleted] = self._client.request(
            _STORAGE_DELETE,
            {"file_id": file_id},
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

    def download(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[BinaryResponse]:
        """Download a file."""
        result: RawResponse[BinaryResponse] = self._client.request(
            _STORAGE_DOWNLOAD,
            {"file_id": file_id},
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


class StorageWithStreamingResponse(Resource):
    """`client.storage`: each call returns the HTTP response before its content is read."""

    def upload(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageUploadParams],
    ) -> StreamingResponse[models.StorageFile]:
        """Upload a file."""
        result: StreamingResponse[models.StorageFile] = self._client.request(
            _STORAGE_UPLOAD,
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

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageListParams],
    ) -> StreamingResponse[models.StorageFileList]:
        """List files."""
        result: StreamingResponse[models.StorageFileList] = self._client.request(
            _STORAGE_LIST,
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

    def get(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[models.StorageFile]:
        """Get a file."""
        result: StreamingResponse[models.StorageFile] = self._client.request(
            _STORAGE_GET,
            {"file_id": file_id},
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
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[models.StorageFileDeleted]:
        """Delete a file."""
        result: StreamingResponse[models.StorageFileDeleted] = self._client.request(
            _STORAGE_DELETE,
            {"file_id": file_id},
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

    def download(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> StreamingResponse[BinaryResponse]:
        """Download a file."""
        result: StreamingResponse[BinaryResponse] = self._client.request(
            _STORAGE_DOWNLOAD,
            {"file_id": file_id},
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


class Storage(Resource):
    """`client.storage`: 5 operations."""

    @cached_property
    def with_raw_response(self) -> StorageWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return StorageWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> StorageWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return StorageWithStreamingResponse(self._client.streaming)

    def upload(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageUploadParams],
    ) -> models.StorageFile:
        """
        Upload a file.

        Stores a file for a purpose.

        Arguments are the members of `models.StorageUploadRequest`, described there.

        POST /storage

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.StorageFile = self._client.request(
            _STORAGE_UPLOAD,
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

    def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageListParams],
    ) -> models.StorageFileList:
        """
        List files.

        Lists the stored files.

        Args:
            after: Id after which the list goes on.
            limit: Most files listed.
            order: Order of the list.
            purpose: Lists files of this purpose only.

        GET /storage

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.StorageFileList = self._client.request(
            _STORAGE_LIST,
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

    def get(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> models.StorageFile:
        """
        Get a file.

        Tells about a stored file.

        Args:
            file_id: Id of the file.

        GET /storage/{file_id}

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.StorageFile = self._client.request(
            _STORAGE_GET,
            {"file_id": file_id},
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
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> models.StorageFileDeleted:
        """
        Delete a file.

        Removes a stored file.

        Args:
            file_id: Id of the file.

        DELETE /storage/{file_id}

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.StorageFileDeleted = self._client.request(
            _STORAGE_DELETE,
            {"file_id": file_id},
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

    def download(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> BinaryResponse:
        """
        Download a file.

        Returns the bytes of a stored file.

        Args:
            file_id: Id of the file.

        GET /storage/{file_id}/content

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: BinaryResponse = self._client.request(
            _STORAGE_DOWNLOAD,
            {"file_id": file_id},
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

    def iterate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageListParams],
    ) -> Iterator[models.StorageFile]:
        """
        Iterate what `list` lists, over all pages; each page is asked for when it is needed.

        GET /storage

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        return iterate(
            self._client,
            _STORAGE_LIST,
            arguments={**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )


class AsyncStorageWithRawResponse(AsyncResource):
    """`client.storage`, asynchronous: each call returns the whole HTTP response."""

    async def upload(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageUploadParams],
    ) -> RawResponse[models.StorageFile]:
        """Upload a file."""
        result: RawResponse[models.StorageFile] = await self._client.request(
            _STORAGE_UPLOAD,
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

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageListParams],
    ) -> RawResponse[models.StorageFileList]:
        """List files."""
        result: RawResponse[models.StorageFileList] = await self._client.request(
            _STORAGE_LIST,
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

    async def get(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[models.StorageFile]:
        """Get a file."""
        result: RawResponse[models.StorageFile] = await self._client.request(
            _STORAGE_GET,
            {"file_id": file_id},
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
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[models.StorageFileDeleted]:
        """Delete a file."""
        result: RawResponse[models.StorageFileDeleted] = await self._client.request(
            _STORAGE_DELETE,
            {"file_id": file_id},
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

    async def download(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> RawResponse[AsyncBinaryResponse]:
        """Download a file."""
        result: RawResponse[AsyncBinaryResponse] = await self._client.request(
            _STORAGE_DOWNLOAD,
            {"file_id": file_id},
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


class AsyncStorageWithStreamingResponse(AsyncResource):
    """`client.storage`, asynchronous: each call returns the HTTP response before its content is read."""

    async def upload(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageUploadParams],
    ) -> AsyncStreamingResponse[models.StorageFile]:
        """Upload a file."""
        result: AsyncStreamingResponse[models.StorageFile] = await self._client.request(
            _STORAGE_UPLOAD,
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

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageListParams],
    ) -> AsyncStreamingResponse[models.StorageFileList]:
        """List files."""
        result: AsyncStreamingResponse[models.StorageFileList] = await self._client.request(
            _STORAGE_LIST,
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

    async def get(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[models.StorageFile]:
        """Get a file."""
        result: AsyncStreamingResponse[models.StorageFile] = await self._client.request(
            _STORAGE_GET,
            {"file_id": file_id},
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
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[models.StorageFileDeleted]:
        """Delete a file."""
        result: AsyncStreamingResponse[models.StorageFileDeleted] = await self._client.request(
            _STORAGE_DELETE,
            {"file_id": file_id},
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

    async def download(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncStreamingResponse[AsyncBinaryResponse]:
        """Download a file."""
        result: AsyncStreamingResponse[AsyncBinaryResponse] = await self._client.request(
            _STORAGE_DOWNLOAD,
            {"file_id": file_id},
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


class AsyncStorage(AsyncResource):
    """`client.storage`, asynchronous: 5 operations."""

    @cached_property
    def with_raw_response(self) -> AsyncStorageWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncStorageWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncStorageWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncStorageWithStreamingResponse(self._client.streaming)

    async def upload(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageUploadParams],
    ) -> models.StorageFile:
        """
        Upload a file.

        Stores a file for a purpose.

        Arguments are the members of `models.StorageUploadRequest`, described there.

        POST /storage

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.StorageFile = await self._client.request(
            _STORAGE_UPLOAD,
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

    async def list(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageListParams],
    ) -> models.StorageFileList:
        """
        List files.

        Lists the stored files.

        Args:
            after: Id after which the list goes on.
            limit: Most files listed.
            order: Order of the list.
            purpose: Lists files of this purpose only.

        GET /storage

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.StorageFileList = await self._client.request(
            _STORAGE_LIST,
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

    async def get(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> models.StorageFile:
        """
        Get a file.

        Tells about a stored file.

        Args:
            file_id: Id of the file.

        GET /storage/{file_id}

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.StorageFile = await self._client.request(
            _STORAGE_GET,
            {"file_id": file_id},
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
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> models.StorageFileDeleted:
        """
        Delete a file.

        Removes a stored file.

        Args:
            file_id: Id of the file.

        DELETE /storage/{file_id}

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: models.StorageFileDeleted = await self._client.request(
            _STORAGE_DELETE,
            {"file_id": file_id},
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

    async def download(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
    ) -> AsyncBinaryResponse:
        """
        Download a file.

        Returns the bytes of a stored file.

        Args:
            file_id: Id of the file.

        GET /storage/{file_id}/content

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        result: AsyncBinaryResponse = await self._client.request(
            _STORAGE_DOWNLOAD,
            {"file_id": file_id},
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

    def iterate(
        self,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Unpack[params.StorageListParams],
    ) -> AsyncIterator[models.StorageFile]:
        """
        Iterate what `list` lists, over all pages; each page is asked for when it is needed.

        GET /storage

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        return iterate_async(
            self._client,
            _STORAGE_LIST,
            arguments={**params},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )
