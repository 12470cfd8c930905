"""OpenAPI 3.0 becomes 3.1 with the same meaning."""

from __future__ import annotations

import copy

import pytest

from specfold.schema.upgrade import upgrade_to_31


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        ({"type": "string", "enum": ["a"], "nullable": True}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"type": "string", "enum": ["a", None], "nullable": True}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"nullable": True}, {}),
        ({"nullable": True, "allOf": [{"$ref": "#/a"}]}, {"anyOf": [{"$ref": "#/a"}, {"type": "null"}]}),
        (
            {"nullable": True, "allOf": [{}, {}], "description": "d"},
            {"anyOf": [{"allOf": [{}, {}]}, {"type": "null"}], "description": "d"},
        ),
        ({"nullable": True, "oneOf": [{}]}, {"oneOf": [{}, {"type": "null"}]}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"exclusiveMaximum": True}, {}),
        ({"example": 1}, {"examples": [1]}),
        ({"example": 1, "examples": [2]}, {"example": 1, "examples": [2]}),
        (
            {"$ref": "#/a", "nullable": True, "x-a": 1, "description": "d"},
            {"$ref": "#/a", "x-a": 1, "description": "d"},
        ),
        ({"items": {"type": "string", "nullable": True}}, {"items": {"type": ["string", "null"]}}),
    ],
)
def test_schemas_are_raised(old: dict[str, object], new: dict[str, object]) -> None:
    """A schema keeps its meaning in the newer version."""
    document = {"openapi": "3.0.3", "components": {"schemas": {"A": old}}}
    before = copy.deepcopy(document)

    upgraded = upgrade_to_31(document)

    assert upgraded == {"openapi": "3.1.0", "components": {"schemas": {"A": new}}}
    assert document == before


def test_a_newer_document_stays() -> None:
    """A 3.1 document is returned as it is."""
    document = {"openapi": "3.1.0", "components": {"schemas": {"A": {"nullable": True}}}}

    assert upgrade_to_31(document) is document
