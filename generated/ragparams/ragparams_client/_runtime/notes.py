"""What `Annotated` says of a type: descriptions and bounds, in the words of JSON Schema; knows no library by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

_NUMBERS: Final = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})
_OF_TYPE: Final[Mapping[str, frozenset[str]]] = {
    "integer": _NUMBERS,
    "number": _NUMBERS,
    "string": frozenset({"minLength", "maxLength", "pattern"}),
    "array": frozenset({"minItems", "maxItems"}),
    "object": frozenset({"minProperties", "maxProperties"}),
}
# Attributes that annotated_types, pydantic and msgspec share.
_KEYWORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "ge": ("minimum",),
    "gt": ("exclusiveMinimum",),
    "le": ("maximum",),
    "lt": ("exclusiveMaximum",),
    "multiple_of": ("multipleOf",),
    "min_length": ("minLength", "minItems", "minProperties"),
    "max_length": ("maxLength", "maxItems", "maxProperties"),
    "pattern": ("pattern",),
}


def description_of(notes: Sequence[Any]) -> str | None:
    """Return the first description: a text, or what a note calls its description or documentation."""
    for note in notes:
        for said in (note, getattr(note, "description", None), getattr(note, "documentation", None)):
            if isinstance(said, str):
                return said
    return None


def bounds_of(notes: Sequence[Any]) -> dict[str, Any]:
    """Return the bounds that notes set, as keywords; a keyword for another type than the value's says nothing."""
    bounds: dict[str, Any] = {}
    for note in _flat(notes):
        for attribute, keywords in _KEYWORDS.items():
            said = getattr(note, attribute, None)
            wanted: Any = str if attribute == "pattern" else (int, float)
            if isinstance(said, wanted) and not isinstance(said, bool):
                bounds |= dict.fromkeys(keywords, said)
    return bounds


def _flat(notes: Sequence[Any]) -> Iterator[Any]:
    for note in notes:
        if not isinstance(note, type):
            yield note
            inner = getattr(note, "metadata", ())
            yield from inner if isinstance(inner, (list, tuple)) else ()


def bounded(schema: Mapping[str, Any], bounds: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema with those bounds that speak of its type, in each branch of a union."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [bounded(branch, bounds) for branch in schema["anyOf"]]}
    kind = schema.get("type")
    meant = _OF_TYPE.get(kind, frozenset()) if isinstance(kind, str) else frozenset[str]()
    return {**schema, **{keyword: bound for keyword, bound in bounds.items() if keyword in meant}}
