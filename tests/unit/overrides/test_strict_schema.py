"""The form of a schema that strict servers take: what is rewritten, and for which schemas strictness is claimed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import pydantic
import pytest

from overrides.json_schema import schema_of
from overrides.strict_schema import is_strict, strict_form
from overrides.subschemas import iter_schemas


class Colour(enum.Enum):
    """Be a colour."""

    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass
class Cat:
    """Be a cat."""

    kind: Literal["cat"]
    default: int = 1


@dataclasses.dataclass
class Dog:
    """Be a dog."""

    kind: Literal["dog"]
    friend: Annotated[Cat, "who lives with it"] | None = None


class Pydantic(pydantic.BaseModel):
    """Be a model of pydantic with all that its schemas may hold."""

    pet: Annotated[Cat | Dog, pydantic.Field(discriminator="kind")]
    described: Cat = pydantic.Field(description="a cat")
    colour: Colour = Colour.RED
    file: Path = pydantic.Field(Path("a"), examples=["a.txt"])
    on: dt.date = dt.date(2026, 1, 2)
    pair: tuple[int, int] = (1, 2)
    point: tuple[Literal[1], ...] = ()


class Struct(msgspec.Struct):
    """Be a struct."""

    colour: Colour
    next: Struct | None = None


@pytest.mark.parametrize("kind", [Cat, Dog, Pydantic, Struct])
def test_classes_are_sent_as_strict_servers_take_them(kind: Any) -> None:
    """The root is an object; all members are demanded and no other is allowed; references stand alone, without defaults."""
    schema = strict_form(schema_of(kind))

    assert is_strict(schema)
    for part in iter_schemas(schema):
        if part.get("type") == "object":
            assert (part["required"], part["additionalProperties"]) == (list(part["properties"]), False)
        assert "$ref" not in part or len(part) == 1
        assert not part.keys() & {"default", "oneOf", "discriminator", "prefixItems", "examples", "allOf"}


def test_references_with_notes_are_written_out() -> None:
    """A description beside a reference stays, the reference becomes what it refers to."""
    schema = strict_form(schema_of(Dog))

    friend = schema["properties"]["friend"]["anyOf"][0]
    assert (friend["description"], friend["type"], list(friend["properties"])) == (
        "who lives with it",
        "object",
        ["kind", "default"],
    )


def test_members_may_be_called_like_keywords() -> None:
    """A member named as a word of JSON Schema is a member."""
    names = ("default", "properties", "enum", "const", "required", "items")
    kind = dataclasses.make_dataclass("Words", [(name, Annotated[Cat, "note"]) for name in names])

    schema = strict_form(schema_of(kind))

    assert is_strict(schema)
    assert all(schema["properties"][name]["additionalProperties"] is False for name in names)


def test_a_single_part_is_no_intersection() -> None:
    """`allOf` of one schema is that schema with what stands beside it; of several it stays, and is not strict."""
    one = {"type": "object", "properties": {"a": {"allOf": [{"type": "string"}], "description": "d", "default": "x"}}}
    two = {"type": "object", "properties": {"a": {"allOf": [{"type": "string"}, {"pattern": "^a"}]}}}

    assert strict_form(one)["properties"] == {"a": {"type": "string", "description": "d"}}
    assert (is_strict(strict_form(one)), is_strict(strict_form(two))) == (True, False)


@pytest.mark.parametrize(
    "kind",
    [
        int,
        dict[str, int],
        dataclasses.make_dataclass("Open", [("x", Any)]),
        dataclasses.make_dataclass("Items", [("x", list)]),
        dataclasses.make_dataclass("Map", [("x", dict[str, int])]),
        dataclasses.make_dataclass("Tuple", [("x", tuple[int, str])]),
        dataclasses.make_dataclass("Short", [("x", Annotated[str, pydantic.Field(max_length=3)])]),
        pydantic.create_model("Unique", x=(set[int], ...)),
        dataclasses.make_dataclass("Around", [("x", Annotated[str, msgspec.Meta(pattern="^(?!a)")])]),
    ],
)
def test_strictness_is_not_claimed_for_what_servers_refuse(kind: Any) -> None:
    """Open objects, items of any kind, tuples of several types, and what no grammar expresses are not strict."""
    assert not is_strict(strict_form(schema_of(kind)))
