"""Where schemas stand inside a schema; knows what none of them means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

_ONE: Final = frozenset({"items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else"})
_LISTS: Final = frozenset({"anyOf", "oneOf", "allOf", "prefixItems"})
_NAMED: Final = frozenset({"properties", "patternProperties", "$defs"})
POINTER: Final = "#/$defs/"


def map_subschemas(schema: Mapping[str, Any], change: Callable[[Mapping[str, Any]], Any]) -> dict[str, Any]:
    """Return a copy of a schema with each schema directly inside it changed; those that are true or false stay."""
    copy: dict[str, Any] = {}

    def changed(part: Any) -> Any:
        return change(part) if isinstance(part, Mapping) else part

    for keyword, part in schema.items():
        if keyword in _ONE:
            copy[keyword] = changed(part)
        elif keyword in _LISTS:
            copy[keyword] = [changed(branch) for branch in part]
        elif keyword in _NAMED:
            copy[keyword] = {name: changed(member) for name, member in part.items()}
        else:
            copy[keyword] = part
    return copy


def iter_schemas(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield a schema and all in it; those that are true or false are left out."""
    yield schema
    inner: list[Mapping[str, Any]] = []
    map_subschemas(schema, inner.append)
    for part in inner:
        yield from iter_schemas(part)


def defined_name(schema: Mapping[str, Any]) -> str | None:
    """Return the name of the definition a schema refers to."""
    reference = schema.get("$ref")
    return reference.removeprefix(POINTER) if isinstance(reference, str) else None
