"""The event decoder against the rules of the WHATWG standard, one promise each."""

from __future__ import annotations

import time

import pytest

from overrides.events import Event, EventDecoder, EventTooLargeError


def decode(*pieces: bytes) -> list[Event]:
    """Decode pieces with a new decoder."""
    decoder = EventDecoder()
    events = [event for piece in pieces for event in decoder.feed(piece)]
    decoder.finish()
    return events


def data_of(*pieces: bytes) -> list[str]:
    """Decode pieces and return the data of each event."""
    return [event.data for event in decode(*pieces)]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_every_line_end_ends_a_line(end: bytes) -> None:
    """CR, LF and CRLF each end a line and, twice, an event."""
    stream = b"data: a" + end + b"data: b" + end + end + b"data: c" + end + end

    assert data_of(stream) == ["a\nb", "c"]


def test_line_ends_may_be_mixed() -> None:
    """Each line may end its own way, and CR CR is two ends."""
    assert data_of(b"data: a\r\rdata: b\r\n\ndata: c\n\r\n") == ["a", "b", "c"]


@pytest.mark.parametrize("pieces", [(b"data: a\r", b"\n\r", b"\n"), (b"data: a\r", b"", b"\n", b"\r\n")])
def test_crlf_split_between_pieces_is_one_end(pieces: tuple[bytes, ...]) -> None:
    """A CR at the end of a piece and an LF at the start of the next are one line end."""
    assert data_of(*pieces) == ["a"]


def test_cr_dispatches_without_waiting() -> None:
    """An event ended by CR comes out at once, not when the next byte shows that no LF follows."""
    decoder = EventDecoder()

    events = decoder.feed(b"data: a\r\r")

    assert [event.data for event in events] == ["a"]
    assert decoder.feed(b"\n") == []
    assert [event.data for event in decoder.feed(b"data: b\n\n")] == ["b"]


@pytest.mark.parametrize(
    "pieces",
    [
        (b"\xef\xbb\xbfdata: a\n\n",),
        (b"\xef", b"\xbb", b"\xbf", b"data: a\n\n"),
        (b"\xef\xbb", b"\xbfdata: a\n\n"),
        (b"", b"\xef\xbb\xbf", b"data: a\n\n"),
    ],
)
def test_one_leading_byte_order_mark_is_ignored(pieces: tuple[bytes, ...]) -> None:
    """A byte order mark at the very start is no part of the first line, however it is cut."""
    assert data_of(*pieces) == ["a"]


def test_a_second_byte_order_mark_belongs_to_the_line() -> None:
    """Only one byte order mark is ignored: the second makes the field unknown."""
    assert data_of(b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\ndata: b\n\n") == ["b"]


@pytest.mark.parametrize("start", [b"\xef", b"\xef\xbb", b"\xef\xbb\xbe"])
def test_what_only_begins_like_a_byte_order_mark_is_kept(start: bytes) -> None:
    """Bytes that turn out to be no byte order mark belong to the first line."""
    assert data_of(start, b"data: a\n\ndata: b\n\n") == ["b"]


def test_one_space_after_the_colon_is_dropped() -> None:
    """Exactly one space after the colon is no part of the value."""
    assert data_of(b"data:a\n\ndata: b\n\ndata:  c\n\ndata:\td\n\n") == ["a", "b", " c", "\td"]


def test_lines_of_data_are_joined_by_lf() -> None:
    """Several data lines make one text, LF between them, also when they are empty."""
    assert data_of(b"data: a\ndata\ndata:\ndata: b\n\n") == ["a\n\n\nb"]


def test_empty_data_is_an_event() -> None:
    """A data field without value is an event with empty data; two of them hold one LF."""
    assert data_of(b"data\n\ndata:\n\ndata\ndata\n\n") == ["", "", "\n"]


def test_an_event_without_data_is_none() -> None:
    """A blank line without data dispatches nothing and forgets the type."""
    assert decode(b"event: x\n\ndata: a\n\n") == [Event(b"a")]


def test_comments_and_unknown_fields_are_ignored() -> None:
    """Lines that start with a colon, and fields nobody defined, change nothing."""
    assert data_of(b": keep-alive\n\n:\nDATA: x\n data: y\nfoo: z\nbar\ndata: a\n:c\n\n") == ["a"]


def test_type_lasts_one_event() -> None:
    """The event field names the type of one event; the last one counts."""
    events = decode(b"event: x\nevent: y\ndata: a\n\ndata: b\n\nevent\ndata: c\n\n")

    assert [event.type for event in events] == ["y", "message", "message"]


def test_id_sticks() -> None:
    """An id holds for all later events until another is sent, also when it comes with no data."""
    events = decode(b"id: 1\ndata: a\n\ndata: b\n\nid: 2\n\ndata: c\n\nid\ndata: d\n\n")

    assert [event.id for event in events] == ["1", "1", "2", ""]


def test_an_id_belongs_to_what_follows_it() -> None:
    """An id at the end of a piece is not that of the event before it in the piece."""
    decoder = EventDecoder()
    decoder.feed(b"data: first\n\n")

    events = decoder.feed(b"data: a\n\nid: 1\n") + decoder.feed(b"data: b\n\n")

    assert [event.id for event in events] == ["", "1"]


def test_id_with_nul_is_ignored() -> None:
    """An id that holds NUL leaves the last one in place."""
    events = decode(b"id: 1\ndata: a\n\nid: 2\x003\ndata: b\n\n")

    assert [event.id for event in events] == ["1", "1"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"1500", 1500),
        (b"0", 0),
        (b"007", 7),
        (b"", None),
        (b"-1", None),
        (b"1.5", None),
        (b" 15", None),
        (b"15 ", None),
        (b"\xd9\xa1", None),
        (b"9" * 5000, int("9" * 18)),
    ],
)
def test_retry_takes_ascii_digits_only(value: bytes, expected: int | None) -> None:
    """The retry field sets the reconnection time when it is digits and nothing else."""
    decoder = EventDecoder()

    decoder.feed(b"retry: " + value + b"\n")

    assert decoder.retry_ms == expected


def test_an_unfinished_event_is_discarded() -> None:
    """Without its blank line the last event is none, whether or not its last line ended."""
    assert data_of(b"data: a\n\ndata: b\n") == ["a"]
    assert data_of(b"data: a\n\ndata: b") == ["a"]


def test_invalid_utf8_is_replaced() -> None:
    """Bytes that are no UTF-8 become U+FFFD, in every field, and do not swallow what follows."""
    events = decode(b"event: \xff\nid: \xe2\x82\ndata: \xe2\x82\ndata: a\xf0\x9f\x98b\n\n")

    assert events == [Event(b"\xe2\x82\na\xf0\x9f\x98b", "\ufffd", "\ufffd")]
    assert events[0].data == "\ufffd\na\ufffdb"


def test_other_separators_end_no_line() -> None:
    """What Python calls a line end beyond CR and LF is text."""
    text = "a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g"

    assert data_of(f"data: {text}\n\n".encode()) == [text]


def test_events_up_to_the_bound_pass() -> None:
    """The bound counts data and line ends, and is itself allowed."""
    decoder = EventDecoder(max_event_bytes=16)

    assert [event.data for event in decoder.feed(b"data: 1234567\ndata: 1234567\n\n")] == ["1234567\n1234567"]
    assert [event.data for event in decoder.feed(b"data: 345\n\n" * 3)] == ["345"] * 3


@pytest.mark.parametrize(
    "pieces",
    [
        (b"data: ok\n\n" + b"data: " + b"x" * 20 + b"\n\n",),
        (b"data: ok\n\n", b"data: " + b"x" * 20 + b"\n\n"),
        (b"data: ok\n\n", b"data: ", b"x" * 20),
        (b"data: ok\n\n", b": " + b"x" * 20),
        (b"data: ok\n\n" + b"data: 1\n" * 20,),
        (b"data: ok\n\n", *[b"data\n"] * 20),
        tuple(bytes([byte]) for byte in b"data: ok\n\ndata: 1234567\ndata: 1234567\ndata: 1\n\n"),
    ],
)
def test_the_bound_strikes_after_what_came_before(pieces: tuple[bytes, ...]) -> None:
    """An event over the bound is an error for good; the events before it come out, however the input is cut."""
    decoder = EventDecoder(max_event_bytes=16)
    found: list[Event] = []

    with pytest.raises(EventTooLargeError, match="larger than 16 bytes"):
        feed_all(decoder, pieces, found=found)

    assert [event.data for event in found] == ["ok"]
    with pytest.raises(EventTooLargeError):
        decoder.feed(b"data: more\n\n")


def feed_all(decoder: EventDecoder, pieces: tuple[bytes, ...], *, found: list[Event]) -> None:
    """Feed pieces and the end of input, keeping what comes out until it fails."""
    for piece in pieces:
        found += decoder.feed(piece)
    decoder.finish()


@pytest.mark.parametrize(
    "stream",
    [b"data: " + b"x" * 200_000 + b"\n\n", b"data: xyz\n" * 20_000 + b"\n", b": x\r\n" * 40_000],
    ids=["one line", "many lines", "comments"],
)
def test_time_is_linear_for_small_pieces(stream: bytes) -> None:
    """Pieces of one byte take no second for 200 KB: no step looks at what was collected before."""
    decoder = EventDecoder()
    start = time.process_time()

    events = [event for position in range(len(stream)) for event in decoder.feed(stream[position : position + 1])]

    assert time.process_time() - start < 5
    assert len(events) == (0 if stream.startswith(b":") else 1)
