"""Turns of a conversation."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specfold.document import JsonObject
from specfold.mock.chat import is_chat, take_turn, wants_usage
from specfold.mock.dice import Dice
from specfold.mock.shape import Shapes

DICE = Dice.of("chat")
TOOL = {
    "type": "function",
    "function": {
        "name": "weather",
        "parameters": {
            "type": "object",
            "properties": {"city": {"$ref": "#/$defs/City"}, "days": {"type": "integer", "minimum": 1, "maximum": 7}},
            "required": ["city", "days"],
            "$defs": {"City": {"type": "string", "pattern": "^[A-Z][a-z]{2,8}$"}},
        },
    },
}
OTHER = {"type": "function", "function": {"name": "other"}}
ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "Zażółć gęślą jaźń"}]}


def test_the_answer_repeats_the_question() -> None:
    """A text answer quotes the last message, in several pieces, and names the model."""
    turn = take_turn(ASK, DICE)

    assert turn.model == "m"
    assert "Zażółć gęślą jaźń" in "".join(turn.replies[0].pieces)
    assert len(turn.replies[0].pieces) > 3


def test_parts_are_read_as_text() -> None:
    """The text parts of a message are its text; a message without text is none."""
    parts = [{"type": "text", "text": "one"}, {"type": "image_url"}, {"type": "text", "text": "two"}]

    turns = [take_turn({"messages": [{"role": "user", "content": content}]}, DICE) for content in (parts, None)]

    assert "one two" in "".join(turns[0].replies[0].pieces)
    assert turns[1].model == "default-model"


def test_the_first_declared_function_is_called() -> None:
    """With tools, the first function is called with valid arguments."""
    turn = take_turn({**ASK, "tools": [{"type": "search"}, TOOL, OTHER]}, DICE)

    call = turn.replies[0].call
    assert call is not None
    arguments = json.loads(call.arguments)
    assert call.name == "weather"
    assert arguments["city"].isalpha()
    assert 1 <= arguments["days"] <= 7
    assert turn.replies[0].finish_reason == "tool_calls"


@pytest.mark.parametrize(
    ("choice", "name"),
    [("auto", "weather"), ("required", "weather"), ({"type": "function", "function": {"name": "other"}}, "other")],
)
def test_the_tool_choice_is_honoured(choice: object, name: str) -> None:
    """A named function is called; other choices call the first."""
    call = take_turn({**ASK, "tools": [TOOL, OTHER], "tool_choice": choice}, DICE).replies[0].call

    assert call is not None
    assert call.name == name


def test_text_follows_when_no_call_is_wanted() -> None:
    """A choice of none, or a tool's result as the last message, is answered with text."""
    result = {"role": "tool", "tool_call_id": "1", "content": "42"}

    turns = [
        take_turn({**ASK, "tools": [TOOL], "tool_choice": "none"}, DICE),
        take_turn({**ASK, "tools": [TOOL], "messages": [*ASK["messages"], result]}, DICE),
    ]

    assert [turn.replies[0].call for turn in turns] == [None, None]
    assert "42" in "".join(turns[1].replies[0].pieces)


@pytest.mark.parametrize("parameters", [{"type": "foo"}, {"type": "string"}, {"$ref": "#/nowhere"}, None])
def test_unusable_parameters_give_empty_arguments(parameters: object) -> None:
    """A function whose parameters cannot be filled is called without arguments."""
    tool = {"type": "function", "function": {"name": "f", "parameters": parameters}}

    call = take_turn({**ASK, "tools": [tool]}, DICE).replies[0].call

    assert call is not None
    assert call.arguments == "{}"
    assert "".join(call.fragments) == "{}"


def test_chunks_join_to_the_response() -> None:
    """The deltas of each choice, taken together, are the whole message; a call comes in at least three pieces."""
    turn = take_turn({**ASK, "n": 2, "tools": [TOOL]}, DICE)

    chunks = list(turn.chunks(has_usage=True))

    whole = turn.response()
    assert chunks[-1]["choices"] == []
    assert chunks[-1]["usage"] == whole["usage"]
    assert [chunk["choices"][0]["index"] for chunk in chunks[:4]] == [0, 1, 0, 1]
    for index in (0, 1):
        choices = [one for chunk in chunks for one in chunk["choices"] if one["index"] == index]
        calls = [call for one in choices for call in one["delta"].get("tool_calls", [])]
        assert calls[0]["id"]
        assert len(calls) >= 4
        joined = "".join(call["function"]["arguments"] for call in calls)
        assert joined == whole["choices"][index]["message"]["tool_calls"][0]["function"]["arguments"]
        assert [one["finish_reason"] for one in choices if one["finish_reason"]] == ["tool_calls"]


def test_usage_adds_up() -> None:
    """The total is the sum of what was read and written."""
    usage = take_turn({**ASK, "n": 3}, DICE).usage

    assert usage["total_tokens"] == usage["prompt_tokens"] + usage["completion_tokens"]


def test_a_token_limit_cuts_the_text() -> None:
    """A text longer than the limit is cut, and says so."""
    reply = take_turn({**ASK, "max_tokens": 2}, DICE).replies[0]

    assert (len(reply.pieces), reply.finish_reason) == (2, "length")


def test_json_is_answered_where_it_is_asked_for() -> None:
    """A JSON response format is answered with JSON, valid for a schema that was given."""
    schema = {"type": "object", "required": ["n"], "properties": {"n": {"const": 5}}}
    formats = [
        {"type": "json_object"},
        {"type": "json_schema", "json_schema": {"schema": schema}},
        {"type": "json_schema", "json_schema": {"schema": {"type": "foo"}}},
    ]

    texts = ["".join(take_turn({**ASK, "response_format": one}, DICE).replies[0].pieces) for one in formats]

    assert "answer" in json.loads(texts[0])
    assert json.loads(texts[1]) == {"n": 5}
    assert "answer" in json.loads(texts[2])


@pytest.mark.parametrize(
    ("habit", "is_asked", "expected"),
    [("always", False, True), ("never", True, False), ("request", True, True), ("request", False, False)],
)
def test_usage_comes_by_habit(habit: str, is_asked: bool, expected: bool) -> None:
    """A service tells the tokens used always, never, or when asked."""
    request = {"stream_options": {"include_usage": is_asked}}

    assert wants_usage(request, habit) is expected


def test_conversations_are_told_by_their_schemas() -> None:
    """Messages in and choices out make a conversation, whatever it is called."""
    shapes = Shapes({})
    request: JsonObject = {"properties": {"messages": {"items": {}}}}
    choices: JsonObject = {"properties": {"choices": {"items": {"properties": {"message": {}, "delta": {}}}}}}

    assert is_chat(shapes, request, response=choices, item=None)
    assert is_chat(shapes, request, response=None, item=choices)
    assert not is_chat(shapes, {}, response=choices, item=choices)
    assert not is_chat(shapes, request, response={}, item=None)
