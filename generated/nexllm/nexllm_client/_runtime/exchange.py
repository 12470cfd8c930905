"""HTTP/1.1 on one connection, exchange after exchange: what to send, what came; knows no socket. The protocol itself is h11's."""

from __future__ import annotations

from typing import Any, Final

import h11
from h11 import Response as Head

from .http import Answer, LocalProtocolError, RemoteProtocolError, Request

__all__ = ["Exchanges", "Head", "to_answer"]

# Bytes. The head of an answer that is longer is refused, and so is the line before a chunk.
_LONGEST_HEAD: Final = 100 * 1024


class Exchanges:
    """Follow the exchanges of one connection."""

    __slots__ = ("_fault", "_state")

    def __init__(self) -> None:
        self._state: Any = h11.Connection(our_role=h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)
        self._fault: RemoteProtocolError | None = None

    def begin(self, request: Request) -> bytes:
        """
        Return the head of a request as it is sent.

        Raises:
            LocalProtocolError: it cannot be sent.
        """
        try:
            event = h11.Request(method=request.method, target=request.url.raw_path, headers=request.headers.raw)
        except h11.LocalProtocolError as error:
            raise LocalProtocolError(str(error)) from error
        return self._sent(event)

    def add(self, piece: bytes) -> bytes:
        """
        Return a piece of the content as it is sent.

        Raises:
            LocalProtocolError: it is more than the head announced.
        """
        return self._sent(h11.Data(data=piece))

    def end(self) -> bytes:
        """
        Return what is sent after the content.

        Raises:
            LocalProtocolError: the content was less than the head announced.
        """
        return self._sent(h11.EndOfMessage())

    def _sent(self, event: Any) -> bytes:
        try:
            data: bytes = self._state.send(event)
        except h11.LocalProtocolError as error:
            raise LocalProtocolError(str(error)) from error
        return data

    def receive(self, data: bytes) -> None:
        """
        Take what came; nothing when the server closed its side.

        Raises:
            RemoteProtocolError: it closed before it answered.
        """
        if not data and self._state.their_state is h11.SEND_RESPONSE:
            raise RemoteProtocolError("Server disconnected without sending a response.")
        self._state.receive_data(data)

    def head(self) -> Head | None:
        """
        Return the head of the answer, None as long as more has to come; what only announces it is skipped.

        Raises:
            RemoteProtocolError: what came is not HTTP.
        """
        while (event := self._next()) is not h11.NEED_DATA:
            if isinstance(event, Head):
                return event
        return None

    def content(self) -> tuple[bytes, bool]:
        """
        Return all that came of the content, and whether that is its end; not to be asked again then.

        Raises:
            RemoteProtocolError: it breaks off, or is not HTTP; what came before was returned.
        """
        if self._fault is not None:
            raise self._fault
        pieces = []
        is_ended = False
        try:
            while not is_ended and (event := self._next()) is not h11.NEED_DATA:
                if type(event) is h11.Data:
                    pieces.append(event.data)
                else:
                    is_ended = True
        except RemoteProtocolError as error:
            if not pieces:
                raise
            self._fault = error
        return b"".join(pieces), is_ended

    def _next(self) -> Any:
        try:
            event = self._state.next_event()
        except h11.RemoteProtocolError as error:
            raise RemoteProtocolError(str(error)) from error
        if event is h11.PAUSED and self._state.their_state is h11.SWITCHED_PROTOCOL:
            raise RemoteProtocolError("the server went over to another protocol")
        return event

    def renew(self) -> bool:
        """Be ready for another exchange; False when none may follow: one side is not at its end, or sent more than that."""
        state = self._state
        if state.our_state is not h11.DONE or state.their_state is not h11.DONE or state.trailing_data[0]:
            return False
        state.start_next_cycle()
        return True


def to_answer(head: Head, content: Any, *, network_stream: Any) -> Answer:
    """Make an answer whose content is still to be read, and name what it arrives on."""
    extensions = {
        "http_version": b"HTTP/" + head.http_version,
        "reason_phrase": head.reason,
        "network_stream": network_stream,
    }
    return Answer(head.status_code, headers=head.headers.raw_items(), stream=content, extensions=extensions)
