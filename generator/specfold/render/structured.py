"""Members of a request that take a JSON schema also take a class: their types say so. Knows no other part of a request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from specfold.document import Json, JsonObject
from specfold.normal import NormalDocument, NormalOperation
from specfold.render.resource_tree import arguments_name, keyword_schema

_KIND = "json_schema"
_DEEPEST = 4


def widen_structured(source: str, document: NormalDocument) -> str:
    """
    Return the source of `params.py`, a class accepted wherever a request takes a JSON schema for its answer.

    Args:
        source: with one TypedDict of keyword arguments an operation, one line a member.
        document: the normal document.
    """
    for operation in document.operations:
        for name in _structured_members(operation, document):
            member = re.compile(
                rf"(?m)(^class {arguments_name(operation)}\(TypedDict\):$(?:\n(?:    .*)?)*?\n    {name}: NotRequired\[)(.*)\]$"
            )
            source = member.sub(r"\1\2 | type[object]]", source, count=1)
    return source


def _structured_members(operation: NormalOperation, document: NormalDocument) -> Iterator[str]:
    for name, schema in keyword_schema(operation, document.renderable)["properties"].items():
        if _KIND in _tag_values(schema, document.renderable):
            yield name


def _tag_values(schema: Json, schemas: Mapping[str, JsonObject], *, depth: int = 0) -> Iterator[Json]:
    """Yield the values that a member `type` may have in a schema or its branches."""
    while isinstance(schema, dict) and "$ref" in schema and depth < _DEEPEST:
        schema, depth = schemas.get(schema["$ref"].rsplit("/", 1)[-1], {}), depth + 1
    if not isinstance(schema, dict) or depth >= _DEEPEST:
        return
    tag = schema.get("properties", {}).get("type")
    if isinstance(tag, dict):
        yield from tag.get("enum", [])
        yield tag.get("const")
    for keyword in ("anyOf", "oneOf", "allOf"):
        for branch in schema.get(keyword, []):
            yield from _tag_values(branch, schemas, depth=depth + 1)
