"""OpenAPI 3.0 documents become 3.1 documents that mean the same; knows no renderer."""

from __future__ import annotations

from typing import Final

from specfold.document import Json, JsonObject
from specfold.schema.edit import copy_json
from specfold.schema.walk import iter_nodes

VERSION: Final = "3.1.0"
_KEPT_BESIDE_REF: Final = ("$ref", "summary", "description")


def is_version_3_0(value: JsonObject) -> bool:
    """Tell whether a document declares OpenAPI 3.0."""
    return str(value.get("openapi", "")).startswith("3.0")


def upgrade_to_31(value: JsonObject) -> JsonObject:
    """
    Return a 3.0 document as 3.1; any other document as it is.

    `nullable` becomes a type, boolean exclusive bounds become numbers, the `example` of a schema becomes `examples`,
    and members beside `$ref`, which 3.0 ignores, go.
    """
    if not is_version_3_0(value):
        return value
    upgraded: JsonObject = copy_json(value)
    upgraded["openapi"] = VERSION
    for node in list(iter_nodes(upgraded)):
        if node.kind == "schema":
            changed = _upgrade_schema(dict(node.value))
            node.value.clear()
            node.value.update(changed)
    return upgraded


def _upgrade_schema(schema: JsonObject) -> JsonObject:
    if "$ref" in schema:
        return {key: item for key, item in schema.items() if key in _KEPT_BESIDE_REF or key.startswith("x-")}
    schema = _upgrade_bounds(schema)
    if "example" in schema and "examples" not in schema:
        schema = {
            ("examples" if key == "example" else key): [item] if key == "example" else item
            for key, item in schema.items()
        }
    nullable = schema.pop("nullable", False)
    return _admit_null(schema) if nullable is True else schema


def _upgrade_bounds(schema: JsonObject) -> JsonObject:
    for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        flag = schema.get(exclusive)
        if not isinstance(flag, bool):
            continue
        del schema[exclusive]
        if flag and bound in schema:
            schema = {(exclusive if key == bound else key): item for key, item in schema.items()}
    return schema


def _admit_null(schema: JsonObject) -> JsonObject:
    kind = schema.get("type")
    if isinstance(kind, str):
        upgraded = {**schema, "type": [kind, "null"]}
        if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
            upgraded["enum"] = [*schema["enum"], None]
        return upgraded
    for union in ("anyOf", "oneOf"):
        if isinstance(schema.get(union), list):
            return {**schema, union: [*schema[union], {"type": "null"}]}
    if "allOf" in schema:
        rest: Json = schema.pop("allOf")
        only = rest[0] if isinstance(rest, list) and len(rest) == 1 else {"allOf": rest}
        return {"anyOf": [only, {"type": "null"}], **schema}
    return schema  # without a type, `nullable` says nothing (3.0.3, Schema Object)
