"""Two values of one schema keyword that must hold at once become one value; knows keywords, no documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from specfold.document import Json

_BEFORE: Final = "(?=[\\s\\S]*(?:"
_AFTER: Final = "))"
NO_TYPE: Final = "$none"
"""What `type` holds when no type is left."""


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


def _keep_outer(left: Json, right: Json) -> Json:
    """Keep the value that stands further out: for annotations, where only one can be shown."""
    del right
    return left


def _intersect_types(left: Json, right: Json) -> Json:
    """Keep the types both sides allow; an integer is a number."""
    first, second = types_of(left) or frozenset(), types_of(right) or frozenset()
    both = set(first & second)
    if "integer" in first | second and "number" in first | second:
        both.add("integer")
    return sorted(both) or [NO_TYPE]


def _intersect_lists(left: Json, right: Json) -> Json:
    """Keep the elements both lists have, in the order of the first."""
    return [value for value in left if value in right]


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
    """Require two patterns at once, as lookaheads."""
    return "".join(f"{_BEFORE}{part}{_AFTER}" for part in (*parts_of(left), *parts_of(right)))


def _kept_together(left: Json, right: Json) -> Json:
    """Keep both values of a keyword that cannot be merged, in a stable order."""
    parts: list[Any] = left["$all"] if isinstance(left, dict) and "$all" in left else [left]
    return {"$all": sorted([*parts, right], key=lambda part: json.dumps(part, sort_keys=True))}


_MERGERS: Mapping[str, Callable[[Json, Json], Json]] = {
    "type": _intersect_types,
    "enum": _intersect_lists,
    "required": _unite_lists,
    "properties": _unite_properties,
    "items": _both_schemas,
    "additionalProperties": _both_schemas,
    "pattern": _all_patterns,
    "uniqueItems": _either,
    "readOnly": _either,
    "writeOnly": _either,
    "deprecated": _either,
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), min),
    **dict.fromkeys(("not", "if", "then", "else", "contains", "propertyNames", "format", "multipleOf"), _kept_together),
    **dict.fromkeys(("patternProperties", "dependentRequired", "dependentSchemas", "oneOf", "anyOf"), _kept_together),
}
