"""Plain JSON as values of classes: what fits, what is told about what does not, which type of a union is meant."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import uuid
from collections import OrderedDict, deque
from decimal import Decimal
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, NotRequired, TypedDict, TypeVar

import attrs
import msgspec
import pydantic
import pytest

from overrides.conversion import ConversionError, convert

T = TypeVar("T")
UserId = NewType("UserId", int)


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


class Level(enum.IntEnum):
    """Be a level."""

    HIGH = 1

    @classmethod
    def _missing_(cls, value: object) -> Level | None:
        return cls.HIGH if value == "HIGH" else None


@dataclasses.dataclass
class Product:
    """Be what its constructor makes of what it is given."""

    x: int
    times: dataclasses.InitVar[int]
    count: int = dataclasses.field(init=False)

    def __post_init__(self, times: int) -> None:
        self.count = self.x * times


class Pair(NamedTuple):
    """Be a pair."""

    left: int
    right: str = "r"


@dataclasses.dataclass
class Box(Generic[T]):
    """Be a box."""

    content: list[T]


class IntBox(Box[int]):
    """Be a box of integers."""


@dataclasses.dataclass
class Cat:
    """Be a cat."""

    name: str


@dataclasses.dataclass
class Dog:
    """Be a dog."""

    name: str
    breed: str
    kind: Literal["dog"] = "dog"


@dataclasses.dataclass
class Wolf:
    """Be a wolf."""

    name: str
    kind: Literal["wolf"] = "wolf"


@dataclasses.dataclass
class Home:
    """Be where an animal lives."""

    pet: Cat


@dataclasses.dataclass
class Kennel:
    """Be where a dog lives."""

    pet: Dog


class Strict(pydantic.BaseModel):
    """Be a model that converts nothing by itself."""

    model_config = {"strict": True}

    on: dt.date
    colour: Colour


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
        (5.0, int, 5),
        ({"x": 5.0}, Struct, Struct(5)),
        ("12:30", dt.time, dt.time(12, 30)),
        ("1.50", Decimal, Decimal("1.50")),
        (0.1, Decimal, Decimal("0.1")),
        (7, UserId, UserId(7)),
        ({"left": 1}, Pair, Pair(1)),
        ({"x": 2, "times": 3}, Product, Product(2, 3)),
        ({"content": [1]}, Box[int], Box([1])),
        ({"content": [1]}, IntBox, IntBox([1])),
        (["a"], deque[str], deque(["a"])),
        ({"a": 1}, OrderedDict[str, int], OrderedDict(a=1)),
        ({"on": "2026-01-02", "colour": "red"}, Strict, Strict(on=dt.date(2026, 1, 2), colour=Colour.RED)),
        ({"id": str(uuid.UUID(int=1)), "on": None}, Row, {"id": uuid.UUID(int=1)}),
        ("red", Literal[Colour.RED], Colour.RED),
        (1.0, Literal[1], 1),
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
        (1.5, int, "1.5 is no int"),
        (10**400, float, "is no float"),
        (True, Literal[1], r"True is no Literal\[1\]"),
        ("10", dt.time, "is no time"),
        ("2026-01-02", dt.datetime, "is no datetime"),
        ("NaN", Decimal, "is no Decimal"),
        (True, Level, "True is no Level"),
        ([[1]], set[list[int]], "unhashable"),
        ({"content": ["1"]}, Box[int], r"content\[0\]: '1' is no int"),
        ({"name": "a", "kind": "dog"}, Dog | Wolf, "breed: is missing"),
        (0, Annotated[int, msgspec.Meta(ge=1)] | None, "value: 0 is below the minimum 1"),
        ({"x": 1}, Pydantic | Strict, "(?s)inner.*Field required"),
        ({"kind": "fish"}, Dog | Wolf, r"no Dog \| Wolf \(name: is missing; name: is missing\)"),
        ({"name": "a", "breed": "b", "kind": "fish"}, Dog | Wolf, r"\(kind: 'fish' is no .*; kind: 'fish' is no "),
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


@pytest.mark.parametrize("error", [KeyError, RuntimeError, ZeroDivisionError])
def test_a_class_may_refuse_by_any_exception(error: type[Exception]) -> None:
    """The name of an exception that is no usual one is told with its message."""

    @dataclasses.dataclass
    class Refusing:
        def __post_init__(self) -> None:
            raise error("boom")

    with pytest.raises(ConversionError, match=rf"value: {error.__name__}: '?boom"):
        convert({}, Refusing)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ({"name": "a", "breed": "b"}, Cat | Dog, Dog("a", "b")),
        ({"name": "a"}, Dog | Cat, Cat("a")),
        ({"name": "a", "kind": "wolf"}, Cat | Dog | Wolf, Wolf("a")),
        ({"name": "a", "breed": "b", "kind": "wolf"}, Dog | Wolf, Wolf("a")),
        ({"pet": {"name": "a", "breed": "b"}}, Home | Kennel, Kennel(Dog("a", "b"))),
        ([{"name": "a", "breed": "b"}], list[Cat] | list[Dog], [Dog("a", "b")]),
        ({"name": "a", "breed": "b"}, Annotated[Cat, "note"] | Annotated[Dog, "note"], Dog("a", "b")),
        ({"x": 1, "inner": {"tags": []}}, Struct | Pydantic, Pydantic(x=1, inner=Inner(tags=[]))),
        ("red", Colour | str, Colour.RED),
        ("green", Colour | str, "green"),
        ("2026-01-02", dt.datetime | dt.date | str, dt.date(2026, 1, 2)),
        (3, float | int, 3),
        (3.0, int | float, 3.0),
        (3.0, int | Decimal, 3),
    ],
)
def test_a_union_is_read_as_the_type_that_loses_nothing(value: Any, kind: Any, expected: Any) -> None:
    """A tag decides; then what knows the members there are, also those inside them; then the order."""
    read = convert(value, kind)

    assert (read, type(read)) == (expected, type(expected))


def test_bounds_are_kept() -> None:
    """What an annotation limits is limited, whichever library's note says so."""
    limited = Annotated[int, msgspec.Meta(ge=1, le=9)] | None
    assert [convert(value, limited) for value in (1, 9, None)] == [1, 9, None]

    with pytest.raises(ConversionError, match="value: 0 is below the minimum 1"):
        convert(0, Annotated[int, pydantic.Field(ge=1)])
    with pytest.raises(ConversionError, match=r"\[0\]: has 3 characters, at most 2 allowed"):
        convert(["abc"], list[Annotated[str, pydantic.Field(max_length=2)]])


def test_values_of_an_enumeration_may_have_other_spellings() -> None:
    """What an enumeration reads by itself is read."""
    assert convert("HIGH", Level) is Level.HIGH
    with pytest.raises(ConversionError, match="value: 'low' is no Level"):
        convert("low", Level)


def test_enumerations_of_values_that_do_not_exist_are_told() -> None:
    """A value no member has is told with its place."""
    with pytest.raises(ConversionError, match="value: 'green' is no Colour"):
        convert("green", Colour)
