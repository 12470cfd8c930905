"""Schema to instance."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.mock.dice import Dice
from specfold.mock.synthesis import CannotSynthesiseError, Hints, OneOf, Synthesiser
from specfold.schema.instance import InstanceValidator

DICE = Dice.of("synthesis")
ROOT = {
    "$defs": {
        "Node": {
            "type": "object",
            "required": ["id", "next"],
            "properties": {"id": {"type": "string"}, "next": {"anyOf": [{"$ref": "#/$defs/Node"}, {"type": "null"}]}},
        },
        "Endless": {"type": "object", "required": ["me"], "properties": {"me": {"$ref": "#/$defs/Endless"}}},
        "Tree": {"type": "object", "properties": {"kids": {"type": "array", "items": {"$ref": "#/$defs/Tree"}}}},
    }
}
SYNTHESISER = Synthesiser(ROOT, InstanceValidator(ROOT))


def make(schema: Any, **options: Any) -> Any:
    """Return an instance; `make` itself refuses to return an invalid one."""
    return SYNTHESISER.make(schema, DICE, **options)


@pytest.mark.parametrize(
    "schema",
    [
        True,
        {},
        {"$ref": "#/$defs/Node"},
        {"$ref": "#/$defs/Tree"},
        {"type": ["null", "boolean"]},
        {"type": "null"},
        {"enum": [None, "a"]},
        {"enum": [None]},
        {"const": {"a": 1}},
        {"oneOf": [{"type": "string", "pattern": "(?=x)"}, {"type": "integer"}]},
        {"type": "array", "items": {"enum": ["a", "b", "c"]}, "minItems": 3, "uniqueItems": True},
        {"type": "array", "items": {"type": "string"}, "minItems": 4, "uniqueItems": True},
        {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False, "minItems": 2},
        {"type": "object", "minProperties": 2, "additionalProperties": {"type": "integer"}},
        {"type": "object", "required": ["x"], "additionalProperties": {"type": "integer"}},
        {"type": "object", "properties": {"x": {"type": "string", "pattern": "(?=x)"}}},
        {"type": "object", "properties": {"x": False}},
        {"type": "object", "properties": {"a": {}, "b": {}}, "dependentSchemas": {"a": {"not": {"required": ["b"]}}}},
        {"type": "integer", "examples": ["no", 4]},
        {"type": "integer", "default": 3},
        {"type": "object", "example": {"a": 1}, "properties": {"a": {"type": "integer"}}},
    ],
)
def test_instances_are_valid(schema: Any) -> None:
    """An instance is valid for its schema."""
    made = make(schema)

    assert InstanceValidator(ROOT).errors(made, schema) == []


@pytest.mark.parametrize(
    "schema",
    [
        False,
        {"$ref": "#/$defs/Endless"},
        {"$ref": "#/nowhere"},
        {"type": "foo"},
        {"enum": []},
        {"type": "array", "items": {"const": 1}, "minItems": 2, "uniqueItems": True},
        {"anyOf": [{"type": "string", "pattern": "(?=x)"}]},
        {"type": "object", "required": ["x"], "properties": {"x": {"type": "string", "pattern": "(?=x)"}}},
        {"type": "integer", "not": {"type": "integer"}},
    ],
)
def test_what_cannot_be_made_is_refused(schema: Any) -> None:
    """A schema without a known instance is refused with a reason."""
    with pytest.raises(CannotSynthesiseError, match=r"\S"):
        make(schema)


def test_wanted_members_are_kept_where_they_are_allowed() -> None:
    """Of a wanted object, valid members stay, invalid optional ones go, and required ones are made."""
    schema = {
        "type": "object",
        "required": ["id", "note", "size"],
        "properties": {
            "id": {"type": "string"},
            "note": {"type": ["string", "null"]},
            "size": {"type": "integer"},
            "kind": {"const": "file"},
            "flag": {"type": "boolean"},
            "list": {"type": "array"},
            "left": {"type": "string"},
        },
    }

    made = make(schema, wanted={"id": "me", "size": "big", "kind": "x", "flag": "no", "list": {}, "more": 1})

    assert {name: made[name] for name in ("id", "note", "kind", "more")} == {
        "id": "me", "note": None, "kind": "file", "more": 1,
    }  # fmt: skip  # one line reads better
    assert isinstance(made["size"], int)
    assert made.keys() == {"id", "note", "size", "kind", "more"}


def test_the_branch_that_keeps_most_wins() -> None:
    """Of a union, the branch that keeps most of what is wanted is taken."""
    small = {"type": "object", "properties": {"a": {"type": "integer"}}, "additionalProperties": False}
    large = {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "array"}}}

    assert make({"anyOf": [small, large]}, wanted={"a": 1, "b": [2]}) == {"a": 1, "b": [2]}


def test_the_first_allowed_wish_is_taken() -> None:
    """Of several wishes the first valid one is taken; none of them leaves an optional member out."""
    schema = {"type": "object", "properties": {"code": {"type": "integer"}}}

    assert make(schema, wanted={"code": OneOf(("x", 4))}) == {"code": 4}
    assert make(schema, wanted={"code": OneOf(("x",))}) == {}


def test_hints_fill_members_by_name() -> None:
    """What the request says is used by name, an id not for the members of a list, a count for the list."""
    item = {"type": "object", "properties": {"id": {"type": "string"}, "kind": {"type": "string"}}}
    schema = {"type": "object", "properties": {"id": {"type": "string"}, "data": {"type": "array", "items": item}}}

    made = make(schema, hints=Hints(names={"id": "me", "kind": "k"}, count=3))

    assert made["id"] == "me"
    assert [one["kind"] for one in made["data"]] == ["k", "k", "k"]
    assert len({one["id"] for one in made["data"]} | {"me"}) == 4


def test_positions_are_numbered() -> None:
    """A member called index tells the position in its list."""
    item = {"type": "object", "required": ["index"], "properties": {"index": {"type": "integer"}}}

    assert make({"type": "array", "items": item, "minItems": 3}) == [{"index": 0}, {"index": 1}, {"index": 2}]
