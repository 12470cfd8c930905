"""Parts of an HTTP exchange as JSON, with what two documents say of them as JSON Schema; compares and proves nothing."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from specfold.document import Json, JsonObject


@attrs.frozen
class Exchange:
    """
    One part of an exchange.

    Attributes:
        of: what it is a part of: `request`, `response`, `stream`, `parameter`, `header`, or of a `text` its length.
        instance: the part.
        schemas: what the old and the new document say of such parts.
    """

    of: str
    instance: JsonObject
    schemas: tuple[JsonObject, JsonObject]


def method_exchange(method: str, path: str, *, known: tuple[Iterable[str], Iterable[str]]) -> Exchange:
    """Return a request line; known are the methods both documents have at that path."""
    old, new = (_holding("method", list(methods)) for methods in known)
    return Exchange("request", {"method": method.upper(), "path": path}, (old, new))


def missing_exchange(of: str, part: str, *, names: tuple[Json, Json]) -> Exchange:
    """Return an exchange without some member of a part (`query`, `headers`); names are what each document asks for."""
    old, new = ({"properties": {part: {"required": [name] if name else []}}} for name in names)
    return Exchange(of, {part: {}}, (old, new))


def body_exchange(*, required: tuple[bool, bool]) -> Exchange:
    """Return a request without a body; whether each document asks for one."""
    old, new = (_asking("body") if flag else _asking() for flag in required)
    return Exchange("request", {}, (old, new))


def choice_exchange(of: str, part: str, *, value: Json, known: tuple[Iterable[Json], Iterable[Json]]) -> Exchange:
    """Return a part that is one of a list in one document and not in the other."""
    old, new = (_holding(part, list(values)) for values in known)
    return Exchange(of, {part: value}, (old, new))


def pattern_exchange(of: str, part: str, *, value: Json, known: tuple[Iterable[str], Iterable[str]]) -> Exchange:
    """Return a part that matches one of the patterns of one document and none of the other."""
    old, new = ({"properties": {part: {"anyOf": _matching(patterns)}}} for patterns in known)
    return Exchange(of, {part: value}, (old, new))


def credentials_exchange(held: Iterable[str], *, ways: tuple[list[list[str]], list[list[str]]]) -> Exchange:
    """Return the credentials of a request; ways are the lists of credentials each document is content with."""
    old, new = (
        {"properties": {"credentials": {"anyOf": [_containing(way) for way in found] or [{"not": {}}]}}}
        for found in ways
    )
    return Exchange("request", {"credentials": sorted(held)}, (old, new))


def size_exchange(size: int, keyword: str, *, limits: tuple[Json, Json]) -> Exchange:
    """Return the length of a text too long to be written out; limits are what both documents say of it."""
    bound = "minimum" if keyword.startswith("min") else "maximum"
    old, new = ({"properties": {"length": {} if limit is None else {bound: limit}}} for limit in limits)
    return Exchange("text", {"length": size}, (old, new))


def _asking(*names: str) -> JsonObject:
    """Say which parts must be there."""
    return {"required": list(names)} if names else {}


def _matching(patterns: Iterable[str]) -> list[JsonObject]:
    """Say that a text matches one of some patterns."""
    listed: list[JsonObject] = [{"pattern": one} for one in patterns]
    return listed or [{"not": {}}]


def _holding(part: str, values: list[Json]) -> JsonObject:
    """Say that a part is one of some values."""
    return {"properties": {part: {"enum": values}}}


def _containing(way: list[str]) -> JsonObject:
    """Say that a list has all of some elements."""
    return {"allOf": [{"contains": {"const": need}} for need in sorted(way)]} if way else {}
