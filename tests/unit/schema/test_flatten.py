"""Schemas made flat: references followed, `allOf` merged, `null` taken out of unions, places kept."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.document import JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema, flatten_all_of, flatten_places

HERE = JsonPointer(("here",))


def flatten(schema: Any, **others: Any) -> FlatSchema:
    """Flatten a schema of a small document."""
    return flatten_places({"here": schema, **others}, (HERE,))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"type": ["string", "integer"]}, {"type": "number"}, {"type": ["integer"]}),
        ({"minimum": 1, "maxLength": 3}, {"minimum": 2, "maxLength": 2}, {"minimum": 2, "maxLength": 2}),
        ({"enum": ["a", "b"]}, {"enum": ["b", "c"]}, {"enum": ["b"]}),
        ({"required": ["a"]}, {"required": ["a", "b"]}, {"required": ["a", "b"]}),
        ({"pattern": "a"}, {"pattern": "b"}, {"pattern": "(?=[\\s\\S]*(?:a))(?=[\\s\\S]*(?:b))"}),
        ({"uniqueItems": False}, {"uniqueItems": True}, {"uniqueItems": True}),
        ({"title": "a"}, {"title": "b"}, {"title": "a"}),
        ({"items": {"minimum": 1}}, {"items": {"maximum": 2}}, {"items": {"allOf": [{"minimum": 1}, {"maximum": 2}]}}),
        (
            {"additionalProperties": False},
            {"additionalProperties": {"type": "string"}},
            {"additionalProperties": False},
        ),
        ({"not": {"const": 1}}, {"not": {"const": 2}}, {"not": {"$all": [{"const": 1}, {"const": 2}]}}),
        (
            {"properties": {"a": {"type": "string"}, "b": {}}},
            {"properties": {"a": {"maxLength": 1}, "b": {}}},
            {"properties": {"a": {"allOf": [{"type": "string"}, {"maxLength": 1}]}, "b": {}}},
        ),
    ],
)
def test_two_schemas_hold_at_once(left: JsonObject, right: JsonObject, expected: JsonObject) -> None:
    """Each keyword of two schemas under `allOf` is merged by its meaning."""
    schema = {"allOf": [left, right]}

    merged = flatten_all_of(schema, {})

    assert merged == expected


def test_references_inside_all_of_are_followed() -> None:
    """A reference under `allOf` is merged, a reference that leads back is not followed again."""
    root = {"a": {"allOf": [{"$ref": "#/b"}, {"$ref": "#/nowhere"}]}, "b": {"allOf": [{"$ref": "#/b"}], "minimum": 1}}

    merged = flatten_all_of(root["a"], root)

    assert merged == {"minimum": 1, "$ref": "#/nowhere"}


@pytest.mark.parametrize("schema", [True, {"type": "string"}, {"$ref": "#/a"}])
def test_a_schema_without_all_of_stays(schema: Any) -> None:
    """What has no `allOf` is returned as it is."""
    merged = flatten_all_of(schema, {})

    assert merged is schema


def test_a_false_branch_leaves_nothing() -> None:
    """`false` under `allOf` refuses everything."""
    merged = flatten_all_of({"allOf": [False, True]}, {})

    assert merged == {"not": {}}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, False),
        ({"type": ["string", "null"]}, True),
        ({"type": ["string", "null"], "enum": ["a"]}, False),
        ({"enum": ["a", None]}, True),
        ({"const": None}, True),
        ({"const": "a"}, False),
        ({"anyOf": [{"type": "string"}, {"type": "null", "description": "d"}]}, True),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}, {"$ref": "#/none"}]}, True),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, False),
        ({"oneOf": [{"type": "string"}, {"enum": [None]}]}, True),
        ({"allOf": [{"type": ["string", "null"]}, {"type": "string"}]}, False),
        (False, False),
        ({}, True),
    ],
)
def test_null_is_valid_or_not(schema: Any, expected: bool) -> None:
    """Whether `null` is valid is read off types, values, unions and what holds besides."""
    flat = flatten(schema, none={"type": "null"})

    assert flat.nullable is expected


def test_places_are_kept() -> None:
    """Members, elements and keywords remember where they are written."""
    flat = flatten(
        {"allOf": [{"$ref": "#/a"}, {"properties": {"x": {}}}]}, a={"type": "object", "properties": {"x": {}}}
    )

    places = [str(place) for place in flat.properties["x"]]

    assert places == ["/a/properties/x", "/here/allOf/1/properties/x"]
    assert str(flat.place_of("type")) == "/a/type"
    assert str(flat.place_of("format")) == "/here"


def test_a_schema_that_holds_itself_ends() -> None:
    """A reference in a circle is followed once."""
    flat = flatten({"allOf": [{"$ref": "#/here"}], "anyOf": [{"$ref": "#/here"}, {"type": "string"}], "minimum": 1})

    assert flat.keywords["minimum"] == 1


def test_types_that_exclude_each_other_leave_nothing() -> None:
    """Nothing is valid when no type is left."""
    flat = flatten({"allOf": [{"type": "string"}, {"type": "integer"}]})

    assert flat.never


def test_values_that_exclude_each_other_leave_nothing() -> None:
    """Nothing is valid when the constant is not among the values."""
    flat = flatten({"enum": ["a"], "const": "b"})

    assert flat.never


@pytest.mark.parametrize(
    ("schema", "nullable"),
    [
        ({"oneOf": [{"type": "null"}, {"type": ["string", "null"]}]}, False),
        ({"oneOf": [{"enum": [None]}, {"$ref": "#/other"}]}, False),
        ({"anyOf": [{"type": "null"}, {"type": ["string", "null"]}]}, True),
        ({"oneOf": [{"type": "null"}, {"type": "string"}]}, True),
        ({"oneOf": [{"type": ["integer", "null"]}, {"type": ["string", "null"]}]}, False),
        ({"oneOf": [{"type": ["integer", "null"]}, {"type": "string"}, True]}, False),
        ({"oneOf": [{"const": None}, True]}, True),
    ],
)
def test_null_is_refused_where_two_excluding_alternatives_accept_it(schema: Any, nullable: bool) -> None:
    """Of `oneOf`, exactly one alternative accepts `null` where it is valid; one that accepts anything is not counted."""
    flat = flatten(schema, other={"type": ["string", "null"], "enum": ["a", None]})

    assert flat.nullable is nullable
