"""The whole HTTP response around what a call returns, read or still to be read; knows no operation."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

from .body import AsyncBinaryResponse, AsyncBody, BinaryResponse, Body, BodyReader
from .errors import UnexpectedContentTypeError, find_request_id
from .http import Headers, Response
from .model import UNSET, Unset

if TYPE_CHECKING:
    from .rate_limit import RateLimit

__all__ = ["AsyncBinaryResponse", "AsyncStreamingResponse", "BinaryResponse", "RawResponse", "StreamingResponse"]

ParsedT = TypeVar("ParsedT")


class RawResponse(Generic[ParsedT]):
    """
    Hold an answer together with the way to its parsed form.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_parse", "_parsed", "response")

    def __init__(self, response: Response, parse: Callable[[], ParsedT]) -> None:
        self.response = response
        self._parse = parse
        self._parsed: ParsedT | Unset = UNSET

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
    def content(self) -> bytes:
        """The content; not there for a stream or a download."""
        return self.response.content

    @property
    def text(self) -> str:
        """The content as text; not there for a stream or a download."""
        return self.response.text

    def json(self) -> Any:
        """Return the content as plain JSON; not there for a stream or a download."""
        return self.response.json()

    def parse(self) -> ParsedT:
        """Return what the call returns without `with_raw_response`; the same every time."""
        if isinstance(self._parsed, Unset):
            self._parsed = self._parse()
        return self._parsed

    def __repr__(self) -> str:
        """Say the status only."""
        return f"<{type(self).__name__} {self.status_code}>"


class RefusedResponse(RawResponse[Any]):
    """Hold the start of an answer that is no event stream where one was asked for; parsing it raises the error it is."""

    __slots__ = ("_error",)

    def __init__(self, error: UnexpectedContentTypeError) -> None:
        super().__init__(error.response, self._refuse)
        self._error = error

    def _refuse(self) -> NoReturn:
        raise self._error


class StreamingResponse(Body, Generic[ParsedT]):
    """
    Hold an answer whose content is not read yet; use it in a `with` block, or close it.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_parse", "_parsed", "_reads_whole")

    def __init__(
        self, response: Response, reader: BodyReader, *, parse: Callable[[], ParsedT], reads_whole: bool
    ) -> None:
        super().__init__(response, reader)
        self._parse = parse
        self._parsed: ParsedT | Unset = UNSET
        self._reads_whole = reads_whole

    def iter_lines(self) -> Iterator[str]:
        """Iterate the content by lines, without their ends, as they arrive."""
        self._require_readable()
        return self._lines()

    def _lines(self) -> Iterator[str]:
        self._require_readable()  # still, now that it begins
        try:
            with self._told():
                yield from self.response.iter_lines()
        finally:
            self.response.close()

    def parse(self) -> ParsedT:
        """Return what the call returns without `with_streaming_response`; the same every time, read as far as that needs."""
        if isinstance(self._parsed, Unset):
            if self._reads_whole:
                self.read()
            self._is_owner = False
            with self._told():
                self._parsed = self._parse()
        return self._parsed


class AsyncStreamingResponse(AsyncBody, Generic[ParsedT]):
    """
    Hold an answer whose content is not read yet; use it in an `async with` block, or close it.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_parse", "_parsed", "_reads_whole")

    def __init__(
        self, response: Response, reader: BodyReader, *, parse: Callable[[], Awaitable[ParsedT]], reads_whole: bool
    ) -> None:
        super().__init__(response, reader)
        self._parse = parse
        self._parsed: ParsedT | Unset = UNSET
        self._reads_whole = reads_whole

    def iter_lines(self) -> AsyncIterator[str]:
        """Iterate the content by lines, without their ends, as they arrive."""
        self._require_readable()
        return self._lines()

    async def _lines(self) -> AsyncIterator[str]:
        self._require_readable()  # still, now that it begins
        try:
            with self._told():
                async for line in self.response.aiter_lines():
                    yield line
        finally:
            await self.response.aclose()

    async def parse(self) -> ParsedT:
        """Return what the call returns without `with_streaming_response`; the same every time, read as far as that needs."""
        if isinstance(self._parsed, Unset):
            if self._reads_whole:
                await self.read()
            self._is_owner = False
            with self._told():
                self._parsed = await self._parse()
        return self._parsed
