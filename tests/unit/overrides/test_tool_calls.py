"""The `tool_calls` property, on models and raw values."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from overrides.model import UNSET
from overrides.tool_calls import ToolCalls

CALL = {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}}


@attrs.define
class Message:
    """Be a decoded message."""

    tool_calls: Any = UNSET


@attrs.define
class Choice:
    """Be a decoded choice."""

    message: Any = UNSET


@attrs.define
class Call:
    """Be a decoded call."""

    plain: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """Return the members."""
        return self.plain


@attrs.define
class GeneratedReply:
    """Be what is generated."""

    choices: Any = UNSET


class Reply(ToolCalls, GeneratedReply):
    """Be what the models map composes."""

    __slots__ = ()


@pytest.mark.parametrize(
    "choices",
    [
        UNSET,
        None,
        [],
        [Choice()],
        [Choice(None)],
        [Choice(Message())],
        [Choice(Message(None))],
        [{}],
        ["odd"],
        5,
        {"a": 1},
        [Choice("odd")],
        [Choice(Message({"a": CALL}))],
        [Choice(Message(["odd", None]))],
    ],
)
def test_without_calls_the_list_is_empty(choices: Any) -> None:
    """Whatever is absent, null, empty or of another type on the way, there are no calls."""
    assert Reply(choices).tool_calls == []


def test_calls_of_all_choices_come_in_order() -> None:
    """Calls of decoded and raw choices are listed in order, as plain dicts of three members."""
    first = Choice(Message([Call({**CALL, "extra": 1})]))
    second = {"message": {"tool_calls": [{"id": "b", "function": {"name": "g"}}]}}

    assert Reply([first, second]).tool_calls == [
        CALL,
        {"id": "b", "type": "function", "function": {"name": "g", "arguments": None}},
    ]


def test_calls_of_another_kind_come_as_they_are() -> None:
    """A call without function is listed with the members it has."""
    custom = {"id": "c", "type": "custom", "custom": {"name": "sh", "input": "ls"}}

    odd = {"id": "d", "function": None}

    assert Reply([{"message": {"tool_calls": [custom, odd]}}]).tool_calls == [custom, odd]


def test_the_mixin_adds_no_dict() -> None:
    """A slotted model stays slotted, so that a misspelt attribute is an error."""
    with pytest.raises(AttributeError):
        Reply([]).other = 1  # type: ignore[attr-defined]  # that is the promise
