"""Which schemas requests and answers reach."""

from __future__ import annotations

from specfold.document import JsonObject
from specfold.normalise import normalise_document
from specfold.render.reach import answered_schemas, requested_schemas


def content(name: str, kind: str = "application/json") -> JsonObject:
    """Return the content of a body or an answer that is one component."""
    return {"content": {kind: {"schema": {"$ref": f"#/components/schemas/{name}"}}}}


def holder(name: str) -> JsonObject:
    """Return the schema of an object that holds itself and another component."""
    inside = {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}
    return {"type": "object", "properties": {"inside": inside, "again": {"$ref": "#/components/schemas/Asked"}}}


def test_schemas_are_followed_from_bodies_parameters_answers_and_streams() -> None:
    """References count at any depth and in circles; what only an example mentions does not."""
    text = {
        "type": "object",
        "properties": {"a": {"type": "string", "default": {"$ref": "#/components/schemas/Nobody"}}},
    }
    answers = {**content("Answered")["content"], **content("Chunk", "text/event-stream")["content"]}
    operation = {
        "operationId": "a",
        "parameters": [{"name": "p", "in": "query", "schema": {"$ref": "#/components/schemas/Parameter"}}],
        "requestBody": content("Asked"),
        "responses": {"200": {"description": "", "content": answers}},
    }
    schemas = dict.fromkeys(("Shared", "Parameter", "Chunk", "Nobody"), text)
    schemas |= {
        "Asked": holder("Shared"),
        "Answered": {"type": "object", "properties": {"s": {"$ref": "#/components/schemas/Shared"}}},
    }

    document = normalise_document(
        {
            "openapi": "3.1.0",
            "info": {"title": "P", "version": "1"},
            "paths": {"/a": {"post": operation}},
            "components": {"schemas": schemas},
        }
    )

    assert requested_schemas(document) == {"Asked", "Shared", "Parameter"}
    assert answered_schemas(document) == {"Answered", "Shared", "Chunk"}
