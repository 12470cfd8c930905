"""Functions, classes and objects as tools: what a model is told of them, and arguments for them."""

from __future__ import annotations

import dataclasses
import functools
from typing import Annotated, Any, Literal

import pydantic
import pytest

from overrides.errors import ToolArgumentsError
from overrides.tool import Tool


@dataclasses.dataclass
class Place:
    """Be a place."""

    city: str
    country: str = "PL"


class PydanticPlace(pydantic.BaseModel):
    """Be one of pydantic."""

    city: str


class PlainPlace:
    """Be a plain one."""

    def __init__(self, city: str) -> None:
        self.city = city


def weather(place: Place, *, unit: Literal["C", "F"] = "C", days: Annotated[int, "how many"] = 1) -> dict[str, Any]:
    """
    Tell the weather.

    For some days.
    """
    return {"at": place.city, "unit": unit, "days": days}


def test_a_function_describes_itself() -> None:
    """Name, first paragraph, parameters, their types and what is required come from the function."""
    declared = Tool.of(weather).declaration()

    assert (declared["type"], declared["function"]["name"]) == ("function", "weather")
    assert declared["function"]["description"] == "Tell the weather."
    parameters = declared["function"]["parameters"]
    assert parameters["properties"]["days"] == {"type": "integer", "description": "how many"}
    assert parameters["properties"]["unit"] == {"type": "string", "enum": ["C", "F"]}
    assert (parameters["required"], parameters["additionalProperties"]) == (["place"], False)
    assert parameters["properties"]["place"] == {"$ref": "#/$defs/Place"}
    assert parameters["$defs"]["Place"]["properties"]["city"] == {"type": "string"}


def test_classes_of_one_name_are_apart_in_a_tool() -> None:
    """Two parameters may have classes of one name."""
    other = dataclasses.make_dataclass("Place", [("planet", str)])

    def fly(start: Place, end: Any) -> None: ...

    fly.__annotations__["end"] = other

    properties = Tool.of(fly).parameters["properties"]
    assert (properties["start"], properties["end"]) == ({"$ref": "#/$defs/Place"}, {"$ref": "#/$defs/Place_"})


@dataclasses.dataclass
class Nested:
    """Hold one more of itself."""

    inner: Nested | None = None


def test_arguments_nested_too_deeply_do_not_fit() -> None:
    """Whatever a model writes is told to it, not raised."""

    def dig(hole: Nested) -> None: ...

    with pytest.raises(ToolArgumentsError, match="the arguments of dig are not JSON: nested too deeply"):
        Tool.of(dig).arguments_of('{"hole": ' + '{"inner": ' * 400 + "null" + "}" * 401)


def test_what_is_bound_is_not_asked_for() -> None:
    """A `functools.partial` is the function in it, without what is bound."""
    by_name = Tool.of(functools.partial(weather, unit="F"))
    by_place = Tool.of(functools.partial(weather, Place("Brest")))

    assert (by_name.name, by_name.description, list(by_name.kinds)) == (
        "weather",
        "Tell the weather.",
        ["place", "days"],
    )
    assert list(by_place.kinds) == ["unit", "days"]
    assert by_place.function(**by_place.arguments_of('{"days": 2}')) == {"at": "Brest", "unit": "C", "days": 2}


@pytest.mark.parametrize(
    ("kind", "description"),
    [(Place, "Be a place."), (PydanticPlace, "Be one of pydantic."), (PlainPlace, "Be a plain one.")],
)
def test_a_class_is_a_tool(kind: type, description: str) -> None:
    """A class is described by what it takes to make one."""
    tool = Tool.of(kind)

    assert (tool.name, tool.description, tool.kinds["city"]) == (kind.__name__, description, str)
    assert tool.function(**tool.arguments_of('{"city": "Brest"}')).city == "Brest"


def test_an_object_that_is_called_is_a_tool() -> None:
    """An object is described by its method, named after its class."""

    class Adder:
        """Add."""

        def __call__(self, x: int) -> int:
            return x + 1

    tool = Tool.of(Adder())
    assert (tool.name, tool.description, tool.kinds) == ("Adder", "Add.", {"x": int})
