"""Single values made to fit: kinds, limits, listed values."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.compare.porting import edits_of, move, move_member, taking

ANY: dict[str, Any] = {}
TEXT: dict[str, Any] = {"type": "string"}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
PART = {
    "type": "object",
    "required": ["type", "text"],
    "properties": {"type": {"const": "text"}, "text": TEXT},
}


@pytest.mark.parametrize(
    ("value", "target", "expected", "lossy"),
    [
        ("a", TEXTS, ["a"], False),
        (1, TEXTS, ["1"], False),
        ("a", {"type": "array", "items": PART}, [{"type": "text", "text": "a"}], False),
        (["a"], TEXT, "a", False),
        ([{"type": "text", "text": "a"}, {"type": "text", "text": "b"}], TEXT, "a\nb", False),
        ([{"type": "text", "text": "a"}, {"type": "image", "url": "u"}, 3], TEXT, "a", True),
        (1.5, {"type": "integer"}, 2, True),
        (2.0, {"type": "integer"}, 2.0, None),
        (7, TEXT, "7", False),
        (True, TEXT, "true", False),
        (False, TEXT, "false", False),
        ("true", {"type": "boolean"}, True, False),
        ("4", {"type": "integer"}, 4, False),
        ("0.5", {"type": "number"}, 0.5, False),
        ({"url": "u"}, TEXT, "u", False),
        ({"url": "u", "detail": "low"}, TEXT, "u", True),
        ("u", {"type": "object", "required": ["url"], "properties": {"url": TEXT}}, {"url": "u"}, False),
        (None, TEXT, "", False),
        (None, {"type": ["string", "null"]}, None, None),
        (5, {"type": "number", "maximum": 2}, 2, True),
        (0, {"type": "number", "minimum": 0.001}, 0.001, True),
        (0, {"type": "integer", "minimum": 0.5}, 1, True),
        (3, {"type": "integer", "maximum": 2.5}, 2, True),
        (0, {"type": "number", "exclusiveMinimum": 0}, 0.001, True),
        (1, {"type": "number", "exclusiveMaximum": 1}, 0.999, True),
        (0, {"type": "integer", "exclusiveMinimum": 0}, 1, True),
        (9, {"type": "integer", "exclusiveMaximum": 9}, 8, True),
        ("abcd", {"type": "string", "maxLength": 3}, "abc", True),
        (["a", "b"], {**TEXTS, "maxItems": 1}, ["a"], True),
        (["a", {"x": {}}], TEXTS, ["a"], True),
        ([], TEXTS, [], None),
        (["a", "b"], {"type": "array", "prefixItems": [TEXT]}, ["a", "b"], None),
        (True, {"type": "boolean", "maximum": 0}, True, None),
        (1, {"enum": [True, 1]}, 1, None),
        ("x", {"pattern": "("}, "x", "broken"),
    ],
)
def test_a_value_is_made_to_fit(value: Any, target: Any, expected: Any, lossy: Any) -> None:
    """A value is said in the form the target wants, and what is lost is told."""
    found = move_member(value, target)

    assert found.request == {"m": expected}
    if lossy is None:
        assert found.edits == ()
    elif lossy != "broken":
        assert found.portable
        assert any(edit.lossy for edit in found.edits) is lossy


@pytest.mark.parametrize(
    ("value", "target", "words"),
    [
        ("x", {"type": "integer"}, "expected integer, got string"),
        ("a", {"enum": ["b", "c"]}, 'expected "b" or "c", got "a"'),
        ("x y", {"type": "string", "pattern": "^[a-z]+$"}, "expected a text that matches"),
        ("", {"type": "string", "minLength": 1}, "expected at least 1, got 0"),
        (["a", "b"], TEXT, "expected string, got array"),
        (["a"], {**TEXTS, "minItems": 2}, "expected at least 2 in the list, got 1"),
        ([{}, {}], TEXTS, "expected string, got object"),
        ({"type": "x"}, TEXT, "expected string, got object"),
        ([1], TEXT, "expected string, got array"),
        ("1e999", {"type": "number"}, "expected number, got string"),
        ("0.5", {"type": "integer"}, "expected integer, got string"),
        (None, {"type": "integer"}, "expected integer, got null"),
        ("x", {"not": {}}, ""),
        ("x", {"allOf": [{"type": "integer"}, {"type": "string"}]}, "nothing is accepted here"),
        (True, {"enum": [1]}, "expected 1, got true"),
        (5, {"type": "integer", "multipleOf": 2}, ""),
    ],
)
def test_a_value_that_cannot_fit_is_dropped_with_the_reason(value: Any, target: Any, words: str) -> None:
    """A member that may be absent is dropped where its value has no form the target accepts."""
    found = move_member(value, target)

    if words:
        assert found.request == {}
        assert words in found.edits[0].reason
        assert found.portable
    else:
        assert not found.portable


def test_a_value_that_must_be_there_and_cannot_fit_is_not_portable() -> None:
    """The request is not portable, and the place is named; the rest is repaired all the same."""
    source = taking({"m": ANY, "n": ANY})

    found = move({"m": "x", "n": 3}, source, target=taking({"m": {"type": "integer"}, "n": TEXT}, "m"))

    assert not found.portable
    assert [str(fault.pointer) for fault in found.faults] == ["/m", "/n"]
    assert [str(fault.pointer) for fault in found.unmended] == ["/m"]
    assert [str(fault.pointer) for fault in found.errors] == ["/n", "/m"]
    assert found.request == {"m": "x", "n": "3"}


@pytest.mark.parametrize(
    ("name", "value", "target", "expected", "lossy"),
    [
        ("role", "developer", {"enum": ["system", "user"]}, "system", False),
        ("tool_choice", "required", {"enum": ["none", "auto"]}, "auto", True),
        ("tool_choice", "any", {"enum": ["required", "auto"]}, "required", True),
        ("tool_choice", {"type": "function", "function": {"name": "f"}}, {"enum": ["none", "auto"]}, "auto", True),
        ("tool_choice", {"type": "function"}, {"type": "string", "enum": ["none", "required"]}, "required", True),
    ],
)
def test_conventions_of_the_family_say_what_is_closest(
    name: str, value: Any, target: Any, expected: Any, *, lossy: bool
) -> None:
    """A role or a choice of tool that the target lacks is replaced by the closest one it has."""
    found = move_member(value, target, name=name)

    assert edits_of(found) == [("convert", f"/{name}", value, expected, lossy)]


def test_other_texts_are_not_replaced() -> None:
    """Only what the conventions name has a closest value."""
    found = move_member("narrator", {"enum": ["system", "user"]}, name="role")

    assert found.request == {}


def test_the_alternative_with_the_least_loss_is_taken() -> None:
    """Of several ways to fit, the one that keeps most is taken."""
    texts_or_text = {"anyOf": [{"type": "array", "maxItems": 1, "items": TEXT}, TEXT]}

    found = move_member([{"type": "text", "text": "a"}, {"type": "text", "text": "b"}], texts_or_text)

    assert found.request == {"m": "a\nb"}
    assert found.lossless


def test_many_alternatives_are_bounded() -> None:
    """Unions of unions do not explode; a value that fits is found or left to the validator."""
    union = {"anyOf": [{"properties": {f"p{index}": {"type": "integer"}}} for index in range(9)]}

    found = move_member({"p1": 1}, {"allOf": [union, union, union]})

    assert found.portable
