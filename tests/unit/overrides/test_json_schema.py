"""Classes as JSON schemas, and plain JSON as values of classes: what is described, what fits, what is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import types
import uuid
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, NotRequired, TypedDict

import attrs
import msgspec
import pydantic
import pytest

from overrides.conversion import ConversionError, convert
from overrides.json_schema import closed, is_closed, schema_of


class Colour(enum.Enum):
    """Be a colour."""

    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass
class Point:
    """Be a point."""

    x: int
    y: float = 0.0


@attrs.frozen
class Shape:
    """Be a shape."""

    name: Annotated[str, "what people call it"]
    points: list[Point]
    colour: Colour | None = None


class Row(TypedDict):
    """Be a row."""

    id: uuid.UUID
    on: NotRequired[dt.date]


@dataclasses.dataclass
class Node:
    """Be a node of a tree."""

    label: Literal["leaf", "branch"]
    children: list[Node]


class Pydantic(pydantic.BaseModel):
    """Be a model of pydantic."""

    x: int
    inner: Inner


class Inner(pydantic.BaseModel):
    """Be inside of it."""

    tags: list[str] = []


class Struct(msgspec.Struct):
    """Be a struct."""

    x: int
    y: str | None = None


def test_classes_are_described() -> None:
    """Members, nested classes, enumerations, descriptions and what is required are in the schema."""
    assert schema_of(Shape) == {
        "type": "object",
        "properties": {
            "name": {"type": "string", "description": "what people call it"},
            "points": {"type": "array", "items": {"$ref": "#/$defs/Point"}},
            "colour": {"anyOf": [{"type": "string", "enum": ["red", "blue"]}, {"type": "null"}]},
        },
        "required": ["name", "points"],
        "additionalProperties": False,
        "$defs": {
            "Point": {
                "type": "object",
                "properties": {"x": {"type": "integer"}, "y": {"type": "number"}},
                "required": ["x"],
                "additionalProperties": False,
            }
        },
    }


def test_a_class_that_holds_itself_is_a_definition() -> None:
    """A tree is described by a reference to itself."""
    schema = schema_of(Node)

    assert schema["$ref"] == "#/$defs/Node"
    assert schema["$defs"]["Node"]["properties"]["children"] == {"type": "array", "items": {"$ref": "#/$defs/Node"}}


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (dict[str, int], {"type": "object", "additionalProperties": {"type": "integer"}}),
        (Mapping[str, Any], {"type": "object", "additionalProperties": {}}),
        (dict, {"type": "object", "additionalProperties": {}}),
        (Sequence[bool], {"type": "array", "items": {"type": "boolean"}}),
        (tuple[str, ...], {"type": "array", "items": {"type": "string"}}),
        (
            tuple[str, int],
            {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 2, "maxItems": 2},
        ),
        (list, {"type": "array", "items": {}}),
        (Literal["a", 1], {"enum": ["a", 1]}),
        (dt.datetime, {"type": "string", "format": "date-time"}),
    ],
)
def test_containers_are_described(kind: Any, schema: dict[str, Any]) -> None:
    """The standard containers are arrays and objects."""
    assert schema_of(kind) == schema


@pytest.mark.parametrize("kind", [bytes, dict[int, str], complex, print])
def test_what_has_no_form_in_json_is_refused(kind: Any) -> None:
    """The error says what may be used instead."""
    with pytest.raises(TypeError, match="cannot be described as JSON"):
        schema_of(kind)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ({"name": "s", "points": [{"x": 1}], "colour": "red"}, Shape, Shape("s", [Point(1)], Colour.RED)),
        ({"name": "s", "points": []}, Shape, Shape("s", [])),
        ({"label": "leaf", "children": []}, Node, Node("leaf", [])),
        ({"x": 1, "inner": {"tags": ["a"]}}, Pydantic, Pydantic(x=1, inner=Inner(tags=["a"]))),
        ({"x": 1}, Struct, Struct(1)),
        ({"id": str(uuid.UUID(int=1)), "on": "2026-01-02"}, Row, {"id": uuid.UUID(int=1), "on": dt.date(2026, 1, 2)}),
        (3, float, 3.0),
        (3, int | float, 3),
        (None, int | None, None),
        ({"x": 1}, str | Point, Point(1)),
        ([1, "a"], tuple[int, str], (1, "a")),
        (["a", "a"], set[str], {"a"}),
        ({"a": [1]}, dict[str, list[int]], {"a": [1]}),
        ("x", Annotated[str, "note"], "x"),
        ({"any": 1}, Any, {"any": 1}),
    ],
)
def test_answers_become_values(value: Any, kind: Any, expected: Any) -> None:
    """Plain JSON becomes the classes, enumerations and containers that were asked for."""
    assert convert(value, kind) == expected


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        ({"name": "s", "points": [{"x": "1"}]}, Shape, r"points\[0\]\.x: '1' is no int"),
        ({"points": []}, Shape, "name: is missing"),
        ({"name": 1, "points": []}, Shape, "name: 1 is no str"),
        ({"name": "s", "points": {}}, Shape, "points: .* is no list"),
        ({"name": "s", "points": [], "colour": "green"}, Shape, "colour: 'green' is no "),
        ({"label": "root", "children": []}, Node, "label: 'root' is no "),
        (True, int, "value: True is no int"),
        ([1], tuple[int, int], "value"),
        ([1], dict[str, int], "value"),
        ("soon", dt.date, "'soon' is no date"),
        (1, Point, "1 is no Point"),
        ({"y": 1}, str | Point, "x: is missing"),
        ({"x": "a", "inner": {}}, Pydantic, "value: 1 validation error"),
        ({}, Struct, "missing required field"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(value: Any, kind: Any, said: str) -> None:
    """The error names the place and the value."""
    with pytest.raises(ConversionError, match=said):
        convert(value, kind)


def test_rules_of_a_class_are_told_too() -> None:
    """What a class refuses by itself is an error with the place of the value."""

    @dataclasses.dataclass
    class Even:
        x: int

        def __post_init__(self) -> None:
            if self.x % 2:
                raise ValueError("odd")

    assert convert([{"x": 2}], list[Even]) == [Even(2)]
    with pytest.raises(ConversionError, match=r"\[0\]: odd"):
        convert([{"x": 1}], list[Even])


def test_strict_schemas_demand_every_member() -> None:
    """For strict output all members are required and no other is allowed, also in schemas other libraries wrote."""
    for kind in (Shape, Pydantic, Struct):
        schema = closed(schema_of(kind))
        assert is_closed(schema)
        assert set(schema["required"]) == set(schema["properties"])
    assert not is_closed(closed(schema_of(dict[str, int])))


def test_two_classes_of_one_name_are_two_definitions() -> None:
    """Classes that share a name stay apart in the schema."""
    other = dataclasses.make_dataclass("Point", [("z", int)])

    schema = schema_of(types.GenericAlias(tuple, (Point, other)))

    assert set(schema["$defs"]) == {"Point", "Point_"}


def test_enumerations_of_values_that_do_not_exist_are_told() -> None:
    """A value no member has is told with its place."""
    with pytest.raises(ConversionError, match="value: 'green' is no Colour"):
        convert("green", Colour)
