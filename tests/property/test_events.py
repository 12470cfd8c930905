"""The event decoder on random input, against a slow reading of the standard written apart from it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from overrides.events import Event, EventDecoder

_TOKENS = [
    b"data", b"data:", b"data: ", b"event", b"event: ", b"id: ", b"id:", b"retry: ", b"retry:", b":", b" ", b"\n",
    b"\r", b"\r\n", b"\n\n", b"\0", b"12", b"x", b"[DONE]", b"\xef\xbb\xbf", b"\xef", b"\xbb", b"\xff", b"\xe2\x82",
    b"\xed\xa0\x80", b"data: plain\n\n", b"\n\ndata: {}", "ü€😀".encode(), "\u2028\x85\x0b".encode(), b"\t",
]  # fmt: skip  # a list of bytes reads better in rows
streams = st.lists(st.sampled_from(_TOKENS) | st.binary(max_size=3), max_size=60).map(b"".join)
cuts = st.lists(st.integers(min_value=0, max_value=200), max_size=40)


def read_slowly(stream: bytes) -> tuple[list[tuple[str, str, str]], int | None]:
    """
    Follow section 9.2.6 of the HTML standard to the letter: type, data and id of each event, and the retry time.

    The whole stream is decoded first and read character by character: nothing is shared with the decoder.
    """
    text = stream.decode("utf-8", errors="replace")
    if stream[:3] == b"\xef\xbb\xbf":
        text = text[1:]
    events: list[tuple[str, str, str]] = []
    data, kind, last_id, retry = "", "", "", None
    for line in split_lines(text):
        if line == "":
            if data != "":
                events.append((kind or "message", data[:-1] if data[-1] == "\n" else data, last_id))
            data, kind = "", ""
            continue
        if line[0] == ":":
            continue
        field, value = line, ""
        if ":" in line:
            position = line.index(":")
            field, value = line[:position], line[position + 1 :]
            if value[:1] == " ":
                value = value[1:]
        if field == "event":
            kind = value
        elif field == "data":
            data = data + value + "\n"
        elif field == "id" and "\0" not in value:
            last_id = value
        elif field == "retry" and value and all(character in "0123456789" for character in value):
            retry = int(value)
    return events, retry


def split_lines(text: str) -> list[str]:
    """Return the lines that have an end: CRLF, LF or CR; what follows the last end is no line."""
    lines, line, position = [], "", 0
    while position < len(text):
        character = text[position]
        position += 1
        if character not in "\r\n":
            line += character
            continue
        if character == "\r" and text[position : position + 1] == "\n":
            position += 1
        lines.append(line)
        line = ""
    return lines


def cut(stream: bytes, places: list[int]) -> list[bytes]:
    """Cut a stream at places, which may lie outside it or be the same."""
    edges = [0, *sorted(min(place, len(stream)) for place in places), len(stream)]
    return [stream[start:end] for start, end in pairwise(edges)]


def decode(pieces: list[bytes]) -> tuple[list[Event], int | None]:
    """Decode pieces with a new decoder."""
    decoder = EventDecoder()
    events = [event for piece in pieces for event in decoder.feed(piece)]
    decoder.finish()
    return events, decoder.retry_ms


@given(streams)
def test_decoder_agrees_with_the_standard(stream: bytes) -> None:
    """The decoder reads any input as the standard does."""
    expected = read_slowly(stream)

    events, retry_ms = decode([stream])

    assert ([(event.type, event.data, event.id) for event in events], retry_ms) == expected


@given(streams, cuts)
def test_cutting_changes_nothing(stream: bytes, places: list[int]) -> None:
    """However a stream is cut into pieces, the same events come out."""
    expected = decode([stream])

    assert decode(cut(stream, places)) == expected
    assert decode([stream[position : position + 1] for position in range(len(stream))]) == expected


@given(st.lists(st.sampled_from([b"data: a\n\n", b"id: 1\n", b"id: 2\n", b": hi\n", b"event: x\n"]), max_size=12), cuts)
def test_cutting_ordinary_lines_changes_nothing(lines: list[bytes], places: list[int]) -> None:
    """Whole lines cut anyhow after an event give the events, with type and id, of the uncut stream."""
    stream = b"".join(lines)
    expected = decode([b"data: first\n\n" + stream])

    assert decode([b"data: first\n\n", *cut(stream, places)]) == expected


@given(streams, cuts, st.integers(min_value=1, max_value=40))
def test_the_bound_strikes_at_the_same_place(stream: bytes, places: list[int], bound: int) -> None:
    """Which events come out before the bound strikes, and whether it does, does not depend on the pieces."""
    whole = decode_bounded([stream], bound)

    assert decode_bounded(cut(stream, places), bound) == whole


def decode_bounded(pieces: list[bytes], bound: int) -> tuple[list[Event], bool]:
    """Decode pieces under a bound; say whether it struck."""
    decoder = EventDecoder(max_event_bytes=bound)
    events: list[Event] = []
    try:
        for piece in pieces:
            events += decoder.feed(piece)
        decoder.finish()
    except ValueError:
        return events, True
    return events, False
