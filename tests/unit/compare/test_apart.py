"""Whether two schemas are known to share no value."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.apart import are_schemas_apart
from specfold.compare.side import Side
from specfold.pointer import JsonPointer

TAGGED = {"type": "object", "properties": {"kind": {"const": "a"}}}
OTHER = {"type": "object", "properties": {"kind": {"const": "b"}}}
NEEDS = {"type": "object", "properties": {"b": {}}, "required": ["b"]}
DEEP = {"anyOf": [{"anyOf": [{"anyOf": [{"anyOf": [{"anyOf": [{"type": "string"}, {}]}, {}]}, {}]}, {}]}, {}]}


def ask(sent: Any, received: Any, *, has_tags: bool = False) -> bool:
    """Ask of two schemas of one document."""
    side = Side({"sent": sent, "received": received})
    places = (JsonPointer(("sent",)),), (JsonPointer(("received",)),)
    return are_schemas_apart((side, places[0]), (side, places[1]), has_tags=has_tags)


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ({"type": "string"}, {"type": "integer"}),
        ({"enum": ["a"]}, {"type": "string", "maxLength": 0}),
        ({"type": "string"}, {"const": 1}),
        ({"type": "integer", "maximum": 2}, {"type": "number", "exclusiveMinimum": 2}),
        ({"type": "array", "minItems": 2}, {"type": "array", "maxItems": 1}),
        ({"anyOf": [{"type": "string"}, {"type": "array"}]}, {"anyOf": [{"type": "number"}, {"type": "object"}]}),
        ({**TAGGED, "required": ["kind"]}, OTHER),
        ({"type": "object", "properties": {"a": {}}}, NEEDS),
        (NEEDS, {"type": "object", "properties": {"a": {}}, "additionalProperties": False}),
    ],
)
def test_types_values_limits_tags_and_members_keep_schemas_apart(sent: Any, received: Any) -> None:
    """Schemas without a common type, value, number, length, tag or needed member share no value."""
    assert ask(sent, received)


@pytest.mark.parametrize(
    ("sent", "received"),
    [
        ({"type": ["string", "null"]}, {"type": ["integer", "null"]}),
        ({"type": "boolean"}, {"type": "boolean"}),
        ({"type": "integer", "maximum": 2}, {"type": "number", "minimum": 2}),
        ({"anyOf": [{"type": "string"}, {"type": "number"}]}, {"anyOf": [{"type": "number"}, {"type": "object"}]}),
        (TAGGED, OTHER),
        ({"type": "object"}, NEEDS),
        (DEEP, {"type": "string"}),
    ],
)
def test_what_is_not_known_to_be_apart_is_not(sent: Any, received: Any) -> None:
    """Null on both sides, limits that touch, a tag that may be left out and open objects keep nothing apart."""
    assert not ask(sent, received)


def test_a_tag_is_enough_where_it_is_always_sent() -> None:
    """A constant member that is always sent keeps two objects apart though none requires it."""
    assert ask(TAGGED, OTHER, has_tags=True)
