"""Slips of published documents are set right, and nothing else is touched."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.merge.repair import repair_schemas


@pytest.mark.parametrize(
    ("schema", "repaired"),
    [
        ({"required": ["a", "b", "a"]}, {"required": ["a", "b"]}),
        ({"required": True}, {"required": True}),
        ({"required": ["a", 1, 1]}, {"required": ["a", 1, 1]}),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"exclusiveMaximum": True}, {}),
        ({"exclusiveMinimum": 0, "maximum": 2}, {"exclusiveMinimum": 0, "maximum": 2}),
        ({"items": {"minimum": 1, "exclusiveMinimum": True}}, {"items": {"exclusiveMinimum": 1}}),
        ({"example": {"required": ["a", "a"]}}, {"example": {"required": ["a", "a"]}}),
    ],
)
def test_what_a_slip_meant_is_said_by_the_standard(schema: dict[str, Any], repaired: dict[str, Any]) -> None:
    """Repeated names go, a flag of 3.0 becomes the bound it speaks of; data is no schema."""
    document = {"components": {"schemas": {"A": schema}}}

    assert repair_schemas(document) == {"components": {"schemas": {"A": repaired}}}
    assert document == {"components": {"schemas": {"A": schema}}}
