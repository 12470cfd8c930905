"""Bytes of a request body → a value for validation, by media type; judges nothing but whether it can be read."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from email.message import Message
from email.parser import BytesParser
from typing import NoReturn
from urllib.parse import parse_qsl

import attrs

from specfold.document import Json
from specfold.mock.shape import Shapes

_JSON = "application/json"
_TRUTH = {"true": True, "false": False}


class UnreadableBodyError(ValueError):
    """The body is not what its media type says; the text says why."""


@attrs.frozen(kw_only=True)
class Upload:
    """One file of a multipart body."""

    name: str
    filename: str
    content: bytes


@attrs.frozen(kw_only=True)
class Body:
    """
    A request body that was read.

    Attributes:
        value: its JSON value, or what stands for it (form members, text).
        uploads: the files of a multipart body, or the one file that a binary body is.
    """

    value: Json
    uploads: tuple[Upload, ...] = ()


def choose_media_type(declared: Sequence[str], sent: str) -> str | None:
    """Return the declared media type or range that a Content-Type value falls under, the most exact first."""
    essence = sent.partition(";")[0].strip().lower()
    if not essence:
        return next((name for name in declared if is_json(name)), next(iter(declared), None))
    ranges = (essence, f"{essence.partition('/')[0]}/*", "*/*")
    by_essence = {name.partition(";")[0].strip().lower(): name for name in reversed(declared)}
    return next((by_essence[wanted] for wanted in ranges if wanted in by_essence), None)


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence == _JSON or essence.endswith("+json")


def read_body(data: bytes, media_type: str, *, schema: Json, shapes: Shapes) -> Body:
    """
    Read a body.

    Raises:
        UnreadableBodyError: it is not what its media type says.
    """
    essence = media_type.partition(";")[0].strip().lower()
    if is_json(essence or _JSON):
        return Body(value=_read_json(data))
    if essence == "application/x-www-form-urlencoded":
        pairs = parse_qsl(data.decode("utf-8", "replace"), keep_blank_values=True)
        return Body(value=_form_value(pairs, schema, shapes=shapes))
    if essence == "multipart/form-data":
        return _read_multipart(data, media_type, schema=schema, shapes=shapes)
    upload = Upload(name="", filename="upload", content=data)
    return Body(value=data.decode("latin-1"), uploads=(upload,))


def _read_json(data: bytes) -> Json:
    try:
        return json.loads(data, parse_constant=_refuse_constant, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        msg = f"is not valid JSON: {error}"
        raise UnreadableBodyError(msg) from error


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refuse_constant(text)


def _refuse_constant(name: str) -> NoReturn:
    msg = f"{name} is no JSON value"
    raise ValueError(msg)


def _read_multipart(data: bytes, media_type: str, *, schema: Json, shapes: Shapes) -> Body:
    """Read the parts of a multipart body; files stay bytes beside their text form."""
    pairs: list[tuple[str, str]] = []
    uploads: list[Upload] = []
    for head, content in _parts(data, media_type):
        name = str(head.get_param("name", "", "content-disposition"))
        filename = head.get_filename()
        if filename is None:
            pairs.append((name, content.decode("utf-8", "replace")))
        else:
            uploads.append(Upload(name=name, filename=filename, content=content))
            pairs.append((name, content.decode("latin-1")))
    return Body(value=_form_value(pairs, schema, shapes=shapes), uploads=tuple(uploads))


def _parts(data: bytes, media_type: str) -> list[tuple[Message, bytes]]:
    """Cut a multipart body at its boundary (RFC 2046, 5.1.1)."""
    outer = Message()
    outer["content-type"] = media_type
    boundary = outer.get_param("boundary")
    if not isinstance(boundary, str) or not boundary:
        msg = "is multipart without a boundary"
        raise UnreadableBodyError(msg)
    pieces = (b"\r\n" + data).split(b"\r\n--" + boundary.encode())
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        msg = f"is multipart but does not end with its boundary {boundary!r}"
        raise UnreadableBodyError(msg)
    parts = []
    for piece in pieces[1:-1]:
        head, _, content = piece.partition(b"\r\n\r\n")
        parts.append((BytesParser().parsebytes(head.lstrip(), headersonly=True), content))
    return parts


def _form_value(pairs: Sequence[tuple[str, str]], schema: Json, *, shapes: Shapes) -> Json:
    """Return form members as the object that the schema describes."""
    grouped: dict[str, list[str]] = {}
    for name, text in pairs:
        declared = name if shapes.member(schema, name) is not None else name.removesuffix("[]")
        grouped.setdefault(declared, []).append(text)
    return {name: coerce_texts(texts, shapes.member(schema, name), shapes=shapes) for name, texts in grouped.items()}


def coerce_texts(texts: Sequence[str], schema: Json, *, shapes: Shapes) -> Json:
    """Return the value that repeated texts stand for: an array where the schema has one."""
    types = shapes.types(schema)
    if "array" in types and ("string" not in types or len(texts) > 1):
        return [coerce_text(text, shapes.items(schema), shapes=shapes) for text in texts]
    values = [coerce_text(text, schema, shapes=shapes) for text in texts]
    return values[0] if len(values) == 1 else values


def coerce_text(text: str, schema: Json, *, shapes: Shapes) -> Json:
    """Return the value a text stands for; the text itself when it is nothing the schema asks for."""
    types = shapes.types(schema)
    if "boolean" in types and text in _TRUTH:
        return _TRUTH[text]
    if types & {"integer", "number", "object", "array"}:
        try:
            value = json.loads(text)
        except ValueError:
            value = text
        wanted = (types & {"integer", "number"}) if isinstance(value, int | float) else {"object", "array"} & types
        if wanted and isinstance(value, int | float | Mapping | list) and not isinstance(value, bool):
            return value
    if "null" in types and text in ("", "null") and "string" not in types:
        return None
    return text
