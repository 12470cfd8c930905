"""Where a node of a merged document came from and what it became in the client, as a value. Prints nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from specfold.document import Document, Json, JsonObject, Origin
from specfold.errors import InputError
from specfold.merge import MergeResult
from specfold.naming import method_name
from specfold.normal import NormalDocument, NormalOperation
from specfold.pointer import JsonPointer
from specfold.schema.references import find, follow
from specfold.schema.walk import Operation, iter_operations

_UNIONS = ("anyOf", "oneOf", "allOf")


@attrs.frozen(kw_only=True)
class Writer:
    """One who wrote a node, in the order of time; `node` is it or what is below it."""

    node: JsonPointer
    origin: Origin


@attrs.frozen(kw_only=True)
class Explanation:
    """
    What is known of one node.

    Attributes:
        pointer: the node.
        value: what it holds.
        writers: who wrote it and the nodes below it, each node's writers oldest first.
        provenance: the nearest provenance marks of the document, and the node that carries them.
        python: what it became in the client, in words.
        inside: where the node stands when it has no name in the client, else the node itself.
    """

    pointer: JsonPointer
    value: Json
    writers: tuple[Writer, ...]
    provenance: tuple[str, ...]
    provenance_at: JsonPointer | None
    python: tuple[str, ...]


def explain_node(merged: MergeResult, normal: NormalDocument, *, name: str) -> Explanation:
    """
    Explain one node.

    Args:
        merged: the merged document with its history.
        normal: the same, normalised.
        name: a JSON pointer (`/paths/…`, `#/…`), a client method and members (`chat.completions.create.temperature`),
            or a schema and members (`ChatChoice.finish_reason`).

    Raises:
        InputError: nothing of that name, with the nearest names there are.
    """
    document = merged.document
    pointer = _locate(document, name)
    value = find(document.value, pointer)
    marks, marked_at = _provenance(document.value, pointer)
    return Explanation(
        pointer=pointer,
        value=value,
        writers=tuple(_writers(merged, pointer)),
        provenance=marks,
        provenance_at=marked_at,
        python=tuple(_python_names(normal, document.value, pointer=pointer)),
    )


def _locate(document: Document, name: str) -> JsonPointer:
    if name.startswith(("/", "#")):
        pointer = JsonPointer.parse(name)
        try:
            find(document.value, pointer)
        except LookupError:
            raise InputError(
                f"the merged document has no node {pointer.fragment}", source=document.source, hint="check the pointer"
            ) from None
        return pointer
    operations = {method_name(item.client_method): item for item in iter_operations(document.value)}
    owner = max((key for key in operations if name == key or name.startswith(f"{key}.")), key=len, default=None)
    if owner is not None:
        return _member_of_operation(document, operations[owner], rest=name[len(owner) + 1 :])
    schema, _, rest = name.partition(".")
    schemas = (document.value.get("components") or {}).get("schemas") or {}
    if schema not in schemas:
        hint = f"client methods: {', '.join(operations)}; or a schema, or a JSON pointer"
        raise InputError(f"nothing is called {name!r} in {document.source}", hint=hint)
    return _descend(document, JsonPointer(("components", "schemas", schema)), rest=rest)


def _member_of_operation(document: Document, operation: Operation, *, rest: str) -> JsonPointer:
    if not rest:
        return operation.pointer
    first = rest.partition(".")[0]
    for base, holder in ((operation.pointer, operation.value), (operation.pointer.parent, operation.path_item)):
        for index, raw in enumerate(holder.get("parameters") or []):
            if follow(document.value, raw).get("name") == first:
                place = base / "parameters" / index
                return JsonPointer.parse(raw["$ref"]) if "$ref" in raw else place
    body = follow(document.value, operation.value.get("requestBody") or {})
    for media in body.get("content") or {}:
        return _descend(document, operation.pointer.join(("requestBody", "content", media, "schema")), rest=rest)
    raise InputError(
        f"{operation.client_method} takes no argument {first!r}",
        source=document.source,
        hint="leave it out to explain the operation",
    )


def _descend(document: Document, pointer: JsonPointer, *, rest: str) -> JsonPointer:
    for name in filter(None, rest.split(".")):
        inner = next(_members(document.value, pointer, name=name), None)
        if inner is None:
            known = ", ".join(dict.fromkeys(_member_names(document.value, pointer))) or "none"
            raise InputError(
                f"{pointer.fragment} has no member {name!r}", source=document.source, hint=f"members: {known}"
            )
        pointer = inner
    return pointer


def _schemas_at(root: JsonObject, pointer: JsonPointer, *, depth: int = 0) -> Iterator[tuple[JsonPointer, JsonObject]]:
    """Yield the schema at a pointer and what it stands for: references followed, items and alternatives entered."""
    value = find(root, pointer)
    if not isinstance(value, dict) or depth > 20:
        return
    if isinstance(value.get("$ref"), str):
        yield from _schemas_at(root, JsonPointer.parse(value["$ref"]), depth=depth + 1)
        return
    yield pointer, value
    if isinstance(value.get("items"), dict):
        yield from _schemas_at(root, pointer / "items", depth=depth + 1)
    for keyword in _UNIONS:
        for index, _ in enumerate(value.get(keyword) or []):
            yield from _schemas_at(root, pointer / keyword / index, depth=depth + 1)


def _members(root: JsonObject, pointer: JsonPointer, *, name: str) -> Iterator[JsonPointer]:
    for place, schema in _schemas_at(root, pointer):
        if name in (schema.get("properties") or {}):
            yield place / "properties" / name


def _member_names(root: JsonObject, pointer: JsonPointer) -> Iterator[str]:
    for _, schema in _schemas_at(root, pointer):
        yield from schema.get("properties") or {}


def _writers(merged: MergeResult, pointer: JsonPointer) -> Iterator[Writer]:
    # A node and what is below it, in the order of the document; a node that was written by the same hand as its parent adds nothing.
    origins: Mapping[tuple[str, ...], Origin] = merged.document.origins
    said: dict[tuple[str, ...], Origin] = {}
    for tokens, origin in origins.items():
        if tokens[: len(pointer.tokens)] != pointer.tokens:
            continue
        node = JsonPointer(tokens)
        history = merged.history.get(tokens, ())
        parent = said.get(tokens[:-1])
        said[tokens] = origin
        same = parent is not None and (parent.source, parent.action, parent.layer) == (
            origin.source,
            origin.action,
            origin.layer,
        )
        if history or not same or node == pointer:
            yield from (Writer(node=node, origin=earlier) for earlier in history)
            yield Writer(node=node, origin=origin)


def _provenance(root: JsonObject, pointer: JsonPointer) -> tuple[tuple[str, ...], JsonPointer | None]:
    for end in range(len(pointer.tokens), -1, -1):
        place = JsonPointer(pointer.tokens[:end])
        value = find(root, place)
        marks = value.get("x-provenance") if isinstance(value, dict) else None
        if marks is not None:
            return tuple(str(mark) for mark in (marks if isinstance(marks, list) else [marks])), place
    return (), None


def _python_names(normal: NormalDocument, root: JsonObject, *, pointer: JsonPointer) -> Iterator[str]:
    for operation in normal.operations:
        if operation.pointer == pointer:
            yield f"client.{operation.method_name}()"
        yield from _argument_names(operation, root, pointer=pointer)
    for name, origin in normal.origins.items():
        if origin == pointer:
            yield f"models.{name}"
        inside = pointer.tokens[len(origin.tokens) :] if pointer.is_within(origin) else ()
        if len(inside) == 2 and inside[0] == "properties" and inside[1] in normal.fields.get(name, {}):
            yield f"models.{name}.{normal.fields[name][inside[1]]}"


def _argument_names(operation: NormalOperation, root: JsonObject, *, pointer: JsonPointer) -> Iterator[str]:
    value = find(root, pointer)
    for parameter in operation.parameters:
        inside = pointer.is_within(operation.pointer) or pointer.tokens[:2] == ("components", "parameters")
        if (
            inside
            and isinstance(value, dict)
            and (value.get("in"), value.get("name")) == (parameter.location, parameter.wire)
        ):
            yield f"client.{operation.method_name}({parameter.python}=…)"
    body = operation.body
    if body is None or body.members is None or len(pointer.tokens) < 2 or pointer.tokens[-2] != "properties":
        return
    schema = body.schema.get("$ref", "").rsplit("/", 1)[-1]
    if pointer.tokens[:-2] == ("components", "schemas", schema) or pointer.tokens[:-2] == (
        *operation.pointer.tokens,
        "requestBody",
    ):
        yield from (
            f"client.{operation.method_name}({python}=…)"
            for python, wire in body.members.items()
            if wire == pointer.tokens[-1]
        )
