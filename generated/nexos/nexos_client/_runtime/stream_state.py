"""What a stream has seen and whether it may end: bytes in, plain chunks out, the truth about endings; does no I/O."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import field, frozen

from .accumulate import Accumulator
from .codec import JsonError, decode_json, json_decoder
from .error_body import ErrorDetail, ErrorShape, describe_body, find_declared_error, find_error
from .errors import (
    APIError,
    APIStreamError,
    Received,
    StreamDecodeError,
    StreamError,
    StreamInterruptedError,
)
from .events import Event, EventDecoder, EventTooLargeError
from .faults import to_connection_error
from .http import Faults, Response
from .redact import Redactor

EVENT_STREAM: Final = "text/event-stream"
# Chunks taken are accumulated together: so many that a batch costs little, so few that they hold no memory.
_MOST_TAKEN: Final = 64
_KEEP_ALIVE: Final = frozenset({"ping", "heartbeat", "keepalive", "keep-alive", "keep_alive"})
# How an error looks within what is else not read.
_ERROR_NAME: Final = b'"error"'


def _return(value: Any) -> Any:
    return value


@frozen(kw_only=True)
class StreamReader:
    """
    Hold what a stream needs to know of its API.

    Attributes:
        place: method and URL, for messages.
        decode: plain chunk to the chunk a caller sees.
        decode_response: accumulated plain response to the response a caller sees.
        terminator: the data that ends the stream, or None.
        new_accumulator: makes the accumulator of one stream, or None.
        abandon: takes the answer of a stream nobody read to its end or closed, or None.
    """

    place: str = "stream"
    decode: Callable[[dict[str, Any]], Any] = _return
    decode_response: Callable[[dict[str, Any]], Any] = _return
    terminator: str | None = "[DONE]"
    new_accumulator: Callable[[], Accumulator] | None = None
    error_shapes: tuple[ErrorShape, ...] = ()
    redactor: Redactor = field(factory=Redactor)
    faults: Faults = field(factory=Faults)
    abandon: Callable[[Response], None] | None = None


def is_event_stream(response: Response) -> bool:
    """Say whether an answer says it is an event stream."""
    media_type: str = response.headers.get("content-type", "")
    return media_type.partition(";")[0].strip().lower() == EVENT_STREAM


class StreamState:
    """
    Be the one state machine of synchronous and asynchronous streams.

    Streams take chunks themselves, by `pending.popleft()`, and hand what they took to `keep` unless that is None: a
    method call for each would cost a tenth of all that is done for a chunk.

    Attributes:
        pending: the chunks not taken yet.
        keep: remembers a taken chunk until it is accumulated; None without accumulator.
        is_over: no more input is wanted: the terminator came, the input ended, or the stream failed.
        has_failed: `raise_failure` will raise once the chunks before the failure are taken.
        on_end: told once how the stream ended, with the error the caller is told, or None; nobody when None.
    """

    __slots__ = (
        "_accumulator", "_decode_json", "_decoder", "_error", "_fed", "_lock", "_reader", "_response", "_taken", "_terminated",
        "_terminator", "_why", "has_failed", "is_over", "keep", "on_end", "pending",
    )  # fmt: skip  # one name a line would be longer than the class

    def __init__(self, response: Response, reader: StreamReader) -> None:
        self._response = response
        self._reader = reader
        self._decoder = EventDecoder()
        self._decode_json = json_decoder()
        self._terminator = None if reader.terminator is None else reader.terminator.encode()
        self._terminated = False
        self._why: Callable[[Received], APIError] | None = None
        self._error: APIError | None = None
        self._accumulator = None if reader.new_accumulator is None else reader.new_accumulator()
        self._taken: list[dict[str, Any]] = []
        self._lock = threading.Lock()
        self._fed = 0
        self.pending: deque[dict[str, Any]] = deque()
        self.keep = None if self._accumulator is None else self._taken.append
        self.has_failed = False
        self.is_over = False
        self.on_end: Callable[[APIError | None], None] | None = None

    @property
    def received(self) -> int:
        """How many chunks were taken."""
        return self._fed - len(self.pending)

    @property
    def accumulator(self) -> Accumulator | None:
        """What the taken chunks amount to, or None where nothing is accumulated."""
        if self._taken and self._accumulator is not None:
            with self._lock:  # another thread may ask as well
                chunks = self._taken[:]
                del self._taken[: len(chunks)]
                self._accumulator.extend(chunks)
        return self._accumulator

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        accumulator = self.accumulator
        return self._terminated or (accumulator is not None and accumulator.is_complete)

    def take(self) -> dict[str, Any]:
        """Take the next chunk; there must be one."""
        chunk = self.pending.popleft()
        if self.keep is not None:
            self.keep(chunk)
        return chunk

    def take_all(self) -> None:
        """Take all chunks there are, to be accumulated."""
        if self.keep is not None:
            self._taken.extend(self.pending)
        self.pending.clear()

    def raise_failure(self) -> None:
        """
        Raise why the stream failed, if it did; every chunk before was taken.

        Raises:
            APIError: the stream failed.
        """
        if self._why is not None:
            raise self.error()

    def conclude(self) -> None:
        """Note the error a choice holds, if one does, now that all chunks were taken: a look at each would cost more."""
        accumulator = self.accumulator
        if self._why is None and accumulator is not None and (error := accumulator.error):
            body = {"error": error}
            self._fail_with_vendor_error(describe_body(body, self._reader.error_shapes), body)

    def feed(self, data: bytes) -> None:
        """Take the next bytes; what comes after the terminator, or after closing, is not looked at."""
        if self.is_over:
            return
        if len(self._taken) >= _MOST_TAKEN:
            _ = self.accumulator
        plain = self._decoder.feed_plain(data)
        if plain is None:
            self._feed_any(data)
            return
        for raw in plain:
            if raw == self._terminator:
                self._terminate()
                return
            self._take_data(raw)
            if self.is_over:
                return

    def _feed_any(self, data: bytes) -> None:
        try:
            events = self._decoder.feed_any(data)
        except EventTooLargeError as error:
            self._fail_with(StreamError, str(error))
            return
        for event in events:
            if event.raw == self._terminator:
                self._terminate()
                return
            if event.type == "message" or self._is_chunk(event):
                self._take_data(event.raw)
            if self.is_over:
                return

    def _terminate(self) -> None:
        """Take the terminator: it ends a stream, but is no answer."""
        if self._fed == 0 and self._accumulator is not None:
            self._fail_with(StreamInterruptedError, "the stream ended without a chunk")
        else:
            self._terminated = self.is_over = True

    def _take_data(self, raw: bytes) -> None:
        """Decode the data of an event; it is a chunk, blank, or what the stream fails with."""
        try:
            chunk = self._decode_json(raw)
        except JsonError as error:
            data = raw.strip()
            if data and data == self._terminator:
                self._terminate()
            elif data:
                self._fail_decoding(raw, f"a chunk is not JSON: {error}")
            return
        if not isinstance(chunk, dict):
            self._fail_decoding(raw, "a chunk is not a JSON object")
            return
        if "error" in chunk or "choices" not in chunk:
            self._note_error(chunk)
            if self.is_over:
                return
        self._fed += 1
        self.pending.append(chunk)

    def _note_error(self, chunk: dict[str, Any]) -> None:
        """Note the error a chunk is, if it is one."""
        if chunk.get("error"):
            self._fail_with_vendor_error(describe_body(chunk, self._reader.error_shapes), chunk)
        elif self._accumulator is not None and "choices" not in chunk:
            find = find_declared_error if self._declares(chunk) else find_error
            if detail := find(chunk, self._reader.error_shapes):
                self._fail_with_vendor_error(detail, chunk)

    def _declares(self, chunk: dict[str, Any]) -> bool:
        """Say whether a chunk without choices is one all the same, by its kind or by a member its schema knows."""
        if "usage" in chunk or str(chunk.get("object")).endswith(".chunk"):
            return True
        unknown = getattr(self._reader.decode(chunk), "additional_properties", chunk)
        return any(value is not None and name not in unknown for name, value in chunk.items() if name != "object")

    def _is_chunk(self, event: Event) -> bool:
        """Say whether the data of an event with a type of its own is a chunk; note the error it may be."""
        is_error, is_empty = event.type == "error", event.type in _KEEP_ALIVE
        if not is_error and not (is_empty and _ERROR_NAME in event.raw):
            return not is_empty
        try:
            body = decode_json(event.raw)
        except JsonError:
            body = event.data
        if is_error or (isinstance(body, dict) and body.get("error")):
            self._fail_with_vendor_error(describe_body(body, self._reader.error_shapes), body)
        return False

    def end_input(self) -> None:
        """Take the end of input: without terminator or finish reason, it is an interruption."""
        self.is_over = True
        try:
            self._decoder.finish()
        except EventTooLargeError as error:
            self._fail_with(StreamError, str(error))
            return
        if self._terminator is None and self._accumulator is None:
            self._terminated = True
        if not self.is_complete:
            self._fail_with(StreamInterruptedError, "the stream ended before its end")

    def fail_transport(self, error: Exception) -> None:
        """Take a fault of the transport; once nothing is missing, it is the end."""
        if self.is_complete:
            self.is_over = True
            return
        reader = self._reader
        fault = to_connection_error(error, place=reader.place, faults=reader.faults, redactor=reader.redactor)
        fault.__cause__ = error

        def why(received: Received) -> APIError:
            fault.received, fault.partial = received.chunks, received.partial
            return fault

        self._fail(why)

    def close(self) -> None:
        """Take the caller's wish to stop: nothing more comes out, and that is no failure of iteration."""
        self.is_over = True
        if self.pending:  # they are missing now, whatever came after them
            self._terminated = False
            self._fed -= len(self.pending)
            self.pending.clear()
        if self.has_failed and self._error is None:  # read ahead, and the caller will not get there
            self.has_failed = False
            self._why = None
        self.note_closed()

    def note_closed(self) -> None:
        """Tell that the stream ended, unless it failed: that is told together with the caller."""
        if not self.has_failed:
            self._tell(None)

    def _tell(self, error: APIError | None) -> None:
        told, self.on_end = self.on_end, None
        if told is not None:
            told(error)

    def require_complete(self) -> None:
        """
        Require that the stream reached its end.

        Raises:
            APIError: it failed, or was closed before.
        """
        self.conclude()
        if not self.is_complete and self._why is None:
            self._fail_with(StreamInterruptedError, "the stream was closed before its end")
        self.raise_failure()

    def response(self) -> Any:
        """Return the response accumulated so far, decoded; as a plain dict where it is too incomplete for that."""
        accumulator = self.accumulator
        if accumulator is None or self.received == 0:
            return None
        plain = accumulator.response()
        try:
            return self._reader.decode_response(plain)
        except (KeyError, TypeError, ValueError, AttributeError):
            return plain

    def error(self) -> APIError:
        """Make the error of a failed stream, once, with what was received until then."""
        if self._error is None:
            why = self._why
            if why is None:
                raise RuntimeError("the stream has not failed")
            self._reader.redactor.scrub(self._response)
            self._error = why(Received(chunks=self.received, partial=self.response()))
            self._tell(self._error)
        return self._error

    def _fail(self, why: Callable[[Received], APIError]) -> None:
        self.is_over = True
        self.has_failed = True
        self._why = why

    def _fail_with(self, error_class: type[StreamError], what: str) -> None:
        message, response = f"{self._reader.place}: {what}", self._response
        self._fail(
            lambda received: error_class(
                f"{message} ({received.chunks} chunks received)", response=response, received=received
            )
        )

    def _fail_decoding(self, raw: bytes, what: str) -> None:
        message, response = f"{self._reader.place}: {what}", self._response
        data = self._reader.redactor.text(raw.decode("utf-8", "replace"))
        self._fail(lambda received: StreamDecodeError(message, response=response, received=received, data=data))

    def _fail_with_vendor_error(self, detail: ErrorDetail | None, body: Any) -> None:
        redactor, response = self._reader.redactor, self._response
        detail = redactor.detail(detail or ErrorDetail(message="the vendor sent an error without a message"))
        body = redactor.value(body if isinstance(body, (Mapping, str, list)) else None)
        self._fail(lambda received: APIStreamError(detail, response=response, received=received, body=body))
