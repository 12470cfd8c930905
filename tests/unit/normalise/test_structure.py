"""Inline objects get names of their own and nothing they mean is lost."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.document import JsonObject
from specfold.errors import SpecfoldError
from specfold.normalise.structure import Structurer
from specfold.pointer import JsonPointer


def structure(schemas: JsonObject) -> Structurer:
    """Return the named schemas of a document that has these components."""
    shapes = Structurer({"components": {"schemas": schemas}})
    shapes.add_components(schemas)
    return shapes


def test_an_inline_object_becomes_a_component_named_after_its_place() -> None:
    """A member that is an object with members of its own is hoisted, its constraints with it."""
    inner = {"type": "object", "required": ["x"], "properties": {"x": {"type": "integer", "minimum": 1}}}

    shapes = structure({"Order": {"type": "object", "properties": {"buyer": inner}}})

    assert shapes.schemas["Order"]["properties"]["buyer"] == {"$ref": "#/components/schemas/OrderBuyer"}
    assert shapes.schemas["OrderBuyer"] == inner
    assert str(shapes.origins["OrderBuyer"]) == "/components/schemas/Order/properties/buyer"
    assert [rewrite.kind for rewrite in shapes.rewrites] == ["hoisted"]


def test_a_nullable_inline_object_stays_nullable() -> None:
    """The null of a type list becomes an alternative beside the reference."""
    shapes = structure(
        {"A": {"type": "object", "properties": {"b": {"type": ["object", "null"], "properties": {"c": {}}}}}}
    )

    assert shapes.schemas["A"]["properties"]["b"]["anyOf"] == [{"$ref": "#/components/schemas/AB"}, {"type": "null"}]


def test_names_never_meet_not_even_where_letter_case_is_ignored() -> None:
    """Components and hoisted objects keep apart; a component keeps its own name when it can."""
    shapes = structure(
        {
            "Order": {"type": "object", "properties": {"buyer": {"type": "object", "properties": {"x": {}}}}},
            "orderbuyer": {"type": "object", "properties": {"y": {}}},
        }
    )

    assert set(shapes.schemas) == {"Order", "Orderbuyer", "OrderBuyer2"}


def test_branches_of_a_union_are_named_after_their_tag() -> None:
    """The fixed value of a tag makes a better name than a number."""
    branch: dict[str, Any] = {"type": "object", "properties": {"type": {"const": "retrieval"}, "id": {}}}
    other: dict[str, Any] = {"type": "object", "properties": {"id": {}}}

    shapes = structure({"Tool": {"oneOf": [branch, other]}})

    assert set(shapes.schemas) == {"Tool", "ToolRetrieval", "ToolOption2"}


def test_all_of_is_flattened_into_one_object() -> None:
    """A schema composed of others becomes one object with the members of all."""
    shapes = structure(
        {
            "Base": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
            "Full": {
                "allOf": [
                    {"$ref": "#/components/schemas/Base"},
                    {"type": "object", "properties": {"n": {"type": "integer"}}},
                ]
            },
        }
    )

    assert set(shapes.schemas["Full"]["properties"]) == {"id", "n"}
    assert shapes.schemas["Full"]["required"] == ["id"]


def test_a_reference_into_a_schema_is_hoisted_once() -> None:
    """Two references to one inner node share one name."""
    inner = {"$ref": "#/components/schemas/A/properties/x"}

    shapes = structure(
        {
            "A": {"type": "object", "properties": {"x": {"type": "object", "properties": {"y": {}}}}},
            "B": {"type": "object", "properties": {"p": inner, "q": inner}},
        }
    )

    assert shapes.schemas["B"]["properties"]["p"] == shapes.schemas["B"]["properties"]["q"]


def test_a_discriminator_follows_renamed_components() -> None:
    """The mapping points to the names the client uses."""
    shapes = structure(
        {
            "a.b": {"type": "object", "properties": {"t": {"const": "x"}}},
            "U": {
                "oneOf": [{"$ref": "#/components/schemas/a.b"}],
                "discriminator": {"propertyName": "t", "mapping": {"x": "#/components/schemas/a.b"}},
            },
        }
    )

    assert shapes.schemas["U"]["discriminator"]["mapping"] == {"x": "#/components/schemas/AB"}
    assert [rewrite.detail for rewrite in shapes.rewrites if rewrite.kind == "renamed"] == ["AB"]


def test_boolean_schemas_become_objects() -> None:
    """`true` admits everything and `false` nothing, and both are recorded."""
    shapes = structure({"Any": True, "Never": False})

    assert shapes.schemas == {"Any2": {}, "Never": {"not": {}}}


def test_a_schema_nested_beyond_reason_is_refused() -> None:
    """Depth is bounded, with a message instead of a crash."""
    deep: JsonObject = {"type": "string"}
    for _ in range(300):
        deep = {"type": "array", "items": deep}

    with pytest.raises(SpecfoldError, match="nested too deeply"):
        structure({"Deep": deep})


def test_shape_hoists_outside_the_components_too() -> None:
    """A schema of a body or parameter gets its name from the hint it is given."""
    shapes = structure({})

    shaped = shapes.shape({"type": "object", "properties": {"a": {}}}, "chatRequest", pointer=JsonPointer(("paths",)))

    assert shaped == {"$ref": "#/components/schemas/ChatRequest"}


def test_an_object_has_the_members_of_its_alternatives_too() -> None:
    """What only a branch declares can be said by a caller as well; the alternatives themselves stay for validation."""
    shapes = structure(
        {
            "Other": {"type": "object", "properties": {"c": {"type": "integer"}}},
            "A": {
                "type": "object",
                "properties": {"a": {"type": "string"}},
                "anyOf": [
                    {"properties": {"b": {"type": "string"}, "a": {"const": "x"}}},
                    {"$ref": "#/components/schemas/Other"},
                ],
            },
        }
    )

    assert list(shapes.schemas["A"]["properties"]) == ["a", "b", "c"]
    assert len(shapes.schemas["A"]["anyOf"]) == 2
    assert ("members-of-alternatives", "b, c") in {(item.kind, item.detail) for item in shapes.rewrites}
