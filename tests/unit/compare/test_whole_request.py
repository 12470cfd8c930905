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


def lone_operation(**operation: Any) -> Document:
    """Return a document with one operation."""
    return document({"responses": {}, **operation})


@pytest.mark.parametrize(
    "operation",
    [
        pytest.param(
            {"requestBody": {"required": True, "content": {"text/plain": {"schema": TEXT}}}},
            id="a body that is not JSON",
        ),
        pytest.param(
            {"requestBody": {"required": True, "content": {"application/json": {"schema": False}}}},
            id="a body nothing fits",
        ),
        pytest.param(
            {"parameters": [{"name": "q", "in": "query", "required": True, "content": {"text/plain": {}}}]},
            id="a parameter without a schema",
        ),
    ],
)
def test_what_cannot_be_made_up_is_left_out(operation: JsonObject) -> None:
    """Where no whole request can be made, there is none."""
    assert complete(lone_operation(**operation), document(paths={})) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(lone_operation(), lone_operation(security=[{"key": []}]), id="credentials are the reader's"),
        pytest.param(response_of(TEXT), response_of({"type": "integer"}), id="an answer is not sent"),
        pytest.param(lone_operation(), lone_operation(), id="no change"),
    ],
)
def test_what_is_not_sent_has_no_request(old: Document, new: Document) -> None:
    """A change that no request can show on its own has none."""
    assert complete(old, new) == {}


def test_a_body_beside_a_parameter_is_filled_in() -> None:
    """A parameter that may be sent is carried beside the body that must be sent; one that is not JSON has no request."""
    limit = {"type": "integer"}

    def document_with(schema: JsonObject, **body: JsonObject) -> Document:
        return lone_operation(parameters=[{"name": "limit", "in": "query", "schema": schema}], **body)

    body = {"requestBody": {"required": True, "content": {"application/json": {"schema": TEXT}}}}
    free = {"requestBody": {"content": {"application/json": {"schema": TEXT}}}}
    new = document_with(limit | {"maximum": 2})

    assert complete(document_with(limit, **body), new)["maximum-added"].body == "a"
    assert not complete(document_with(limit, **free), new)["maximum-added"].has_body


def test_an_element_of_a_parameter_has_no_request() -> None:
    """A value that is only a part of a parameter is not sent in its place."""
    old, new = (
        lone_operation(parameters=[{"name": "l", "in": "query", "schema": {"type": "array", "items": items}}])
        for items in ({"type": "integer"}, {"type": "integer", "maximum": 2})
    )

    assert complete(old, new) == {}


def test_a_body_that_is_not_json_has_no_request() -> None:
    """A value that stands in a body of another content type makes no request."""
    old, new = (
        lone_operation(requestBody={"content": {"multipart/form-data": {"schema": schema}}})
        for schema in ({"type": "integer"}, {"type": "integer", "maximum": 2})
    )

    assert complete(old, new) == {}


def test_a_value_refused_where_it_would_stand_is_not_sent() -> None:
    """A whole body that the old document refuses is no example."""
    number = {"type": "integer"}
    old = an_object(n=number) | {"maxProperties": 0}
    new = an_object(n=number | {"maximum": 2}) | {"maxProperties": 0}

    assert 3 not in [body.get("n") for body in body_for(old, new)]


def test_recursive_schemas_end() -> None:
    """A schema that contains itself is followed once."""
    node = an_object(next={"$ref": "#/components/schemas/Node"}, n={"type": "integer"})
    less = an_object(next={"$ref": "#/components/schemas/Node"}, n={"type": "integer", "maximum": 2})
    reference = {"$ref": "#/components/schemas/Node"}

    found = complete(request_of(reference, Node=node), request_of(reference, Node=less))

    assert found["maximum-added"].body == {"n": 3}
