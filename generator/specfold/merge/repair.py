"""Slips of published documents that no validator takes, set right where their meaning is plain; judges no document."""

from __future__ import annotations

from typing import Final

from specfold.document import Json, JsonObject
from specfold.schema.edit import copy_json
from specfold.schema.walk import iter_nodes

_BOUNDS: Final = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))


def repair_schemas(value: JsonObject) -> JsonObject:
    """
    Return a 3.1 document whose schemas have no such slips: names that `required` repeats, flags of 3.0 beside a bound.

    Args:
        value: an OpenAPI document.
    """
    repaired: JsonObject = copy_json(value)
    for node in list(iter_nodes(repaired)):
        if node.kind == "schema":
            schema = _with_bounds(_with_distinct_names(node.value))
            node.value.clear()
            node.value.update(schema)
    return repaired


def _with_distinct_names(schema: JsonObject) -> JsonObject:
    names: Json = schema.get("required")
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return dict(schema)
    return {**schema, "required": list(dict.fromkeys(names))}


def _with_bounds(schema: JsonObject) -> JsonObject:
    for flag, bound in _BOUNDS:
        if not isinstance(schema.get(flag), bool):
            continue
        is_exclusive = schema[flag] and bound in schema
        schema = {key: item for key, item in schema.items() if key != flag}
        if is_exclusive:
            schema = {(flag if key == bound else key): item for key, item in schema.items()}
    return schema
