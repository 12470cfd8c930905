"""What each of several schema objects says of members and elements that it does not name."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema, flatten_places

HERE = JsonPointer(("here",))


def flatten(*parts: Any, **keywords: Any) -> FlatSchema:
    """Flatten a schema of some parts."""
    return flatten_places({"here": {**keywords, "allOf": list(parts)}}, (HERE,))


def places(flat: FlatSchema, name: str) -> list[str]:
    """Return where the schemas of a member are."""
    return [str(place).removeprefix("#/here") for place in flat.places_of(name)]


def test_a_closed_part_refuses_what_another_declares() -> None:
    """A part that is closed refuses the members that only other parts declare."""
    flat = flatten({"properties": {"a": {}}, "additionalProperties": False}, {"properties": {"b": {}}})

    assert (flat.refuses("a"), flat.refuses("b"), flat.refuses("c")) == (False, True, True)
    assert len(flat.properties["b"]) == 2
    assert flat.closed


def test_a_pattern_lets_a_member_in_and_asks_for_its_schema() -> None:
    """A member whose name fits a pattern has to satisfy the pattern's schema, declared or not, and no other rule of it."""
    flat = flatten(properties={"x1": {}}, patternProperties={"^x": {}, "(": {}}, additionalProperties=False)

    assert len(flat.properties["x1"]) == 2
    assert (flat.refuses("x2"), flat.refuses("y")) == (False, True)
    assert len(places(flat, "x2")) == 1


@pytest.mark.parametrize(
    ("part", "closed"),
    [
        ({"properties": {"b": {}}}, True),
        ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, True),
        ({"anyOf": [{"properties": {"b": {}}}, {"required": ["b"]}]}, False),
        ({"additionalProperties": {"type": "string"}}, False),
        ({"unevaluatedProperties": True}, False),
        ({"$dynamicRef": "#a"}, False),
    ],
)
def test_unevaluated_members_are_those_no_part_declares(part: Any, closed: bool) -> None:
    """`unevaluatedProperties` closes an object with all its parts, unless it depends on the value what they evaluate."""
    flat = flatten(part, properties={"a": {}}, unevaluatedProperties=False)

    assert flat.closed is closed
    assert not flat.refuses("a")


def test_unevaluated_members_say_nothing_beside_additional_ones() -> None:
    """Where the same object speaks of additional members, all are evaluated."""
    flat = flatten_places({"here": {"additionalProperties": True, "unevaluatedProperties": False}}, (HERE,))

    assert not flat.closed
    assert "unevaluatedProperties" not in flat.keywords


def test_elements_of_one_part_are_the_first_of_another() -> None:
    """`items` of a part without `prefixItems` is about the first elements, too."""
    flat = flatten({"prefixItems": [{"type": "string"}]}, {"items": {"maxLength": 2}})

    assert [len(column) for column in flat.prefix_items] == [2]
    assert flat.items == (HERE / "allOf" / 1 / "items",)


def test_what_holds_several_times_is_said_once() -> None:
    """A value of a keyword that several parts state is kept once beside the others."""
    flat = flatten({"not": {"const": 1}}, {"not": {"const": 2}}, {"not": {"const": 1}})

    assert flat.keywords["not"] == {"$all": [{"const": 1}, {"const": 2}]}
