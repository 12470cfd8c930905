"""Which answers a request takes back: by kind, by members, and nothing that merely looks alike."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.document import JsonObject
from specfold.normal import NormalDocument
from specfold.normalise import normalise_document
from specfold.render.fitting import fitting_types

TEXT = {"type": "string"}


def ref(name: str) -> JsonObject:
    """Return a reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def thing(required: list[str], **members: Any) -> JsonObject:
    """Return the schema of an object."""
    return {"type": "object", "required": required, "properties": members}


def told(role: str) -> JsonObject:
    """Return the schema of a fixed value."""
    return {"type": "string", "const": role}


USER = thing(["role", "content"], role=told("user"), content=TEXT)
SAID = thing(["role", "content"], role=told("assistant"), content=TEXT)
CALLED = thing(
    ["role", "calls"],
    role=told("assistant"),
    content={"type": ["string", "null"]},
    calls={"type": "array", "items": TEXT},
)
ANSWER = thing(
    ["role", "content"], role=told("assistant"), content={"type": ["string", "null"]}, calls={"type": "array", "items": TEXT}
)  # fmt: skip


def normal(**schemas: JsonObject) -> NormalDocument:
    """Return the normal form of a document of these schemas and no operation."""
    return normalise_document(
        {"openapi": "3.1.0", "info": {"title": "P", "version": "1"}, "paths": {}, "components": {"schemas": schemas}}
    )


def fitting(*, answer: JsonObject = ANSWER, **requested: JsonObject) -> dict[str, tuple[str, ...]]:
    """Return what fits where these schemas are requested and one is answered."""
    return fitting_types(normal(**requested, Answer=answer), frozenset(requested))


def test_branches_of_one_kind_take_an_answer_together() -> None:
    """What a plain answer may be is spread over two branches: the union takes it, no branch alone."""
    union = {"anyOf": [ref("User"), ref("Said"), ref("Called")]}

    assert fitting(User=USER, Said=SAID, Called=CALLED, Message=union) == {"Message": ("models.Answer",)}


def test_one_branch_takes_an_answer_wherever_it_stands() -> None:
    """A branch that takes all an answer may be takes it by itself; its union says so no second time."""
    wide = thing(["role"], role=told("assistant"), content={"type": ["string", "null"]}, calls={"type": "array"})
    union = {"anyOf": [ref("User"), ref("Said")]}

    assert fitting(User=USER, Said=wide, Message=union) == {"Said": ("models.Answer",)}


def test_a_fixed_value_fits_free_text() -> None:
    """One class for every role takes the answer whose role is fixed, also where that may be left out."""
    message = thing(["role"], role=TEXT, content={"type": ["string", "null"]}, calls={"type": "array", "items": TEXT})

    assert fitting(Message=message) == {"Message": ("models.Answer",)}
    assert fitting(Message=message, answer={**ANSWER, "required": ["content"]}) == {"Message": ("models.Answer",)}


@pytest.mark.parametrize(
    "target",
    [
        USER,
        thing(["role", "name"], role=TEXT, name=TEXT, content={}),
        thing(["role"], role=TEXT),
        thing([], role=TEXT, content={}),
        thing(["content"], content={}),
        thing(["role"], role=TEXT, content=TEXT),
        thing(["role"], role=TEXT, content={}, calls={"type": "array", "items": {"type": "integer"}}),
        {**thing(["role"], role=TEXT, content={}), "additionalProperties": False},
    ],
    ids=["kind", "lacking", "unknown", "optional-kind", "no-kind", "null", "items", "closed"],
)
def test_what_does_not_fit_is_not_taken(target: JsonObject) -> None:
    """Another kind, a demand not met, a demand not known, no kind, another type, a closed object: all are refused."""
    assert fitting(Message=target) == {}


def test_objects_inside_are_compared_too_also_in_circles() -> None:
    """Members that are objects fit when theirs do; schemas that contain themselves end."""
    tree = {"Tree": thing(["kind"], kind=told("tree"), parts={"type": "array", "items": ref("Tree")})}
    other = thing(["kind", "parts"], kind=told("tree"), parts={"type": "array", "items": ref("Answer")})
    wrong = thing(["kind", "parts"], kind=told("tree"), parts={"type": "array", "items": ref("Leaf")})

    assert fitting(**tree, answer=other) == {"Tree": ("models.Answer",)}
    assert fitting_types(normal(**tree, Leaf=thing(["a"], a=TEXT), Answer=wrong), frozenset(tree)) == {}


@pytest.mark.parametrize(
    ("target", "source", "fits"),
    [
        ({"type": "number"}, {"type": "integer"}, True),
        ({"type": "integer"}, {"type": "number"}, False),
        ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a"]}, True),
        ({"type": "string", "enum": ["a"]}, TEXT, False),
        ({"type": "string", "format": "binary"}, TEXT, False),
        ({"type": "object", "additionalProperties": TEXT}, {"type": "object", "additionalProperties": TEXT}, True),
        ({"type": "object", "additionalProperties": TEXT}, thing([], a=TEXT), True),
        ({"type": "object", "additionalProperties": TEXT}, thing([], a={"type": "boolean"}), False),
        (thing([], a=TEXT), {"type": "object", "additionalProperties": TEXT}, False),
        (thing(["a"], a=TEXT), thing([], a=TEXT), False),
        ({"anyOf": [TEXT, {"type": "null"}]}, TEXT, True),
        (TEXT, {"anyOf": [TEXT, {"type": "null"}]}, False),
    ],
)  # fmt: skip
def test_a_member_is_taken_when_each_of_its_values_is(target: JsonObject, source: JsonObject, fits: bool) -> None:
    """Types, literals, maps and unions: the request's member has to take all the answer's may be."""
    expected = {"Message": ("models.Answer",)} if fits else {}

    found = fitting(
        Message=thing(["kind"], kind=TEXT, member=target), answer=thing(["kind"], kind=told("x"), member=source)
    )

    assert found == expected


def test_tool_calls_of_the_runtime_go_back() -> None:
    """The dicts that `tool_calls` lists are taken where a request takes a tool call, and not where it declares a tool."""
    function = thing(["name", "arguments"], name=TEXT, arguments=TEXT)
    call = thing(["id", "type", "function"], id=TEXT, type=told("function"), function=ref("Function"))
    declared = thing(["type", "function"], type=told("function"), function=ref("Declared"))

    assert fitting(Call=call, Function=function, Tool=declared, Declared=thing(["name"], name=TEXT)) == {
        "Call": ("ToolCallDict",)
    }
