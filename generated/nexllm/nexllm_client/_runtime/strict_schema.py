"""The part of JSON Schema that servers take when an answer is to follow it strictly; knows no class and no request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .subschemas import defined_name, iter_schemas, map_subschemas

# Say nothing of which values are valid.
_NOTES: Final = frozenset({"default", "deprecated", "examples", "readOnly", "writeOnly"})
_FORMATS: Final = frozenset({"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"})
_KEYWORDS: Final = frozenset({
    "$defs", "$ref", "additionalProperties", "anyOf", "const", "description", "enum", "exclusiveMaximum", "exclusiveMinimum", "format",
    "items", "maxItems", "maximum", "minItems", "minimum", "multipleOf", "pattern", "properties", "required", "title", "type",
})  # fmt: skip
_TYPES: Final[Mapping[type, str]] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}


def strict_form(schema: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return a schema in the form strict servers take, as far as there is one.

    Objects with named members demand all of them and allow no other; a reference stands alone; unions are `anyOf`; what
    says nothing of values is left out.
    """
    return _tightened(schema, schema.get("$defs", {}))


def _tightened(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    said = {keyword: part for keyword, part in schema.items() if keyword not in _NOTES}
    if said.get("format") not in _FORMATS:
        said.pop("format", None)
    if len(said.get("allOf", ())) == 1:
        return _tightened({**said.pop("allOf")[0], **said}, definitions)
    target = definitions.get(defined_name(said) or "")
    if target is not None and len(said) > 1:
        del said["$ref"]
        return _tightened({**target, **said}, definitions)
    if "anyOf" not in said and "oneOf" in said:
        said["anyOf"] = said.pop("oneOf")
    return _closed(map_subschemas(_typed(said), lambda part: _tightened(part, definitions)))


def _typed(schema: dict[str, Any]) -> dict[str, Any]:
    """Name the type of listed values, and the items of a tuple whose items are alike."""
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    if values and "type" not in schema and all(type(value) in _TYPES for value in values):
        names = list(dict.fromkeys(_TYPES[type(value)] for value in values))
        schema["type"] = names[0] if len(names) == 1 else names
    items = schema.get("prefixItems")
    if items and schema.get("minItems") == schema.get("maxItems") == len(items) and items.count(items[0]) == len(items):
        schema["items"] = schema.pop("prefixItems")[0]
    return schema


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    if schema.get("type") == "object" and "properties" in schema:
        schema |= {"required": list(schema["properties"]), "additionalProperties": False}
    return schema


def is_strict(schema: Mapping[str, Any]) -> bool:
    """Say whether strict servers take a schema: its root is an object, and all in it is closed and among what they know."""
    return schema.get("type") == "object" and all(map(_is_known, iter_schemas(schema)))


def _is_known(schema: Mapping[str, Any]) -> bool:
    kind = schema.get("type")
    if not schema.keys() <= _KEYWORDS or not schema.keys() & {"type", "anyOf", "$ref"}:
        return False
    if "(?" in schema.get("pattern", ""):  # looks around, which no grammar can
        return False
    if kind == "object":
        members, required = schema.get("properties", {}), schema.get("required", ())
        return schema.get("additionalProperties") is False and members.keys() == set(required)
    return kind != "array" or "items" in schema
