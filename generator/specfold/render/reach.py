"""Which schemas requests and answers reach; knows operations and references, no type."""

from __future__ import annotations

from typing import Any

from specfold.normal import NormalDocument

_VALUES = frozenset({"example", "examples", "default", "enum", "const"})


def requested_schemas(document: NormalDocument) -> frozenset[str]:
    """Return the names of the schemas that bodies and parameters reach."""
    roots: list[Any] = [operation.body.schema for operation in document.operations if operation.body is not None]
    roots += [parameter.schema for operation in document.operations for parameter in operation.parameters]
    return _reached(document, roots)


def answered_schemas(document: NormalDocument) -> frozenset[str]:
    """Return the names of the schemas that answers and the items of streams reach."""
    roots: list[Any] = [operation.response for operation in document.operations]
    roots += [operation.stream.item for operation in document.operations if operation.stream is not None]
    return _reached(document, roots)


def _reached(document: NormalDocument, roots: list[Any]) -> frozenset[str]:
    found: set[str] = set()
    pending = list(roots)
    while pending:
        part = pending.pop()
        if isinstance(part, list):
            pending += part
        elif isinstance(part, dict):
            name = str(part.get("$ref", "")).rsplit("/", 1)[-1]
            if name not in found and name in document.schemas:
                found.add(name)
                pending.append(document.schemas[name])
            pending += [value for key, value in part.items() if key not in _VALUES]
    return frozenset(found)
