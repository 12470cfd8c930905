"""Accumulation of chat chunks: well-behaved streams, and every deviation seen in the wild."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from overrides.accumulate import ChatAccumulator, load_accumulator, text_of

Json = dict[str, Any]


def chunk(delta: Any = None, *, index: int | None = 0, finish: str | None = None, **members: Any) -> Json:
    """Make a chunk of one choice."""
    choice: Json = {"delta": {} if delta is None else delta, "finish_reason": finish}
    if index is not None:
        choice["index"] = index
    return {"id": "c1", "object": "chat.completion.chunk", "choices": [{**choice, **members}]}


def call(arguments: Any = None, **members: Any) -> Json:
    """Make a delta of one tool-call entry; `name` goes into its function."""
    function = {key: members.pop(key) for key in ("name",) if key in members}
    if arguments is not None:
        function["arguments"] = arguments
    return {"tool_calls": [{**members, **({"function": function} if function else {})}]}


def accumulate(*chunks: Json) -> ChatAccumulator:
    """Accumulate chunks and check that none was changed."""
    accumulator = ChatAccumulator()
    for item in chunks:
        before = copy.deepcopy(item)
        accumulator.add(item)
        assert item == before
    return accumulator


def message_of(*chunks: Json) -> Json:
    """Accumulate chunks and return the message of the first choice."""
    message: Json = accumulate(*chunks).response()["choices"][0]["message"]
    return message


def calls_of(*deltas: Json) -> list[tuple[Any, Any, Any]]:
    """Accumulate deltas of one choice and return id, name and arguments of each call."""
    calls = accumulate(*map(chunk, deltas)).tool_calls
    return [(item["id"], item["function"]["name"], item["function"]["arguments"]) for item in calls]


def test_text_and_members_become_a_response() -> None:
    """Text is joined, members of the chunks are kept, and the object says that it is whole."""
    accumulator = accumulate(
        {**chunk({"role": "assistant", "content": ""}), "model": "m", "usage": None},
        chunk({"content": "Hel"}),
        chunk({"content": "lo"}),
        chunk(finish="stop"),
        {"id": "c1", "object": "chat.completion.chunk", "choices": [], "usage": {"total_tokens": 3}},
    )

    response = accumulator.response()

    assert response == {
        "id": "c1",
        "object": "chat.completion",
        "model": "m",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello"}, "finish_reason": "stop"}],
        "usage": {"total_tokens": 3},
    }
    assert accumulator.text == "Hello"
    assert accumulator.tool_calls == []


def test_asking_does_not_disturb() -> None:
    """What was asked for before does not change what comes after."""
    accumulator = ChatAccumulator()

    texts = []
    for piece in "abc":
        accumulator.add(chunk({"content": piece, "reasoning_content": piece}))
        texts.append((accumulator.text, accumulator.response()["choices"][0]["message"]["reasoning_content"]))

    assert texts == [("a", "a"), ("ab", "ab"), ("abc", "abc")]


def test_nothing_amounts_to_nothing() -> None:
    """Without a chunk there is an empty response, no text, and no completeness."""
    accumulator = ChatAccumulator()

    assert (accumulator.response(), accumulator.text, accumulator.is_complete) == ({"choices": []}, "", False)


def test_null_content_stays_null() -> None:
    """A message without text has null content."""
    assert message_of(chunk({"role": "assistant", "content": None}), chunk())["content"] is None


def test_a_later_null_does_not_erase() -> None:
    """A member that was sent is not erased by a later null."""
    response = accumulate({**chunk(), "usage": {"total_tokens": 1}}, {**chunk(), "usage": None}).response()

    assert response["usage"] == {"total_tokens": 1}


def test_choices_are_told_apart_by_index() -> None:
    """Interleaved choices are collected apart and come out in order; text is that of choice 0."""
    accumulator = accumulate(
        chunk({"content": "B"}, index=1), chunk({"content": "A"}, index=0), chunk({"content": "b"}, index=1)
    )

    choices = accumulator.response()["choices"]

    assert [(choice["index"], choice["message"]["content"]) for choice in choices] == [(0, "A"), (1, "Bb")]
    assert accumulator.text == "A"


def test_choices_without_index_are_told_apart_by_position() -> None:
    """A choice without index is the one at its place."""
    two = {"choices": [{"delta": {"content": "a"}}, {"delta": {"content": "b"}}]}

    choices = accumulate(two, two).response()["choices"]

    assert [choice["message"]["content"] for choice in choices] == ["aa", "bb"]


def test_complete_means_every_choice_seen_is_finished() -> None:
    """A response is complete when one choice was seen and all that were have a finish reason."""
    accumulator = ChatAccumulator()
    states = []

    for item in (
        chunk({"content": "a"}),
        chunk(finish="stop"),
        chunk({"content": "b"}, index=1),
        chunk(index=1, finish=""),
        chunk(index=1, finish="length"),
        chunk(index=1, finish="stop"),
    ):
        accumulator.add(item)
        states.append(accumulator.is_complete)

    assert states == [False, True, False, False, True, True]
    assert accumulator.response()["choices"][1]["finish_reason"] == "stop"


def test_unknown_members_grow_by_kind() -> None:
    """Of members nobody declared, texts are joined, lists extended, objects merged, other values replaced."""
    message = message_of(
        chunk({"reasoning_content": "th", "refusal": "n", "annotations": [{"a": 1}], "score": 1, "flag": True}),
        chunk({"reasoning_content": "ink", "refusal": "o", "annotations": [{"a": 2}], "score": 2, "flag": False}),
        chunk({"audio": {"id": "x", "data": "AA", "transcript": "hi"}, "score": None}),
        chunk({"audio": {"id": "x", "data": "BB", "transcript": " you", "expires_at": 5}}),
    )

    assert message == {
        "role": "assistant",
        "content": None,
        "reasoning_content": "think",
        "refusal": "no",
        "annotations": [{"a": 1}, {"a": 2}],
        "score": 2,
        "flag": False,
        "audio": {"id": "x", "data": "AABB", "transcript": "hi you", "expires_at": 5},
    }


def test_indexed_items_grow_in_their_place() -> None:
    """Items of an unknown list that carry an index are merged by it."""
    message = message_of(
        chunk({"content_blocks": [{"index": 0, "delta": {"thinking": "The "}}]}),
        chunk({"content_blocks": [{"index": 1, "delta": {"text": "x"}}, "plain"]}),
        chunk({"content_blocks": [{"index": 0, "delta": {"thinking": "user"}}]}),
    )

    assert message["content_blocks"] == [
        {"index": 0, "delta": {"thinking": "The user"}},
        {"index": 1, "delta": {"text": "x"}},
        "plain",
    ]


def test_members_that_change_their_kind_take_the_last() -> None:
    """A member that comes as text, then as object, then as list, is what came last."""
    message = message_of(chunk({"x": "a"}), chunk({"x": {"y": "b"}}), chunk({"z": [1]}), chunk({"z": "c"}))

    assert (message["x"], message["z"]) == ({"y": "b"}, "c")


def test_deep_members_are_kept_whole() -> None:
    """Nesting beyond any use is neither followed nor lost."""
    deep: Any = {"text": "end"}
    for _ in range(100):
        deep = {"in": deep}

    message = message_of(chunk({"x": deep}), chunk({"x": deep}))

    assert json.dumps(message["x"]).count("in") == 100


def test_log_probabilities_are_joined() -> None:
    """Log-probabilities of all chunks make one list."""
    accumulator = accumulate(
        chunk({"content": "a"}, logprobs={"content": [{"token": "a"}], "refusal": None}),
        chunk({"content": "b"}, logprobs={"content": [{"token": "b"}]}),
        chunk(finish="stop", logprobs=None),
    )

    choice = accumulator.response()["choices"][0]

    assert choice["logprobs"] == {"content": [{"token": "a"}, {"token": "b"}], "refusal": None}


def test_content_parts_are_kept() -> None:
    """Content sent as a list of parts stays one, with text sent beside it as a part."""
    parts = chunk({"content": [{"type": "text", "text": "a"}]})

    assert message_of(parts)["content"] == [{"type": "text", "text": "a"}]
    assert message_of(parts, chunk({"content": "b"}))["content"] == [
        {"type": "text", "text": "b"},
        {"type": "text", "text": "a"},
    ]


def test_a_whole_message_counts_when_no_delta_came() -> None:
    """A message where a delta belongs is taken, unless deltas said it already."""
    whole = {"choices": [{"index": 0, "message": {"role": "assistant", "content": "all"}, "finish_reason": "stop"}]}

    assert message_of(whole)["content"] == "all"
    assert message_of(chunk({"content": "al"}), whole)["content"] == "al"


def test_what_is_no_chunk_is_survived() -> None:
    """Members of the wrong kind neither fail nor count."""
    accumulator = accumulate(
        {"choices": "none"},
        {"choices": ["none", {"index": "x", "delta": "none"}, {"index": 0, "delta": {"tool_calls": ["none"]}}]},
        {},
    )

    assert [choice["index"] for choice in accumulator.response()["choices"]] == [0, 1]
    assert accumulator.tool_calls == []


def test_many_pieces_hold_little_memory() -> None:
    """Thousands of small pieces are joined on the way, and nothing of them is lost or doubled, however often one asks."""
    accumulator = ChatAccumulator()
    call_of = call("", index=0, id="a", name="f")
    accumulator.extend([chunk({"content": ""}), chunk(call_of)])

    for position in range(2000):
        accumulator.extend([chunk({"content": f"{position},"}), chunk(call(f"{position};", index=0))])
        if position == 700:
            assert accumulator.text.endswith("700,")

    assert accumulator.text == "".join(f"{position}," for position in range(2000))
    assert accumulator.tool_calls[0]["function"]["arguments"] == "".join(f"{position};" for position in range(2000))
    assert len(accumulator._choices[0].text) < 300


def test_a_state_is_the_last_one_told() -> None:
    """What says how far something is changes; what identifies it does not."""
    message = message_of(chunk({"status": "begun", "format": "wav"}), chunk({"status": "done", "format": "mp3"}))

    assert (message["status"], message["format"]) == ("done", "wav")


def test_an_odd_message_does_not_replace_what_came() -> None:
    """A message that is no object, or repeats what came in deltas, changes nothing; what did not come is taken from it."""
    odd = {"id": "c1", "choices": [{"index": 0, "message": "odd"}]}
    whole = {
        "choices": [
            {
                "index": "0",
                "message": {"content": "twice", "refusal": "no", "tool_calls": call("{}", name="f")["tool_calls"]},
            }
        ]
    }

    assert message_of(chunk({"content": "once"}), odd) == {"role": "assistant", "content": "once"}
    assert message_of(chunk({"content": "once", "refusal": "yes", **call("{}", name="f")}), whole) == {
        "role": "assistant",
        "content": "once",
        "refusal": "yes",
        "tool_calls": [{"id": None, "type": "function", "function": {"name": "f", "arguments": "{}"}}],
    }
    assert message_of(chunk({"role": "assistant"}), whole)["content"] == "twice"


def test_a_message_gives_its_text_where_it_is_wanted() -> None:
    """The text of a whole message where a delta belongs counts only where no text came before."""
    item = {"choices": [{"index": "0", "message": {"content": "a"}}]}

    assert (text_of(item), text_of(item, takes_message=True)) == ("", "a")
    assert text_of(chunk({"content": "b"}, message={"content": "a"}), takes_message=True) == "b"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (chunk({"content": "a"}), "a"),
        (chunk({"content": "a"}, index="0"), "a"),  # type: ignore[arg-type]  # some send it so
        (chunk({"content": "a"}, index="zero"), "a"),  # type: ignore[arg-type]  # which is none: its position counts
        (chunk({"content": "a"}, index=None), "a"),
        (chunk({"content": "a"}, index=1), ""),
        (chunk({"content": None}), ""),
        (chunk("none"), ""),
        ({"choices": []}, ""),
        ({"choices": ["none"]}, ""),
        ({}, ""),
    ],
)
def test_text_of_a_chunk_is_that_of_the_first_choice(item: Json, expected: str) -> None:
    """A chunk's piece of text is what it adds to choice 0."""
    assert text_of(item) == expected


@pytest.mark.parametrize("name", ["chat", "accumulate:ChatAccumulator"])
def test_accumulators_are_found_by_name(name: str) -> None:
    """A document names an accumulator by a short name or by module and class."""
    assert isinstance(load_accumulator(name), ChatAccumulator)
