"""Reduce named schemas to what decides a Python type; constraints live on in the other form. The second pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specfold.document import Json, JsonObject
from specfold.normal import is_model

_PREFIX = "#/components/schemas/"
_RELEVANT: dict[str, tuple[str, ...]] = {
    "object": ("properties", "required", "additionalProperties", "patternProperties"),
    "array": ("items", "prefixItems"),
    "string": ("format",),
}


def simplify_schemas(schemas: Mapping[str, JsonObject]) -> dict[str, JsonObject]:
    """Return each named schema reduced; a name whose aliases form a circle becomes free where the circle closes."""
    reduced = {name: simplify_schema(schema) for name, schema in schemas.items()}
    return {
        name: _cut_circles(schema, reduced, path=frozenset({name})) if not is_model(schema) else schema
        for name, schema in reduced.items()
    }


def simplify_schema(schema: Json) -> JsonObject:
    """Return what decides the Python type of one schema: type, members, items, alternatives, literal values."""
    if not isinstance(schema, dict) or ("not" in schema and len(schema) == 1):
        return {}
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    if "const" in schema:
        return _literal([schema["const"]])
    if isinstance(schema.get("enum"), list):
        return _literal(schema["enum"])
    for key in ("anyOf", "oneOf"):
        if schema.get(key) and not schema.get("properties"):
            return _union([simplify_schema(branch) for branch in schema[key]])
    types = schema.get("type")
    if isinstance(types, list):
        return _union([_of_type(schema, kind) for kind in types])
    if types is None:
        types = "object" if schema.get("properties") else "array" if "items" in schema else None
    return _of_type(schema, types) if types else {}


def _of_type(schema: JsonObject, kind: str) -> JsonObject:
    reduced: JsonObject = {"type": kind}
    for key in _RELEVANT.get(kind, ()):
        if key in schema:
            reduced[key] = schema[key]
    if kind == "object":
        return _object(reduced)
    if kind == "array":
        items = reduced.pop("items", {})
        return {"type": "array", "items": {} if "prefixItems" in reduced else simplify_schema(items)}
    if kind == "string" and reduced.get("format") != "binary":
        reduced.pop("format", None)
    return reduced


def _object(reduced: JsonObject) -> JsonObject:
    properties = reduced.get("properties") or {}
    if not properties:
        values = reduced.get("additionalProperties", True)
        patterns = list((reduced.get("patternProperties") or {}).values())
        value = {} if isinstance(values, bool) else simplify_schema(values)
        return {"type": "object", "additionalProperties": {} if patterns else value}
    required = [name for name in reduced.get("required", []) if name in properties]
    members: dict[str, Any] = {name: simplify_schema(value) for name, value in properties.items()}
    return {"type": "object", "properties": members, **({"required": required} if required else {})}


def _literal(values: list[Json]) -> JsonObject:
    branches: list[JsonObject] = []
    texts = [value for value in values if isinstance(value, str)]
    whole = [value for value in values if isinstance(value, int) and not isinstance(value, bool)]
    if texts:
        branches.append({"type": "string", "enum": list(dict.fromkeys(texts))})
    if whole:
        branches.append({"type": "integer", "enum": list(dict.fromkeys(whole))})
    if any(isinstance(value, bool) for value in values):
        branches.append({"type": "boolean"})
    if any(isinstance(value, float) for value in values):
        branches.append({"type": "number"})
    if any(isinstance(value, dict | list) for value in values):
        branches.append({})
    if any(value is None for value in values):
        branches.append({"type": "null"})
    return _union(branches)


def _union(branches: list[JsonObject]) -> JsonObject:
    flat: list[JsonObject] = []
    for branch in branches:
        for option in branch["anyOf"] if set(branch) == {"anyOf"} else [branch]:
            if option not in flat:
                flat.append(option)
    if not flat or {} in flat:
        return {}
    return flat[0] if len(flat) == 1 else {"anyOf": flat}


def _cut_circles(schema: JsonObject, schemas: Mapping[str, JsonObject], *, path: frozenset[str]) -> JsonObject:
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_PREFIX)
        target = schemas.get(name, {})
        if name in path:
            return {}
        return schema if is_model(target) or _cut_circles(target, schemas, path=path | {name}) == target else {}
    if "anyOf" in schema:
        return _union([_cut_circles(branch, schemas, path=path) for branch in schema["anyOf"]])
    if schema.get("type") == "array":
        return {**schema, "items": _cut_circles(schema["items"], schemas, path=path)}
    if schema.get("type") == "object" and not is_model(schema):
        return {**schema, "additionalProperties": _cut_circles(schema["additionalProperties"], schemas, path=path)}
    return schema
