"""References: where they are, what they point to, which point to nothing."""

from __future__ import annotations

import pytest

from specfold.document import Json
from specfold.pointer import JsonPointer
from specfold.schema.edit import copy_json, is_same, replace_nodes
from specfold.schema.references import dangling, find, follow, iter_references, may_leave, resolve

DOCUMENT = {
    "paths": {"/a": {"$ref": "#/components/pathItems/P"}},
    "components": {
        "pathItems": {"P": {}},
        "schemas": {
            "A": {
                "properties": {"$ref": {"$ref": "#/components/schemas/B"}, "x": {"default": {"$ref": "#/nowhere"}}},
                "discriminator": {
                    "propertyName": "t",
                    "mapping": {"b": "#/components/schemas/B", "c": "C", "d": "d.yaml"},
                },
                "example": {"$ref": "#/nowhere"},
            },
            "B": {"$ref": "#/components/schemas/Missing"},
            "Loop": {"$ref": "#/components/schemas/Loop"},
        },
    },
}


def test_references_are_found_where_references_are() -> None:
    """References of parts and of discriminators are found; data that looks like one is not."""
    found = {str(pointer): ref for pointer, ref in iter_references(DOCUMENT)}

    assert found == {
        "/paths/~1a/$ref": "#/components/pathItems/P",
        "/components/schemas/A/properties/$ref/$ref": "#/components/schemas/B",
        "/components/schemas/A/discriminator/mapping/b": "#/components/schemas/B",
        "/components/schemas/A/discriminator/mapping/d": "d.yaml",
        "/components/schemas/B/$ref": "#/components/schemas/Missing",
        "/components/schemas/Loop/$ref": "#/components/schemas/Loop",
    }


def test_references_of_one_schema_are_found() -> None:
    """A part of a document is searched as what it is."""
    schema = {"items": {"$ref": "#/x"}, "discriminator": {"mapping": 1}}

    assert list(iter_references(schema)) == [(JsonPointer(("items", "$ref")), "#/x")]
    assert list(iter_references({"schema": {"$ref": "#/x"}}, "media-type")) == [
        (JsonPointer(("schema", "$ref")), "#/x")
    ]
    assert list(iter_references(None)) == []


def test_dangling_references_are_told() -> None:
    """A local reference to nothing is told with its pointer, another file's is not judged."""
    assert dangling(DOCUMENT) == [(JsonPointer(("components", "schemas", "B", "$ref")), "#/components/schemas/Missing")]


@pytest.mark.parametrize(("pointer", "value"), [("", {"a": [1, {"": 2}]}), ("/a/0", 1), ("/a/1/", 2)])
def test_pointers_find_nodes(pointer: str, value: object) -> None:
    """A pointer leads through objects and arrays."""
    assert find({"a": [1, {"": 2}]}, JsonPointer.parse(pointer)) == value


@pytest.mark.parametrize("pointer", ["/b", "/a/2", "/a/00", "/a/-1", "/a/x", "/a/0/x"])
def test_pointers_to_nothing_are_refused(pointer: str) -> None:
    """A pointer to nothing is an error, also where Python would find something."""
    with pytest.raises(LookupError):
        find({"a": [1, {"": 2}]}, JsonPointer.parse(pointer))


def test_only_local_references_resolve() -> None:
    """What lies in another file is not looked for."""
    assert resolve(DOCUMENT, "#/components/pathItems/P") == {}
    with pytest.raises(LookupError, match="no local reference"):
        resolve(DOCUMENT, "d.yaml#/x")


def test_following_ends_at_an_object_or_says_why_not() -> None:
    """References are followed to their end; a circle is refused."""
    chain = {"a": {"$ref": "#/b"}, "b": {"$ref": "#/c"}, "c": {"type": "string"}}

    assert follow(chain, chain["a"]) == {"type": "string"}
    with pytest.raises(LookupError, match="refers to itself"):
        follow(DOCUMENT, DOCUMENT["components"]["schemas"]["Loop"])  # type: ignore[index]  # a literal of mixed values


def test_edits_make_copies() -> None:
    """Replacing nodes leaves the original alone."""
    value = {"a": [1, {"b": 2}], "c": 3}

    changed = replace_nodes(value, {("a", "1", "b"): 9})

    assert changed == {"a": [1, {"b": 9}], "c": 3}
    assert value == copy_json(value) == {"a": [1, {"b": 2}], "c": 3}
    assert replace_nodes(value, {(): 1}) == 1
    assert replace_nodes(value, {}) is value


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (1, 1.0, True),
        (1, True, False),
        (0, False, False),
        ({"a": [1]}, {"a": [1.0]}, True),
        ({"a": 1}, {"a": 1, "b": 1}, False),
        ([1], [1, 2], False),
        ([True], [1], False),
        (None, 0, False),
    ],
)
def test_sameness_is_that_of_json(left: object, right: object, same: bool) -> None:
    """True is not 1, and 1.0 is."""
    assert is_same(left, right) is same


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": [{"$ref": "#/b"}, {"mapping": {"x": "#/b", "y": "Name"}}, 1]}, False),
        ({"a": [{"$ref": "b.yaml"}]}, True),
        ({"a": {"mapping": {"x": "b.yaml"}}}, True),
        ({"$ref": 1, "mapping": None}, False),
    ],
)
def test_references_to_other_files_are_suspected(value: Json, *, expected: bool) -> None:
    """A quick look finds each reference to another file, wherever it stands."""
    assert may_leave(value) is expected
