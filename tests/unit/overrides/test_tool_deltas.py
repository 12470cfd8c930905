"""Tool-call deltas: well-behaved ones, and every way of telling calls apart seen in the wild."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.unit.overrides.test_accumulate import Json, accumulate, call, calls_of, chunk


def test_tool_calls_are_assembled_by_index() -> None:
    """Interleaved deltas of two calls make two calls, in the order they began."""
    deltas = [
        call("", index=1, id="b", name="second", type="function"),
        call('{"x"', index=0, id="a", name="first"),
        call("{}", index=1),
        call(":1}", index=0),
    ]

    assert calls_of(*deltas) == [("b", "second", "{}"), ("a", "first", '{"x":1}')]


def test_tool_calls_of_the_response_are_those_of_the_stream() -> None:
    """The message of the response and the property hold the same calls."""
    accumulator = accumulate(chunk(call("{}", index=0, id="a", name="f")), chunk(call("[]", id="b", name="g"), index=1))

    response = accumulator.response()

    assert accumulator.tool_calls == [
        {"id": "a", "type": "function", "function": {"name": "f", "arguments": "{}"}},
        {"id": "b", "type": "function", "function": {"name": "g", "arguments": "[]"}},
    ]
    assert [choice["message"]["tool_calls"] for choice in response["choices"]] == [
        [accumulator.tool_calls[0]],
        [accumulator.tool_calls[1]],
    ]


@pytest.mark.parametrize(
    ("deltas", "expected"),
    [
        ([call("a", id="1", name="f"), call("b"), call("c", id="1")], [("1", "f", "abc")]),
        ([call("a", id="1", name="f"), call("b", id="2", name="f")], [("1", "f", "a"), ("2", "f", "b")]),
        ([call("a", name="f"), call("b", id="1")], [("1", "f", "ab")]),
        ([call("a", id="1"), call("b", name="f")], [("1", "f", "ab")]),
        ([call("a"), call("b")], [(None, None, "ab")]),
        ([call("{}", name="f"), call("{}", name="g")], [(None, "f", "{}"), (None, "g", "{}")]),
        ([call("{}", name="f"), call("{}", name="f")], [(None, "f", "{}"), (None, "f", "{}")]),
        ([call('{"a"', name="f"), call(":1}", name="f")], [(None, "f", '{"a":1}')]),
        ([call(name="f"), call("{}", name="f")], [(None, "f", "{}")]),
        ([call({}, name="f"), call({}, name="f")], [(None, "f", "{}"), (None, "f", "{}")]),
    ],
    ids=[
        "by id", "new id", "late id", "late name", "neither", "other name", "same name, whole arguments",
        "same name, cut arguments", "same name, no arguments yet", "arguments as objects",
    ],
)  # fmt: skip  # names in rows
def test_deltas_without_index_find_their_call(deltas: list[Json], expected: list[tuple[Any, Any, Any]]) -> None:
    """Without index, a delta belongs to the call of its id, else to the last one unless it starts another."""
    assert calls_of(*deltas) == expected


@pytest.mark.parametrize(
    ("deltas", "expected"),
    [
        ([call("a", index=0, id="1", name="f"), call("b", index=0, id="1", name="f")], [("1", "f", "ab")]),
        ([call("a", index=0, id="1", name="f"), call("b", index=0, id="2")], [("1", "f", "ab")]),
        (
            [call("a", index=0, id="1", name="f"), call("b", index=0, id="2", name="g"), call("c", index=0)],
            [("1", "f", "a"), ("2", "g", "bc")],
        ),
        (
            [
                call("a", index=0, id="1", name="f"),
                call("b", index=0, id="2", name="g"),
                call("c", index=0, id="1", name="f"),
            ],
            [("1", "f", "ac"), ("2", "g", "b")],
        ),
        ([call("a", index=0), call("b", index=0, id="1", name="f")], [("1", "f", "ab")]),
        ([call("a", index=0, id=7, name="f"), call("b", index=0, id="", name="")], [(7, "f", "ab")]),
    ],
    ids=["repeated", "id made up anew", "one index for all", "back to the first", "late id and name", "odd ids"],
)
def test_ids_and_names_may_repeat_or_come_late(deltas: list[Json], expected: list[tuple[Any, Any, Any]]) -> None:
    """Repeated ids and names change nothing, late ones are taken, and one index for several calls is seen through."""
    assert calls_of(*deltas) == expected


def test_unknown_members_of_calls_are_kept() -> None:
    """Members of a call and its function that nobody declared grow like others, in the response only."""
    accumulator = accumulate(
        chunk({"tool_calls": [{"index": 0, "id": "a", "extra": {"sig": "x"}, "function": {"name": "f", "note": "n"}}]}),
        chunk({"tool_calls": [{"index": 0, "extra": {"sig": "y"}, "function": {"note": "m", "arguments": None}}]}),
    )

    assert accumulator.tool_calls == [
        {
            "id": "a",
            "type": "function",
            "function": {"name": "f", "arguments": "", "note": "nm"},
            "extra": {"sig": "xy"},
        }
    ]


def test_calls_of_another_kind_are_kept() -> None:
    """A call that is no function's keeps its own members and gets no function."""
    accumulator = accumulate(
        chunk({"tool_calls": [{"index": 0, "id": "a", "type": "custom", "custom": {"name": "sh", "input": "l"}}]}),
        chunk({"tool_calls": [{"index": 0, "custom": {"input": "s"}}]}),
    )

    assert accumulator.tool_calls == [{"id": "a", "type": "custom", "custom": {"name": "sh", "input": "ls"}}]


def test_arguments_need_not_be_json() -> None:
    """Arguments are text and stay as they came."""
    assert calls_of(call("{not ", index=0, name="f"), call("json", index=0)) == [(None, "f", "{not json")]


@pytest.mark.parametrize(
    "deltas",
    [
        [call("{", index=0, id="a", name="f"), call("}", index=0, function=None)],
        [call("{}", index=0, id="a", name="f"), {"tool_calls": [{"index": 0, "function": None}]}],
        [{"tool_calls": [{"index": 0, "id": "a", "function": "odd"}]}, call("{}", index=0, name="f")],
        [call(index="0", id="a", name="f"), call("{", index="0"), call("}", index=0.0)],
        [call("", index=0, id="a", name="f"), call("{", index=0, name="f"), call("}", index=0, name="")],
    ],
)
def test_what_says_nothing_erases_nothing(deltas: list[Json]) -> None:
    """A function that is null or no object, an index as a text or with a point, and an empty name change no call."""
    deltas = [json.loads(json.dumps(delta)) for delta in deltas]

    assert calls_of(*deltas) == [("a", "f", "{}")]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["get_", "weather"], "get_weather"),
        (["get_weather", "get_weather"], "get_weather"),
        (["get_", "get_weather"], "get_weather"),
        (["get_weather", "get_"], "get_weather"),
        ([None, "f"], "f"),
        ([5, "f"], 5),
    ],
)
def test_names_come_whole_or_in_pieces(names: list[Any], expected: Any) -> None:
    """Pieces of a name are joined; a name sent again, whole or so far, is the same name."""
    deltas = [call("", index=0, id="a", name=name) for name in names]

    assert calls_of(*deltas, call("{}", index=0)) == [("a", expected, "{}")]


def test_several_entries_without_index_or_id_are_told_apart_by_position() -> None:
    """Entries of one delta belong to the calls in their places, or start them."""
    begun = {
        "tool_calls": [{"function": {"name": "f", "arguments": "{"}}, {"function": {"name": "f", "arguments": "["}}]
    }
    pieces = {"tool_calls": [{"function": {"arguments": "}"}}, {"function": {"arguments": "]"}}]}
    others = {"tool_calls": [{"function": {"name": "g"}}, {"function": {"name": "h"}}]}

    assert calls_of(begun, pieces) == [(None, "f", "{}"), (None, "f", "[]")]
    assert [name for _, name, _ in calls_of(call("{}", name="f"), others)] == ["f", "g", "h"]


@pytest.mark.parametrize(
    ("deltas", "expected"),
    [
        (
            [call('{"x": {}', index=0, id="a1", name="f"), call("1", index=0, id="a2", name="f"), call("}", index=0, id="a3", name="f")],
            [("a1", "f", '{"x": {}1}')],
        ),
        (
            [call('{"x":1}', index=0, id="a", name="f"), call('{"x":2}', index=0, id="b", name="f")],
            [("a", "f", '{"x":1}'), ("b", "f", '{"x":2}')],
        ),
        (
            [call("", index=0, id="a", name="f"), call("", index=0, id="b", name="f")],
            [("a", "f", ""), ("b", "f", "")],
        ),
        (
            [call('{"x":', index=0, id="a", name="f"), call("1}", index=0), call('{"x":1}', index=0, id="a", name="f")],
            [("a", "f", '{"x":1}')],
        ),
        ([call({"x": 1}, index=0, id="a", name="f"), call({"x": 1}, index=0)], [("a", "f", '{"x":1}')]),
    ],
    ids=["a new id each time", "one index for two calls", "without arguments", "repeated at the end", "decoded twice"],
)  # fmt: skip  # deltas in rows
def test_ids_change_and_calls_are_repeated(deltas: list[Json], expected: list[tuple[Any, Any, Any]]) -> None:
    """A new id amid the arguments is a fault of the sender; after whole ones it is a call; a repeated call is one."""
    assert calls_of(*deltas) == expected
