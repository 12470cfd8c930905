"""Two values of one schema keyword that must hold at once become one value; knows keywords, no documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from math import gcd, lcm
from typing import Any, Final

from specfold.document import Json, JsonObject
from specfold.schema.edit import is_same

_BEFORE: Final = "(?=[\\s\\S]*(?:"
_AFTER: Final = "))"
NO_TYPE: Final = "$none"
"""What `type` holds when no type is left."""

_ALL: Final = "$all"
_DEPENDENT: Final = (("if", "then", "else"), ("contains", "minContains", "maxContains"))
_HEADS: Final = frozenset(head for head, *_ in _DEPENDENT)


def conjoin(keyword: str, left: Json, *, right: Json) -> Json:
    """Return the value of a keyword that says what two values of it say together; `left` stands further out."""
    return _MERGERS.get(keyword, _keep_outer)(left, right)


def parts_of(value: Json) -> list[Json]:
    """Return the values that were conjoined into one, as they were written; any other value alone."""
    if isinstance(value, dict) and set(value) == {"$all"}:
        return list(value["$all"])
    if isinstance(value, str) and value.startswith(_BEFORE) and value.endswith(_AFTER):
        return list(value[len(_BEFORE) : -len(_AFTER)].split(_AFTER + _BEFORE))
    return [value]


def types_of(declared: Json) -> frozenset[str] | None:
    """Read the `type` keyword."""
    if isinstance(declared, str):
        return frozenset({declared})
    if isinstance(declared, list):
        return frozenset(str(name) for name in declared)
    return None


def bundle_dependent(schema: JsonObject) -> JsonObject:
    """Return a schema object whose keywords that mean something only together stand under the first of them."""
    for head, *others in _DEPENDENT:
        if head in schema:
            bundle = {name: schema[name] for name in (head, *others) if name in schema}
            schema = {name: value for name, value in schema.items() if name not in bundle} | {head: bundle}
        elif any(name in schema for name in others):
            schema = {name: value for name, value in schema.items() if name not in others}  # says nothing
    return schema


def unbundle(keyword: str, value: Json) -> JsonObject:
    """Return a schema that says what a keyword of a merged schema says."""
    if isinstance(value, dict) and _ALL in value:
        return {"allOf": [unbundle(keyword, part) for part in value[_ALL]]}
    return dict(value) if keyword in _HEADS else {keyword: value}


def _keep_outer(left: Json, right: Json) -> Json:
    """Keep the value that stands further out: for annotations, where only one can be shown."""
    del right
    return left


def _intersect_types(left: Json, right: Json) -> Json:
    """Keep the types both sides allow; an integer is a number."""
    first, second = types_of(left) or frozenset(), types_of(right) or frozenset()
    both = set(first & second)
    if any("integer" in one and "number" in other for one, other in ((first, second), (second, first))):
        both.add("integer")
    return sorted(both) or [NO_TYPE]


def _intersect_lists(left: Json, right: Json) -> Json:
    """Keep the elements both lists have, in the order of the first."""
    return [value for value in left if any(is_same(value, other) for other in right)]


def _unite_lists(left: Json, right: Json) -> Json:
    """Keep every element once, in order of appearance."""
    return [*left, *(value for value in right if value not in left)]


def _unite_properties(left: Json, right: Json) -> Json:
    """Keep every member; one that both declare must satisfy both."""
    united = dict(left)
    for name, schema in right.items():
        known = united.get(name)
        united[name] = schema if known is None or known == schema else {"allOf": [known, schema]}
    return united


def _both_schemas(left: Json, right: Json) -> Json:
    """Require two schemas at once."""
    if False in (left, right):
        return False
    return {"allOf": [left, right]}


def _either(left: Json, right: Json) -> bool:
    """Keep a flag that one side sets."""
    return bool(left) or bool(right)


def _all_patterns(left: Json, right: Json) -> str:
    """Require two patterns at once, as lookaheads in a stable order."""
    parts = sorted({str(part) for pattern in (left, right) for part in parts_of(pattern)})
    return "".join(f"{_BEFORE}{part}{_AFTER}" for part in parts)


def _kept_together(left: Json, right: Json) -> Json:
    """Keep both values of a keyword that cannot be merged, in a stable order."""
    parts: list[Any] = parts_of(left)
    if any(is_same(part, right) for part in parts):
        return left
    return {_ALL: sorted([*parts, right], key=lambda part: json.dumps(part, sort_keys=True))}


def _common_multiple(left: Json, right: Json) -> Json:
    """Return the least number that is a multiple of two."""
    (first, per_first), (second, per_second) = (Decimal(str(step)).as_integer_ratio() for step in (left, right))
    multiple, per = lcm(first, second), gcd(per_first, per_second)
    return multiple // per if multiple % per == 0 else multiple / per


_MERGERS: Mapping[str, Callable[[Json, Json], Json]] = {
    "type": _intersect_types,
    "enum": _intersect_lists,
    "required": _unite_lists,
    "properties": _unite_properties,
    "items": _both_schemas,
    "additionalProperties": _both_schemas,
    "pattern": _all_patterns,
    "multipleOf": _common_multiple,
    "uniqueItems": _either,
    "readOnly": _either,
    "writeOnly": _either,
    "deprecated": _either,
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), min),
    **dict.fromkeys(("not", "if", "then", "else", "contains", "propertyNames", "format"), _kept_together),
    **dict.fromkeys(("patternProperties", "dependentRequired", "dependentSchemas", "oneOf", "anyOf"), _kept_together),
}
