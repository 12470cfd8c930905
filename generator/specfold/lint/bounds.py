"""Rules about bounds, values and members that contradict one another, so that nothing fits, or not what is listed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Final

from specfold.document import Json, JsonObject
from specfold.lint.rule import Problem
from specfold.lint.schema_form import is_number
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import flatten_places
from specfold.schema.instance import InvalidSchemaError
from specfold.schema.instance_message import show
from specfold.schema.walk import Node

_PAIRS: Final = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
)
_NUMBERS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_LOCAL: Final = (*_NUMBERS, "type", "minLength", "maxLength", "pattern", "format", "minItems", "maxItems")
_INT64: Final = 2**63


def check_bounds(subject: Subject) -> Iterator[Problem]:
    """Find bounds that no value can meet."""
    for node in subject.of_kind("schema"):
        for keyword, what in contradictions(node.value):
            yield Problem(node.pointer / keyword, what, "exchange or correct the two")
        if node.value.get("enum") == []:
            yield Problem(node.pointer / "enum", "an empty enum admits no value", "list the values, or remove enum")


def check_wide_bounds(subject: Subject) -> Iterator[Problem]:
    """Note bounds that signed 64-bit integers do not reach."""
    for node in subject.of_kind("schema"):
        for name in _NUMBERS:
            bound = node.value.get(name)
            if is_number(bound) and not -_INT64 <= bound < _INT64:
                hint = "readers that hold numbers in 64 bits cannot hold this one"
                yield Problem(node.pointer / name, f"the bound {bound} lies outside 64 bits", hint)


def check_enums(subject: Subject) -> Iterator[Problem]:
    """Find listed values that the rest of their schema refuses, and values listed twice."""
    for node in subject.of_kind("schema"):
        listed = _as_list(node.value.get("enum"))
        values = list(enumerate(listed))
        seen = list[str]()
        for index, value in values:
            text = show(value)
            if text in seen and value in listed[:index]:
                yield Problem(
                    node.pointer.join(("enum", index)), f"the value {text} is listed twice", "remove one of the two"
                )
            seen.append(text)
        rest: JsonObject = {keyword: node.value[keyword] for keyword in _LOCAL if keyword in node.value}
        shown = [(node.pointer.join(("enum", index)), value) for index, value in values]
        shown += [(node.pointer / "const", node.value["const"])] if "const" in node.value else []
        for pointer, value in shown if rest else ():
            yield from _refused(subject, value, pointer=pointer, rest=rest)


def check_required_forbidden(subject: Subject) -> Iterator[Problem]:
    """Find members that are required and that the same schema, or a part of its `allOf`, forbids."""
    for node in subject.of_kind("schema"):
        parts = [node.value, *(subject.follow(part) for part in _as_list(node.value.get("allOf")))]
        for index, name in enumerate(_as_list(node.value.get("required"))):
            if any(forbids(part, name) for part in parts):
                yield _forbidden(node.pointer.join(("required", index)), name)
        for place, part in enumerate(parts[1:]):
            for name in _as_list(part.get("required")):
                if any(forbids(other, name) for other in parts if other is not part):
                    yield _forbidden(node.pointer.join(("allOf", place)), name)


def check_all_of(subject: Subject) -> Iterator[Problem]:
    """Find parts of an `allOf` that no value satisfies at once."""
    for node in subject.of_kind("schema"):
        if "allOf" not in node.value or _is_contradictory_alone(node):
            continue
        flat = flatten_places(subject.value, (node.pointer,))
        found = [what for _, what in contradictions(flat.keywords)]
        if flat.never:
            found.append("their types or listed values have nothing in common")
        for what in found:
            hint = "correct one of the parts, or use anyOf"
            yield Problem(node.pointer / "allOf", f"no value satisfies all parts: {what}", hint)


def contradictions(schema: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """Yield keyword and reason of each pair of bounds that excludes every value."""
    for low, high in _PAIRS:
        lowest, highest = schema.get(low), schema.get(high)
        if is_number(lowest) and is_number(highest) and lowest > highest:
            yield low, f"no value is at least {lowest} ({low}) and at most {highest} ({high})"
    yield from _number_contradictions(schema)
    required, most = schema.get("required"), schema.get("maxProperties")
    if isinstance(required, list) and is_number(most) and len(required) > most:
        yield "maxProperties", f"{len(required)} members are required, at most {most} are allowed (maxProperties)"
    fewest, properties = schema.get("minProperties"), schema.get("properties", {})
    is_closed = schema.get("additionalProperties") is False and "patternProperties" not in schema
    if is_closed and is_number(fewest) and isinstance(properties, dict) and len(properties) < fewest:
        yield (
            "minProperties",
            f"at least {fewest} members are asked for, {len(properties)} are described and no other is allowed",
        )


def forbids(part: JsonObject, name: Json) -> bool:
    """Tell whether a schema object by itself refuses every value that has a member."""
    properties = part.get("properties", {})
    if not isinstance(properties, dict) or not isinstance(name, str):
        return False
    if name in properties:
        return properties[name] is False
    return part.get("additionalProperties") is False and "patternProperties" not in part


def _number_contradictions(schema: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    lows = [(schema[key], key) for key in ("minimum", "exclusiveMinimum") if is_number(schema.get(key))]
    highs = [(schema[key], key) for key in ("maximum", "exclusiveMaximum") if is_number(schema.get(key))]
    if not lows or not highs:
        return
    low, least = max(lows)
    high, most = min(highs)
    is_open = schema.get("exclusiveMinimum") == low or schema.get("exclusiveMaximum") == high
    if low > high or (low == high and is_open):
        words = {
            "minimum": "at least",
            "exclusiveMinimum": "more than",
            "maximum": "at most",
            "exclusiveMaximum": "less than",
        }
        yield least, f"no value is {words[least]} {low} ({least}) and {words[most]} {high} ({most})"
    elif schema.get("type") == "integer" and not {math.inf, -math.inf} & {low, high}:
        first = math.floor(low) + 1 if schema.get("exclusiveMinimum") == low else math.ceil(low)
        last = math.ceil(high) - 1 if schema.get("exclusiveMaximum") == high else math.floor(high)
        if first > last:
            yield least, f"no whole number lies between {low} ({least}) and {high} ({most})"


def _is_contradictory_alone(node: Node) -> bool:
    return node.value.get("enum") == [] or next(contradictions(node.value), None) is not None


def _forbidden(pointer: JsonPointer, name: Json) -> Problem:
    what = f"the member {name!r} is required, and forbidden by what is allowed beside it"
    return Problem(pointer, what, f"describe {name} in properties, or allow additionalProperties")


def _refused(subject: Subject, value: Json, *, pointer: JsonPointer, rest: JsonObject) -> Iterator[Problem]:
    if rest == {"type": "string"} and isinstance(value, str):
        return  # nearly all of them
    try:
        errors = subject.validator.errors(value, rest)
    except InvalidSchemaError:
        return  # `schema-form` and `pattern` say why
    for error in errors[:1]:
        hint = "correct the value, or the keyword that refuses it"
        yield Problem(pointer, f"the listed value {show(value)} never fits: {error.message}", hint)


def _as_list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
