"""The bytes of event streams."""

from __future__ import annotations

from specfold.mock.dice import Dice
from specfold.mock.sse import event_bytes, write_events

DICE = Dice.of("sse")
VALUES = [{"n": number, "text": "ż"} for number in range(7)]


def test_writes_join_to_the_stream() -> None:
    """The writes joined are the events in their order, then the terminator."""
    writes = list(write_events(VALUES, "[DONE]", dice=DICE))

    assert b"".join(writes) == b"".join(event_bytes(value) for value in [*VALUES, "[DONE]"])


def test_writes_do_not_align_with_events() -> None:
    """Some events come in two writes, and some writes hold two events."""
    writes = list(write_events(VALUES, "[DONE]", dice=DICE))

    assert any(not write.endswith(b"\n\n") for write in writes)
    assert any(write.count(b"data: ") == 2 for write in writes)


def test_without_terminator_nothing_is_added() -> None:
    """A stream without terminator ends with its last event, a stream without events is empty."""
    assert b"".join(write_events(VALUES[:3], None, dice=DICE)).count(b"data: ") == 3
    assert list(write_events([], None, dice=DICE)) == []


def test_lines_of_a_text_become_data_lines() -> None:
    """A text of two lines is one event with two data lines."""
    assert event_bytes("a\nb") == b"data: a\ndata: b\n\n"
