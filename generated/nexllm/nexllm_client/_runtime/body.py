"""Answers whose content is read when the caller wants it: knows pieces, files and letting go; knows no operation."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from attrs import frozen

from .errors import ClientStateError, find_request_id
from .faults import to_connection_error
from .http import Faults, Headers, Response
from .redact import Redactor
from .replaced_file import replaced_file

if TYPE_CHECKING:
    from .rate_limit import RateLimit

# Bytes gathered before a thread is asked to write them: asking costs more than writing a small piece.
_WRITTEN_AT_ONCE: Final = 1 << 20


@frozen(kw_only=True)
class BodyReader:
    """
    Hold what reading a body needs to know.

    Attributes:
        place: method and URL, for messages.
        abandon: takes an answer nobody closed; its connection is closed where that is safe.
        on_end: told once reading ended, and whether the content was read whole.
    """

    place: str
    faults: Faults
    redactor: Redactor
    abandon: Callable[[Response], None]
    on_end: Callable[[bool], None] | None = None


class _Body:
    """Hold what bodies of both kinds have: the answer, and whether there is something left to read."""

    __slots__ = ("_is_owner", "_reader", "response")

    def __init__(self, response: Response, reader: BodyReader) -> None:
        self.response = response
        self._reader = reader
        self._is_owner = True

    @property
    def status_code(self) -> int:
        """The status."""
        return self.response.status_code

    @property
    def headers(self) -> Headers:
        """The headers."""
        return self.response.headers

    @property
    def request_id(self) -> str | None:
        """The id under which the vendor knows the request, when a header gives it."""
        return find_request_id(self.response.headers)

    @property
    def rate_limit(self) -> RateLimit | None:
        """What the headers say about rate limits."""
        from .rate_limit import rate_limit_of  # loaded only where somebody asks

        return rate_limit_of(self.response.headers)

    @property
    def content_type(self) -> str:
        """The media type as sent, or an empty text."""
        content_type: str = self.response.headers.get("content-type", "")
        return content_type

    def _tell_end(self, *, is_complete: bool) -> None:
        if self._reader.on_end is not None:
            self._reader.on_end(is_complete)

    def _loaded(self) -> bytes | None:
        try:
            return self.response.content
        except RuntimeError:  # how HTTP libraries say that it was not read
            return None

    def _require_readable(self) -> None:
        if self._loaded() is None and (self.response.is_closed or self.response.is_stream_consumed):
            raise ClientStateError("the content was read in pieces or given up; it cannot be read again")

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turn faults of the transport into ours."""
        reader = self._reader
        try:
            yield
        except reader.faults.request as error:
            raise to_connection_error(
                error, place=reader.place, faults=reader.faults, redactor=reader.redactor
            ) from error

    def __repr__(self) -> str:
        """Say what and, where it is known, how much; not the content."""
        content = self._loaded()
        length = len(content) if content is not None else self.response.headers.get("content-length", "unread")
        return f"<{type(self).__name__} {self.content_type or 'no content type'}, {length} bytes>"

    def __del__(self) -> None:
        """Let go of the connection of an answer nobody read or closed."""
        if self._is_owner and not self.response.is_closed:
            self._reader.abandon(self.response)


class Body(_Body):
    """Read a body whole, in pieces or into a file; the connection is given back when it is read or closed."""

    __slots__ = ()

    @property
    def content(self) -> bytes:
        """The whole content, loaded into memory."""
        return self.read()

    def read(self) -> bytes:
        """
        Load the whole content into memory, and return it.

        Raises:
            APIConnectionError: the transport failed.
            ClientStateError: the content was read in pieces, or given up.
        """
        content = self._loaded()
        if content is None:
            self._require_readable()
            try:
                with self._told():
                    content = self.response.read()
            finally:
                self.response.close()
                self._tell_end(is_complete=content is not None)
        return content

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """
        Iterate the content as it arrives, or in pieces of `chunk_size` bytes; once, unless it was loaded before.

        Raises:
            APIConnectionError: the transport failed.
            ClientStateError: the content was read in pieces before, or given up.
        """
        self._require_readable()
        return self._pieces(chunk_size)

    def _pieces(self, chunk_size: int | None) -> Iterator[bytes]:
        self._require_readable()  # still, now that it begins
        is_complete = False
        try:
            with self._told():
                yield from self.response.iter_bytes(chunk_size)
            is_complete = True
        finally:
            self.response.close()
            self._tell_end(is_complete=is_complete)

    def write_to(self, path: str | os.PathLike[str]) -> None:
        """
        Write the content to a file as it arrives, without loading it; the file is there whole or not at all.

        Raises:
            APIConnectionError: the transport failed; what was there before is unchanged.
            ClientStateError: the content was read in pieces before, or given up.
            OSError: the file cannot be written.
        """
        pieces = self.iter_bytes()
        try:
            with replaced_file(path) as file:
                for piece in pieces:
                    file.write(piece)
        finally:
            self.response.close()

    def close(self) -> None:
        """Give the content up and the connection back; does nothing when it was read."""
        self.response.close()
        self._tell_end(is_complete=False)

    def __enter__(self) -> Self:
        """Return the answer, to be closed on leaving."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the answer."""
        self.close()


class AsyncBody(_Body):
    """Read a body whole, in pieces or into a file, asynchronously; behaves and raises like `Body`."""

    __slots__ = ()

    @property
    def content(self) -> bytes:
        """
        The whole content, once it was read.

        Raises:
            ClientStateError: `await read()` did not happen before.
        """
        content = self._loaded()
        if content is None:
            raise ClientStateError("the content was not loaded: `await read()` first")
        return content

    async def read(self) -> bytes:
        """Load the whole content into memory, and return it."""
        content = self._loaded()
        if content is None:
            self._require_readable()
            try:
                with self._told():
                    content = await self.response.aread()
            finally:
                await self.response.aclose()
                self._tell_end(is_complete=content is not None)
        return content

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """Iterate the content as it arrives, or in pieces of `chunk_size` bytes; once, unless it was loaded before."""
        self._require_readable()
        return self._pieces(chunk_size)

    async def _pieces(self, chunk_size: int | None) -> AsyncIterator[bytes]:
        self._require_readable()  # still, now that it begins
        is_complete = False
        try:
            with self._told():
                async for piece in self.response.aiter_bytes(chunk_size):
                    yield piece
            is_complete = True
        finally:
            await self.response.aclose()
            self._tell_end(is_complete=is_complete)

    async def write_to(self, path: str | os.PathLike[str]) -> None:
        """Write the content to a file as it arrives, without loading it; the file is there whole or not at all."""
        pieces = self.iter_bytes()
        try:
            with replaced_file(path) as file:
                gathered = bytearray()
                async for piece in pieces:
                    gathered += piece
                    if len(gathered) >= _WRITTEN_AT_ONCE:
                        await asyncio.to_thread(file.write, gathered)
                        gathered = bytearray()
                file.write(gathered)
        finally:
            await self.response.aclose()

    async def close(self) -> None:
        """Give the content up and the connection back; does nothing when it was read."""
        await self.response.aclose()
        self._tell_end(is_complete=False)

    async def __aenter__(self) -> Self:
        """Return the answer, to be closed on leaving."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the answer."""
        await self.close()


class BinaryResponse(Body):
    """
    Be an answer that is neither JSON nor text; nothing of it is loaded before it is asked for.

    A fault while reading is told, not tried again.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


class AsyncBinaryResponse(AsyncBody):
    """
    Be an answer that is neither JSON nor text; nothing of it is loaded before it is asked for.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()
