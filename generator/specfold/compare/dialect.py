"""Keywords that versions of OpenAPI write differently, made the same before two documents are compared; compares nothing."""

from __future__ import annotations

from collections.abc import Iterator

from specfold.document import Json, JsonObject
from specfold.schema.edit import copy_json
from specfold.schema.upgrade import is_version_3_0
from specfold.schema.walk import iter_nodes

FLAGS_OF_3_0 = {
    "nullable": "add `null` to `type` instead",
    "exclusiveMinimum": "write the bound itself as `exclusiveMinimum`",
    "exclusiveMaximum": "write the bound itself as `exclusiveMaximum`",
}
"""Keywords that are true or false in OpenAPI 3.0 and mean nothing like that later, with what to write instead."""

_OF_BYTES = ("contentEncoding", "contentMediaType")


def find_old_flags(schema: JsonObject) -> Iterator[str]:
    """Yield the keywords of a schema of OpenAPI 3.1 or later that only OpenAPI 3.0 knows as flags."""
    yield from (name for name in FLAGS_OF_3_0 if isinstance(schema.get(name), bool))


def without_old_flags(root: JsonObject) -> JsonObject:
    """Return a document of OpenAPI 3.1 or later without the bounds that are flags of OpenAPI 3.0."""
    if not any(any(find_old_flags(item)) for item in _iter_objects(root) if not FLAGS_OF_3_0.keys().isdisjoint(item)):
        return root
    changed: JsonObject = copy_json(root)
    for node in iter_nodes(changed):
        for name in list(find_old_flags(node.value)) if node.kind == "schema" else ():
            del node.value[name]
    return changed


def is_mixed(old: JsonObject, new: JsonObject) -> bool:
    """Tell whether one document alone is of OpenAPI 3.0."""
    return is_version_3_0(old) != is_version_3_0(new)


def with_bytes_as_format(root: JsonObject) -> JsonObject:
    """Return a document that says of bytes what OpenAPI 3.0 can say: `format: binary`, `format: byte`."""
    if not any(name in item for item in _iter_objects(root) for name in _OF_BYTES):
        return root
    changed: JsonObject = copy_json(root)
    for node in iter_nodes(changed):
        if node.kind == "schema" and "format" not in node.value:
            _say_bytes(node.value)
    return changed


def _say_bytes(schema: JsonObject) -> None:
    """Write the keywords for plain bytes and for base64, which stand alone, as a format."""
    found = {name: schema[name] for name in _OF_BYTES if name in schema}
    if found == {"contentEncoding": "base64"}:
        del schema["contentEncoding"]
        schema["format"] = "byte"
    elif found == {"contentMediaType": "application/octet-stream"}:
        del schema["contentMediaType"]
        schema.setdefault("type", "string")
        schema["format"] = "binary"


def _iter_objects(value: Json) -> Iterator[JsonObject]:
    """Yield every object in a value."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            yield item
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)
