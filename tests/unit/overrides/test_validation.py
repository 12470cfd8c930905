"""Validation of requests: each keyword, and messages that name argument, bound and document."""

from __future__ import annotations

import io
import math
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from overrides.errors import RequestValidationError
from overrides.model import UNSET
from overrides.validation import Validator

SCHEMAS: dict[str, Any] = {
    "Message": {"oneOf": [{"$ref": "User"}, {"$ref": "Tool"}]},
    "User": {
        "type": "object",
        "properties": {"role": {"const": "user"}, "content": {"type": ["string", "null"], "minLength": 1}},
        "required": ["role", "content"],
    },
    "Tool": {
        "type": "object",
        "properties": {"role": {"type": "string", "enum": ["tool"]}, "id": {"type": "string"}},
        "required": ["role", "id"],
        "additionalProperties": False,
    },
    "Bounded": {"allOf": [{"type": "object", "properties": {"t": {"type": "number", "maximum": 2}}}, {"$ref": "User"}]},
    "Loop": {"$ref": "Loop"},
    "Tree": {"type": "object", "properties": {"child": {"$ref": "Tree"}}},
    "Circle": {"anyOf": [{"$ref": "Circle"}]},
}
VALIDATOR = Validator(SCHEMAS, "openapi.yaml")


def faults(value: Any, schema: Any) -> list[str]:
    """Return argument and message of each violation."""
    return [f"{found.argument}: {found.message}" for found in VALIDATOR.violations(value, schema, argument="x")]


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"type": "null"}, [None], [0, False, ""]),
        ({"type": "boolean"}, [True, False], [0, 1, "true", None]),
        ({"type": "integer"}, [0, -1, 1.0, 10**400], [True, 1.5, "1", None, math.inf, math.nan]),
        ({"type": "number"}, [0, 1.5], [True, "1", None, math.inf, math.nan]),
        ({"type": "string"}, ["", "a"], [1, None, b"a", ["a"]]),
        ({"type": "array"}, [[], (1,)], ["a", {}, None]),
        ({"type": "object"}, [{}], [[], "a", None]),
        ({"type": ["string", "null"]}, ["a", None], [1]),
        ({"type": "string", "format": "binary"}, ["a", b"a", bytearray(b"a"), io.BytesIO()], [1]),
        ({"enum": [1, "a", None, [1, {"b": 2}]]}, [1, 1.0, "a", None, [1.0, {"b": 2}]], [True, "b", [1]]),
        ({"const": 0}, [0, 0.0], [False, None, "0"]),
        ({"minimum": 0}, [0, 1, "a"], [-1, -0.5]),
        ({"maximum": 2}, [2, None], [2.1, 3]),
        ({"exclusiveMinimum": 0}, [0.001], [0, -1]),
        ({"exclusiveMaximum": 1}, [0.9], [1, 2]),
        ({"minimum": -9223372036854776000}, [-(2**63)], [-(2**64)]),
        ({"multipleOf": 0.1}, [0.3, 1, "a"], [0.35]),
        ({"minLength": 2}, ["ab", "😀😀", 1], ["a", ""]),
        ({"maxLength": 2}, ["ab", "😀😀"], ["abc"]),
        ({"pattern": "^a+$"}, ["aa", 1], ["b"]),
        ({"pattern": r"\p{L}"}, ["anything: Python cannot say"], []),
        ({"minItems": 1, "maxItems": 2}, [[1], (1, 2), "abc"], [[], [1, 2, 3]]),
        ({"uniqueItems": True}, [[1, True, "1"], [[1], [2]], "aa"], [[1, 1.0], [{"a": 1}, {"a": 1.0}]]),
        ({"uniqueItems": False}, [[1, 1]], []),
        ({"items": {"type": "integer"}}, [[], [1, 2], "a"], [[1, "a"]]),
        ({"prefixItems": [{"type": "integer"}], "items": False}, [[], [1], "a"], [["a"], [1, 2]]),
        ({"contains": {"const": 1}}, [[0, 1], "a"], [[], [0]]),
        ({"contains": {"const": 1}, "minContains": 0, "maxContains": 1}, [[], [1]], [[1, 1]]),
        ({"properties": {"a": {"type": "integer"}}}, [{"a": 1}, {"b": "x"}, {}, 1], [{"a": "x"}]),
        ({"required": ["a"]}, [{"a": None}, 1], [{}]),
        ({"properties": {"a": True}, "additionalProperties": False}, [{"a": 1}, 1], [{"b": 1}]),
        ({"additionalProperties": {"type": "integer"}}, [{"a": 1}], [{"a": "x"}]),
        (
            {"patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": False},
            [{"x-a": "1"}, 1],
            [{"x-a": 1}, {"a": "1"}],
        ),
        ({"propertyNames": {"maxLength": 1}}, [{"a": 1}, 1], [{"ab": 1}]),
        ({"minProperties": 1, "maxProperties": 2}, [{"a": 1}, 1], [{}, {"a": 1, "b": 1, "c": 1}]),
        ({"dependentRequired": {"a": ["b"]}}, [{}, {"b": 1}, {"a": 1, "b": 1}, 1], [{"a": 1}]),
        ({"allOf": [{"minimum": 0}, {"maximum": 2}]}, [1], [-1, 3]),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, ["a", 1], [None, 1.5]),
        ({"oneOf": [{"type": "number"}, {"type": "integer"}]}, [1.5], [1, "a"]),
        ({"not": {"type": "string"}}, [1], ["a"]),
        ({"if": {"type": "string"}, "then": {"minLength": 1}, "else": {"minimum": 1}}, ["a", 1], ["", 0]),
        ({"if": {"type": "string"}}, ["a", 1], []),
        (True, [1, None], []),
        (False, [], [1, None]),
        ({"$ref": "Tree"}, [{"child": {"child": {}}}], [{"child": {"child": 1}}]),
        ({"$ref": "#/components/schemas/Tool"}, [{"role": "tool", "id": "1"}], [{"role": "tool"}]),
        ({"$ref": "Loop"}, [1], []),
        ({"$ref": "Nowhere"}, [1], []),
        ({"description": "no keyword", "x-own": 1, "format": "email"}, [1, "a"], []),
    ],
)
def test_each_keyword(schema: Any, good: list[Any], bad: list[Any]) -> None:
    """Each keyword accepts what it should and refuses the rest."""
    assert {repr(value): faults(value, schema) for value in good} == {repr(value): [] for value in good}
    assert [value for value in bad if not faults(value, schema)] == []


@pytest.mark.parametrize(
    ("value", "schema", "expected"),
    [
        (3, {"type": "string"}, ["x: expected string, got integer 3"]),
        (None, {"type": "string"}, ["x: expected string, got null"]),
        ({"secret": 1}, {"type": "string"}, ["x: expected string, got object"]),
        (math.nan, {"type": "number"}, ["x: expected number, got nan, which is not JSON"]),
        (object, {"type": ["string", "null"]}, [f"x: expected string or null, got type {object!r}"]),
        (b"abc", {"type": "string"}, ["x: expected string, got bytes bytes of 3 bytes"]),
        ("y" * 100, {"maxLength": 9}, ["x: has 100 characters, at most 9 allowed"]),
        ([], {"minItems": 1}, ["x: has 0 items, at least 1 needed"]),
        ("y" * 100, {"const": 1}, ["x: '" + "y" * 78 + "… is not 1"]),
        ("usr", {"enum": ["user", "tool"]}, ["x: 'usr' is not one of 'user', 'tool'; did you mean 'user'?"]),
        (99, {"enum": list(range(20))}, ["x: 99 is not one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …"]),
        (3, {"maximum": 2}, ["x: 3 is above the maximum 2"]),
        (3, {"maximum": 2, "x-bound": "prose"}, ["x: 3 is above the maximum 2 (a documented limit)"]),
        ("3", {"type": "integer", "maximum": 2, "x-bound": "prose"}, ["x: expected integer, got string '3'"]),
        ([1, 2, 1], {"uniqueItems": True}, ["x: items 0 and 2 are equal"]),
        ({"nme": 1}, {"properties": {"name": True}, "additionalProperties": False},
         ["x.nme: is not declared; did you mean 'name'?"]),
        ({}, {"required": ["a", "b"]}, ["x.a: is required", "x.b: is required"]),
        ([{"role": "user", "content": 5}], {"items": {"$ref": "Message"}},
         ["x[0].content: expected string or null, got integer 5"]),
        ([{"role": "usr"}], {"items": {"$ref": "Message"}}, ["x[0].role: 'usr' is not one of 'user', 'tool'; did you mean 'user'?"]),
        ([{"content": "a"}], {"items": {"$ref": "Message"}}, ["x[0].role: is required"]),
        ([{"role": 5}], {"items": {"$ref": "Message"}}, ["x[0].role: 5 is not one of 'user', 'tool'"]),
        ([{"role": "tool", "id": 1, "idd": 2}], {"items": {"$ref": "Message"}},
         ["x[0].id: expected string, got integer 1", "x[0].idd: is not declared; did you mean 'id'?"]),
        (["text"], {"items": {"$ref": "Message"}}, ["x[0]: expected object, got 'text'"]),
        (5, {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
         ["x: expected string or array, got 5"]),
        (["a", 5], {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
         ["x[1]: expected string, got integer 5"]),
        (["a", 5], {"anyOf": [{"type": "null"}, {"type": "array", "items": {"type": "string"}}]},
         ["x[1]: expected string, got integer 5"]),
        ("other", {"anyOf": [{"enum": ["auto", "none"]}, {"type": "object"}]},
         ["x: expected 'auto', 'none' or object, got 'other'"]),
        (1, {"oneOf": [{"type": "integer"}, {"type": "number"}]}, ["x: fits 2 of 2 forms, exactly one is allowed"]),
        (1, {"anyOf": [{"type": "string"}]}, ["x: expected string, got integer 1"]),
        ({1: 2}, {"properties": {"a": True}, "patternProperties": {"^b": True}, "additionalProperties": False},
         ["x.1: is not declared"]),
        ({"k": 1, "t": [1]}, {"anyOf": [
            {"type": "object", "properties": {"k": {"const": 1}, "t": {"const": []}}, "required": ["z"]},
            {"type": "object", "properties": {"t": {"const": [2]}}},
        ]}, ["x.t: [1] is not one of [], [2]"]),
        ({"k": 1}, {"anyOf": [
            {"type": "object", "properties": {"k": {"const": 1}}, "required": ["z"]},
            {"type": "object", "properties": {"k": {"const": 1}}, "required": ["z", "y"]},
        ]}, ["x.z: is required"]),
        ({"k": 1}, {"anyOf": [
            {"type": "object", "properties": {"l": {"const": 1}}, "required": ["z"]},
            {"type": "object", "properties": {"k": {"const": 2}}},
        ]}, ["x.z: is required"]),
        ({"b": 1}, {"anyOf": [{"required": ["a"]}, {"required": ["b", "c", "d"]}]}, ["x.a: is required"]),
    ],
)  # fmt: skip  # rows
def test_messages_are_precise(value: Any, schema: Any, expected: list[str]) -> None:
    """A message names the place, what was found and what is allowed; of a union, about the branch that was meant."""
    assert faults(value, schema) == expected


def test_a_discriminator_chooses_the_branch() -> None:
    """With a discriminator's mapping, messages are about the branch it names."""
    schema = {
        "oneOf": [{"$ref": "User"}, {"$ref": "Tool"}],
        "discriminator": {"propertyName": "role", "mapping": {"function": "#/components/schemas/Tool"}},
    }

    assert faults({"role": "function", "id": "1"}, schema) == ["x.role: 'function' is not one of 'tool'"]
    assert faults({"role": "tool"}, schema) == ["x.id: is required"]
    assert faults("a", schema) == ["x: expected object, got 'a'"]


def test_everything_is_found_in_one_pass() -> None:
    """All violations are listed, in the order of the value, with bound and document."""
    schema = {
        "type": "object",
        "properties": {"t": {"type": "number", "maximum": 2}, "n": {"minimum": 1}},
        "required": ["m"],
    }

    found = VALIDATOR.violations({"t": 3, "n": 0}, schema)

    assert [(item.argument, item.bound, item.document) for item in found] == [
        ("t", "maximum 2", "openapi.yaml"),
        ("n", "minimum 1", "openapi.yaml"),
        ("m", "required", "openapi.yaml"),
    ]
    assert [item.argument for item in VALIDATOR.violations(1, {"type": "object"})] == ["body"]


def test_nesting_without_end_ends() -> None:
    """A value nested beyond reason, or a schema that leads back to itself, is refused in finite time."""
    deep: dict[str, Any] = {}
    for _ in range(150):
        deep = {"child": deep}

    assert faults(deep, {"$ref": "Tree"})[0].endswith("is nested too deeply")
    assert faults(1, {"$ref": "Circle"}) != []


@attrs.define
class User:
    """Be a model."""

    role: Any
    content: Any = UNSET

    def to_dict(self) -> dict[str, Any]:
        """Return the members."""
        return {"role": self.role, "content": self.content}


def test_models_are_checked_by_their_members() -> None:
    """A model is valid when what it stands for is; the error is raised with every violation."""
    VALIDATOR.check([User("user", "hi")], {"items": {"$ref": "Message"}}, argument="messages")

    with pytest.raises(RequestValidationError) as caught:
        VALIDATOR.check([User("user"), User("tool")], {"items": {"$ref": "Message"}}, argument="messages")

    assert [item.argument for item in caught.value.errors] == ["messages[0].content", "messages[1].id"]


def test_a_member_is_checked_by_itself() -> None:
    """A validator of one member refuses what the component forbids, also where `allOf` brings it in."""
    attribute = attrs.fields(User).content
    content = VALIDATOR.member("Bounded", "content")
    user = User("user")

    for value in ("hi", None, UNSET):
        content(user, attribute, value)
    with pytest.raises(RequestValidationError, match=r"User.content: has 0 characters"):
        content(user, attribute, "")
    with pytest.raises(RequestValidationError, match=r"User.content: 3 is above"):
        VALIDATOR.member("Bounded", "t")(user, attribute, 3)
    VALIDATOR.member("Bounded", "unknown")(user, attribute, 3)
    VALIDATOR.member("Nowhere", "unknown")(user, attribute, 3)


NAMES = st.sampled_from(["a", "b", "x-c"])
SMALL = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from([0.5, 1.0, -2.0, "", "a", "ab", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
NUMBERS = st.integers(-2, 3)
SIZES = st.integers(0, 2)
TYPES = st.sampled_from(["null", "boolean", "integer", "number", "string", "array", "object"])


def _schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, min_size=1, max_size=3)
    members = st.dictionaries(NAMES, inner, max_size=2)
    keywords = {
        "type": TYPES | st.lists(TYPES, min_size=1, max_size=2, unique=True),
        "enum": st.lists(SMALL, min_size=1, max_size=3),
        "const": SMALL,
        "uniqueItems": st.booleans(),
        "pattern": st.sampled_from(["^a", "b$", "x"]),
        "required": st.lists(NAMES, unique=True, max_size=2),
        "dependentRequired": st.dictionaries(NAMES, st.lists(NAMES, unique=True, max_size=2), max_size=2),
        "multipleOf": st.sampled_from([0.5, 1, 2]),
        "minContains": SIZES,
        "maxContains": SIZES,
        **dict.fromkeys(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"], NUMBERS),
        **dict.fromkeys(["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"], SIZES),
        **dict.fromkeys(
            ["items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else"], inner
        ),
        **dict.fromkeys(["allOf", "anyOf", "oneOf", "prefixItems"], several),
        **dict.fromkeys(["properties"], members),
        "patternProperties": st.dictionaries(st.sampled_from(["^x-", "a"]), inner, max_size=2),
    }
    return st.sets(st.sampled_from(sorted(keywords)), max_size=4).flatmap(
        lambda chosen: st.fixed_dictionaries({name: keywords[name] for name in sorted(chosen)})
    )


@settings(max_examples=400)
@given(st.recursive(st.booleans(), _schemas, max_leaves=8), SMALL)
def test_what_is_valid_agrees_with_another_implementation(schema: Any, value: Any) -> None:
    """Whether a value is valid is what an implementation of the standard says."""
    expected = Draft202012Validator(schema).is_valid(value)

    assert (faults(value, schema) == []) is expected
