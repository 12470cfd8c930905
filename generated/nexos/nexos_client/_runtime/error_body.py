"""Vendor error bodies to message, type, code and parameter: shapes come as data; knows no vendor and no exception."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

Path = tuple[str | int, ...]

_TITLE: Final = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_LONGEST_TEXT: Final = 300


@frozen(kw_only=True)
class ErrorShape:
    """
    Say where a vendor's error body keeps its parts: paths of member names and array positions from the body down.

    .. versionadded:: 0.1.0
    """

    message: Path | None = None
    type: Path | None = None
    code: Path | None = None
    param: Path | None = None


@frozen(kw_only=True)
class ErrorDetail:
    """Be what a vendor says about an error, in its own words."""

    message: str
    type: str | None = None
    code: str | int | None = None
    param: str | None = None


def _object_shape(*prefix: str | int) -> ErrorShape:
    return ErrorShape(
        message=(*prefix, "message"), type=(*prefix, "type"), code=(*prefix, "code"), param=(*prefix, "param")
    )


# Tried after the declared shapes: gateways in front of an API answer in forms no document mentions.
_COMMON_SHAPES: Final = (
    _object_shape("error"),
    ErrorShape(message=("error",)),
    ErrorShape(message=("detail", 0, "msg"), type=("detail", 0, "type"), param=("detail", 0, "loc")),
    ErrorShape(message=("detail",)),
    ErrorShape(message=("errors", 0, "detail"), code=("errors", 0, "code")),
    ErrorShape(message=("errors", 0, "title"), code=("errors", 0, "code")),
    _object_shape("errors", 0),
    ErrorShape(message=("errors", 0)),
    _object_shape("detail"),
    _object_shape(),
    ErrorShape(message=("error_description",), type=("error",)),
    ErrorShape(message=("title",), type=("type",)),
)


def _look_up(body: Any, path: Path | None) -> Any:
    if path is None:
        return None
    for step in path:
        if isinstance(body, Mapping):
            body = body.get(str(step))
        elif isinstance(body, Sequence) and not isinstance(body, str) and str(step).isdecimal():
            position = int(step)
            body = body[position] if position < len(body) else None
        else:
            return None
    return body


def _as_text(value: Any) -> str | None:
    if isinstance(value, list):
        return ".".join(str(item) for item in value) or None
    if isinstance(value, bool) or value is None or isinstance(value, Mapping):
        return None
    return str(value) or None


def _as_code(value: Any) -> str | int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return _as_text(value)


def _read(body: Any, shape: ErrorShape) -> ErrorDetail | None:
    message = _look_up(body, shape.message)
    if not isinstance(message, str) or not message.strip():
        return None
    return _read_parts(body, shape, message=message.strip())


def _read_parts(body: Any, shape: ErrorShape, *, message: str) -> ErrorDetail:
    return ErrorDetail(
        message=message,
        type=_as_text(_look_up(body, shape.type)),
        code=_as_code(_look_up(body, shape.code)),
        param=_as_text(_look_up(body, shape.param)),
    )


def find_declared_error(body: Any, shapes: Sequence[ErrorShape]) -> ErrorDetail | None:
    """Read a body by the first declared shape whose message is there."""
    return next(_readings(body, shapes), None)


def find_error(body: Any, shapes: Sequence[ErrorShape]) -> ErrorDetail | None:
    """Read a body by the declared shapes, then by common ones; None when no message is found."""
    return next(_readings(body, (*shapes, *_COMMON_SHAPES)), None)


def _readings(body: Any, shapes: Sequence[ErrorShape]) -> Iterator[ErrorDetail]:
    return (detail for shape in shapes if (detail := _read(body, shape)) is not None)


def describe_body(body: Any, shapes: Sequence[ErrorShape]) -> ErrorDetail | None:
    """
    Read an error body of any form: JSON by shape, the title of an HTML page, the start of a text; None when empty.

    JSON without a message is its own message; type and code are those of the first shape that has one.

    Args:
        body: decoded JSON, or text, or None.
        shapes: the vendor's declared shapes, tried first.
    """
    if isinstance(body, str):
        import html  # loaded only for bodies that are no JSON

        title = _TITLE.search(body)
        text = html.unescape(title.group(1)) if title else body
        return ErrorDetail(message=_shorten(text)) if text.strip() else None
    detail = find_error(body, shapes)
    if detail is not None or body in (None, {}, []):
        return detail
    named = (
        shape
        for shape in (*shapes, *_COMMON_SHAPES)
        if any(isinstance(_look_up(body, path), (str, int)) for path in (shape.code, shape.type))
    )
    known = next(named, ErrorShape())
    return _read_parts(body, known, message=_shorten(str(body)))


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"
