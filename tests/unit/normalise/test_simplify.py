"""Schemas are reduced to what decides a Python type."""

from __future__ import annotations

import pytest

from specfold.document import Json, JsonObject
from specfold.normalise.simplify import simplify_schema, simplify_schemas


@pytest.mark.parametrize(
    ("schema", "reduced"),
    [
        ({"type": "integer", "minimum": 1, "default": 3}, {"type": "integer"}),
        ({"type": "string", "format": "date-time"}, {"type": "string"}),
        ({"type": "string", "format": "binary"}, {"type": "string", "format": "binary"}),
        ({"type": ["string", "null"]}, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        (
            {"type": ["string", "null"], "enum": ["a", None]},
            {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "null"}]},
        ),
        ({"const": "x"}, {"type": "string", "enum": ["x"]}),
        ({"const": {"a": 1}}, {}),
        (
            {"enum": [1, "a", True]},
            {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "integer", "enum": [1]}, {"type": "boolean"}]},
        ),
        ({"enum": [0.5]}, {"type": "number"}),
        ({"type": "object"}, {"type": "object", "additionalProperties": {}}),
        (
            {"type": "object", "additionalProperties": {"type": "integer"}},
            {"type": "object", "additionalProperties": {"type": "integer"}},
        ),
        ({"type": "object", "additionalProperties": False}, {"type": "object", "additionalProperties": {}}),
        ({"type": "array", "prefixItems": [{"type": "string"}]}, {"type": "array", "items": {}}),
        ({"anyOf": [{"type": "string"}, {}]}, {}),
        (
            {"oneOf": [{"type": "string"}, {"anyOf": [{"type": "string"}, {"type": "integer"}]}]},
            {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        ),
        ({"not": {}}, {}),
        (True, {}),
        ({"properties": {"a": {"type": "string"}}}, {"type": "object", "properties": {"a": {"type": "string"}}}),
        ({"items": {"type": "string"}}, {"type": "array", "items": {"type": "string"}}),
    ],
)
def test_what_decides_a_type_stays_and_the_rest_goes(schema: Json, reduced: JsonObject) -> None:
    """Each kind of schema has one reduced form."""
    found = simplify_schema(schema)

    assert found == reduced


def test_aliases_that_name_each_other_are_cut_where_the_circle_closes() -> None:
    """A type that is a list of itself becomes a list of anything."""
    tree = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}]}

    reduced = simplify_schemas({"Tree": tree})

    assert reduced["Tree"] == {"anyOf": [{"type": "string"}, {"type": "array", "items": {}}]}


def test_classes_may_name_themselves() -> None:
    """A class that holds itself is no circle of aliases."""
    node = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}}

    reduced = simplify_schemas({"Node": node})

    assert reduced["Node"]["properties"]["next"] == {"$ref": "#/components/schemas/Node"}


def test_an_object_with_members_is_an_object_whatever_stands_beside_them() -> None:
    """Alternatives beside members say which must be there together, not what they are."""
    members = {"a": {"type": "string"}, "b": {"type": "integer"}}

    reduced = simplify_schema(
        {"type": "object", "properties": members, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    )

    assert reduced == {"type": "object", "properties": members}
