"""
What a schema asks of a value beside kind, limits and members, written so that equal conditions have equal texts.

Knows which kinds of values a keyword is about, and which keywords are reasoned about elsewhere; compares nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Final

from specfold.compare.side import Side
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema, Places, is_annotation, local_target, value_at

_NUMBERS: Final = frozenset({"number", "integer"})
_ABOUT: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("pattern", "contentEncoding", "contentMediaType", "contentSchema"), frozenset({"string"})),
    "format": _NUMBERS | {"string"},
    "multipleOf": _NUMBERS,
    **dict.fromkeys(
        ("uniqueItems", "contains", "minContains", "maxContains", "prefixItems", "unevaluatedItems"),
        frozenset({"array"}),
    ),
    **dict.fromkeys(
        ("patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedProperties"),
        frozenset({"object"}),
    ),
}
"""The kinds of values a keyword is about; the others are about all."""

_UNJUDGED: Final = frozenset({"contentEncoding", "contentMediaType", "contentSchema"})
_JUDGED: Final = frozenset({"not", "if", "then", "else", *_ABOUT}) - _UNJUDGED
"""What the ordinary validator decides of a value."""

_SHOWN: Final = frozenset({"pattern", "format", "multipleOf", "uniqueItems"})
_ELSEWHERE: Final = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength"}
    | {"minItems", "maxItems", "minProperties", "maxProperties"}
    | {"default", "deprecated", "readOnly", "writeOnly", "discriminator"}
)
_NAMED: Final = frozenset({"properties", "patternProperties", "dependentSchemas", "dependentRequired", "$defs"})
_UNORDERED: Final = frozenset({"required", "enum", "type", "anyOf", "oneOf", "allOf"})
_NOTES: Final = frozenset({"default", "deprecated"})
_MAX_NESTED = 3
_MAX_TEXT = 20_000


def read_conditions(side: Side, flat: FlatSchema) -> Mapping[str, str]:
    """
    Return the keywords that ask something more, each with its value as a text.

    What the first elements or members of some names are decides which others there are: those are said with them.
    """
    found: dict[str, Json] = {
        name: value
        for name, value in flat.keywords.items()
        if name not in _ELSEWHERE and not is_annotation(name) and not (name == "uniqueItems" and value is False)
    }
    if flat.prefix_items:
        found["prefixItems"] = [*(_all_of(side, places) for places in flat.prefix_items), _all_of(side, flat.items)]
    if "patternProperties" in found:
        found["patternProperties"] = [
            {"properties": found["patternProperties"]},
            _all_of(side, flat.additional),
            flat.closed,
        ]
    return {name: _write(side, name, value=found[name]) for name in sorted(found)}


def _all_of(side: Side, places: Places | None) -> Json:
    """Return one schema that says what those at some places say together."""
    return {"allOf": [side.value(place) for place in places or ()]}


def conditions_on(kind: str, conditions: Mapping[str, str]) -> frozenset[str]:
    """Return the conditions that values of a kind have to meet."""
    return frozenset(f"{name} {text}" for name, text in conditions.items() if kind in _ABOUT.get(name, {kind}))


def conditions_on_listed(kind: str, conditions: Mapping[str, str]) -> frozenset[str]:
    """Return the conditions that listed values of a kind have to meet beside those the validator decides."""
    return conditions_on(kind, {name: text for name, text in conditions.items() if name not in _JUDGED})


def is_undecided(condition: str) -> bool:
    """Tell whether a condition is compared for equality only, so that a difference decides nothing."""
    return name_condition(condition) not in _SHOWN


def name_condition(condition: str) -> str:
    """Return the keyword of a condition."""
    return condition.partition(" ")[0]


def write_schema(side: Side, places: Places) -> str:
    """Write what the schemas at some places say, with what they refer to in place of references."""
    return _write(side, "allOf", value=[side.value(place) for place in places])


def _write(side: Side, keyword: str, *, value: Json) -> str:
    """Write the value of a keyword with the schemas it names in place of their names."""
    if keyword in _SHOWN:
        return json.dumps(value, sort_keys=True, default=str)
    text = json.dumps(_settle(side.root, {keyword: value}, inside=()), sort_keys=True, default=str)
    if len(text) <= _MAX_TEXT:
        return text
    return hashlib.sha256(text.encode()).hexdigest()


def _settle(root: JsonObject, schema: Json, *, inside: tuple[JsonPointer, ...]) -> Json:
    """Return a schema without notes, with what it refers to in place of references, as deep as is told apart."""
    if isinstance(schema, list):
        return [_settle(root, one, inside=inside) for one in schema]
    if not isinstance(schema, dict):
        return schema
    target = local_target(root, schema.get("$ref"))
    if target is not None:
        rest = {name: value for name, value in schema.items() if name != "$ref"}
        return {**_settle(root, rest, inside=inside), "$ref": _refer(root, target, inside=inside)}
    return dict(_iter_settled(root, schema, inside=inside))


def _refer(root: JsonObject, target: JsonPointer, *, inside: tuple[JsonPointer, ...]) -> Json:
    """Return what a reference names; one to a schema around it says how far out that is, one too deep is named."""
    if target in inside:
        return len(inside) - inside.index(target)
    if len(inside) >= _MAX_NESTED:
        return [str(target), value_at(root, target)]
    return _settle(root, value_at(root, target), inside=(*inside, target))


def _iter_settled(
    root: JsonObject, schema: JsonObject, *, inside: tuple[JsonPointer, ...]
) -> Iterator[tuple[str, Json]]:
    """Yield the keywords of a schema that say what is valid."""
    for name, value in schema.items():
        if is_annotation(name) or name in _NOTES:
            continue
        if name in _NAMED and isinstance(value, dict):
            yield name, {key: _settle(root, one, inside=inside) for key, one in value.items()}
        elif name in _UNORDERED and isinstance(value, list):
            parts = [_settle(root, one, inside=inside) for one in value]
            yield name, sorted(parts, key=lambda part: json.dumps(part, sort_keys=True, default=str))
        else:
            yield name, _settle(root, value, inside=inside)
