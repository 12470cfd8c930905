"""Keywords whose values are of the wrong kind are set aside and never trusted."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.schema.wellformed import set_aside_malformed


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "minLength": 1, "pattern": "a"},
        {"type": ["string", "null"], "enum": [], "required": ["a"]},
        {"properties": {"a": True}, "items": False, "additionalProperties": {}},
        {"anyOf": [{}, True], "minimum": -1.5, "multipleOf": 0.1, "x-any": []},
    ],
)
def test_what_is_well_formed_stays(schema: dict[str, Any]) -> None:
    """A schema object without fault is returned itself."""
    kept = set_aside_malformed(schema)

    assert kept is schema


@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("type", 1),
        ("type", [1]),
        ("enum", "a"),
        ("required", [None]),
        ("properties", []),
        ("properties", {"a": 1}),
        ("items", []),
        ("anyOf", [1]),
        ("minimum", True),
        ("minLength", -1),
        ("maxItems", 1.5),
        ("multipleOf", 0),
        ("$ref", {}),
        ("discriminator", "a"),
    ],
)
def test_what_is_malformed_is_set_aside(keyword: str, value: Any) -> None:
    """A keyword with a value of the wrong kind keeps its value under a name that means nothing."""
    kept = set_aside_malformed({keyword: value, "title": "t"})

    assert kept == {f"malformed {keyword}": value, "title": "t"}
