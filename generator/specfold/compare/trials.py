"""Values worth trying, taken from what schemas themselves say: constants, values about limits, texts; judges none."""

from __future__ import annotations

from collections.abc import Iterator

from specfold.compare.meaning import json_key
from specfold.compare.sample import TEXTS
from specfold.compare.texts import texts_for
from specfold.document import Json

_LISTS = ("enum", "examples")
_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_LENGTHS = ("minLength", "maxLength")
_MAX_LENGTH = 64
_MAX_VALUES = 64
_MAX_NAMES = 6


def constants_in(schema: Json) -> tuple[Json, ...]:
    """Return the values that are written out anywhere in a schema, references not followed."""
    found: dict[str, Json] = {}
    for key, value in _iter_keywords(schema):
        listed = [value] if key == "const" else value if key in _LISTS and isinstance(value, list) else []
        found.update({json_key(one): one for one in listed})
    return tuple(found.values())[:_MAX_VALUES]


def numbers_around(schema: Json) -> tuple[Json, ...]:
    """Return numbers at and about the limits anywhere in a schema, and texts about its lengths."""
    plain: tuple[Json, ...] = (0, 1, -1, 0.5, *TEXTS, True, None, [], {})
    found = {json_key(one): one for one in plain}
    for key, value in _iter_keywords(schema):
        if isinstance(value, bool) or not isinstance(value, int | float):
            continue
        if key in _NUMBERS:
            found.update({json_key(one): one for one in (value, value + 1, value - 1, value + 0.5, value * 2)})
        elif key in _LENGTHS and 0 <= value <= _MAX_LENGTH:
            found.update({json_key(one): one for one in ("a" * int(value), "a" * (int(value) + 1))})
    return tuple(found.values())[: 2 * _MAX_VALUES]


def names_in(schema: Json) -> tuple[str, ...]:
    """Return a few names of members that a schema speaks of, and names that fit patterns standing as keys."""
    found: dict[str, None] = {}
    for key, value in _iter_keywords(schema):
        if key == "required" and isinstance(value, list):
            found.update(dict.fromkeys(map(str, value)))
        elif key in {"properties", "dependentRequired"} and isinstance(value, dict):
            found.update(dict.fromkeys(value))
    patterns = schema if isinstance(schema, dict) else {}
    fitting = [text for pattern in patterns for text in texts_for(pattern)[:1]]
    return (*list(found)[:_MAX_NAMES], *fitting[:_MAX_NAMES])


def _iter_keywords(value: Json) -> Iterator[tuple[str, Json]]:
    """Yield each member of each object in a value."""
    pending = [value]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            yield from node.items()
            pending.extend(node.values())
        elif isinstance(node, list):
            pending.extend(node)
