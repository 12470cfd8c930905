"""Read `x-pagination` of an operation: where items and cursor are, which arguments take them. Knows no schema."""

from __future__ import annotations

from collections.abc import Sequence

from specfold.document import Json
from specfold.errors import SpecfoldError
from specfold.normal import NormalParameter, PaginationFacts
from specfold.pointer import JsonPointer
from specfold.schema.walk import Operation

_HINT = 'write for example {items: "/data", cursor: {parameter: after, from: "/id"}}'


def read_pagination(operation: Operation, parameters: Sequence[NormalParameter]) -> PaginationFacts | None:
    """
    Return how an operation lists by pages, None when it does not say.

    Raises:
        SpecfoldError: the extension is incomplete, or names a parameter the operation lacks.
    """
    declared = operation.value.get("x-pagination")
    if declared is None:
        return None
    pointer = operation.pointer / "x-pagination"
    facts = declared if isinstance(declared, dict) else {}
    cursor = facts.get("cursor")
    cursor = cursor if isinstance(cursor, dict) else {}
    python = {parameter.wire: parameter.python for parameter in parameters if parameter.location == "query"}
    wire, limit = cursor.get("parameter"), facts.get("limit", "limit")
    if wire not in python:
        message = f"x-pagination names the cursor {wire!r}, which is no query parameter of the operation"
        raise SpecfoldError(message, pointer=pointer, hint=f"known: {', '.join(python) or 'none'}")
    return PaginationFacts(
        items=_path(facts.get("items"), pointer=pointer / "items"),
        parameter=python[str(wire)],
        cursor=_path(cursor.get("from"), pointer=pointer / "cursor" / "from"),
        limit=python.get(str(limit)),
    )


def _path(text: Json, *, pointer: JsonPointer) -> tuple[str, ...]:
    if not isinstance(text, str) or not (text == "" or text.startswith("/")):
        raise SpecfoldError(f"expected a JSON pointer, found {text!r}", pointer=pointer, hint=_HINT)
    return tuple(JsonPointer.parse(text).tokens)
