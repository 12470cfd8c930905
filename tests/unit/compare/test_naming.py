"""What nodes are called in messages."""

from __future__ import annotations

import pytest

from specfold.compare.naming import name_node, show
from specfold.pointer import JsonPointer

ROOT = {"paths": {"/a": {"get": {"parameters": [{"name": "q", "in": "query"}]}}}}


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/components/schemas/A", "A"),
        ("/components/schemas/A/properties/b/items/properties/c", "A.b[].c"),
        ("/components/schemas/A/anyOf/1/additionalProperties", "A(2).*"),
        ("/components/schemas/A/allOf/0/not", "A not"),
        ("/paths/~1a/get/parameters/0/schema/items", "query parameter q[]"),
        ("/paths/~1a/get/requestBody/content/a~1b/schema/properties/x", "request body.x"),
        ("/paths/~1a/get/responses/200/content/a~1b/x-stream/itemSchema/properties/x", "response 200.x"),
        ("/paths/~1a/get/responses/200/headers/X-A/schema", "header X-A"),
        ("/elsewhere", "schema elsewhere"),
    ],
)
def test_a_node_is_called_by_its_component_or_place(pointer: str, expected: str) -> None:
    """A schema is called by its component, parameter, body or header, and the way down."""
    name = name_node(ROOT, JsonPointer.parse(pointer))

    assert name == expected


def test_long_values_are_shortened() -> None:
    """A value that does not fit ends in an ellipsis."""
    text = show("x" * 100, limit=10)

    assert text == '"xxxxxxxx…'
