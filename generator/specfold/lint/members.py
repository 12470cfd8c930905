"""Which members the objects of a schema have and must have, through references and compositions; judges none."""

from __future__ import annotations

from collections.abc import Iterator

from specfold.document import Json, JsonObject
from specfold.lint.subject import Subject


def iter_parts(subject: Subject, schema: Json) -> Iterator[JsonObject]:
    """Yield a schema and all it is made of: what it refers to, its `allOf`, the branches of its unions; each once."""
    waiting, seen = [schema], set[str]()
    while waiting:
        part = waiting.pop()
        if not isinstance(part, dict):
            continue
        yield part
        ref = part.get("$ref")
        if isinstance(ref, str) and ref not in seen:
            seen.add(ref)
            waiting.append(subject.follow({"$ref": ref}))
        for keyword in ("oneOf", "anyOf", "allOf"):
            branches = part.get(keyword)
            waiting += reversed(branches) if isinstance(branches, list) else ()


def child_schemas(subject: Subject, schema: Json, *, token: str) -> list[Json]:
    """Return what may describe a member, or an item, of the values of a schema; empty when nothing does."""
    found: list[Json] = []
    for part in iter_parts(subject, schema):
        properties = part.get("properties")
        if isinstance(properties, dict) and token in properties:
            found.append(properties[token])
        elif isinstance(part.get("additionalProperties"), dict):
            found.append(part["additionalProperties"])
        if token.isdecimal() and "items" in part:
            found.append(part["items"])
        prefix = part.get("prefixItems")
        if token.isdecimal() and isinstance(prefix, list) and int(token) < len(prefix):
            found.append(prefix[int(token)])
    return found


def is_open(subject: Subject, schema: Json) -> bool:
    """Tell whether a schema says nothing about the members of its values."""
    described = {"properties", "items", "prefixItems", "additionalProperties", "enum", "const"}
    parts = list(iter_parts(subject, schema))
    scalar = {"string", "integer", "number", "boolean", "null"}
    return schema is True or (
        bool(parts)
        and all(described.isdisjoint(part) for part in parts)
        and not any(_types(part) and _types(part) <= scalar for part in parts)
    )


def is_described(subject: Subject, schema: Json, *, name: str) -> bool:
    """Tell whether a schema describes a member, or leaves its members open."""
    return bool(child_schemas(subject, schema, token=name)) or is_open(subject, schema)


def is_required(subject: Subject, schema: Json, *, name: str) -> bool:
    """Tell whether a schema, or a part of it, requires a member."""
    required = (part.get("required") for part in iter_parts(subject, schema))
    return any(isinstance(names, list) and name in names for names in required)


def _types(part: JsonObject) -> set[str]:
    declared = part.get("type")
    if isinstance(declared, str):
        return {declared}
    return {str(name) for name in declared} if isinstance(declared, list) else set()
