"""Events → the bytes of an event stream, written the way networks deliver them; knows no schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from specfold.document import Json
from specfold.mock.dice import Dice

_SPLIT, _JOIN = 1, 2
_HABITS = 3


def event_bytes(value: Json) -> bytes:
    """Return one event with a value as its data; a text is written as it is, line by line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return "".join(f"data: {line}\n" for line in text.split("\n")).encode(errors="replace") + b"\n"


def write_events(values: Iterable[Json], terminator: str | None, *, dice: Dice) -> Iterator[bytes]:
    """
    Yield the writes of a stream.

    Writes do not align with events: of every three events one comes whole, one in two pieces (cut anywhere, inside a
    character too), and one together with the event after it.
    """
    waiting = b""
    position = 0
    for position, value in enumerate(values):
        event = event_bytes(value)
        habit = position % _HABITS
        if habit == _JOIN:
            waiting = event
            continue
        data, waiting = waiting + event, b""
        if habit == _SPLIT:
            cut = dice.child(position).integer(1, len(data) - 1)
            yield data[:cut]
            data = data[cut:]
        yield data
    if terminator is not None:
        waiting += event_bytes(terminator)
    if waiting:
        yield waiting
