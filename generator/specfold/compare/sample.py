"""The smallest instance of a schema, good enough to be tried; whether it is valid is asked elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from specfold.compare.change import Axis
from specfold.compare.contradiction import contradicted
from specfold.compare.side import Side
from specfold.compare.texts import texts_for, texts_matching
from specfold.document import Json
from specfold.schema.flatten import FlatSchema, Places

_MAX_DEPTH = 12
_MAX_VALUES = 16

FORMAT_SAMPLES: Mapping[str, str] = {
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:00:00Z",
    "time": "12:00:00Z",
    "duration": "P1D",
    "email": "a@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
    "byte": "YQ==",
    "json-pointer": "/a",
    "regex": "a",
}

TEXTS = ("", "a", "A", "1", "0", "a1", "aa", "A1", " ", "-", "_", "a-b", "a_b", "a.b", "é", "abc", "ABC", "123", "é é")
"""Short strings of different kinds, tried against patterns."""


class NoSampleError(Exception):
    """No instance was found within the limits."""


def build_sample(side: Side, places: Places, *, direction: Axis, depth: int = 0) -> Json:
    """
    Return a small instance of the schema at some places.

    Raises:
        NoSampleError: none was found; the schema may be too deep, or recursive without an end.
    """
    flat = side.flat(places)
    if depth > _MAX_DEPTH or flat.never:
        raise NoSampleError
    if flat.values is not None:
        if flat.values:
            return flat.values[0]
        return None
    if flat.types is not None and not flat.types and flat.nullable:
        return None
    for union in flat.unions:
        for branch in union.branches:
            try:
                return build_sample(side, branch, direction=direction, depth=depth + 1)
            except NoSampleError:
                continue
        raise NoSampleError
    return _build_typed(side, flat, direction=direction, depth=depth)


def _build_typed(side: Side, flat: FlatSchema, *, direction: Axis, depth: int) -> Json:
    """Return a small instance of the simplest type a schema allows."""
    kind = _simplest_type(flat)
    if kind == "object":
        return build_object(side, flat, direction=direction, depth=depth)
    if kind == "array":
        count = int(flat.keywords.get("minItems", 0))
        if count > 8:
            raise NoSampleError
        places = [*flat.prefix_items[:count], *([flat.items] * max(0, count - len(flat.prefix_items)))]
        return [
            index if item is None else build_sample(side, item, direction=direction, depth=depth + 1)
            for index, item in enumerate(places)
        ]
    if kind == "string":
        return _build_string(flat)
    if kind in {"integer", "number"}:
        return _build_number(flat, whole=kind == "integer")
    return False


def _simplest_type(flat: FlatSchema) -> str:
    """Choose the type that is easiest to build; without `type`, guess from the keywords."""
    if flat.types is None:
        if flat.properties or flat.required:
            return "object"
        if flat.items or flat.prefix_items or "minItems" in flat.keywords:
            return "array"
        return "integer" if {"minimum", "maximum", "multipleOf"} & set(flat.keywords) else "string"
    for kind in ("string", "integer", "number", "boolean", "object", "array"):
        if kind in flat.types:
            return kind
    raise NoSampleError


def build_object(side: Side, flat: FlatSchema, *, direction: Axis, depth: int = 0) -> dict[str, Json]:
    """Return an object with the members it must have; undeclared ones are an empty string."""
    members: dict[str, Json] = {}
    for name in flat.required:
        places = flat.properties.get(name)
        if places is None:
            free = flat.places_of(name)
            members[name] = build_sample(side, free, direction=direction, depth=depth + 1) if free else ""
        elif not is_hidden(side, places, direction=direction):
            members[name] = build_sample(side, places, direction=direction, depth=depth + 1)
    return members


def build_variants(side: Side, flat: FlatSchema, *, direction: Axis) -> list[dict[str, Json]]:
    """Return objects of different make: the smallest, one for each listed value, one with each member added."""
    try:
        base = build_object(side, flat, direction=direction)
    except NoSampleError:
        return []
    found = [base]
    for name, places in flat.properties.items():
        if is_hidden(side, places, direction=direction):
            continue
        found.extend({**base, name: value} for value in (side.flat(places).values or ())[:_MAX_VALUES])
        try:
            found.append({**base, name: build_sample(side, places, direction=direction, depth=1)})
        except NoSampleError:
            continue
    return found


def is_hidden(side: Side, places: Places, *, direction: Axis) -> bool:
    """Tell whether a member does not travel this way (`readOnly` in a request, `writeOnly` in an answer)."""
    flag = "writeOnly" if direction is Axis.RESPONSE else "readOnly"
    return side.flat(places).keywords.get(flag) is True


def _build_string(flat: FlatSchema) -> str:
    """Return a short string, one that matches the pattern if one is found."""
    least = int(flat.keywords.get("minLength", 0))
    if least > 4096:
        raise NoSampleError
    known = FORMAT_SAMPLES.get(str(flat.keywords.get("format", "")))
    pattern = None if "pattern" in contradicted(flat) else flat.keywords.get("pattern")
    if known is not None and (pattern is None or texts_matching(str(pattern), [known])):
        return known
    if isinstance(pattern, str):
        most = flat.keywords.get("maxLength")
        found = texts_for(pattern, least, most=None if most is None else int(most))
        if found:
            return found[0]
    return known or "a" * max(least, min(1, int(flat.keywords.get("maxLength", 1))))


def _build_number(flat: FlatSchema, *, whole: bool) -> Json:
    """Return zero, or else the number nearest to it within the bounds."""
    low, high = flat.keywords.get("minimum"), flat.keywords.get("maximum")
    above, below = flat.keywords.get("exclusiveMinimum"), flat.keywords.get("exclusiveMaximum")
    step = flat.keywords.get("multipleOf") or (1 if whole else 0.5)
    value: Json = 0
    if low is not None and low > value:
        value = ceil(low) if whole else low
    if above is not None and above >= value:
        value = (floor(above) + 1) if whole else above + step
    if high is not None and high < value:
        value = floor(high) if whole else high
    if below is not None and below <= value:
        value = (ceil(below) - 1) if whole else below - step
    return value
