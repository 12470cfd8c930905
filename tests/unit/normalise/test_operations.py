"""Operations become facts: arguments, body, answer, stream, credentials."""

from __future__ import annotations

from typing import Any

from specfold.normal import NormalDocument
from specfold.normalise import normalise_document


def normalise(operation: dict[str, Any], **rest: Any) -> NormalDocument:
    """Return the normal form of a document with one operation, `POST /things/{id}`."""
    root = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/things/{id}": {"post": operation}},
        **rest,
    }
    return normalise_document(root, credential_headers=frozenset({"token"}))


def parameter(name: str, place: str = "query", **rest: Any) -> dict[str, Any]:
    """Return a parameter object."""
    return {"name": name, "in": place, "schema": {"type": "string"}, **rest}


def test_keywords_of_body_and_parameters_never_meet() -> None:
    """A query parameter named like a body member is told apart by its place, call options by an underscore."""
    body = {"content": {"application/json": {"schema": {"type": "object", "properties": {"limit": {}, "timeout": {}}}}}}

    (operation,) = normalise(
        {"parameters": [parameter("limit"), parameter("id", "path")], "requestBody": body}
    ).operations

    assert operation.body is not None
    assert operation.body.members == {"limit": "limit", "timeout_": "timeout"}
    assert {item.wire: item.python for item in operation.parameters} == {"limit": "limit_query", "id": "id"}


def test_credential_headers_are_not_offered_as_arguments() -> None:
    """A header the client sends by itself is noted on the operation instead."""
    (operation,) = normalise({"parameters": [parameter("Token", "header"), parameter("X-Other", "header")]}).operations

    assert [item.python for item in operation.parameters] == ["x_other"]
    assert operation.credential_headers == ("token",)


def test_what_cannot_be_sent_is_recorded_by_name_and_place() -> None:
    """A cookie parameter and a second media type appear among the rewrites."""
    content: dict[str, Any] = {"application/json": {"schema": {}}, "text/csv": {"schema": {}}}

    document = normalise({"parameters": [parameter("session", "cookie")], "requestBody": {"content": content}})

    recorded = {(item.kind, item.detail) for item in document.rewrites}
    assert {("parameter-skipped", "session in cookie"), ("media-type-skipped", "text/csv")} <= recorded


def test_what_the_server_calls_is_recorded_as_left_out() -> None:
    """A client answers no webhook and no callback; both are named with their place."""
    document = normalise({"callbacks": {"onDone": {}}}, webhooks={"newPet": {}})

    assert [(str(item.pointer), item.kind) for item in document.rewrites] == [
        ("/paths/~1things~1{id}/post/callbacks/onDone", "callback-skipped"),
        ("/webhooks/newPet", "webhook-skipped"),
    ]


def test_a_stream_beside_json_keeps_both_answers() -> None:
    """The JSON schema is the answer, the item schema that of a chunk."""
    content = {
        "application/json": {"schema": {"type": "object", "properties": {"a": {}}}},
        "text/event-stream": {"x-stream": {"itemSchema": {"type": "string"}, "terminator": None, "usage": "never"}},
    }

    (operation,) = normalise({"responses": {"200": {"description": "", "content": content}}}).operations

    assert operation.response == {"$ref": "#/components/schemas/ThingsCreateResponse"}
    assert operation.stream is not None
    assert (operation.stream.item, operation.stream.terminator, operation.stream.usage) == (
        {"type": "string"},
        None,
        "never",
    )


def test_the_first_success_with_a_body_is_the_answer() -> None:
    """A 201 with content wins over a 200 without; binary and text answers are told apart."""

    def answer(media: str) -> dict[str, Any]:
        return {"responses": {"200": {"description": ""}, "201": {"description": "", "content": {media: {}}}}}

    kinds = [
        normalise(answer(media)).operations[0].response_kind
        for media in ("application/json", "audio/mpeg", "text/plain", "a/b+json")
    ]

    assert kinds == ["json", "binary", "text", "json"]


def test_security_of_the_operation_wins_over_the_document() -> None:
    """An empty list means no credential; silence everywhere means unknown."""
    schemes = [
        normalise({"security": []}, security=[{"a": []}]).operations[0].security,
        normalise({}, security=[{"a": []}, {"b": []}]).operations[0].security,
        normalise({}).operations[0].security,
    ]

    assert schemes == [(), ("a", "b"), None]


def test_files_of_a_multipart_body_are_known() -> None:
    """A binary member and a list of binaries are files, text is not."""
    binary = {"type": "string", "format": "binary"}
    schema = {
        "type": "object",
        "properties": {"file": binary, "more": {"type": "array", "items": binary}, "purpose": {"type": "string"}},
    }

    (operation,) = normalise({"requestBody": {"content": {"multipart/form-data": {"schema": schema}}}}).operations

    assert operation.body is not None
    assert operation.body.files == {"file", "more"}


def test_operations_behind_a_reference_are_operations() -> None:
    """A path that refers to a path item has its operations and its parameters."""
    item = {"parameters": [parameter("id", "path")], "get": {"responses": {}}}

    document = normalise_document(
        {
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "paths": {"/things/{id}": {"$ref": "#/components/pathItems/Thing"}},
            "components": {"pathItems": {"Thing": item}},
        }
    )

    assert [(one.path, [item.wire for item in one.parameters]) for one in document.operations] == [
        ("/things/{id}", ["id"])
    ]
