"""What a node is called when people talk about it: `ChatMessage.content[]`, `query parameter limit`."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specfold.document import JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.conjunction import parts_of
from specfold.schema.references import find

_SKIPPED = frozenset({"schema", "itemSchema", "x-stream", "allOf"})


def name_node(root: JsonObject, pointer: JsonPointer) -> str:
    """Return the name of a schema: its component or place, then the way down to it."""
    head, rest = _name_start(root, pointer.tokens)
    return head + "".join(_name_steps(rest))


def _name_start(root: JsonObject, tokens: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Name where a schema hangs and return the tokens below that."""
    for index in range(len(tokens) - 1, -1, -1):
        before = tokens[:index]
        if before == ("components", "schemas"):
            return tokens[index], tokens[index + 1 :]
        if before[-1:] in {("parameters",), ("headers",)} and (index < 7 or before[-2:-1] != ("properties",)):
            return _name_parameter(root, tokens[: index + 1]), tokens[index + 1 :]
        if tokens[index] == "content" and _is_content_of(before):
            return _name_content(before), tokens[index + 2 :]
    return "schema", tokens


def _is_content_of(before: tuple[str, ...]) -> bool:
    """Tell whether a `content` stands in a request body or an answer, not among members."""
    return before[-1:] == ("requestBody",) or before[-2:-1] in {("responses",), ("requestBodies",)}


def _name_content(before: tuple[str, ...]) -> str:
    """Name a request body or an answer."""
    if before[-2:-1] == ("responses",):
        return f"response {before[-1]}"
    return "request body"


def _name_parameter(root: JsonObject, tokens: tuple[str, ...]) -> str:
    """Name a parameter by where it travels, a header by its name."""
    try:
        node = find(root, JsonPointer(tokens))
    except LookupError:
        node = None
    if isinstance(node, dict) and "name" in node:
        return f"{node.get('in', '')} parameter {node['name']}".strip()
    return f"header {tokens[-1]}"


def _name_steps(tokens: tuple[str, ...]) -> Iterator[str]:
    """Write the way from one schema down to another."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        index += 1
        if token == "properties":
            yield f".{following}"
            index += 1
        elif token == "items":
            yield "[]"
        elif token == "additionalProperties":
            yield ".*"
        elif token in {"anyOf", "oneOf", "prefixItems"}:
            yield f"({int(following) + 1})" if following.isdecimal() else ""
            index += 1
        elif token not in _SKIPPED and not token.isdecimal():
            yield f" {token}"


def show(value: object, *, limit: int = 60) -> str:
    """Write a JSON value on one line, shortened where it is long; parts that hold at once are joined by `and`."""
    parts = parts_of(value)
    text = " and ".join(json.dumps(part, ensure_ascii=False, sort_keys=True) for part in parts)
    return text if len(text) <= limit else text[: limit - 1] + "…"
