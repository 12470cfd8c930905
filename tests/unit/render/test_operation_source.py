"""Operations as data: pages keep the names that models have, and a class is typed where a schema is taken."""

from __future__ import annotations

from typing import Any

from specfold.normal import NormalDocument
from specfold.normalise import normalise_document
from specfold.render.models import parse_models
from specfold.render.operation_source import OperationSource, item_type
from specfold.render.python_types import ANY, ModelRef
from specfold.render.structured import widen_structured
from tests.unit.render.test_client import PLAN

SCHEMAS = {
    "Page": {
        "type": "object",
        "properties": {"the data": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}},
    },
    "Thing": {"type": "object", "properties": {"self": {"type": "string"}}},
}


def listing(schema: dict[str, Any], items: str) -> NormalDocument:
    """Return a document that lists by pages."""
    pages = {"items": items, "cursor": {"parameter": "after", "from": "/self"}}
    operation = {
        "operationId": "list",
        "tags": ["things"],
        "x-pagination": pages,
        "parameters": [{"name": "after", "in": "query", "schema": {"type": "string"}}],
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}},
    }
    return normalise_document(
        {
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "paths": {"/things": {"get": operation}},
            "components": {"schemas": SCHEMAS},
        }
    )


def test_pages_are_followed_by_attribute() -> None:
    """Members that have another name in Python are named so, in pages and in items."""
    document = listing({"$ref": "#/components/schemas/Page"}, "/the data")
    parsed = parse_models(document)

    source = OperationSource(parsed, PLAN, document.fields).render(document.operations[0])

    assert "pagination=Pagination(items=('the_data', ), argument='after', cursor=('self_', ), limit=None)" in source
    assert item_type(document.operations[0], parsed) == ModelRef("Thing")


def test_pages_of_plain_json_are_followed_by_name() -> None:
    """What is no class keeps the names of the document, and its items may be anything."""
    document = listing({}, "/the data")
    parsed = parse_models(document)

    source = OperationSource(parsed, PLAN, document.fields).render(document.operations[0])

    assert "items=('the data', )" in source
    assert item_type(document.operations[0], parsed) == ANY


def test_a_class_is_typed_where_a_schema_is_taken() -> None:
    """Only the keyword argument of the operation that takes a JSON schema accepts a class."""
    shape = {"type": "object", "properties": {"type": {"type": "string", "enum": ["text", "json_schema"]}}}
    body = {"type": "object", "properties": {"format": shape, "other": {"type": "string"}}}
    operation = {
        "operationId": "ask",
        "tags": ["things"],
        "requestBody": {"content": {"application/json": {"schema": body}}},
    }
    document = normalise_document(
        {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/things": {"post": operation}}}
    )
    name = document.operations[0].method_name.title().replace(".", "").replace("_", "") + "Params"
    members = "    other: NotRequired[str]\n    format: NotRequired[Shape]\n"
    source = f"class Other(TypedDict):\n{members}\nclass {name}(TypedDict):\n    '''Say.'''\n{members}"

    widened = widen_structured(source, document)

    assert widened.count("format: NotRequired[Shape | type[object]]") == 1
    assert widened.index("type[object]") > widened.index(name)
