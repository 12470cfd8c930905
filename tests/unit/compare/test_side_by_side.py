"""Changes said of two documents that stand side by side."""

from __future__ import annotations

import re
from typing import Any

import pytest

from specfold.compare.side_by_side import say_side_by_side
from tests.unit.compare.builders import compare_requests

TIME = re.compile(r"\b(now|no longer|any more|again|removed|added|became|raised|lowered|changed|narrowed|widened)\b")
TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
SCHEMAS: tuple[Any, ...] = (
    TEXT,
    NUMBER,
    {"type": ["string", "null"], "maxLength": 3, "pattern": "^a"},
    {"type": "string", "minLength": 1, "format": "email"},
    {"type": "number", "minimum": 1, "maximum": 3, "multipleOf": 2},
    {"type": "number", "minimum": 0, "maximum": 5},
    {"enum": ["a", "b"]},
    {"enum": ["b", "c"]},
    {"const": "a"},
    {"const": "b"},
    {"not": {}},
    {"type": "array", "items": TEXT, "uniqueItems": True},
    {"type": "array", "minItems": 2, "prefixItems": [TEXT]},
    {"type": "object", "required": ["a"], "properties": {"a": TEXT, "b": TEXT}},
    {"type": "object", "properties": {"a": {**TEXT, "readOnly": True}, "c": TEXT}, "additionalProperties": False},
    {"type": "object", "properties": {"a": TEXT}, "additionalProperties": TEXT, "minProperties": 1},
    {"oneOf": [{"type": "object", "required": ["t"], "properties": {"t": {"const": tag}}} for tag in "ab"]},
    {"oneOf": [{"type": "object", "required": ["t"], "properties": {"t": {"const": tag}}} for tag in "bcd"]},
    {"anyOf": [{"type": "object", "required": ["t"], "properties": {"t": {"const": tag}}} for tag in "ab"]},
)


def test_no_difference_of_schemas_is_said_in_the_language_of_time() -> None:
    """Whatever differs between two schemas is said of here and there."""
    messages = {
        change.message for one in SCHEMAS for other in SCHEMAS for change in compare_requests(one, other).changes
    }

    said = {message: say_side_by_side(message) for message in messages}

    assert len(said) > 100
    assert [text for text in said.values() if TIME.search(text)] == []


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("A.b: null is no longer valid", "A.b: null is not valid there"),
        ('A.b: "x", "y" are now valid', 'A.b: "x", "y" are valid there'),
        ("A: type changed from string to integer", "A: type is string here, integer there"),
        ("A: minimum raised: none → >= 1 (no example found that shows it)", "A: minimum: none here, >= 1 there (no example found that shows it)"),
        ("A: values are now limited to [1]", "A: values are limited to [1] there"),
        ("A: required member b removed", "A: member b is required here and not declared there"),
        ("A: member b must now be there", "A: member b is required there"),
        ("query parameter q must now be sent", "query parameter q must be sent there"),
        ("required query parameter q added", "query parameter q must be sent there"),
        ("query parameter q removed", "query parameter q is not declared there"),
        ("parameter q moved from query to header", "parameter q is at query here, at header there"),
        ("no authentication is no longer enough", "no authentication is not enough there"),
        ("authentication changed from none to HTTP basic", "authentication is none here, HTTP basic there"),
        ("content type text/plain removed", "content type text/plain is not declared there"),
        ("status 201 added", "status 201 is declared there only"),
        ("a request body removed", "a request body is not declared there"),
        ("the request body must now be sent", "the request body must be sent there"),
        ("operation POST /a removed", "operation POST /a is not declared there"),
        ("header x is now always there", "header x is always there"),
        ("nobody now knows what is no longer said", "nobody knows what is not said"),
    ],
)  # fmt: skip
def test_a_change_is_said_of_here_and_there(message: str, expected: str) -> None:
    """The plain changes have plain words."""
    assert say_side_by_side(message) == expected
