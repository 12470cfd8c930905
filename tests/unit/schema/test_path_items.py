"""Path items that are references: where their operations are, and a document that holds them itself."""

from __future__ import annotations

from specfold.document import JsonObject
from specfold.schema.path_items import inline_path_items
from specfold.schema.walk import iter_operations

GET: JsonObject = {"operationId": "get"}
ITEMS: JsonObject = {
    "P": {"$ref": "#/components/pathItems/Q", "get": GET},
    "Q": {"get": {}, "post": {}, "parameters": []},
    "Loop": {"$ref": "#/components/pathItems/Loop", "put": {}},
}


def document(item: JsonObject) -> JsonObject:
    """Return a document with one path."""
    return {"paths": {"/a": item}, "components": {"pathItems": ITEMS}}


def test_operations_are_found_behind_references() -> None:
    """An operation of a path item that is referred to is found where it is written, with the path that refers to it."""
    found = [(one.title, str(one.pointer)) for one in iter_operations(document({"$ref": "#/components/pathItems/P"}))]

    assert found == [("GET /a", "/components/pathItems/P/get"), ("POST /a", "/components/pathItems/Q/post")]


def test_references_that_lead_nowhere_hold_nothing() -> None:
    """A circle ends, and a reference to nothing or out of the document gives no operation."""
    assert [one.title for one in iter_operations(document({"$ref": "#/components/pathItems/Loop"}))] == ["PUT /a"]
    assert list(iter_operations(document({"$ref": "#/components/pathItems/Gone"}))) == []
    assert list(iter_operations(document({"$ref": "https://example.com"}))) == []


def test_a_path_holds_what_it_refers_to() -> None:
    """What a path refers to becomes its own, nearest first, and it is known where each part is written."""
    found, moved = inline_path_items(document({"$ref": "#/components/pathItems/P", "summary": "s"}))

    assert found["paths"]["/a"] == {"summary": "s", "get": GET, "post": {}, "parameters": []}
    assert moved["paths", "/a", "get"] == ("components", "pathItems", "P", "get")
    assert moved["paths", "/a", "post"] == ("components", "pathItems", "Q", "post")
    assert moved["paths", "/a", "summary"] == ("paths", "/a", "summary")


def test_what_leads_out_of_the_document_stays() -> None:
    """A reference nobody can follow is kept; a document without references is not copied."""
    remote, plain = document({"$ref": "https://example.com"}), document({"get": {}})

    assert inline_path_items(remote)[0] == remote
    assert inline_path_items(plain)[0] is plain
