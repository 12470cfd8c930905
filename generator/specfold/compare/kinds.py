"""Types, null, listed values and formats of two schemas: what became valid, what no longer is."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specfold.compare.change import Severity
from specfold.compare.facts import Fact, prove
from specfold.compare.meaning import json_key
from specfold.compare.meeting import Meeting
from specfold.compare.naming import show
from specfold.compare.sample import FORMAT_SAMPLES, TEXTS
from specfold.compare.side import Side
from specfold.document import Json
from specfold.schema.conjunction import parts_of
from specfold.schema.edit import is_same
from specfold.schema.flatten import FlatSchema

_TYPES = frozenset({"string", "number", "boolean", "object", "array"})
LIMITING = frozenset(
    {"pattern", "multipleOf", "uniqueItems", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
    | {"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "not", "if", "$ref"}
)
"""Keywords that may refuse a listed value."""
_SCALARS = frozenset({"string", "number", "integer", "boolean"})
_OF_EACH: dict[str, tuple[Json, ...]] = {
    "string": ("", "a"),
    "integer": (0, 1),
    "number": (0.5, 0),
    "boolean": (True, False),
    "object": ({},),
    "array": ([],),
}
_NUMBER_FORMATS = (("int32", "int64"), ("float", "double"))
_NUMBER_NAMES = frozenset({"int32", "int64", "float", "double"})
_EDGES: dict[str, tuple[Json, ...]] = {"int32": (2**31, -(2**31) - 1), "int64": (2**63, -(2**63) - 1)}


def effective_types(side: Side, flat: FlatSchema, *, depth: int = 0) -> frozenset[str]:
    """Return the types a schema allows, `null` aside; a union of bare types counts as a list of types."""
    types = flat.types
    if types is None and flat.values:
        types = frozenset(_type_of(value) for value in flat.values)
    for union in flat.unions:
        parts = [side.flat(branch) for branch in union.branches]
        known = [effective_types(side, part, depth=depth + 1) for part in parts] if types is None and depth < 4 else []
        if known:
            types = frozenset().union(*known)
    if types is None:
        return _TYPES
    return types - {"integer"} if "number" in types else types


def _type_of(value: Json) -> str:
    """Name the JSON type of a value."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "integer" if float(value).is_integer() else "number"
    names = ((str, "string"), (dict, "object"), (list, "array"))
    return next((name for kind, name in names if isinstance(value, kind)), "null")


def _covers(types: frozenset[str], kind: str, *, textual: bool) -> bool:
    """Tell whether a type is among others; an integer is a number, and text can hold every scalar."""
    if kind in types or (kind == "integer" and "number" in types):
        return True
    return textual and kind in _SCALARS and "string" in types


def compare_types(meeting: Meeting) -> Iterator[Fact]:
    """Yield how the types differ, `null` apart."""
    old = effective_types(meeting.sides.old, meeting.old)
    new = effective_types(meeting.sides.new, meeting.new)
    lost = sorted(kind for kind in old if not _covers(new, kind, textual=False))
    gained = sorted(kind for kind in new if not _covers(old, kind, textual=False))
    if not lost and not gained:
        return
    rule = "type-changed" if lost and gained else "type-narrowed" if lost else "type-widened"
    values = (_name_types(old), _name_types(new))
    missing, received = (lost, new) if meeting.sends_old else (gained, old)
    candidates = [value for kind in missing for value in _OF_EACH.get(kind, ())]
    fact = meeting.fact(
        rule,
        "type",
        message=f"{rule.replace('-', ' ')} from {_say_types(values[0])} to {_say_types(values[1])}",
        values=values,
        candidates=[*meeting.samples(), *candidates],
    )
    if meeting.pair.textual and all(_covers(received, kind, textual=True) for kind in missing):
        fact = attrs.evolve(fact, severity=Severity.INFO, witness=None)  # written as the same text
    if meeting.pair.untyped and fact.severity is Severity.BREAKING:
        message = f"{fact.message} (which text that is in XML is not defined)"
        fact = attrs.evolve(fact, severity=Severity.UNKNOWN, witness=None, message=message)
    yield fact


def _name_types(types: frozenset[str]) -> Json:
    """Write types the way the `type` keyword does; None when all are valid."""
    if types == _TYPES:
        return None
    return next(iter(types)) if len(types) == 1 else sorted(types)


def _say_types(value: Json) -> str:
    """Write types in words."""
    if value is None:
        return "any"
    return value if isinstance(value, str) else " or ".join(value) or "null"


def have_common_type(meeting: Meeting) -> bool:
    """Tell whether a value could be valid on both sides, going by its type."""
    old = effective_types(meeting.sides.old, meeting.old)
    new = effective_types(meeting.sides.new, meeting.new)
    if not old and not new:
        return True
    return any(_covers(new, kind, textual=False) for kind in old) or any(
        _covers(old, kind, textual=False) for kind in new
    )


def compare_null(meeting: Meeting) -> Iterator[Fact]:
    """Yield whether `null` became valid or no longer is."""
    old, new = meeting.old.nullable, meeting.new.nullable
    if old == new or meeting.pair.null_apart:
        return
    kinds = (effective_types(meeting.sides.old, meeting.old), effective_types(meeting.sides.new, meeting.new))
    if _TYPES in kinds and kinds[0] != kinds[1]:
        return  # said by the change of type: a schema for anything lets null through as well
    rule = "nullable-added" if new else "nullable-removed"
    message = "null is now valid" if new else "null is no longer valid"
    yield meeting.fact(rule, "type", message=message, values=(old, new), candidates=[None])


def listed_values(side: Side, flat: FlatSchema) -> tuple[Json, ...] | None:
    """Return the values a schema lists; a union of lists is one list."""
    if flat.values is not None or len(flat.unions) != 1 or flat.properties:
        return flat.values
    union = flat.unions[0]
    found: list[Json] = []
    repeated: list[Json] = []
    for branch in union.branches:
        part = side.flat(branch)
        if part.values is None or (set(part.keywords) & LIMITING) or part.never:
            return None
        for value in part.values:
            (repeated if any(is_same(value, one) for one in found) else found).append(value)
    if union.keyword == "oneOf":
        found = [value for value in found if not any(is_same(value, one) for one in repeated)]
    return tuple(found)


def compare_values(meeting: Meeting) -> Iterator[Fact]:
    """Yield how `enum` and `const` differ."""
    old = listed_values(meeting.sides.old, meeting.old)
    new = listed_values(meeting.sides.new, meeting.new)
    if old is None and new is None:
        return
    if old is None or new is None:
        yield from _compare_with_none(meeting, old, new=new)
        return
    known = {json_key(value): value for value in old}
    present = {json_key(value): value for value in new}
    lost = [value for key, value in known.items() if key not in present]
    gained = [value for key, value in present.items() if key not in known]
    if len(old) == len(new) == 1 and lost:
        message = f"the only valid value changed from {show(old[0])} to {show(new[0])}"
        yield meeting.fact("const-changed", "const", message=message, values=(old[0], new[0]), candidates=[*old, *new])
        return
    if lost:
        message = f"{_say_values(lost)} no longer valid"
        yield meeting.fact("enum-value-removed", "enum", message=message, values=(lost, None), candidates=lost)
    if gained:
        message = f"{_say_values(gained)} now valid"
        fact = meeting.fact("enum-value-added", "enum", message=message, values=(None, gained), candidates=gained)
        if meeting.sides.closed_readers and not meeting.sends_old:
            graver = attrs.evolve(fact, severity=Severity.BREAKING)
            fact = prove(meeting.sides, meeting.pair, fact=graver, candidates=gained)
        yield fact


def _say_values(values: list[Json]) -> str:
    """Write values in words, a few of them."""
    shown = ", ".join(show(value) for value in values[:6])
    more = f" and {len(values) - 6} more" if len(values) > 6 else ""
    return f"{shown}{more} {'is' if len(values) == 1 else 'are'}"


def _compare_with_none(
    meeting: Meeting, old: tuple[Json, ...] | None, *, new: tuple[Json, ...] | None
) -> Iterator[Fact]:
    """Yield that a list of values appeared or went."""
    rule = "enum-added" if old is None else "enum-removed"
    values = list(new or ()) if old is None else list(old)
    keyword = "const" if "const" in {*meeting.old.origins, *meeting.new.origins} else "enum"
    message = (
        f"values are now limited to {show(values)}"
        if old is None
        else f"values are no longer limited to {show(values)}"
    )
    yield meeting.fact(
        rule,
        keyword,
        message=message,
        values=(None if old is None else values, values if old is None else None),
        candidates=[*meeting.samples(), *TEXTS, 0, 1, 2, True, False, {}, []],
    )


def compare_format(meeting: Meeting) -> Iterator[Fact]:
    """Yield how the `format` differs."""
    old, new = meeting.old.keywords.get("format"), meeting.new.keywords.get("format")
    if old == new:
        return
    if (old, new) in _NUMBER_FORMATS:
        rule = "format-widened"
    elif (new, old) in _NUMBER_FORMATS:
        rule = "format-narrowed"
    else:
        rule = "format-added" if old is None else "format-removed" if new is None else "format-changed"
    sent = str(old if meeting.sends_old else new)
    refused = str(new if meeting.sends_old else old)
    candidates = [FORMAT_SAMPLES.get(sent, "not of this format"), "a", *_EDGES.get(refused, ()), *meeting.samples()]
    message = f"format {rule.removeprefix('format-')}: {_say_format(old)} → {_say_format(new)}"
    fact = meeting.fact(rule, "format", message=message, values=(old, new), candidates=candidates)
    yield fact


def _say_format(value: Json) -> str:
    """Write a format, or that there is none."""
    return "none" if value is None else " and ".join(map(str, parts_of(value)))
