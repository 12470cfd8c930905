"""Walking a document: every part once, by kind, with its pointer."""

from __future__ import annotations

import pytest

from specfold.pointer import JsonPointer
from specfold.schema.client_method import client_method
from specfold.schema.names import is_component_name
from specfold.schema.reachable import component_names, reachable_components
from specfold.schema.walk import iter_nodes, iter_operations, iter_schemas

DOCUMENT = {
    "openapi": "3.1.0",
    "paths": {
        "/a": {
            "parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}}],
            "post": {
                "x-client-method": "a.create",
                "requestBody": {
                    "content": {"application/json": {"schema": {"properties": {"properties": {"items": {}}}}}}
                },
                "responses": {
                    "200": {
                        "headers": {"x": {"schema": {}}},
                        "content": {
                            "text/event-stream": {"x-stream": {"itemSchema": {"$ref": "#/components/schemas/S"}}}
                        },
                    }
                },
                "callbacks": {"done": {"{$url}": {"post": {"responses": {}}}, "x-note": {"post": {}}}},
            },
            "x-other": {"schema": {}},
        }
    },
    "components": {"schemas": {"S": {"allOf": [{"not": True}, {"not": {"example": {"schema": {}}}}]}}},
}


def test_schemas_are_found_where_schemas_are() -> None:
    """Only schema positions are schemas: no examples, no extensions, no members that are called like keywords."""
    found = [str(pointer) for pointer, _ in iter_schemas(DOCUMENT)]

    assert found == [
        "/paths/~1a/parameters/0/schema",
        "/paths/~1a/post/requestBody/content/application~1json/schema",
        "/paths/~1a/post/requestBody/content/application~1json/schema/properties/properties",
        "/paths/~1a/post/requestBody/content/application~1json/schema/properties/properties/items",
        "/paths/~1a/post/responses/200/headers/x/schema",
        "/paths/~1a/post/responses/200/content/text~1event-stream/x-stream/itemSchema",
        "/components/schemas/S",
        "/components/schemas/S/allOf/0",
        "/components/schemas/S/allOf/1",
        "/components/schemas/S/allOf/1/not",
    ]


def test_callbacks_hold_path_items() -> None:
    """The operations of callbacks are parts of the document; extensions beside them are not."""
    found = [str(node.pointer) for node in iter_nodes(DOCUMENT) if node.kind == "operation"]

    assert found == ["/paths/~1a/post", "/paths/~1a/post/callbacks/done/{$url}/post"]


def test_operations_know_their_names() -> None:
    """An operation has path, method, pointer and its place in the client."""
    operation = next(iter_operations(DOCUMENT))

    assert (operation.title, operation.client_method) == ("POST /a", "a.create")
    assert operation.pointer == JsonPointer(("paths", "/a", "post"))
    assert operation.path_item is DOCUMENT["paths"]["/a"]  # type: ignore[index]  # a literal of mixed values


@pytest.mark.parametrize("value", [{}, {"paths": 1}, {"paths": {"/a": 1}}, {"paths": {"/a": {"get": 1}}}])
def test_a_document_without_operations_has_none(value: dict[str, object]) -> None:
    """Whatever stands where operations should be, nothing is invented."""
    assert list(iter_operations(value)) == []


@pytest.mark.parametrize(
    ("operation", "method", "path", "place"),
    [
        ({"x-client-method": "chat.completions.create"}, "post", "/x", "chat.completions.create"),
        ({"tags": ["Chat"], "operationId": "createChatCompletion"}, "post", "/x", "chat.create_completion"),
        ({"tags": ["pets"], "operationId": "listPets"}, "get", "/pets", "pets.list"),
        ({"tags": ["pets"], "operationId": "pets"}, "get", "/pets", "pets.get"),
        ({"tags": ["pets"], "operationId": "pets"}, "", "/pets", "pets.call"),
        ({"operationId": "getUserByHTTPName"}, "get", "/users/{id}", "users.get_by_http_name"),
        ({"operationId": "importThings_v2"}, "post", "/v2/{id}", "v2.import_things"),
        ({}, "post", "/orders/{id}", "orders.create"),
        ({}, "delete", "/{id}", "api.delete"),
        ({"operationId": "class"}, "get", "/2.0/x", "n2_0.class_"),
    ],
)
def test_the_place_in_the_client_is_derived(operation: dict[str, object], method: str, path: str, place: str) -> None:
    """Without `x-client-method`, tag and operationId make the place."""
    assert client_method(operation, method=method, path=path) == place


@pytest.mark.parametrize(
    ("name", "safe"),
    [("A.b-C_1", True), ("", False), ("../x", False), ("a b", False), ("..", False), ("é", False), ("a\n", False)],
)
def test_component_names_are_safe_or_not(name: str, safe: bool) -> None:
    """Only names that OpenAPI allows and a file may have are safe."""
    assert is_component_name(name) is safe


def test_reachable_components_are_those_an_operation_needs() -> None:
    """Components are reached through references, mappings and security requirements, circles included."""
    value = {
        "security": [{"key": []}],
        "paths": {
            "/a": {"get": {"security": [{"other": []}], "responses": {"200": {"$ref": "#/components/responses/R"}}}}
        },
        "components": {
            "responses": {"R": {"content": {"x/y": {"schema": {"$ref": "#/components/schemas/A/properties/b"}}}}},
            "schemas": {
                "A": {"properties": {"b": {"$ref": "#/components/schemas/B"}}},
                "B": {
                    "items": {"$ref": "#/components/schemas/A"},
                    "discriminator": {"mapping": {"c": "#/components/schemas/C"}},
                },
                "C": {"$ref": "#/components/schemas/Missing"},
                "D": {},
            },
            "securitySchemes": {"key": {}, "other": {}, "third": {}},
            "x-more": {"E": {}},
        },
    }

    unreached = set(component_names(value)) - reachable_components(value)

    assert unreached == {("schemas", "D"), ("securitySchemes", "third")}
