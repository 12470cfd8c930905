"""Deriving an overlay: which actions come out, and how their targets are written."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specfold.merge import derive_overlay
from specfold.merge.query_text import item_query, member_query
from tests.unit.merge.inputs import apply


def actions(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, Any]]:
    """Return the actions from one document to another as pairs, a removal with an ellipsis."""
    found = derive_overlay(old, new, title="T")["actions"]
    return [(action["target"], ... if action.get("remove") else action["update"]) for action in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {"a": 1}, [("$", {"a": 1})]),
        ({"a": 1}, {}, [("$.a", ...)]),
        ({"a": 1}, {"a": None}, [("$", {"a": None})]),
        ({"a": 1}, {"a": True}, [("$", {"a": True})]),
        ({"a": 1}, {"a": {"b": 1}}, [("$.a", ...), ("$", {"a": {"b": 1}})]),
        ({"a": {"b": 1}}, {"a": []}, [("$.a", ...), ("$", {"a": []})]),
        ({"a": {"b": 1}}, {"a": {}}, [("$.a.b", ...)]),
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, [("$.a", {"c": 3})]),
        ({"a": {"b": 1, "c": 2, "d": 3}}, {"a": {"e": 1}}, [("$.a", ...), ("$", {"a": {"e": 1}})]),
        ({"a": [1]}, {"a": [1, 2]}, [("$", {"a": [2]})]),
        ({"a": []}, {"a": [1]}, [("$", {"a": [1]})]),
        ({"a": [1, 2, 3]}, {"a": [1, 3]}, [("$.a[1]", ...)]),
        ({"a": ["x", "y"]}, {"a": ["y"]}, [("$.a[?@ == 'x']", ...)]),
        ({"a": ["x", "x", "y"]}, {"a": ["y"]}, [("$.a[1]", ...), ("$.a[0]", ...)]),
        ({"a": ["x", "y", "z"]}, {"a": ["x", "z", "w"]}, [("$.a[?@ == 'y']", ...), ("$", {"a": ["w"]})]),
        ({"a": [1, 2]}, {"a": [2, 1]}, [("$.a", ...), ("$", {"a": [2, 1]})]),
        ({"a": [1]}, {"a": [1, 1]}, [("$.a", ...), ("$", {"a": [1, 1]})]),
        ({"a": ["x", "y", "z"]}, {"a": ["x", "w", "z"]}, [("$.a[1]", "w")]),
        ({"a": [[1, 2, 3]]}, {"a": [[1, 2, 4]]}, [("$.a", ...), ("$", {"a": [[1, 2, 4]]})]),
        (
            {"a": [{"name": "p", "b": 1}, {"name": "q", "b": {"c": 1}}]},
            {"a": [{"name": "p", "b": 2}, {"name": "q", "b": {}}, {"name": "r"}]},
            [("$.a[?@.name == 'p']", {"b": 2}), ("$.a[?@.name == 'q'].b.c", ...), ("$", {"a": [{"name": "r"}]})],
        ),
        (
            {"a": [{"$ref": "#/x"}, {"$ref": "#/y"}, {"type": "null"}]},
            {"a": [{"$ref": "#/x"}, {"type": "null"}]},
            [("$.a[?@['$ref'] == '#/y']", ...)],
        ),
        (
            {"paths": {"/a": {"get": {"b": 1}}, "/c": {}}, "info": {"t": 1}},
            {"paths": {"/a": {"get": {"b": 2}}, "/c": {"d": 1}, "/e": {}}, "info": {"t": 2}},
            [
                ("$.paths['/a'].get", {"b": 2}),
                ("$.paths['/c']", {"d": 1}),
                ("$.paths", {"/e": {}}),
                ("$.info", {"t": 2}),
            ],
        ),
    ],
)
def test_each_difference_takes_the_fewest_words(
    old: dict[str, Any], new: dict[str, Any], expected: list[tuple[str, Any]]
) -> None:
    """What is added, changed, removed, appended, thinned out or reordered becomes the actions people would write."""
    found = actions(old, new)

    assert found == expected


def test_what_is_derived_is_an_overlay_by_the_standard() -> None:
    """Applying the printed actions gives the other document, and nothing is found to say about them."""
    old, new = {"a": {"it's": [1, {"b\n": 2}]}}, {"a": {"it's": [1, {"b\n": 3}], "\\": None}}

    applied = apply(json.dumps(old), "  " + json.dumps(derive_overlay(old, new, title="T")["actions"]))

    assert applied.document.value == new
    assert applied.findings == ()


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("a_1", "$.a_1"),
        ("", "$['']"),
        ("1a", "$['1a']"),
        ("x-a", "$['x-a']"),
        ("it's", "$['it\\'s']"),
        ("a\\b", "$['a\\\\b']"),
        ("\t\n\r\b\f", "$['\\t\\n\\r\\b\\f']"),
        ("\x01", "$['\\u0001']"),
        ("é", "$['é']"),
    ],
)
def test_names_are_quoted_where_the_standard_asks_for_it(name: str, query: str) -> None:
    """A name is a shorthand where it may be one, else a quoted string."""
    assert member_query("$", name) == query


def test_an_item_is_named_only_where_that_tells_it_apart() -> None:
    """A name that is changed, shared or missing selects nothing; the position does."""
    old = [{"name": "a"}, {"name": "b"}, {"name": "b"}, {"id": 1}]

    queries = [item_query("$", old, index=index) for index in range(4)]

    assert queries == ["$[?@.name == 'a']", "$[1]", "$[2]", "$[3]"]
    assert item_query("$", old, index=0, new=[{"name": "c"}, *old[1:]]) == "$[0]"
