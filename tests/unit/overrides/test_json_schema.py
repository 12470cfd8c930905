"""Classes as JSON schemas: what is described, and what is refused."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import enum
import sys
import types
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from types import SimpleNamespace
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    NotRequired,
    Required,
    TypedDict,
    TypeVar,
)

import attrs
import msgspec
import pydantic
import pytest
import typing_extensions

from overrides.conversion import convert
from overrides.json_schema import schema_of
from overrides.model import UNSET, Unset

if TYPE_CHECKING:

    class Nested:
        """Be known to type checkers only."""


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


class SelfStruct(msgspec.Struct):
    """Be a struct that holds itself."""

    next: SelfStruct | None


class Late(TypedDict, total=False):
    """Be a row without demands but one."""

    a: int | None
    b: Required[int]
    c: Annotated[NotRequired[int], "note"]


_FIELDS = (("id", "id"), ("bytes_", "bytes"), ("at", "at"))


@attrs.define(kw_only=True)
class Generated:
    """Be a class generated from a document, in a module that lists the names in JSON."""

    id: str
    bytes_: list[int] | Unset = UNSET
    at: Nested | Unset | None = UNSET
    additional_properties: Mapping[str, Any] = attrs.field(factory=dict)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Generated:
        """Decode."""
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """Encode."""
        raise NotImplementedError


@dataclasses.dataclass
class Counted:
    """Be a class that sets one member itself."""

    x: int
    times: dataclasses.InitVar[int]
    count: int = dataclasses.field(init=False)


T = TypeVar("T")
new_alias: Any = typing_extensions.TypeAliasType  # whose stubs take a `TypeVar` of their own only
UserId = NewType("UserId", int)


class Pair(NamedTuple):
    """Be a pair."""

    left: int
    right: str = "r"


@dataclasses.dataclass
class Box(Generic[T]):
    """Be a box."""

    content: T


@dataclasses.dataclass
class Twice(Box[list[T]], Generic[T]):
    """Be a box that uses a variable of its base for something else."""

    item: T


def test_classes_are_described() -> None:
    """Members, nested classes, enumerations, descriptions and what is required are in the schema."""
    assert schema_of(Shape) == {
        "description": "Be a shape.",
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
                "description": "Be a point.",
                "type": "object",
                "properties": {"x": {"type": "integer"}, "y": {"type": "number"}},
                "required": ["x"],
                "additionalProperties": False,
            }
        },
    }


def test_a_class_that_holds_itself_stands_at_the_root() -> None:
    """A tree is described at the root, and by a reference inside."""
    schema = schema_of(Node)

    assert schema["type"] == "object"
    assert schema["properties"]["children"] == {"type": "array", "items": {"$ref": "#/$defs/Node"}}
    assert schema == {**schema["$defs"]["Node"], "$defs": schema["$defs"]}
    assert schema_of(SelfStruct)["properties"]["next"]["anyOf"][0] == {"$ref": "#/$defs/SelfStruct"}


def test_members_that_may_be_absent_may_be_null() -> None:
    """A member that need not be there, and has no null of its own, may be null, also where all members are demanded."""
    schema = schema_of(Row)

    assert schema["properties"]["on"] == {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]}
    assert (schema["required"], schema_of(Late)["required"]) == (["id"], ["b"])


@pytest.mark.parametrize(
    "kind",
    [
        Any,
        None,
        Literal["a", None],  # noqa: PYI061  # null among the values is the case
        int | None,
        Annotated[int | None, "note"],
        new_alias("Maybe", int | None),
    ],
)
def test_a_null_of_its_own_is_no_absence(kind: Any) -> None:
    """A member that may be null anyway is described as it is, and its null is read as null."""
    row: Any = typing_extensions.TypedDict("row", {"x": typing_extensions.NotRequired[kind]})

    assert schema_of(row)["properties"]["x"] == schema_of(kind)
    assert convert({"x": None}, row) == {"x": None}


def test_generated_classes_are_described(monkeypatch: pytest.MonkeyPatch) -> None:
    """Members have the names of the JSON, may be absent, and have types that only the package of the module knows."""
    package = SimpleNamespace(Nested=Point)
    monkeypatch.setitem(sys.modules, __name__.rpartition(".")[0], package)

    schema = schema_of(Generated)

    assert schema["required"] == ["id"]
    assert schema["properties"] == {
        "id": {"type": "string"},
        "bytes": {"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "null"}]},
        "at": {"anyOf": [{"$ref": "#/$defs/Point"}, {"type": "null"}]},
    }


def test_members_a_class_sets_itself_are_not_asked_for() -> None:
    """Only what the constructor takes is in the schema, also what it only passes on."""
    assert list(schema_of(Counted)["properties"]) == ["x", "times"]


def test_old_and_inherited_tuples_with_names_are_objects() -> None:
    """A tuple with names but no types is an object of anything; a subclass has the members of its base."""
    untyped = collections.namedtuple("untyped", ["a", "b"])  # noqa: PYI024  # the old form is the case

    assert schema_of(untyped)["properties"] == {"a": {}, "b": {}}
    assert list(schema_of(type("Heir", (Pair,), {}))["properties"]) == ["left", "right"]


def test_what_a_decorator_wrote_is_no_description() -> None:
    """A list of the fields is not sent as what a class is for."""
    undocumented = dataclasses.make_dataclass("Undocumented", [("x", int)])

    assert [schema_of(kind).get("description") for kind in (undocumented, Pair)] == [None, "Be a pair."]


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
        (Literal["a", 1], {"type": ["string", "integer"], "enum": ["a", 1]}),
        (Literal[Colour.RED], {"type": "string", "enum": ["red"]}),
        (Iterable[UserId], {"type": "array", "items": {"type": "integer"}}),
        (new_alias("Ids", list[int]), {"type": "array", "items": {"type": "integer"}}),
        (
            new_alias("Pairs", types.GenericAlias(tuple, (T, T)), type_params=(T,))[None],
            schema_of(tuple[None, None]),
        ),
        (dt.time, {"type": "string", "format": "time"}),
        (Decimal, {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
        (Annotated[int, pydantic.Field(ge=0, description="d")], {"type": "integer", "minimum": 0, "description": "d"}),
        (Annotated[str, msgspec.Meta(max_length=3, pattern="^a")], {"type": "string", "maxLength": 3, "pattern": "^a"}),
        (
            Annotated[list[int], pydantic.Field(min_length=1)],
            {"type": "array", "items": {"type": "integer"}, "minItems": 1},
        ),
        (
            Annotated[int | None, pydantic.Field(lt=9), int],
            {"anyOf": [{"type": "integer", "exclusiveMaximum": 9}, {"type": "null"}]},
        ),
        (
            Pair,
            {
                "description": "Be a pair.",
                "type": "object",
                "properties": {"left": {"type": "integer"}, "right": {"type": "string"}},
                "required": ["left"],
                "additionalProperties": False,
            },
        ),
        (dt.datetime, {"type": "string", "format": "date-time"}),
    ],
)
def test_containers_are_described(kind: Any, schema: dict[str, Any]) -> None:
    """The standard containers are arrays and objects."""
    assert schema_of(kind) == schema


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        (bytes, "use a dataclass"),
        (complex, "use a dataclass"),
        (print, "use a dataclass"),
        (dict[int, str], "the keys of JSON objects are strings"),
        (Box, "say what it stands for"),
        (types.GenericAlias(list, ([int],)), "it is no type"),
        (enum.Enum("Odd", {"A": (1, 2)}), "its values are to be those of JSON"),
        (pydantic.create_model("Call", function=(Callable[[], int], ...)), "CallableSchema"),
    ],
)
def test_what_has_no_form_in_json_is_refused(kind: Any, hint: str) -> None:
    """The error names the type and says what may be used instead."""
    with pytest.raises(TypeError, match=f"(?s)cannot be described as JSON: .*{hint}"):
        schema_of(kind)


def test_types_that_are_not_known_are_named() -> None:
    """An annotation that names nothing, or cannot be read, is told with its class; a class finds itself anywhere."""

    @dataclasses.dataclass
    class Here:
        others: list[Here]

    unknown = dataclasses.make_dataclass("Unknown", [("x", "Nowhere")])
    unread = dataclasses.make_dataclass("Unread", [("x", "dt.Nothing")], namespace={"__module__": __name__})

    assert schema_of(Here)["properties"]["others"]["items"] == {"$ref": "#/$defs/Here"}
    with pytest.raises(TypeError, match="Unknown: the type 'Nowhere' is not known where Unknown is defined"):
        schema_of(unknown)
    with pytest.raises(TypeError, match=r"Twice\[int\]: ~T stands for two types"):
        schema_of(Twice[int])
    with pytest.raises(TypeError, match="Unread: its annotations cannot be read"):
        schema_of(unread)


def test_two_classes_of_one_name_are_two_definitions() -> None:
    """Classes that share a name stay apart in the schema."""
    other = dataclasses.make_dataclass("Point", [("z", int)])

    schema = schema_of(types.GenericAlias(tuple, (Point, other)))

    assert set(schema["$defs"]) == {"Point", "Point_"}


def test_classes_of_one_name_come_from_several_libraries() -> None:
    """A definition that came with another library's class does not replace ours; those it shares with the next are kept."""
    inner = dataclasses.make_dataclass("Point", [("z", str)])
    first = pydantic.create_model("First", point=(inner, ...))
    second = pydantic.create_model("Second", point=(inner, ...), first=(first, ...))

    theirs_first = schema_of(types.GenericAlias(tuple, (first, second, Point)))["$defs"]
    ours_first = schema_of(types.GenericAlias(tuple, (Point, first)))["$defs"]

    assert {name: list(definition["properties"]) for name, definition in theirs_first.items()} == {
        "First": ["point"],
        "Point": ["z"],
        "Second": ["point", "first"],
        "Point_": ["x", "y"],
    }
    assert {name: list(definition["properties"]) for name, definition in ours_first.items()} == {
        "Point": ["x", "y"],
        "First": ["point"],
        "Point_": ["z"],
    }
    assert ours_first["First"]["properties"]["point"] == {"$ref": "#/$defs/Point_"}
