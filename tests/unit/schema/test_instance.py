"""Instances against schemas: what fits, and one usable reason where it does not."""

from __future__ import annotations

import pytest

from specfold.pointer import JsonPointer
from specfold.schema.instance import InstanceValidator, InvalidSchemaError

DOCUMENT = {
    "components": {
        "schemas": {
            "Request": {
                "type": "object",
                "required": ["messages"],
                "properties": {
                    "messages": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Message"}},
                    "n": {"anyOf": [{"type": "integer", "maximum": 5}, {"type": "null"}]},
                    "top": {"type": "number", "maximum": 1, "x-bound": "prose"},
                    "choice": {"anyOf": [{"enum": ["none", "auto"]}, {"type": "object", "required": ["name"]}]},
                },
            },
            "Message": {"oneOf": [{"$ref": "#/components/schemas/User"}, {"$ref": "#/components/schemas/Tool"}]},
            "User": {
                "type": "object",
                "required": ["role", "content"],
                "properties": {"role": {"const": "user"}, "content": {"type": ["string", "array"]}},
                "additionalProperties": False,
            },
            "Tool": {
                "type": "object",
                "required": ["role"],
                "properties": {"role": {"enum": ["tool", "function"]}},
                "patternProperties": {"^x-": {}},
            },
            "Loop": {"$ref": "#/components/schemas/Loop"},
        }
    }
}
REQUEST = JsonPointer(("components", "schemas", "Request"))
USER = {"role": "user", "content": "x"}


def explain(instance: object, schema: object = REQUEST) -> list[tuple[str, str, str, str]]:
    """Return the errors of an instance as plain tuples."""
    errors = InstanceValidator(DOCUMENT).errors(instance, schema)
    return [(str(error.instance_pointer), error.keyword, error.message, str(error.schema_pointer)) for error in errors]


@pytest.mark.parametrize(
    "more", [{}, {"n": None}, {"n": 5.0}, {"choice": "none"}, {"choice": {"name": 1}}, {"other": 1}]
)
def test_what_fits_has_no_errors(more: dict[str, object]) -> None:
    """A value that fits is silent."""
    validator = InstanceValidator(DOCUMENT)

    assert validator.errors({"messages": [USER], **more}, REQUEST) == []
    assert validator.is_valid({"messages": [USER], **more}, REQUEST)


S = "/components/schemas"


@pytest.mark.parametrize(
    ("instance", "error"),
    [
        ({}, ("", "required", "the member 'messages' is missing", f"{S}/Request/required")),
        ({"messages": 5}, ("/messages", "type", "expected array, found 5", f"{S}/Request/properties/messages/type")),
        (
            {"messages": []},
            (
                "/messages",
                "minItems",
                "expected at least 1 items, found 0",
                f"{S}/Request/properties/messages/minItems",
            ),
        ),
        (
            {"messages": [{"role": "usr"}]},
            (
                "/messages/0",
                "oneOf",
                'expected one of "user", "tool", "function" as \'role\', found "usr"',
                f"{S}/Message/oneOf",
            ),
        ),
        (
            {"messages": [{"role": "user"}]},
            ("/messages/0", "required", "the member 'content' is missing", f"{S}/User/required"),
        ),
        (
            {"messages": [{"role": "user", "content": 5}]},
            ("/messages/0/content", "type", "expected string or array, found 5", f"{S}/User/properties/content/type"),
        ),
        (
            {"messages": [{**USER, "extra": 1}]},
            (
                "/messages/0/extra",
                "additionalProperties",
                "the member 'extra' is not known here",
                f"{S}/User/additionalProperties",
            ),
        ),
        (
            {"messages": [USER], "n": 6},
            ("/n", "maximum", "expected at most 5, found 6", f"{S}/Request/properties/n/anyOf/0/maximum"),
        ),
        (
            {"messages": [USER], "n": "x"},
            ("/n", "anyOf", 'expected integer or null, found "x"', f"{S}/Request/properties/n/anyOf"),
        ),
        (
            {"messages": [USER], "top": 2},
            (
                "/top",
                "maximum",
                "expected at most 1, found 2 (a documented limit)",
                f"{S}/Request/properties/top/maximum",
            ),
        ),
        (
            {"messages": [USER], "choice": {}},
            ("/choice", "required", "the member 'name' is missing", f"{S}/Request/properties/choice/anyOf/1/required"),
        ),
    ],
)
def test_an_error_is_about_the_branch_that_was_meant(instance: object, error: tuple[str, str, str, str]) -> None:
    """An error of a union is that of the branch its tag or kind chooses, at its place in the document."""
    assert explain(instance) == [error]


@pytest.mark.parametrize(
    ("schema", "instance", "message"),
    [
        ({"const": 1}, 2, "expected 1, found 2"),
        ({"type": "integer"}, True, "expected integer, found true"),
        ({"enum": list(range(20))}, 99, "expected one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …, found 99"),
        ({"minimum": 1}, 0, "expected at least 1, found 0"),
        ({"exclusiveMinimum": 1}, 1, "expected more than 1, found 1"),
        ({"exclusiveMaximum": 1}, 1, "expected less than 1, found 1"),
        ({"multipleOf": 2}, 1, "expected a multiple of 2, found 1"),
        ({"minLength": 2}, "a", "expected at least 2 characters, found 1"),
        ({"maxLength": 1}, "ab", "expected at most 1 characters, found 2"),
        ({"pattern": "^a"}, "b", 'expected text that matches ^a, found "b"'),
        ({"format": "date"}, "b", 'expected text in the format date, found "b"'),
        ({"format": "unheard-of"}, "b", ""),
        ({"maxItems": 0}, [1], "expected at most 0 items, found 1"),
        ({"uniqueItems": True}, [1, 1], "expected no item twice, found [1, 1]"),
        ({"contains": {"const": 1}}, [2], "no item is of the kind that is asked for, found [2]"),
        ({"minProperties": 1}, {}, "expected at least 1 members, found 0"),
        ({"maxProperties": 0}, {"a": 1}, "expected at most 0 members, found 1"),
        ({"not": {}}, 1, "fits what it must not fit, found 1"),
        ({"oneOf": [{}, {}]}, 1, "fits more than one branch of oneOf, found 1"),
        ({"anyOf": [{"minimum": 2}, {"maximum": 0}]}, 1, "expected at least 2, found 1"),
        (
            {
                "anyOf": [
                    {"properties": {"t": {"const": 1}}},
                    {"properties": {"t": {"const": 2}, "u": {"enum": [1, 2]}}},
                ]
            },
            {"t": 2, "u": 3},
            "expected one of 1, 2, found 3",
        ),
        (
            {
                "anyOf": [
                    {"properties": {"t": {"const": 1}, "u": {"const": 1}}},
                    {"properties": {"t": {"const": 2}, "u": {"const": 2}}},
                ]
            },
            {"t": 3, "u": 3},
            'fits no branch of anyOf, found {"t": 3, "u": 3}',
        ),
        ({"anyOf": [{"const": "a"}, {"const": "b"}]}, "c", 'expected "a" or "b", found "c"'),
        (
            {"dependentRequired": {"a": ["b"]}},
            {"a": 1},
            'a member that goes with another one is missing, found {"a": 1}',
        ),
        ({"unevaluatedProperties": False}, {"a": 1}, 'a member is not known here, found {"a": 1}'),
        ({"propertyNames": {"maxLength": 1}}, {"ab": 1}, "expected at most 1 characters, found 2"),
        ({"additionalProperties": {"type": "string"}}, {"a": 1}, "expected string, found 1"),
        ({"type": "string"}, ["x" * 100], f'expected string, found ["{"x" * 77}…'),
        ({"minContains": 2, "contains": {}}, [1], "expected at least 2 items of the kind that is asked for, found [1]"),
        (
            {"maxContains": 0, "minContains": 0, "contains": {}},
            [1],
            "expected at most 0 items of the kind that is asked for, found [1]",
        ),
        (False, 1, "no value is allowed here, found 1"),
    ],
)
def test_every_keyword_has_its_sentence(schema: object, instance: object, message: str) -> None:
    """Each keyword says what was expected and what was found, cut where it is long."""
    messages = [text for _, _, text, _ in explain(instance, schema)]

    assert messages == ([message] if message else [])


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "strin"},
        {"pattern": "("},
        {"$ref": "#/nowhere"},
        {"$ref": "other.yaml"},
        {"$ref": "#/components/schemas/Loop"},
    ],
)
def test_a_schema_that_cannot_be_used_is_named(schema: dict[str, object]) -> None:
    """A broken schema is an error of its own, not one of the value."""
    validator = InstanceValidator(DOCUMENT)

    with pytest.raises(InvalidSchemaError):
        validator.errors("x", schema)
    with pytest.raises(InvalidSchemaError):
        validator.is_valid("x", schema)
