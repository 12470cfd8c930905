"""Texts become documents here: YAML 1.2 or JSON with the line of every node; opens no files."""

from __future__ import annotations

from specfold.document import Document, Origin
from specfold.errors import InputError, NotAnObjectError
from specfold.reading.json_text import NotJsonError, read_json
from specfold.reading.yaml_text import read_yaml

__all__ = ["parse_document"]


def parse_document(text: bytes, source: str, *, layer: str = "document") -> Document:
    """
    Read one document.

    YAML is read by the core schema of YAML 1.2 (`yes` and `on` are strings, `0o17` is octal); JSON is read as JSON.

    Args:
        text: the bytes of the file, in UTF-8.
        source: the file, as the user would name it.
        layer: what the file is to the merge: `base`, `document` or `overlay`.

    Raises:
        InputError: the text is not UTF-8, not YAML or JSON, has a key twice, nests or expands without bound, holds a
            value JSON has no form for, or is no object at its root.
    """
    plain = _decode(text, source)
    value, lines = _read(plain, source)
    if not isinstance(value, dict):
        msg = f"expected an object at the root of the document, found {_describe(value)}"
        hint = "an OpenAPI or Overlay document is a mapping of members"
        raise NotAnObjectError(msg, source=source, line=1, hint=hint)
    return Document(value, source, _origins(lines, source, layer=layer))


def _read(text: str, source: str) -> tuple[object, dict[tuple[str, ...], int]]:
    if source.lower().endswith(".json"):
        try:
            return read_json(text, source)
        except NotJsonError as error:
            msg = f"not JSON: {error}"
            raise InputError(msg, source=source, line=error.line, hint="correct the syntax at this line") from error
    if text.lstrip()[:1] in {"{", "["}:
        try:
            return read_json(text, source)
        except NotJsonError:
            return read_yaml(text, source)
    return read_yaml(text, source)


def _decode(text: bytes, source: str) -> str:
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        msg = f"expected UTF-8, found the byte 0x{text[error.start]:02x}"
        raise InputError(msg, source=source, line=line, hint="save the file in UTF-8") from error


def _origins(lines: dict[tuple[str, ...], int], source: str, *, layer: str) -> dict[tuple[str, ...], Origin]:
    known: dict[int, Origin] = {}
    for line in set(lines.values()):
        known[line] = Origin(source, line, layer)
    return {tokens: known[line] for tokens, line in lines.items()}


def _describe(value: object) -> str:
    if isinstance(value, list):
        return "an array"
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return "a string"
    return "a boolean" if isinstance(value, bool) else "a number"
