"""Names of shared schemas: by which members and parameters people know their values."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.mentions import Mentions
from specfold.pointer import JsonPointer


def ref(name: str) -> dict[str, Any]:
    """Refer to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


DOCUMENT: dict[str, Any] = {
    "paths": {"/a": {"get": {"parameters": [{"name": "order", "in": "query", "schema": ref("Order")}]}}},
    "components": {
        "schemas": {
            "Tier": {"enum": ["a"]},
            "AnyTier": {"anyOf": [ref("Tier"), {"type": "null"}]},
            "Order": {"enum": ["asc"]},
            "Loop": {"anyOf": [ref("Loop"), ref("Tier")]},
            "a/b": {"type": "string"},
            "Request": {
                "properties": {
                    "tier": ref("AnyTier"),
                    "orders": {"type": "array", "items": ref("Order")},
                    "odd": {"not": ref("Tier")},
                    "slash": ref("a~1b"),
                }
            },
        }
    },
}


@pytest.mark.parametrize(
    ("pointer", "names"),
    [
        ("/components/schemas/Tier/enum", ("tier",)),
        ("/components/schemas/AnyTier", ("tier",)),
        ("/components/schemas/Order", ("order", "orders")),
        ("/components/schemas/Loop", ()),
        ("/components/schemas/a~1b", ("slash",)),
        ("/components/schemas/Request/properties/tier", ()),
        ("/components/schemas", ()),
        ("/paths/~1a", ()),
    ],
)
def test_values_are_named_by_what_refers_to_them(pointer: str, names: tuple[str, ...]) -> None:
    """A shared schema has the names of all that hold its values, through other components, and nothing else has any."""
    assert Mentions(DOCUMENT).names_of(JsonPointer.parse(pointer)) == names


@pytest.mark.parametrize("document", [None, [], {"components": []}, {"components": {"schemas": 5}}])
def test_documents_of_any_form_are_read(document: Any) -> None:
    """What is no OpenAPI document names nothing."""
    assert Mentions(document).names_of(JsonPointer.parse("/components/schemas/A")) == ()
