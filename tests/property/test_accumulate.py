"""Accumulation on random streams: what is cut and interleaved anyhow amounts to the same response."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from overrides.accumulate import ChatAccumulator, text_of

Json = dict[str, Any]
pieces = st.lists(st.text(max_size=4), max_size=5)
calls = st.lists(st.tuples(st.text(min_size=1, max_size=5), pieces), max_size=3)
choices = st.lists(st.tuples(pieces, pieces, calls), min_size=1, max_size=3)


def deltas_of(choice: tuple[list[str], list[str], list[tuple[str, list[str]]]]) -> list[list[Json]]:
    """Return the threads of deltas of one choice; order matters within a thread only."""
    text, reasoning, made = choice
    threads: list[list[Json]] = [
        [{"content": piece} for piece in text],
        [{"reasoning_content": piece} for piece in reasoning],
    ]
    for index, (name, arguments) in enumerate(made):
        first: Json = {"index": index, "id": f"id{index}", "type": "function", "function": {"name": name}}
        rest: list[Json] = [{"index": index, "function": {"arguments": piece}} for piece in arguments]
        threads.append([{"tool_calls": [entry]} for entry in (first, *rest)])
    return threads


@given(choices, st.randoms(use_true_random=False))
def test_interleaving_changes_nothing(whole: list[tuple[Any, Any, Any]], random: Any) -> None:
    """Whatever the order in which choices, text, reasoning and tool calls take turns, the parts are the same."""
    threads = [
        [(index, delta) for delta in thread] for index, choice in enumerate(whole) for thread in deltas_of(choice)
    ]
    accumulator = ChatAccumulator()

    while threads := [thread for thread in threads if thread]:
        index, delta = random.choice(threads).pop(0)
        accumulator.add({"choices": [{"index": index, "delta": delta}]})

    found = {choice["index"]: choice["message"] for choice in accumulator.response()["choices"]}
    for index, (text, reasoning, made) in enumerate(whole):
        message = found.get(index, {})
        assert (message.get("content") or "") == "".join(text)
        assert message.get("reasoning_content", "") == "".join(reasoning)
        by_id = {call["id"]: call["function"] for call in message.get("tool_calls", [])}
        assert by_id == {
            f"id{position}": {"name": name, "arguments": "".join(arguments)}
            for position, (name, arguments) in enumerate(made)
        }


_NAMES = ["choices", "index", "delta", "content", "tool_calls", "id", "function", "name", "arguments", "message", "x"]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(st.sampled_from(_NAMES), json_values, max_size=4), max_size=6))
def test_no_chunk_is_too_odd(chunks: list[Json]) -> None:
    """Any JSON objects can be taken as chunks; asking for the response works and changes nothing."""
    accumulator = ChatAccumulator()
    for chunk in chunks:
        accumulator.add(chunk)

    first = accumulator.response()

    assert accumulator.response() == first
    assert isinstance(accumulator.text, str)
    assert isinstance(accumulator.tool_calls, list)


_NAMES = [
    "choices",
    "index",
    "delta",
    "message",
    "finish_reason",
    "content",
    "tool_calls",
    "function",
    "id",
    "name",
    "arguments",
    "error",
    "type",
]
odd = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 3)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", "0", "f", "{", "{}", "stop"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=5),
    max_leaves=12,
)
odd_entries = st.lists(
    st.dictionaries(st.sampled_from(["index", "id", "type", "function"]), odd, max_size=4), max_size=3
)
odd_deltas = st.fixed_dictionaries({"delta": st.fixed_dictionaries({"tool_calls": odd_entries | odd, "content": odd})})
odd_chunks = st.fixed_dictionaries({"choices": st.lists(odd_deltas | odd, max_size=2) | odd})


@given(st.lists(odd_chunks, max_size=6))
def test_nothing_a_vendor_sends_breaks_accumulation(chunks: list[Json]) -> None:
    """Whatever the types of members are, there is a response, and asking for it does not change it."""
    accumulator = ChatAccumulator()
    accumulator.extend(chunks)

    response = accumulator.response()

    assert isinstance(accumulator.tool_calls, list)
    assert isinstance(accumulator.text, str)
    assert repr(accumulator.response()) == repr(response)
    assert "".join(text_of(chunk) for chunk in chunks) == accumulator.text or any(
        "message" in repr(chunk) for chunk in chunks
    )
