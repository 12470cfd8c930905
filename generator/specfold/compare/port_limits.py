"""A value brought inside the limits of a schema: bounds, lengths, counts. Knows no kinds but those limits are about."""

from __future__ import annotations

from math import ceil, floor, nextafter

import attrs

from specfold.compare.naming import show
from specfold.compare.port_convert import kind_of
from specfold.document import Json
from specfold.schema.flatten import FlatSchema


@attrs.frozen(kw_only=True)
class Clamping:
    """
    A value inside the limits, and what they are.

    Attributes:
        value: the value.
        limit: the limit it broke, in words.
    """

    value: Json
    limit: str


def is_documented_only(flat: FlatSchema) -> bool:
    """Tell whether the limits of a schema are stated in prose only."""
    return flat.keywords.get("x-bound") == "prose"


def clamp(value: Json, flat: FlatSchema) -> Clamping | None:
    """Return a value inside the limits of a schema, None when it is inside them already."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _clamp_number(value, flat)
    if isinstance(value, str):
        return _shorten(value, flat, keyword="maxLength", noun="characters")
    if isinstance(value, list):
        return _shorten(value, flat, keyword="maxItems", noun="items")
    return None


def _shorten(value: str | list[Json], flat: FlatSchema, *, keyword: str, noun: str) -> Clamping | None:
    """Return the beginning of a text or a list that is too long."""
    most = _number(flat, keyword)
    if most is None or len(value) <= most:
        return None
    return Clamping(value=value[: int(most)], limit=f"at most {show(most)} {noun}")


def _clamp_number(value: float, flat: FlatSchema) -> Clamping | None:
    """Return the number nearest to one that lies outside the bounds."""
    whole = flat.types is not None and "number" not in flat.types
    low, above = _number(flat, "minimum"), _number(flat, "exclusiveMinimum")
    high, below = _number(flat, "maximum"), _number(flat, "exclusiveMaximum")
    if low is not None and value < low:
        return Clamping(value=ceil(low) if whole else low, limit=f"at least {show(low)}")
    if high is not None and value > high:
        return Clamping(value=floor(high) if whole else high, limit=f"at most {show(high)}")
    if above is not None and value <= above:
        return Clamping(value=floor(above) + 1 if whole else _step(above, 1), limit=f"more than {show(above)}")
    if below is not None and value >= below:
        return Clamping(value=ceil(below) - 1 if whole else _step(below, -1), limit=f"less than {show(below)}")
    return None


def _step(bound: float, sign: int) -> float:
    """Return a number that is a little inside a bound, short enough to read."""
    near = round(bound + sign * 0.001, 6)
    return near if near != bound else nextafter(bound, sign * float("inf"))


def _number(flat: FlatSchema, keyword: str) -> float | None:
    """Return a limit if it is a number."""
    value = flat.keywords.get(keyword)
    return value if kind_of(value) in {"integer", "number"} else None
