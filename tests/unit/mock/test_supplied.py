"""Instances for schemas that came with a request."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.mock.dice import Dice
from specfold.mock.supplied import instance_of

DICE = Dice.of("supplied")


def nest(levels: int) -> dict[str, Any]:
    """Return a schema inside a schema inside a schema."""
    return {"type": "object", "required": ["a"], "properties": {"a": nest(levels - 1) if levels else True}}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "foo"},
        {"enum": 0.5},
        {"items": 5},
        {"required": "a"},
        {"multipleOf": 0},
        {"$ref": "#/nowhere"},
        {"$ref": "https://elsewhere.example/x.json"},
        {"type": "string", "pattern": "("},
        {"$dynamicRef": "#x"},
        "text",
        None,
        False,
        nest(60),
    ],
)
def test_what_is_no_schema_has_no_instance(schema: object) -> None:
    """Anything a caller may send in place of a usable schema is answered with nothing, never with an exception."""
    assert instance_of(schema, DICE) is None


def test_names_and_dialects_do_not_matter() -> None:
    """A schema that names itself and its dialect is filled like any other."""
    schema = {
        "$id": "https://elsewhere.example/x.json",
        "$schema": "https://json-schema.org/draft-07/schema#",
        "type": "object",
        "required": ["day"],
        "properties": {"day": {"$ref": "#/definitions/Day"}},
        "definitions": {"Day": {"enum": ["mon", "tue"]}},
    }

    assert instance_of(schema, DICE) == {"day": "mon"}
