"""References by name become pointers where the document holds what they name."""

from __future__ import annotations

import pytest

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.anchors import find_anchor, point_references
from specfold.schema.references import find, iter_references


def document(**schemas: Json) -> JsonObject:
    """Return a document with some components."""
    return {"openapi": "3.1.0", "components": {"schemas": schemas}}


@pytest.mark.parametrize(
    ("schemas", "pointer"),
    [
        ({"A": {"$ref": "#n"}, "B": {"$anchor": "n"}}, "#/components/schemas/B"),
        ({"A": {"$ref": "#n"}, "B": {"$dynamicAnchor": "n"}}, "#/components/schemas/B"),
        ({"A": {"$ref": "#n"}, "B": {"items": {"$id": "#n"}}}, "#/components/schemas/B/items"),
        ({"A": {"$ref": "https://x/b"}, "B": {"$id": "https://x/b"}}, "#/components/schemas/B"),
        ({"A": {"$ref": "https://x/b#"}, "B": {"$id": "https://x/b#"}}, "#/components/schemas/B"),
        ({"A": {"$ref": "b"}, "B": {"$id": "b"}}, "#/components/schemas/B"),
        ({"A": {"$ref": "b#/$defs/c"}, "B": {"$id": "b", "$defs": {"c": {}}}}, "#/components/schemas/B/$defs/c"),
        ({"A": {"$ref": "b#c"}, "B": {"$id": "b", "$defs": {"c": {"$anchor": "c"}}}}, "#/components/schemas/B/$defs/c"),
        ({"A": {"$ref": "urn:b#/items"}, "B": {"$id": "urn:b", "items": {}}}, "#/components/schemas/B/items"),
        ({"A": {"$dynamicRef": "#n"}, "B": {"$dynamicAnchor": "n"}}, "#/components/schemas/B"),
        ({"A": {"$dynamicRef": "#n"}, "B": {"$anchor": "n"}}, "#/components/schemas/B"),
    ],
)
def test_names_become_pointers(schemas: JsonObject, pointer: str) -> None:
    """A reference by anchor, by `$id` or through a dynamic anchor that stands alone becomes a pointer."""
    found = point_references(document(**schemas))

    assert found["components"]["schemas"]["A"] == {"$ref": pointer}


@pytest.mark.parametrize(
    ("schema", "pointer"),
    [
        ({"$id": "https://x/a", "items": {"$ref": "#/$defs/n"}, "$defs": {"n": {}}}, "#/components/schemas/A/$defs/n"),
        ({"$id": "https://x/a", "items": {"$ref": "#/components/schemas/B"}}, "#/components/schemas/B"),
        ({"$id": "https://x/a", "items": {"$ref": "other.json"}}, "https://x/other.json"),
        ({"$id": "a", "items": {"$ref": "other.json"}}, "other.json"),
        ({"$id": "https://x/a", "items": {"$ref": "http://["}}, "http://["),
        ({"$id": 1, "items": {"$ref": "#gone"}}, "#gone"),
    ],
)
def test_references_start_at_the_schema_with_an_id(schema: JsonObject, pointer: str) -> None:
    """Below an `$id` references start there, then at the document; what is nowhere stays, absolute below an absolute one."""
    found = point_references(document(A=schema, B={}))

    assert found["components"]["schemas"]["A"]["items"] == {"$ref": pointer}


@pytest.mark.parametrize(
    "schemas",
    [
        {"A": {"$ref": "#n"}, "B": {"$anchor": "n"}, "C": {"$anchor": "n"}},
        {"A": {"$dynamicRef": "#n"}, "B": {"$dynamicAnchor": "n"}, "C": {"$dynamicAnchor": "n"}},
        {"A": {"$dynamicRef": "#gone"}, "B": {"$anchor": "n"}},
        {"A": {"$dynamicRef": "#n", "$ref": "#/components/schemas/B"}, "B": {"$dynamicAnchor": "n"}},
        {"A": {"$ref": "b"}, "B": {"$id": "b"}, "C": {"$id": "b"}},
        {"A": {"$ref": "b#/gone"}, "B": {"$id": "b"}},
    ],
)
def test_what_is_not_told_apart_stays(schemas: JsonObject) -> None:
    """A name that two schemas have, and one that none has, are left."""
    assert point_references(document(**schemas)) == document(**schemas)


def test_a_document_without_names_stays_itself() -> None:
    """Where nothing is named the document is not even copied."""
    plain = document(A={"$ref": "#/components/schemas/B"}, B={"enum": [{"a": 1}, 2]})

    assert point_references(plain) is plain


def test_every_pointer_leads_somewhere() -> None:
    """All references that became pointers can be followed."""
    named = document(A={"$id": "a", "items": {"$ref": "#n"}, "$defs": {"a/b": {"$anchor": "n"}}})

    found = point_references(named)

    assert [find(found, JsonPointer.parse(ref)) for _, ref in iter_references(found)] == [{"$anchor": "n"}]


def test_an_anchor_is_found_in_a_file_of_any_shape() -> None:
    """One schema with an anchor is found wherever it stands; several give none."""
    file = {"a": [{"$anchor": "x"}, {"b": {"$dynamicAnchor": "y"}}, {"$anchor": "z"}, {"$anchor": "z"}]}

    assert [find_anchor(file, name) for name in "xyzn"] == [("a", "0"), ("a", "1", "b"), None, None]
