"""Forms: file arguments of every accepted form to parts, members to text; knows no HTTP library."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode

from attrs import field, frozen

from .codec import encode_json
from .errors import Violation
from .parameters import text_of

_DEFAULT_FILENAME: Final = "upload"


@frozen(kw_only=True)
class Part:
    """
    Be one part of a multipart body.

    Attributes:
        filename: None for a member that is no file.
        content: bytes, an open binary file that the caller closes, or a path that is opened for each attempt.
        content_type: None to guess from the file name.
    """

    name: str
    filename: str | None = None
    content: Any = field(default=b"", repr=False)
    content_type: str | None = None

    @property
    def is_replayable(self) -> bool:
        """Whether it can be sent twice."""
        return not hasattr(self.content, "read")


def is_file(value: Any) -> bool:
    """Say whether a value is the content of a file: bytes, an open file or a path object."""
    return isinstance(value, (bytes, bytearray, memoryview, os.PathLike)) or hasattr(value, "read")


def encode_form(pairs: Iterable[tuple[str, str]]) -> str:
    """Write pairs as a query or form, spaces as %20."""
    return urlencode(list(pairs), quote_via=quote, safe="")


def to_parts(members: Mapping[str, Any], *, files: frozenset[str]) -> tuple[Part, ...]:
    """Turn the members of a form into parts, in their order; files have no faults."""
    parts: list[Part] = []
    for name, value in members.items():
        items = value if isinstance(value, list) else [value]
        if name in files:
            parts += [_file_part(name, item) for item in items if item is not None]
        else:
            parts += [Part(name=name, content=_member_text(item).encode()) for item in items if item is not None]
    return tuple(parts)


def _member_text(value: Any) -> str:
    return encode_json(value).decode() if isinstance(value, (dict, list)) else text_of(value)


def _is_named(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) in {2, 3} and (value[0] is None or isinstance(value[0], str))


def _file_part(name: str, value: Any) -> Part:
    if _is_named(value):
        content_type = value[2] if len(value) == 3 else None
        filename = value[0] or _filename_of(value[1])
        return Part(name=name, filename=filename, content=_content(value[1]), content_type=content_type)
    return Part(name=name, filename=_filename_of(value), content=_content(value))


def _filename_of(value: Any) -> str:
    path = value if isinstance(value, os.PathLike) else getattr(value, "name", None)
    return Path(path).name if isinstance(path, (str, os.PathLike)) and Path(path).name else _DEFAULT_FILENAME


def _content(value: Any) -> Any:
    return bytes(value) if isinstance(value, (bytearray, memoryview)) else value


def file_faults(members: Mapping[str, Any], *, files: frozenset[str]) -> Iterator[Violation]:
    """Yield what is wrong with files: given in a form that cannot be sent, or by a path that leads to none."""
    for name, value in members.items():
        for item in value if isinstance(value, list) else [value]:
            fault = None if item is None or name not in files else _fault(item[1] if _is_named(item) else item)
            if fault is not None:
                yield Violation(argument=name, message=fault)


def _fault(value: Any) -> str | None:
    if isinstance(value, os.PathLike) and not Path(value).is_file():
        return f"there is no file {os.fspath(value)!r}"
    if isinstance(value, io.TextIOBase):
        return "the file is open as text; open it in binary mode"
    if not is_file(value):
        wanted = "bytes, a binary file, a pathlib.Path or (filename, content[, content type])"
        return f"expected {wanted}, got {type(value).__name__}"
    return None
