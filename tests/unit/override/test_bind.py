"""Overrides are bound where the document carries them, and refused by name and place where it does not."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.document import Document
from specfold.family import Family, Member, OverrideDeclaration, PackageName, VendorId
from specfold.override import Bindings, bind_overrides
from specfold.override.member_path import expand_member_path, find_missing_step

TOOLS = OverrideDeclaration(
    name="tools",
    binds="schema",
    mixin="tool_calls:ToolCalls",
    requires=("calls[].function.{name,arguments}",),
    provides=("tool_calls",),
)
STREAMING = OverrideDeclaration(
    name="streaming", binds="operation", requires=("text/event-stream",), accumulates="accumulate:Chat"
)
FUNCTION: dict[str, Any] = {"properties": {"name": {}, "arguments": {}}}


def reply(**extra: Any) -> dict[str, Any]:
    """Return a schema that carries the calls, through a reference and a nullable union."""
    item = {"anyOf": [{"type": "null"}, {"type": "object", "properties": {"function": FUNCTION}}]}
    return {"type": "object", "properties": {"calls": {"type": "array", "items": item}, **extra}}


def bind(schema: Any, media: Any, *, binds: dict[str, tuple[str, ...]]) -> Bindings:
    """Bind the two overrides to a document with one schema and one operation."""
    operation = {"x-client-method": "chat.create", "responses": {"200": {"description": "", "content": media}}}
    value = {"paths": {"/chat": {"post": operation}}, "components": {"schemas": {"Reply": schema}}}
    member = Member(
        vendor=VendorId("acme"), title="A", class_name="A", package=PackageName("a"), distribution="a", binds=binds
    )
    family = Family(name="f", members=(member,), overrides=(TOOLS, STREAMING))
    return bind_overrides(family, member, document=Document(value, "merged.yaml"))


NAMED_STREAM = {"text/event-stream": {"x-stream": {"itemSchema": {"$ref": "#/components/schemas/Reply"}}}}


def test_what_holds_is_bound() -> None:
    """A schema gets its mixin, an operation its accumulator, and nothing is found wanting."""
    bindings = bind(reply(), NAMED_STREAM, binds={"tools": ("Reply",), "streaming": ("chat.create",)})

    assert bindings.findings == ()
    assert bindings.mixins == {"Reply": ("tool_calls:ToolCalls",)}
    assert bindings.accumulators == {"chat.create": "accumulate:Chat"}


@pytest.mark.parametrize(
    ("schema", "media", "binds", "message"),
    [
        (
            {"properties": {"calls": {"items": {}}}},
            NAMED_STREAM,
            {"tools": ("Reply",)},
            "calls[].function is not there",
        ),
        (
            reply(tool_calls={}),
            NAMED_STREAM,
            {"tools": ("Reply",)},
            "provides 'tool_calls', which Reply now declares itself",
        ),
        (reply(), NAMED_STREAM, {"tools": ("Gone",)}, "is bound to the schema 'Gone', which the document lacks"),
        (reply(), {}, {"streaming": ("chat.create",)}, "requires a text/event-stream response of chat.create"),
        (
            reply(),
            {"text/event-stream": {}},
            {"streaming": ("chat.create",)},
            "requires the stream of chat.create to name its item schema",
        ),
        (
            reply(),
            NAMED_STREAM,
            {"streaming": ("chat.gone",)},
            "is bound to the operation 'chat.gone', which the document lacks",
        ),
        (reply(), NAMED_STREAM, {"unknown": ("Reply",)}, "the override 'unknown' is bound but not declared"),
    ],
)
def test_what_no_longer_holds_is_named(
    schema: Any, media: Any, binds: dict[str, tuple[str, ...]], message: str
) -> None:
    """Each requirement that fails is one finding with what is missing and what to do."""
    (finding,) = bind(schema, media, binds=binds).findings

    assert message in finding.message
    assert finding.hint


def test_braces_stand_for_several_members() -> None:
    """A pattern is expanded into every path it means."""
    assert list(expand_member_path("a[].{b,c}.d")) == [("a", "[]", "b", "d"), ("a", "[]", "c", "d")]


@pytest.mark.parametrize("pattern", ["", "a..b", "[]", "a[][]"])
def test_a_pattern_that_is_no_path_is_refused(pattern: str) -> None:
    """Empty steps mean nothing."""
    with pytest.raises(ValueError, match="expected members joined by dots"):
        list(expand_member_path(pattern))


def test_the_first_missing_step_is_named_from_the_root() -> None:
    """The path up to the gap is what a reader can look for."""
    schema: dict[str, Any] = {"properties": {"a": {"items": {"properties": {"b": {}}}}}}

    assert find_missing_step({}, schema, steps=("a", "[]", "b")) is None
    assert find_missing_step({}, schema, steps=("a", "[]", "c")) == "a[].c"
