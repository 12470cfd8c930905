"""What a call returns besides models: binary content, and the raw answer with its parsed form; knows no operation."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

from .errors import find_request_id
from .http import Headers, Response

ParsedT = TypeVar("ParsedT")


class BinaryResponse:
    """
    Hold the content of an answer that is neither JSON nor text.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("response",)

    def __init__(self, response: Response) -> None:
        self.response = response

    @property
    def content(self) -> bytes:
        """The whole content."""
        return self.response.content

    @property
    def content_type(self) -> str:
        """The media type as sent, or an empty text."""
        content_type: str = self.response.headers.get("content-type", "")
        return content_type

    def read(self) -> bytes:
        """Return the whole content."""
        return self.response.content

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """Iterate the content in pieces of `chunk_size` bytes."""
        return self.response.iter_bytes(chunk_size)

    def write_to(self, path: str | os.PathLike[str]) -> None:
        """Write the content to a file, replacing what is there."""
        Path(path).write_bytes(self.response.content)

    def __repr__(self) -> str:
        """Say what and how much, not the content."""
        return f"<{type(self).__name__} {self.content_type or 'no content type'}, {len(self.content)} bytes>"


class RawResponse(Generic[ParsedT]):
    """
    Hold an answer together with the way to its parsed form.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_parse", "response")

    def __init__(self, response: Response, parse: Callable[[], ParsedT]) -> None:
        self.response = response
        self._parse = parse

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
    def content(self) -> bytes:
        """The content; not there for a stream."""
        return self.response.content

    @property
    def text(self) -> str:
        """The content as text; not there for a stream."""
        return self.response.text

    def json(self) -> Any:
        """Return the content as plain JSON; not there for a stream."""
        return self.response.json()

    def parse(self) -> ParsedT:
        """Return what the call returns without `with_raw_response`."""
        return self._parse()

    def __repr__(self) -> str:
        """Say the status only."""
        return f"<{type(self).__name__} {self.status_code}>"
