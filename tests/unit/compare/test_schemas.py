"""Two schemas compared, one edit at a time: which rule names it and how grave it is, sent and answered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.compare.builders import compare_requests, compare_responses, found

# what was edited, old schema, new schema, changes when it is sent, changes when it is answered
CASES: list[tuple[str, Any, Any, set[str], set[str]]] = [
    ("nothing", {"type": "string"}, {"type": "string", "description": "d"}, set(), set()),
    (
        "type narrowed",
        {"type": ["string", "integer"]},
        {"type": "string"},
        {"breaking request type-narrowed"},
        {"info response type-narrowed"},
    ),
    (
        "type widened",
        {"type": "integer"},
        {"type": "number"},
        {"info request type-widened"},
        {"breaking response type-widened"},
    ),
    (
        "type changed",
        {"type": "string"},
        {"type": "integer"},
        {"breaking request type-changed"},
        {"breaking response type-changed"},
    ),
    ("any to string", {}, {"type": "string"}, {"breaking request type-narrowed"}, {"info response type-narrowed"}),
    (
        "null removed",
        {"type": ["string", "null"]},
        {"type": "string"},
        {"breaking request nullable-removed"},
        {"info response nullable-removed"},
    ),
    ("null in a union", {"anyOf": [{"type": "string"}, {"type": "null"}]}, {"type": ["string", "null"]}, set(), set()),
    (
        "enum value removed",
        {"type": "string", "enum": ["a", "b"]},
        {"type": "string", "enum": ["a"]},
        {"breaking request enum-value-removed"},
        {"info response enum-value-removed"},
    ),
    (
        "enum value added",
        {"type": "string", "enum": ["a"]},
        {"type": "string", "enum": ["a", "b"]},
        {"info request enum-value-added"},
        {"warning response enum-value-added"},
    ),
    (
        "enum added",
        {"type": "string"},
        {"type": "string", "enum": ["a"]},
        {"breaking request enum-added"},
        {"info response enum-added"},
    ),
    (
        "enum removed",
        {"type": "string", "enum": ["a"]},
        {"type": "string"},
        {"info request enum-removed"},
        {"breaking response enum-removed"},
    ),
    (
        "const changed",
        {"const": "a"},
        {"const": "b"},
        {"breaking request const-changed"},
        {"breaking response const-changed"},
    ),
    ("union of constants is an enum", {"oneOf": [{"const": "a"}, {"const": "b"}]}, {"enum": ["b", "a"]}, set(), set()),
    (
        "minimum added",
        {"type": "number"},
        {"type": "number", "minimum": 1},
        {"breaking request minimum-added"},
        {"info response minimum-added"},
    ),
    (
        "minimum raised",
        {"type": "number", "minimum": 0},
        {"type": "number", "minimum": 1},
        {"breaking request minimum-raised"},
        {"info response minimum-raised"},
    ),
    (
        "minimum lowered",
        {"type": "number", "minimum": 1},
        {"type": "number", "minimum": 0},
        {"info request minimum-lowered"},
        {"breaking response minimum-lowered"},
    ),
    (
        "minimum became exclusive",
        {"type": "number", "minimum": 1},
        {"type": "number", "exclusiveMinimum": 1},
        {"breaking request minimum-raised"},
        {"info response minimum-raised"},
    ),
    (
        "maximum removed",
        {"type": "number", "maximum": 1},
        {"type": "number"},
        {"info request maximum-removed"},
        {"breaking response maximum-removed"},
    ),
    (
        "maximum lowered",
        {"type": "number", "maximum": 2},
        {"type": "number", "maximum": 1},
        {"breaking request maximum-lowered"},
        {"info response maximum-lowered"},
    ),
    (
        "maximum raised",
        {"type": "number", "maximum": 1},
        {"type": "number", "maximum": 2},
        {"info request maximum-raised"},
        {"breaking response maximum-raised"},
    ),
    (
        "exclusive maximum added",
        {"type": "number"},
        {"type": "number", "exclusiveMaximum": 1},
        {"breaking request maximum-added"},
        {"info response maximum-added"},
    ),
    (
        "step added",
        {"type": "number"},
        {"type": "number", "multipleOf": 2},
        {"breaking request multiple-of-added"},
        {"info response multiple-of-added"},
    ),
    (
        "step removed",
        {"type": "number", "multipleOf": 2},
        {"type": "number"},
        {"info request multiple-of-removed"},
        {"breaking response multiple-of-removed"},
    ),
    (
        "step coarser",
        {"type": "number", "multipleOf": 2},
        {"type": "number", "multipleOf": 4},
        {"breaking request multiple-of-narrowed"},
        {"info response multiple-of-narrowed"},
    ),
    (
        "step finer",
        {"type": "number", "multipleOf": 4},
        {"type": "number", "multipleOf": 2},
        {"info request multiple-of-widened"},
        {"breaking response multiple-of-widened"},
    ),
    (
        "step other",
        {"type": "number", "multipleOf": 2},
        {"type": "number", "multipleOf": 3},
        {"breaking request multiple-of-changed"},
        {"breaking response multiple-of-changed"},
    ),
    (
        "length added",
        {"type": "string"},
        {"type": "string", "maxLength": 2},
        {"breaking request max-length-added"},
        {"info response max-length-added"},
    ),
    (
        "length raised",
        {"type": "string", "minLength": 1},
        {"type": "string", "minLength": 2},
        {"breaking request min-length-raised"},
        {"info response min-length-raised"},
    ),
    ("minLength zero says nothing", {"type": "string"}, {"type": "string", "minLength": 0}, set(), set()),
    (
        "items count",
        {"type": "array", "items": {"type": "string"}, "maxItems": 3},
        {"type": "array", "items": {"type": "string"}, "maxItems": 2},
        {"breaking request max-items-lowered"},
        {"info response max-items-lowered"},
    ),
    (
        "items count without schema",
        {"type": "array", "minItems": 1},
        {"type": "array", "minItems": 2},
        {"breaking request min-items-raised"},
        {"info response min-items-raised"},
    ),
    (
        "members count",
        {"type": "object", "properties": {}, "maxProperties": 3},
        {"type": "object", "properties": {}, "maxProperties": 2},
        {"breaking request max-properties-lowered"},
        {"info response max-properties-lowered"},
    ),
    (
        "unique",
        {"type": "array", "items": {"type": "string"}},
        {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        {"breaking request unique-items-added"},
        {"info response unique-items-added"},
    ),
    (
        "not unique any more",
        {"type": "array", "uniqueItems": True},
        {"type": "array"},
        {"info request unique-items-removed"},
        {"breaking response unique-items-removed"},
    ),
    (
        "pattern added",
        {"type": "string"},
        {"type": "string", "pattern": "^a$"},
        {"breaking request pattern-added"},
        {"info response pattern-added"},
    ),
    (
        "pattern removed",
        {"type": "string", "pattern": "^a$"},
        {"type": "string"},
        {"info request pattern-removed"},
        {"breaking response pattern-removed"},
    ),
    (
        "pattern changed with witness",
        {"type": "string", "pattern": "^[a-z]$"},
        {"type": "string", "pattern": "^[0-9]$"},
        {"breaking request pattern-changed"},
        {"breaking response pattern-changed"},
    ),
    (
        "pattern widened to all",
        {"type": "string", "pattern": "^a$"},
        {"type": "string", "pattern": ".*"},
        {"info request pattern-removed"},
        {"breaking response pattern-removed"},
    ),
    (
        "pattern narrowed from all",
        {"type": "string", "pattern": ".*"},
        {"type": "string", "pattern": "^a$"},
        {"breaking request pattern-added"},
        {"info response pattern-added"},
    ),
    (
        "format added",
        {"type": "string"},
        {"type": "string", "format": "uuid"},
        {"breaking request format-added"},
        {"info response format-added"},
    ),
    (
        "format changed",
        {"type": "string", "format": "date"},
        {"type": "string", "format": "uuid"},
        {"breaking request format-changed"},
        {"breaking response format-changed"},
    ),
    (
        "format removed",
        {"type": "string", "format": "uuid"},
        {"type": "string"},
        {"info request format-removed"},
        {"breaking response format-removed"},
    ),
    (
        "number format",
        {"type": "integer", "format": "int32"},
        {"type": "integer", "format": "int64"},
        {"info request format-widened"},
        {"breaking response format-widened"},
    ),
    (
        "number format narrower",
        {"type": "integer", "format": "int64"},
        {"type": "integer", "format": "int32"},
        {"breaking request format-narrowed"},
        {"info response format-narrowed"},
    ),
    (
        "idle keyword",
        {"type": "string", "maximum": 1},
        {"type": "string", "maximum": 2},
        {"info request idle-keyword-changed"},
        {"info response idle-keyword-changed"},
    ),
    (
        "property added",
        {"type": "object", "properties": {}},
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"info request property-added"},
        {"info response property-added"},
    ),
    (
        "required property added",
        {"type": "object", "properties": {}},
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
        {"breaking request required-property-added"},
        {"info response required-property-added"},
    ),
    (
        "property removed",
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {}},
        {"warning request property-removed"},
        {"warning response property-removed"},
    ),
    (
        "required property removed",
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
        {"type": "object", "properties": {}},
        {"warning request required-property-removed"},
        {"breaking response required-property-removed"},
    ),
    (
        "property removed from closed",
        {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False},
        {"type": "object", "properties": {}, "additionalProperties": False},
        {"breaking request property-removed"},
        {"warning response property-removed"},
    ),
    (
        "property added to closed",
        {"type": "object", "properties": {}, "additionalProperties": False},
        {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False},
        {"info request property-added"},
        {"breaking response property-added"},
    ),
    (
        "property became required",
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
        {"breaking request property-became-required"},
        {"info response property-became-required"},
    ),
    (
        "undeclared became required",
        {"type": "object", "properties": {}},
        {"type": "object", "properties": {}, "required": ["a"]},
        {"breaking request property-became-required"},
        {"info response property-became-required"},
    ),
    (
        "property became optional",
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"info request property-became-optional"},
        {"breaking response property-became-optional"},
    ),
    (
        "property renamed",
        {"type": "object", "properties": {"content": {"type": "string", "enum": ["text"]}}},
        {"type": "object", "properties": {"type": {"type": "string", "enum": ["text"]}}},
        {"warning request property-renamed"},
        {"warning response property-renamed"},
    ),
    (
        "property renamed in closed",
        {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False},
        {"type": "object", "properties": {"b": {"type": "string"}}, "additionalProperties": False},
        {"breaking request property-renamed"},
        {"breaking response property-renamed"},
    ),
    (
        "became read-only",
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string", "readOnly": True}}},
        {"info request property-became-read-only"},
        {"info response property-became-read-only"},
    ),
    (
        "became write-only",
        {"type": "object", "properties": {"a": {"type": "string", "writeOnly": True}}},
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"info request property-became-not-write-only"},
        {"info response property-became-not-write-only"},
    ),
    (
        "read-only removed",
        {"type": "object", "properties": {"a": {"type": "string", "readOnly": True}}},
        {"type": "object", "properties": {}},
        {"info request property-removed"},
        {"warning response property-removed"},
    ),
    (
        "read-only added",
        {"type": "object", "properties": {}},
        {"type": "object", "properties": {"a": {"type": "string", "readOnly": True}}},
        {"info request property-added"},
        {"info response property-added"},
    ),
    (
        "write-only added",
        {"type": "object", "properties": {}},
        {"type": "object", "properties": {"a": {"type": "string", "writeOnly": True}}},
        {"info request property-added"},
        {"info response property-added"},
    ),
    (
        "deprecated",
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string", "deprecated": True}}},
        {"warning behaviour property-deprecated"},
        {"warning behaviour property-deprecated"},
    ),
    (
        "undeprecated",
        {"type": "object", "properties": {"a": {"type": "string", "deprecated": True}}},
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"info behaviour property-undeprecated"},
        {"info behaviour property-undeprecated"},
    ),
    (
        "closed map",
        {"type": "object"},
        {"type": "object", "additionalProperties": False},
        {"breaking request additional-properties-closed"},
        {"info response additional-properties-closed"},
    ),
    (
        "closed object",
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False},
        {"info request additional-properties-closed"},
        {"info response additional-properties-closed"},
    ),
    (
        "opened object",
        {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False},
        {"type": "object", "properties": {"a": {"type": "string"}}},
        {"info request additional-properties-opened"},
        {"info response additional-properties-opened"},
    ),
    (
        "map typed",
        {"type": "object"},
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"breaking request additional-properties-typed"},
        {"info response additional-properties-typed"},
    ),
    (
        "map untyped",
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"type": "object"},
        {"info request additional-properties-untyped"},
        {"breaking response additional-properties-untyped"},
    ),
    (
        "map values",
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"type": "object", "additionalProperties": {"type": "integer"}},
        {"breaking request type-changed"},
        {"breaking response type-changed"},
    ),
    (
        "map member declared",
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"type": "object", "properties": {"a": {"type": "integer"}}, "additionalProperties": {"type": "string"}},
        {"info request property-added", "breaking request type-changed"},
        {"info response property-added", "breaking response type-changed"},
    ),
    (
        "map member no longer declared",
        {"type": "object", "properties": {"a": {"type": "integer"}}, "additionalProperties": {"type": "string"}},
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"warning request property-removed", "breaking request type-changed"},
        {"warning response property-removed", "breaking response type-changed"},
    ),
    (
        "items added",
        {"type": "array"},
        {"type": "array", "items": {"type": "string"}},
        {"breaking request items-added"},
        {"info response items-added"},
    ),
    (
        "items removed",
        {"type": "array", "items": {"type": "string"}},
        {"type": "array"},
        {"info request items-removed"},
        {"breaking response items-removed"},
    ),
    (
        "empty items",
        {"type": "array"},
        {"type": "array", "items": {}},
        {"info request items-added"},
        {"info response items-added"},
    ),
    (
        "items changed",
        {"type": "array", "items": {"type": "string"}},
        {"type": "array", "items": {"type": "integer"}},
        {"breaking request type-changed"},
        {"breaking response type-changed"},
    ),
    (
        "positional items",
        {"type": "array", "prefixItems": [{"type": "string"}]},
        {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}]},
        {"breaking request type-changed", "unknown request prefix-items-changed"},
        {"breaking response type-changed", "unknown response prefix-items-changed"},
    ),
    ("closed for good", {"type": "string"}, False, {"breaking request schema-closed"}, {"info response schema-closed"}),
    ("opened again", False, {"type": "string"}, {"info request schema-opened"}, {"breaking response schema-opened"}),
    ("never on both", False, False, set(), set()),
    (
        "default added",
        {"type": "string"},
        {"type": "string", "default": "a"},
        {"warning behaviour default-added"},
        {"info behaviour default-added"},
    ),
    (
        "default changed",
        {"type": "string", "default": "a"},
        {"type": "string", "default": "b"},
        {"warning behaviour default-changed"},
        {"warning behaviour default-changed"},
    ),
    (
        "default removed",
        {"type": "string", "default": "a"},
        {"type": "string"},
        {"warning behaviour default-removed"},
        {"info behaviour default-removed"},
    ),
    (
        "not reasoned about",
        {"type": "string"},
        {"type": "string", "contentMediaType": "text/plain"},
        {"unknown request keyword-changed"},
        {"unknown response keyword-changed"},
    ),
    (
        "not, with an example",
        {"type": "string"},
        {"type": "string", "not": {"const": "a"}},
        {"breaking request keyword-changed"},
        {"unknown response keyword-changed"},
    ),
    (
        "pattern properties",
        {"type": "object", "properties": {}, "patternProperties": {"^a": {"type": "string"}}},
        {"type": "object", "properties": {}, "patternProperties": {"^b": {"type": "string"}}},
        {"unknown request keyword-changed"},
        {"unknown response keyword-changed"},
    ),
    ("extension", {"type": "string"}, {"type": "string", "x-y": 1}, set(), set()),
    (
        "union member added",
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]},
        {"info request union-member-added"},
        {"breaking response union-member-added"},
    ),
    (
        "union member covered",
        {"anyOf": [{"type": "string"}, {"type": "boolean"}, {"type": "string", "enum": ["a"]}]},
        {"anyOf": [{"type": "string"}, {"type": "boolean"}]},
        {"info request union-member-removed"},
        {"info response union-member-removed"},
    ),
    (
        "union keyword",
        {"anyOf": [{"type": "string"}, {"type": "array"}]},
        {"oneOf": [{"type": "string"}, {"type": "array"}]},
        {"info request union-keyword-changed"},
        {"info response union-keyword-changed"},
    ),
    (
        "union of bare types",
        {"type": ["string", "integer"]},
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        set(),
        set(),
    ),
    (
        "one became a union",
        {"type": "string", "maxLength": 3},
        {"anyOf": [{"type": "string", "maxLength": 3}, {"type": "array", "items": {"type": "string"}}]},
        {"info request union-member-added"},
        {"breaking response union-member-added"},
    ),
    (
        "union became one",
        {"anyOf": [{"type": "string", "maxLength": 3}, {"type": "array", "items": {"type": "string"}}]},
        {"type": "string", "maxLength": 3},
        {"breaking request union-member-removed"},
        {"info response union-member-removed"},
    ),
    (
        "tagged member changed",
        {
            "oneOf": [
                {"type": "object", "properties": {"type": {"const": "a"}, "x": {"type": "string"}}},
                {"type": "object", "properties": {"type": {"const": "b"}}},
            ]
        },
        {
            "oneOf": [
                {"type": "object", "properties": {"type": {"const": "b"}}},
                {"type": "object", "properties": {"type": {"const": "a"}, "x": {"type": "integer"}}},
            ]
        },
        {"breaking request type-changed"},
        {"breaking response type-changed"},
    ),
    (
        "split by tag",
        {
            "type": "object",
            "properties": {"role": {"type": "string", "enum": ["u", "t"]}, "id": {"type": "string"}},
            "required": ["role"],
        },
        {
            "oneOf": [
                {"type": "object", "properties": {"role": {"const": "u"}}, "required": ["role"]},
                {
                    "type": "object",
                    "properties": {"role": {"const": "t"}, "id": {"type": "string"}},
                    "required": ["role", "id"],
                },
            ]
        },
        {"breaking request alternatives-refused"},
        {
            "warning response property-removed",
            "info response property-became-required",
            "info response enum-value-removed",
        },
    ),
    (
        "joined",
        {
            "oneOf": [
                {"type": "object", "properties": {"role": {"const": "u"}}, "required": ["role"]},
                {
                    "type": "object",
                    "properties": {"role": {"const": "t"}, "id": {"type": "string"}},
                    "required": ["role", "id"],
                },
            ]
        },
        {
            "type": "object",
            "properties": {"role": {"type": "string", "enum": ["u", "t"]}, "id": {"type": "string"}},
            "required": ["role"],
        },
        {"info request property-added", "info request property-became-optional", "info request enum-value-added"},
        {"breaking response alternatives-refused"},
    ),
    (
        "wrapped in an exclusive union",
        {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["a", "b"]},
        {
            "oneOf": [
                {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["a"]},
                {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["b"]},
            ]
        },
        {"breaking request alternatives-refused"},
        {"breaking response property-became-optional"},
    ),
    (
        "all of is one object",
        {
            "allOf": [
                {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
                {"type": "object", "properties": {"b": {"type": "string"}}},
            ]
        },
        {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "required": ["a"]},
        set(),
        set(),
    ),
    (
        "all of bounds",
        {"allOf": [{"type": "number", "minimum": 0}, {"minimum": 1}]},
        {"type": "number", "minimum": 1},
        set(),
        set(),
    ),
    (
        "two unions",
        {
            "allOf": [
                {"anyOf": [{"type": "string"}, {"type": "array"}]},
                {"anyOf": [{"type": "string", "minLength": 1}, {"type": "array"}]},
            ]
        },
        {
            "allOf": [
                {"anyOf": [{"type": "string"}, {"type": "array"}]},
                {"anyOf": [{"type": "string", "minLength": 2}, {"type": "array"}]},
            ]
        },
        {"breaking request keyword-changed"},
        {"unknown response keyword-changed"},
    ),
    (
        "discriminator",
        {
            "oneOf": [
                {"type": "object", "properties": {"t": {"const": "a"}}},
                {"type": "object", "properties": {"t": {"const": "b"}}},
            ],
            "discriminator": {"propertyName": "t"},
        },
        {
            "oneOf": [
                {"type": "object", "properties": {"t": {"const": "a"}}},
                {"type": "object", "properties": {"t": {"const": "b"}}},
            ]
        },
        {"info request discriminator-changed"},
        {"info response discriminator-changed"},
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), [pytest.param(*case[1:4], id=case[0]) for case in CASES])
def test_an_edit_of_what_is_sent(old: Any, new: Any, expected: set[str]) -> None:
    """An edit of a request schema is reported by one rule with the severity of the sender's view."""
    diff = compare_requests(old, new)

    assert found(diff) == expected


@pytest.mark.parametrize(("old", "new", "expected"), [pytest.param(*case[1:3], case[4], id=case[0]) for case in CASES])
def test_an_edit_of_what_is_answered(old: Any, new: Any, expected: set[str]) -> None:
    """An edit of a response schema is reported by one rule with the severity of the reader's view."""
    diff = compare_responses(old, new)

    assert found(diff) == expected


def test_a_breaking_change_shows_an_example() -> None:
    """A breaking change carries a value that was accepted and is refused."""
    diff = compare_requests({"type": "number", "maximum": 2}, {"type": "number", "maximum": 1})

    (change,) = diff.changes

    assert change.witness is not None
    assert change.witness.instance == 2


def test_a_breaking_change_without_example_says_so() -> None:
    """Where no example is found, the message says it."""
    diff = compare_requests({"type": "string", "format": "date"}, {"type": "string", "format": "iri"})

    (change,) = diff.changes

    assert change.witness is None
    assert "no example found" in change.message
