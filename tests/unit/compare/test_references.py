"""References in a diff: by name, through path items, out of the document; operations of methods of OpenAPI 3.2."""

from __future__ import annotations

import pytest

from specfold.compare.diff import diff_documents
from specfold.document import Document, Json, JsonObject
from tests.unit.compare.builders import document, found, request_of

OPERATION: JsonObject = {"responses": {"200": {"description": "ok"}}}
REMOTE = {"$ref": "https://example.com/other.json"}


@pytest.mark.parametrize(
    "schema",
    [
        {"items": {"$ref": "#n"}, "$defs": {"n": {"$anchor": "n", "type": "TYPE"}}},
        {"items": {"$dynamicRef": "#n"}, "$defs": {"n": {"$dynamicAnchor": "n", "type": "TYPE"}}},
        {"$id": "https://x/s", "items": {"$ref": "#/$defs/n"}, "$defs": {"n": {"type": "TYPE"}}},
        {"items": {"$ref": "https://x/s"}, "$defs": {"n": {"$id": "https://x/s", "type": "TYPE"}}},
    ],
)
def test_references_by_name_are_followed(schema: Json) -> None:
    """A change behind an anchor or an `$id` is found, although the text of the reference is the same."""
    old, new = (request_of(_with_type(schema, name)) for name in ("string", "integer"))

    assert found(diff_documents(old, new)) == {"breaking request type-changed"}


def _with_type(schema: Json, name: str) -> Json:
    if isinstance(schema, dict):
        return {key: _with_type(item, name) for key, item in schema.items()}
    return name if schema == "TYPE" else schema


@pytest.mark.parametrize(
    ("operation", "rule"),
    [
        ({"requestBody": {"content": {"application/json": {"schema": REMOTE}}}}, "request reference-unfollowed"),
        ({"requestBody": {"content": {"application/json": {"schema": {"not": REMOTE}}}}}, "request keyword-changed"),
        ({"parameters": [REMOTE]}, "request reference-unfollowed"),
        ({"requestBody": REMOTE}, "request reference-unfollowed"),
        ({"responses": {"200": REMOTE}}, "response reference-unfollowed"),
        ({"responses": {"200": {"headers": {"X-A": REMOTE}}}}, "response reference-unfollowed"),
        ({"responses": {"200": {"content": {"a/b": REMOTE}}}}, "response reference-unfollowed"),
    ],
)
def test_what_is_not_followed_is_undecided(operation: JsonObject, rule: str) -> None:
    """A reference into the network is never followed, so even equal texts are undecided."""
    one, other = document({"responses": {}, **operation}), document({"responses": {}, **operation})

    assert found(diff_documents(one, other)) == {f"unknown {rule}"}


def test_a_security_scheme_that_is_not_followed_is_undecided() -> None:
    """A scheme in the network is undecided, whatever it is."""
    one = document(
        components={"securitySchemes": {"s": REMOTE, "t": {"type": "mutualTLS"}}}, security=[{"s": [], "t": []}]
    )

    assert found(diff_documents(one, one)) == {"unknown request reference-unfollowed"}


def test_a_path_that_is_not_followed_is_undecided() -> None:
    """A path item in the network is undecided, also where one document alone has it."""
    one, none = document(paths={"/a": REMOTE}), document(paths={})

    assert found(diff_documents(one, one)) == {"unknown request reference-unfollowed"}
    assert found(diff_documents(one, none)) == {"unknown request reference-unfollowed"}


def test_a_reference_beside_keywords_is_followed_in_parts_not_reasoned_about() -> None:
    """What a reference leads to counts where keywords stand beside it in a schema that is compared as a whole."""
    schema = {"not": {"$ref": "#/components/schemas/A", "maxLength": 3}}

    diff = diff_documents(request_of(schema, A={"type": "string"}), request_of(schema, A={"type": "array"}))

    assert {change.id for change in diff.changes} == {"keyword-changed"}


def shared(item: JsonObject) -> Document:
    """Return a document with two paths that refer to one path item."""
    reference = {"$ref": "#/components/pathItems/P"}
    return document(paths={"/a/{x}": reference, "/b/{x}": reference}, components={"pathItems": {"P": item}})


def test_operations_of_a_shared_path_item_are_compared() -> None:
    """An operation behind a reference is compared once, with the place where it is written and every path it reaches."""
    old, new = (
        shared({"get": {**OPERATION, "parameters": [{"name": "x", "in": "path", "schema": {"type": name}}]}})
        for name in ("string", "integer")
    )

    (change,) = diff_documents(old, new).changes

    assert (change.id, change.reached) == ("type-changed", ("GET /a/{x}", "GET /b/{x}"))
    assert str(change.pointer_old) == "/components/pathItems/P/get/parameters/0/schema/type"


def test_an_operation_gone_from_a_shared_path_item_is_gone_from_each_path() -> None:
    """Both paths lose the operation."""
    diff = diff_documents(shared({"get": OPERATION}), shared({}))

    assert [change.operation for change in diff.changes] == ["GET /a/{x}", "GET /b/{x}"]
    assert found(diff) == {"breaking request operation-removed"}


@pytest.mark.parametrize("item", [{"query": OPERATION}, {"additionalOperations": {"COPY": OPERATION}}])
def test_operations_of_other_methods_come_and_go(item: JsonObject) -> None:
    """Operations of methods of OpenAPI 3.2 are missed with their path, and undecided where they differ."""
    edited: JsonObject = {"responses": {"201": {"description": "ok"}}}
    changed = {"query": edited} if "query" in item else {"additionalOperations": {"COPY": edited}}
    full, none, other = document(paths={"/a": item}), document(paths={}), document(paths={"/a": changed})

    assert found(diff_documents(full, none)) == {"breaking request operation-removed"}
    assert found(diff_documents(none, full)) == {"info request operation-added"}
    assert found(diff_documents(full, other)) == {"unknown request operation-part-changed"}
    assert found(diff_documents(full, full)) == set()
