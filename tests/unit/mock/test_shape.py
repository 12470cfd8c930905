"""What schemas look like."""

from __future__ import annotations

import pytest

from specfold.mock.shape import Shapes, UnusableSchemaError, declared_types

ROOT = {
    "$defs": {
        "Base": {"type": "object", "required": ["a"], "properties": {"a": {"type": "number"}}},
        "Loop": {"$ref": "#/$defs/Loop"},
        "Either": {"anyOf": [{"type": "null"}, {"type": "array", "items": {"$ref": "#/$defs/Base"}}]},
    }
}
SHAPES = Shapes(ROOT)


def test_all_of_becomes_one_object() -> None:
    """References and `allOf` are merged, keyword by keyword."""
    schema = {
        "allOf": [
            {"$ref": "#/$defs/Base"},
            {"required": ["a", "b"], "properties": {"a": {"minimum": 1}, "b": True}, "minProperties": 1},
            {"minProperties": 2, "maxProperties": 9, "type": ["object", "null"], "additionalProperties": False},
        ],
        "maxProperties": 5,
        "additionalProperties": {"type": "string"},
    }

    flat = SHAPES.flatten(schema)

    assert flat["required"] == ["a", "b"]
    assert flat["properties"]["a"] == {"allOf": [{"type": "number"}, {"minimum": 1}]}
    assert (flat["minProperties"], flat["maxProperties"], flat["type"]) == (2, 5, ["object"])
    assert flat["additionalProperties"] is False


def test_enumerations_and_numbers_are_intersected() -> None:
    """Enumerations keep what both have; a number that must be whole is an integer."""
    flat = SHAPES.flatten({"allOf": [{"enum": [1, 2], "type": "number"}, {"enum": [2, 3], "type": "integer"}]})

    assert (flat["enum"], flat["type"]) == ([2], ["integer"])


@pytest.mark.parametrize("schema", [{"$ref": "#/$defs/Loop"}, {"$ref": "#/nowhere"}, {"$ref": "other.yaml"}])
def test_references_without_a_schema_are_refused(schema: dict[str, str]) -> None:
    """References that reach no schema are an error."""
    with pytest.raises(UnusableSchemaError):
        SHAPES.flatten(schema)


def test_boolean_schemas_are_objects() -> None:
    """`true` allows all, `false` nothing."""
    assert SHAPES.flatten(True) == {}
    assert SHAPES.flatten(False) == {"not": {}}


def test_paths_lead_through_unions_and_arrays() -> None:
    """A path of names finds a schema behind references, unions and arrays."""
    schema = {"properties": {"list": {"$ref": "#/$defs/Either"}}}

    assert SHAPES.follow(schema, "list", "[]", "a") == {"type": "number"}
    assert SHAPES.follow(schema, "none", "[]") is None
    assert SHAPES.follow(schema, "list", "[]", "a", "[]") is None


def test_types_are_guessed_from_keywords() -> None:
    """Without `type`, other keywords tell the type."""
    assert declared_types({"pattern": "x"}) == ("string",)
    assert declared_types({"type": ["null", "string"]}) == ("null", "string")
    assert SHAPES.types({"anyOf": [{"type": "string"}, {"items": {}}]}) == {"string", "array"}
