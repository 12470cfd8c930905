"""The smallest instance of a schema: the simplest type, within its bounds, with what must be there."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.change import Axis
from specfold.compare.sample import NoSampleError, build_sample, build_variants
from specfold.compare.side import Side
from specfold.document import Document
from specfold.pointer import JsonPointer

HERE = (JsonPointer(("here",)),)


def side_of(schema: Any) -> Side:
    """Return a document that holds a schema."""
    return Side.of(Document({"openapi": "3.1.0", "here": schema}, "document"))


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"enum": ["a", "b"]}, "a"),
        ({"enum": [None]}, None),
        ({"type": "null"}, None),
        ({"type": "boolean"}, False),
        ({"type": "string"}, "a"),
        ({"type": "string", "maxLength": 0}, ""),
        ({"type": "string", "minLength": 3}, "aaa"),
        ({"type": "string", "format": "date"}, "2026-01-31"),
        ({"type": "integer"}, 0),
        ({"type": "integer", "minimum": 1.5}, 2),
        ({"type": "number", "minimum": 1.5}, 1.5),
        ({"type": "integer", "exclusiveMinimum": 1}, 2),
        ({"type": "number", "exclusiveMinimum": 1}, 1.5),
        ({"type": "integer", "maximum": -1.5}, -2),
        ({"type": "number", "maximum": -1.5}, -1.5),
        ({"type": "integer", "exclusiveMaximum": 0}, -1),
        ({"type": "number", "exclusiveMaximum": 0}, -0.5),
        ({"minimum": 3}, 3),
        ({}, "a"),
        ({"items": {"type": "string"}, "minItems": 1}, ["a"]),
        ({"type": "array", "minItems": 2}, [0, 1]),
        ({"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}, "minItems": 2}, ["a", 0]),
        ({"required": ["x"]}, {"x": ""}),
        ({"type": "object", "properties": {"x": {"type": "string", "readOnly": True}}, "required": ["x"]}, {}),
        ({"anyOf": [False, {"type": "integer"}, {"type": "boolean"}]}, 0),
    ],
)
def test_a_sample_is_the_smallest(schema: Any, expected: Any) -> None:
    """A sample is as small as the schema lets it be."""
    sample = build_sample(side_of(schema), HERE, direction=Axis.REQUEST)

    assert sample == expected


@pytest.mark.parametrize(
    "schema",
    [
        False,
        {"type": "object", "properties": {"next": {"$ref": "#/here"}}, "required": ["next"]},
        {"type": "array", "minItems": 100},
        {"type": "string", "minLength": 10_000},
        {"type": "int"},
        {"anyOf": [False, {"type": "int"}]},
    ],
)
def test_what_has_no_small_instance_has_no_sample(schema: Any) -> None:
    """A schema that nothing small satisfies gives no sample."""
    side = side_of(schema)

    with pytest.raises(NoSampleError):
        build_sample(side, HERE, direction=Axis.REQUEST)


def test_variants_differ_in_one_member() -> None:
    """Variants are the smallest object, and that with each value and each member added; what cannot be sent is left out."""
    properties = {
        "role": {"enum": ["u", "t"]},
        "text": {"type": "string"},
        "never": {"type": "int"},
        "shown": {"type": "string", "readOnly": True},
    }
    side = side_of({"type": "object", "properties": properties})

    variants = build_variants(side, side.flat(HERE), direction=Axis.REQUEST)

    assert variants == [{}, {"role": "u"}, {"role": "t"}, {"role": "u"}, {"text": "a"}]


def test_an_object_that_cannot_be_built_has_no_variants() -> None:
    """There are no variants of what has no smallest object."""
    side = side_of({"type": "object", "properties": {"a": False}, "required": ["a"]})

    variants = build_variants(side, side.flat(HERE), direction=Axis.REQUEST)

    assert variants == []
