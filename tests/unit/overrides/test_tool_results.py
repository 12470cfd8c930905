"""What tools return, as text for the model: values of every library as JSON, and what has no form in it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

import attrs
import msgspec
import pydantic
import pytest

from overrides.errors import ToolResultError
from overrides.model import UNSET
from overrides.tool_results import result_text


class Colour(enum.Enum):
    """Be a colour."""

    RED = "red"


class Level(enum.IntEnum):
    """Be a level."""

    HIGH = 2


@dataclasses.dataclass
class Point:
    """Be a point."""

    x: Any
    y: Any = None


@attrs.frozen
class Shape:
    """Be a shape."""

    _points: Any
    name: Any = UNSET


class Pair(NamedTuple):
    """Be a pair."""

    left: int
    right: Any


class Pydantic(pydantic.BaseModel):
    """Be a model of pydantic."""

    x: int = pydantic.Field(alias="theX")
    on: dt.date | None = None


class Struct(msgspec.Struct, rename="camel"):
    """Be a struct."""

    my_x: Any


class Row(msgspec.Struct, array_like=True):
    """Be a struct that is an array in JSON."""

    a: int
    b: Colour


class Rows(pydantic.RootModel[list[int]]):
    """Be a model that is an array in JSON."""


class Model:
    """Be a generated model."""

    def to_dict(self) -> dict[str, Any]:
        """Encode."""
        return {"x": Point(1)}


@pytest.mark.parametrize(
    ("result", "text"),
    [
        ("text", "text"),
        (None, "null"),
        (True, "true"),
        (1.5, "1.5"),
        (Colour.RED, '"red"'),
        (Level.HIGH, "2"),
        (dt.datetime(2026, 1, 2, 3, tzinfo=dt.UTC), '"2026-01-02T03:00:00+00:00"'),
        (dt.date(2026, 1, 2), '"2026-01-02"'),
        (dt.time(3), '"03:00:00"'),
        (uuid.UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
        (Decimal("1.50"), '"1.50"'),
        (Point(Colour.RED, [Point(1)]), '{"x":"red","y":[{"x":1,"y":null}]}'),
        (Shape((1, 2)), '{"points":[1,2]}'),
        (Pair(1, Colour.RED), '{"left":1,"right":"red"}'),
        ([Pydantic(theX=1, on=dt.date(2026, 1, 2))], '[{"theX":1,"on":"2026-01-02"}]'),
        ({"a": Struct(Point(1))}, '{"a":{"myX":{"x":1,"y":null}}}'),
        (Row(1, Colour.RED), '[1,"red"]'),
        (Rows([1]), "[1]"),
        (Model(), '{"x":{"x":1,"y":null}}'),
        ({"b", "a"}, '["a","b"]'),
        ({1: "x", Colour.RED: "y"}, '{"1":"x","red":"y"}'),
        ({"a": 1}.keys(), '["a"]'),
    ],
)
def test_results_are_json(result: Any, text: str) -> None:
    """Texts are handed on as they are; anything else as JSON, however deep and of whichever library."""
    assert result_text("tool", result) == text


def holds_itself() -> list[Any]:
    """Return a list in itself."""
    items: list[Any] = []
    items.append(items)
    return items


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (object, "the result is of type object"),
        (lambda: {"a": [b"x"]}, r"the result\.a\[0\] is of type bytes"),
        (lambda: Point(dt.timedelta(1)), r"the result\.x is of type timedelta"),
        (lambda: Point, "the result is of type type"),
        (lambda: {(1, 2): 3}, "a key of the result is of type tuple"),
        (lambda: {True: 3}, "a key of the result is of type bool"),
        (lambda: (item for item in "ab"), "the result is of type generator"),
        (lambda: float("nan"), "not JSON compliant"),
        (lambda: Struct(1j), "complex"),
        (holds_itself, "it holds itself"),
    ],
)
def test_what_has_no_form_in_json_is_told_with_its_place(result: Callable[[], Any], told: str) -> None:
    """The error names the tool, the place and the type."""
    with pytest.raises(ToolResultError, match=f"what tool returned has no form in JSON: .*{told}"):
        result_text("tool", result())
