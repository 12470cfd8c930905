"""Every failure a server can cause, row by row as docs/failures.md names it, with what the server does; asks nothing itself."""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Final

import attrs
import pytest

from tests.sockets.http2 import http2_server
from tests.sockets.scripted import Script, answer
from tests.unit.overrides.api import DONE, content, event

OK: Final = json.dumps({"id": "c", "choices": []}).encode()
HEAD: Final = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"
ERROR: Final = {"message": "overloaded", "type": "server_error", "code": 529}


def chunk(data: bytes) -> bytes:
    """Write a chunk of the transfer encoding."""
    return b"%x\r\n%s\r\n" % (len(data), data)


def reset(connection: socket.socket) -> None:
    """Break the connection off."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def sending(*parts: bytes, then: Callable[[socket.socket], object] = lambda _: None) -> Script:
    """Send parts, then do something."""

    def script(connection: socket.socket, _: int) -> None:
        connection.sendall(b"".join(parts))
        then(connection)

    return script


def wait(connection: socket.socket) -> None:
    """Say nothing until the other side leaves."""
    with contextlib.suppress(OSError):
        connection.recv(1)


def flood(connection: socket.socket) -> None:
    """Send one event that never ends."""
    piece = chunk(b"data: " + b"x" * 4_000_000)
    with contextlib.suppress(OSError):
        for _ in range(40):
            connection.sendall(piece)


def end(*events: bytes) -> Script:
    """Stream events and end the answer properly."""
    return sending(HEAD, *map(chunk, events), b"0\r\n\r\n")


def drop(connection: socket.socket) -> None:
    """Close the connection."""
    connection.close()


def trickle(connection: socket.socket) -> None:
    """Send the head of an answer byte by byte, for longer than any test waits."""
    with contextlib.suppress(OSError):
        for _ in range(1000):
            connection.sendall(b"x")
            time.sleep(0.02)


def babble(connection: socket.socket) -> None:
    """Send pieces of a body, for longer than any test waits."""
    with contextlib.suppress(OSError):
        for _ in range(1000):
            connection.sendall(chunk(content("a")))
            time.sleep(0.02)


@contextlib.contextmanager
def closed_port() -> Iterator[str]:
    """Give a port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    yield f"http://127.0.0.1:{port}"


@contextlib.contextmanager
def full_port() -> Iterator[str]:
    """Give a port whose queue is full, so that connecting takes without end."""
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


@contextlib.contextmanager
def nowhere() -> Iterator[str]:
    """Give a name that does not resolve, without asking anybody."""

    def resolve(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", resolve)
        yield "http://nowhere.invalid"


@contextlib.contextmanager
def untrusted() -> Iterator[str]:
    """Give a server whose certificate nobody vouches for."""
    with http2_server() as server:
        yield server.url


@attrs.frozen
class Failure:
    """
    One row of the table.

    Attributes:
        name: the first column.
        script: what the server does.
        stream: whether a stream is asked for.
        error: the second column; empty where the call succeeds.
        says: what the message holds.
        attempts: how often the request is sent, with two retries allowed.
        deadline: how long the call may take, in seconds.
        place: runs something else than the server of the script, and gives its URL.
        is_busy: whether a stream of the same client holds the only connection it may have.
        is_repeated: whether the call is made a second time, once the server has closed the connection.
    """

    name: str
    script: Script
    stream: bool
    error: str
    says: str
    attempts: int = 1
    deadline: float | None = None
    place: Callable[[], AbstractContextManager[str]] | None = None
    is_busy: bool = False
    is_repeated: bool = False

    @property
    def options(self) -> dict[str, Any]:
        """Wait briefly where nothing comes, and long where something does."""
        is_brief = self.error == "APITimeoutError" and self.deadline is None
        return {"timeout": 0.25 if is_brief else 10, "deadline": self.deadline}


def first_busy(connection: socket.socket, number: int) -> None:
    """Refuse once, then answer."""
    connection.sendall(answer("200 OK", OK) if number else answer("503 Busy", b"", "retry-after-ms: 1"))


DEEP: Final = b"[" * 900 + b"]" * 900
LIMITED: Final = json.dumps({"error": {"message": "slow down"}}).encode()
FAILURES: Final = (
    Failure("connection reset before headers", sending(then=reset), False, "APIConnectionError", "failed (", 3),
    Failure("connection closed before headers", sending(then=drop), False, "APIConnectionError", "failed (", 3),
    Failure("connection refused", sending(), False, "APIConnectionError", "Connect", 3, place=closed_port),
    Failure("name that does not resolve", sending(), False, "APIConnectionError", "Name or service not known", 3, place=nowhere),
    Failure("certificate that is not trusted", sending(), False, "APIConnectionError", "ertificate", 3, place=untrusted),
    Failure("connecting takes too long", sending(), False, "APITimeoutError", "timed out", 3, place=full_port),
    Failure("no connection is free", sending(HEAD, then=wait), False, "APITimeoutError", "timed out", 3, is_busy=True),
    Failure("answer that is not HTTP", sending(b"SSH-2.0-x\r\n\r\n", then=drop), False, "APIConnectionError", "failed (", 3),
    Failure("slow first byte", sending(then=wait), False, "APITimeoutError", "timed out", 3),
    Failure("deadline passed", sending(then=wait), False, "APITimeoutError", "within its deadline of 0.3 s", deadline=0.3),
    Failure("deadline passed amid a head that trickles", sending(b"HTTP/1.1 200 OK\r\n", then=trickle), True, "APITimeoutError", "within its deadline of 0.3 s", deadline=0.3),
    Failure("kept connection that the server closed", sending(answer("200 OK", OK), then=drop), False, "", "", 2, is_repeated=True),
    Failure("damaged compression", sending(answer("200 OK", b"no gzip", "content-encoding: gzip")), False, "APIConnectionError", "DecodingError"),
    Failure("body shorter than its length", sending(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{", then=drop), False, "APIConnectionError", "failed (", 3),
    Failure("status 400 with a JSON error", sending(answer("400 Bad", LIMITED)), False, "BadRequestError", "slow down"),
    Failure("status 401", sending(answer("401 No")), False, "AuthenticationError", "Unauthorized"),
    Failure("status 402", sending(answer("402 Pay")), False, "PaymentRequiredError", "Payment Required"),
    Failure("status 403", sending(answer("403 No")), False, "PermissionDeniedError", "Forbidden"),
    Failure("status 404", sending(answer("404 No")), False, "NotFoundError", "Not Found"),
    Failure("status 408", sending(answer("408 Slow", b"", "retry-after-ms: 1")), False, "APIStatusError", "Request Timeout", 3),
    Failure("status 409", sending(answer("409 No", b"", "retry-after-ms: 1")), False, "ConflictError", "Conflict", 3),
    Failure("status 422 with `detail[]`", sending(answer("422 No", json.dumps({"detail": [{"msg": "too long", "loc": ["body", "n"], "type": "t"}]}).encode())), False, "UnprocessableEntityError", "too long"),
    Failure("status 429 with `Retry-After`", sending(answer("429 Slow", LIMITED, "retry-after: 0.01")), False, "RateLimitError", "slow down", 3),
    Failure("status 429 without `Retry-After`", sending(answer("429 Slow", LIMITED)), False, "RateLimitError", "slow down", 3),
    Failure("status 429 with a `Retry-After` that no calendar holds", sending(answer("429 Slow", LIMITED, "retry-after: Wed, 21 Oct 2015 07:28:00 +99999999999999")), False, "RateLimitError", "slow down", 3),
    Failure("status 429 with a `Retry-After` above 60 s", sending(answer("429 Slow", LIMITED, "retry-after: 61")), False, "RateLimitError", "slow down"),
    Failure("status 503 with `x-should-retry: false`", sending(answer("503 Busy", LIMITED, "x-should-retry: false")), False, "InternalServerError", "slow down"),
    Failure("status 503 with damaged compression", sending(answer("503 Busy", b"no gzip", "content-encoding: gzip", "retry-after-ms: 1")), False, "InternalServerError", "HTTP 503", 3),
    Failure("status 503, then success", first_busy, False, "", "", 2),
    Failure("status 502 with an HTML page", sending(answer("502 Bad", b"<title>Bad gateway</title>", "retry-after-ms: 1")), False, "InternalServerError", "HTTP 502: Bad gateway", 3),
    Failure("status 520 with an empty body", sending(answer("520 Odd", b"", "retry-after-ms: 1")), False, "InternalServerError", "HTTP 520: status 520", 3),
    Failure("redirect", sending(answer("307 Moved", b"", "location: http://127.0.0.1:9/")), False, "APIStatusError", "HTTP 307"),
    Failure("success with an HTML page", sending(answer("200 OK", b"<p>", "content-type: text/html")), False, "ResponseDecodeError", "text/html: the body is not JSON"),
    Failure("success with broken JSON", sending(answer("200 OK", b'{"id"')), False, "ResponseDecodeError", "is not JSON"),
    Failure("success with JSON nested without end", sending(answer("200 OK", b'{"a":' + DEEP + b"}")), False, "ResponseDecodeError", "nested too deeply"),
    Failure("status 400 with JSON nested without end", sending(answer("400 Bad", b'{"error":' + DEEP + b"}")), False, "BadRequestError", '{"error":[[['),
    Failure("success with an empty body", sending(answer("200 OK")), False, "ResponseDecodeError", "is not JSON"),
    Failure("success with an array where an object was due", sending(answer("200 OK", b"[]")), False, "ResponseDecodeError", "an object was expected, got list"),
    Failure("connection reset after headers of a stream", sending(HEAD, then=reset), True, "APIConnectionError", "failed ("),
    Failure("connection reset amid a stream", sending(HEAD, chunk(content("a")), then=reset), True, "APIConnectionError", "failed ("),
    Failure("chunked encoding cut off", sending(HEAD, b"ff\r\ndata:", then=drop), True, "APIConnectionError", "failed ("),
    Failure("damaged compression of a stream", sending(HEAD[:-2], b"content-encoding: gzip\r\n\r\n", chunk(b"no gzip")), True, "APIConnectionError", "DecodingError"),
    Failure("transport fault after every choice has its finish reason", sending(HEAD, chunk(content("a", finish="stop")), then=drop), True, "", ""),
    Failure("stream ends before its end", end(content("a")), True, "StreamInterruptedError", "ended before its end (1 chunks received)"),
    Failure("stream without a chunk", end(), True, "StreamInterruptedError", "0 chunks received"),
    Failure("stream of a terminator alone", end(DONE), True, "StreamInterruptedError", "without a chunk"),
    Failure("silent stream", sending(HEAD, chunk(content("a")), then=wait), True, "APITimeoutError", "timed out"),
    Failure("error inside a stream", end(content("a"), event({"error": ERROR})), True, "APIStreamError", "overloaded"),
    Failure("error of another shape inside a stream", end(content("a"), event({"detail": "overloaded"}), DONE), True, "APIStreamError", "overloaded"),
    Failure("error inside a choice", end(event({"choices": [{"index": 0, "delta": {}, "finish_reason": "error", "error": ERROR}]}), DONE), True, "APIStreamError", "overloaded"),
    Failure("event of type error", end(b'event: error\ndata: {"message": "overloaded"}\n\n'), True, "APIStreamError", "overloaded"),
    Failure("chunk that is not JSON", end(content("a"), event("{oops")), True, "StreamDecodeError", "a chunk is not JSON"),
    Failure("chunk that is no object", end(event("[1]")), True, "StreamDecodeError", "not a JSON object"),
    Failure("chunk nested without end", end(event('{"choices":' + DEEP.decode() + "}")), True, "StreamDecodeError", "nested too deeply"),
    Failure("HTML page where a stream was asked for", sending(answer("200 OK", b"<p>", "content-type: text/html")), True, "UnexpectedContentTypeError", "text/html where text/event-stream was asked for"),
    Failure("HTML page where a stream was asked for, broken off", sending(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 9\r\n\r\n<p>", then=drop), True, "UnexpectedContentTypeError", "text/html where"),
    Failure("text without end where a stream was asked for", sending(HEAD.replace(b"event-stream", b"plain"), then=babble), True, "UnexpectedContentTypeError", "text/plain where"),
    Failure("JSON error where a stream was asked for", sending(answer("200 OK", LIMITED, "content-type: application/json")), True, "UnexpectedContentTypeError", "slow down"),
    Failure("whole answer where a stream was asked for", sending(answer("200 OK", OK, "content-type: application/json")), True, "UnexpectedContentTypeError", "application/json where"),
    Failure("invalid UTF-8 in a stream", end(b'data: {"choices": [{"index": 0, "delta": {"content": "\xff"}, "finish_reason": "stop"}]}\n\n', DONE), True, "", ""),
    Failure("oversized event", sending(HEAD, then=flood), True, "StreamError", "event"),
)  # fmt: skip  # a table
