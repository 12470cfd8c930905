"""Bytes to server-sent events by the WHATWG rules, pushed and linear in input; knows no HTTP, JSON or vendor."""

from __future__ import annotations

from typing import Final, NamedTuple

DEFAULT_MAX_EVENT_BYTES: Final = 32 * 1024 * 1024
_BOM: Final = b"\xef\xbb\xbf"
_CR: Final = 13
_LF: Final = 10
# Python refuses to read longer numbers; no reconnection time needs more (in milliseconds: 31 million years).
_RETRY_DIGITS: Final = 18


_new_event: Final = tuple.__new__  # half the time of calling the class


class EventTooLargeError(ValueError):
    """Say that an event, or one line of it, exceeds the bound; nothing can be decoded after it."""

    def __init__(self, max_event_bytes: int) -> None:
        super().__init__(f"an event is larger than {max_event_bytes} bytes")
        self.max_event_bytes = max_event_bytes


class Event(NamedTuple):
    """
    Be one dispatched event.

    A named tuple and not an attrs class: it is built once per chunk of a stream, in the hottest loop there is.

    Attributes:
        raw: the data as received: bytes, lines joined by LF, invalid UTF-8 still in it.
        type: the event type, `message` when none was sent.
        id: the last event id seen so far; it sticks until another is sent.

    .. versionadded:: 0.1.0
    """

    raw: bytes
    type: str = "message"
    id: str = ""

    @property
    def data(self) -> str:
        """The data as text, invalid UTF-8 replaced."""
        return self.raw.decode("utf-8", "replace")


class EventDecoder:
    """
    Decode pieces of an event stream, cut anywhere, into events.

    Args:
        max_event_bytes: the largest event accepted, data and line ends counted; also the longest line.

    Attributes:
        last_event_id: as the standard defines it.
        retry_ms: the last reconnection time sent, in milliseconds, or None.

    .. versionadded:: 0.1.0
    """

    __slots__ = (
        "_data", "_dead", "_head", "_is_clean", "_limit", "_partial", "_size", "_skip_lf", "_type", "last_event_id", "retry_ms",
    )  # fmt: skip  # one name a line would be longer than the class

    def __init__(self, *, max_event_bytes: int = DEFAULT_MAX_EVENT_BYTES) -> None:
        self.last_event_id = ""
        self.retry_ms: int | None = None
        self._limit = max_event_bytes
        self._head: bytes | None = b""  # the first bytes while they may be a byte order mark, then None
        self._partial = bytearray()  # the unfinished last line
        self._skip_lf = False  # the last piece ended in CR: an LF now belongs to it
        self._data: list[bytes] = []
        self._size = 0  # bytes of the data lines collected for the next event
        self._type = ""
        self._dead = False
        self._is_clean = False  # at most the start of an event's first line is pending

    def feed(self, piece: bytes) -> list[Event]:
        """
        Take the next bytes and return the events they complete.

        Raises:
            EventTooLargeError: an event exceeds the bound; events before it were returned by this or earlier calls.
        """
        last_id = self.last_event_id  # as it is before the piece: one may follow the last event in it
        plain = self.feed_plain(piece)
        if plain is None:
            return self.feed_any(piece)
        return [_new_event(Event, (raw, "message", last_id)) for raw in plain]

    def feed_plain(self, piece: bytes) -> list[bytes] | None:
        """
        Take the next bytes when all they complete is events of one data line each, as nearly all servers send them.

        This way takes a fifth of the time of the general one.

        Returns:
            The data of each event; None when there is anything else, and nothing was taken: use `feed_any`.
        """
        if not self._is_clean or _CR in piece or len(self._partial) + len(piece) > self._limit:
            return None
        if piece.find(_LF) == len(piece) - 2 and piece[-1] == _LF and not self._partial and piece[:6] == b"data: ":
            return [piece[6:-2]]  # one whole event
        return self._split_plain(piece)

    def _split_plain(self, piece: bytes) -> list[bytes] | None:
        end = len(piece) - 2 if piece[-2:] == b"\n\n" else piece.rfind(b"\n\n")
        if end < 0:
            return None
        rest = piece[end + 2 :]
        if self._partial or rest:
            piece = bytes(self._partial) + piece[: end + 2]
        if piece[:6] != b"data: ":
            return None
        found = piece[6:-2].split(b"\n\ndata: ")
        if piece.count(b"\n") != 2 * len(found):  # another line end means another line
            return None
        if self._partial:
            self._partial.clear()
        if rest:
            self.feed_any(rest)  # no blank line in it: completes nothing
        return found

    def feed_any(self, piece: bytes) -> list[Event]:
        """
        Take the next bytes and return the events they complete, in the general way.

        Raises:
            EventTooLargeError: as `feed` does.
        """
        self._is_clean = False
        events = self._feed(piece)
        self._is_clean = not (self._data or self._type or self._skip_lf or self._head is not None or self._dead)
        return events

    def _feed(self, piece: bytes) -> list[Event]:
        if self._dead:
            raise EventTooLargeError(self._limit)
        if self._head is not None:
            piece = self._without_bom(self._head + piece)
        if self._skip_lf and piece:
            self._skip_lf = False
            if piece[0] == _LF:
                piece = piece[1:]
        if not piece:
            return []
        if b"\n" not in piece and b"\r" not in piece:
            self._partial += piece
            return self._checked([])
        return self._lines(piece)

    def finish(self) -> None:
        """
        Take the end of input: an unfinished event is discarded, as the standard says.

        Raises:
            EventTooLargeError: an event exceeded the bound.
        """
        if self._dead:
            raise EventTooLargeError(self._limit)

    def _without_bom(self, head: bytes) -> bytes:
        if len(head) < len(_BOM) and _BOM.startswith(head):
            self._head = head
            return b""
        self._head = None
        return head.removeprefix(_BOM)

    def _lines(self, piece: bytes) -> list[Event]:
        """Split complete lines off and take them; at least one line ends in the piece."""
        if self._partial:
            piece = bytes(self._partial) + piece
            self._partial.clear()
        lines = piece.splitlines()  # of bytes: CR, LF and CRLF end a line, nothing else does
        last = piece[-1]
        if last == _CR:
            self._skip_lf = True
        elif last != _LF:
            self._partial += lines.pop()
        if self._size + len(piece) > self._limit:
            return self._take_carefully(lines)
        return self._take(lines)

    def _take(self, lines: list[bytes]) -> list[Event]:
        events: list[Event] = []
        data = self._data
        counted = len(data)
        for line in lines:
            if line:
                if line.startswith(b"data: "):
                    data.append(line[6:])
                else:
                    self._take_field(line)
            elif data:
                raw = data[0] if len(data) == 1 else b"\n".join(data)
                events.append(_new_event(Event, (raw, self._type or "message", self.last_event_id)))
                data.clear()
                self._type = ""
                self._size = counted = 0
            else:
                self._type = ""
        if data:
            self._size += sum(map(len, data[counted:])) + len(data) - counted
        return events

    def _take_carefully(self, lines: list[bytes]) -> list[Event]:
        """Take lines one at a time near the bound, so that where it strikes does not depend on the pieces."""
        events: list[Event] = []
        for line in lines:
            if len(line) > self._limit:
                self._dead = True
                break
            events += self._take([line])
            if self._size > self._limit:
                self._dead = True
                break
        return self._checked(events)

    def _checked(self, events: list[Event]) -> list[Event]:
        """Raise when the bound is exceeded, but hand out first what came before."""
        if len(self._partial) > self._limit:
            self._dead = True
        if self._dead:
            self._partial.clear()
            self._data.clear()
            if not events:
                raise EventTooLargeError(self._limit)
        return events

    def _take_field(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._type = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self.last_event_id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit():  # of bytes: ASCII digits only, and at least one
            self.retry_ms = int(value.lstrip(b"0")[:_RETRY_DIGITS] or b"0")
