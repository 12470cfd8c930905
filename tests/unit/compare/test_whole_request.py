"""A value that shows a change, put into a whole request: the old document accepts it, and it carries the value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from specfold.compare.diff import diff_documents
from specfold.compare.whole_request import WholeRequest, complete_witnesses
from specfold.document import Document, JsonObject
from tests.unit.compare.builders import document, request_of, response_of


def complete(old: Document, new: Document) -> dict[str, WholeRequest]:
    """Return the whole requests for the changes between two documents, by rule."""
    diff = diff_documents(old, new)
    requests = complete_witnesses(old, diff)
    return {change.id: requests[change.fingerprint] for change in diff.changes if change.fingerprint in requests}


def body_for(old: Any, new: Any) -> Sequence[Any]:
    """Return the bodies of the requests that show how two schemas differ."""
    return [request.body for request in complete(request_of(old), request_of(new)).values() if request.has_body]


def an_object(required: Sequence[str] = (), **properties: Any) -> JsonObject:
    """Return the schema of an object."""
    return {"type": "object", "properties": properties, "required": list(required)}


TEXT = {"type": "string"}


@pytest.mark.parametrize(
    ("old", "new", "body"),
    [
        pytest.param({"type": "integer"}, {"type": "integer", "maximum": 2}, 3, id="the body itself"),
        pytest.param(
            an_object(["m"], m=TEXT, n={"type": "integer"}),
            an_object(["m"], m=TEXT, n={"type": "integer", "maximum": 2}),
            {"m": "a", "n": 3},
            id="a member, beside what must be there",
        ),
        pytest.param(
            an_object(l={"type": "array", "items": {"type": "integer"}}),
            an_object(l={"type": "array", "items": {"type": "integer", "maximum": 2}}),
            {"l": [3]},
            id="an element",
        ),
        pytest.param(
            an_object(m=TEXT),
            an_object(["m"], m=TEXT),
            {},
            id="an object that lacks a member",
        ),
        pytest.param(
            an_object(
                ["t"],
                t=TEXT,
                u={"oneOf": [an_object(["k"], k={"const": "a"}, n={"type": "integer"}), {"type": "null"}, TEXT]},
            ),
            an_object(
                ["t"],
                t=TEXT,
                u={
                    "oneOf": [
                        an_object(["k"], k={"const": "a"}, n={"type": "integer", "maximum": 2}),
                        {"type": "null"},
                        TEXT,
                    ]
                },
            ),
            {"t": "a", "u": {"k": "a", "n": 3}},
            id="a member of an alternative",
        ),
        pytest.param(
            an_object(u={"oneOf": [{"type": "array", "items": {"type": "integer"}}, TEXT]}),
            an_object(u={"oneOf": [{"type": "array", "items": {"type": "integer", "maximum": 2}}, TEXT]}),
            {"u": [3]},
            id="an element of an alternative",
        ),
    ],
)
def test_a_value_stands_in_a_whole_body(old: Any, new: Any, body: Any) -> None:
    """The body is the smallest that the old document accepts with the value in its place."""
    assert body in body_for(old, new)


def test_a_parameter_carries_its_value() -> None:
    """A value of a parameter stands in the query, the path or a header, beside what must be sent."""

    def document_with(limit: JsonObject) -> Document:
        parameters = [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "enum": ["a/b"]}},
            {"name": "x-tag", "in": "header", "required": True, "schema": {"type": "integer"}},
            {"name": "free", "in": "query", "schema": TEXT},
            {"name": "crumb", "in": "cookie", "required": True, "schema": TEXT},
            {"name": "limit", "in": "query", "schema": limit},
        ]
        return document(paths={"/things/{id}": {"get": {"parameters": parameters, "responses": {}}}})

    found = complete(document_with({"type": "integer"}), document_with({"type": "integer", "maximum": 2}))

    assert list(found.values()) == [
        WholeRequest(method="GET", path="/things/a%2Fb", query=(("limit", "3"),), headers=(("x-tag", "0"),))
    ]


def test_an_operation_that_went_gets_its_smallest_request() -> None:
    """A request to an operation that is no longer there has the body the old document asks for."""
    body = {"required": True, "content": {"application/json": {"schema": an_object(["m"], m=TEXT)}}}
    old = document({"requestBody": body, "responses": {}})

    found = complete(old, document(paths={}))

    assert list(found.values()) == [WholeRequest(method="POST", path="/things", body={"m": "a"}, has_body=True)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({"required": True, "content": {"text/plain": {"schema": TEXT}}}, id="a body that is not JSON"),
        pytest.param(
            {"required": True, "content": {"application/json": {"schema": {"not": {}, "enum": [1]}}}},
            id="a body nothing fits",
        ),
    ],
)
def test_what_cannot_be_made_up_is_left_out(body: JsonObject) -> None:
    """Where no whole request can be made, there is none."""
    old = document({"requestBody": body, "responses": {}})

    assert complete(old, document(paths={})) in (
        {},
        {"operation-removed": WholeRequest(method="POST", path="/things", body=1, has_body=True)},
    )
