"""Where the schemas, operations and media types of an OpenAPI document are; judges none of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import attrs

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.client_method import client_method
from specfold.schema.path_items import iter_parts

Kind = str
_Shape = Literal["one", "map", "list"]
Tokens = tuple[str, ...]

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

_PARAMETER: Final[dict[str, tuple[_Shape, Kind]]] = {
    "schema": ("one", "schema"),
    "content": ("map", "media-type"),
    "examples": ("map", "example"),
}

GRAMMAR: Final[dict[Kind, dict[str, tuple[_Shape, Kind]]]] = {
    "document": {
        "paths": ("map", "path-item"),
        "webhooks": ("map", "path-item"),
        "components": ("one", "components"),
    },
    "components": {
        "schemas": ("map", "schema"),
        "responses": ("map", "response"),
        "parameters": ("map", "parameter"),
        "examples": ("map", "example"),
        "requestBodies": ("map", "request-body"),
        "headers": ("map", "header"),
        "securitySchemes": ("map", "security-scheme"),
        "links": ("map", "link"),
        "callbacks": ("map", "callback"),
        "pathItems": ("map", "path-item"),
        "mediaTypes": ("map", "media-type"),  # OpenAPI 3.2
    },
    "path-item": {"parameters": ("list", "parameter"), **dict.fromkeys(METHODS, ("one", "operation"))},
    "operation": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "request-body"),
        "responses": ("map", "response"),
        "callbacks": ("map", "callback"),
    },
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "request-body": {"content": ("map", "media-type")},
    "response": {"headers": ("map", "header"), "content": ("map", "media-type"), "links": ("map", "link")},
    "media-type": {
        "schema": ("one", "schema"),
        "itemSchema": ("one", "schema"),  # OpenAPI 3.2
        "examples": ("map", "example"),
        "encoding": ("map", "encoding"),
        "x-stream": ("one", "stream"),
    },
    "encoding": {"headers": ("map", "header")},
    "stream": {"itemSchema": ("one", "schema")},
    "schema": {
        **dict.fromkeys(("properties", "patternProperties", "$defs", "definitions", "dependentSchemas"), ("map", "schema")),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), ("list", "schema")),
        **dict.fromkeys(
            (
                "items", "not", "if", "then", "else", "contains", "propertyNames", "additionalProperties",
                "unevaluatedProperties", "unevaluatedItems", "contentSchema",
            ),
            ("one", "schema"),
        ),
    },
}  # fmt: skip


@attrs.frozen
class Node:
    """One part of a document: what kind of object it is, where it is, and its value."""

    kind: Kind
    tokens: Tokens
    value: JsonObject

    @property
    def pointer(self) -> JsonPointer:
        """Where it is."""
        return JsonPointer(self.tokens)


@attrs.frozen(kw_only=True)
class Operation:
    """
    One operation of a document.

    Attributes:
        path: the path template.
        method: the HTTP method, in lower case.
        pointer: where it is.
        value: the operation object.
        path_item: the object around it.
        client_method: its place in the client, for example `chat.completions.create`.
    """

    path: str
    method: str
    pointer: JsonPointer
    value: JsonObject
    path_item: JsonObject
    client_method: str

    @property
    def title(self) -> str:
        """Method and path, as people write it: `POST /chat/completions`."""
        return f"{self.method.upper()} {self.path}"


def iter_nodes(value: Json, kind: Kind = "document", *, tokens: Tokens = ()) -> Iterator[Node]:
    """Yield every part of a document (or of one part of it), parents first; references are not followed."""
    if not isinstance(value, dict):
        return
    yield Node(kind, tokens, value)
    for child_kind, child_tokens, child in _iter_children(value, kind, tokens=tokens):
        yield from iter_nodes(child, child_kind, tokens=child_tokens)


def _iter_children(value: JsonObject, kind: Kind, *, tokens: Tokens) -> Iterator[tuple[Kind, Tokens, Json]]:
    if kind == "callback":
        yield from (("path-item", (*tokens, name), child) for name, child in value.items() if not name.startswith("x-"))
    grammar = GRAMMAR.get(kind, {})
    for name, child in value.items():
        if name not in grammar:
            continue
        shape, child_kind = grammar[name]
        if shape == "one":
            yield child_kind, (*tokens, name), child
        elif shape == "map" and isinstance(child, dict):
            yield from ((child_kind, (*tokens, name, key), item) for key, item in child.items())
        elif shape == "list" and isinstance(child, list):
            yield from ((child_kind, (*tokens, name, str(index)), item) for index, item in enumerate(child))


def iter_schemas(value: Json) -> Iterator[tuple[JsonPointer, JsonObject]]:
    """Yield every schema object of a document, nested ones too, with its pointer."""
    for node in iter_nodes(value):
        if node.kind == "schema":
            yield node.pointer, node.value


def iter_operations(value: Json) -> Iterator[Operation]:
    """Yield the operations under `paths`, in the order of the document; a path may refer to what it holds."""
    paths = value.get("paths")
    for path in paths if isinstance(paths, dict) else ():
        seen: set[str] = set()
        for place, item in iter_parts(value, ("paths", path)):
            for method in item:
                if method in METHODS and isinstance(item[method], dict) and method not in seen:
                    seen.add(method)
                    yield Operation(
                        path=path,
                        method=method,
                        pointer=JsonPointer((*place, method)),
                        value=item[method],
                        path_item=item,
                        client_method=client_method(item[method], method=method, path=path),
                    )
