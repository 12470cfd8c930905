"""Every failure a server can cause, over a real socket, beside the table in docs/failures.md that names what follows."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import socket
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs
import httpx
import pytest

import overrides.errors
from tests.sockets.scripted import Script, answer, scripted
from tests.unit.overrides.api import CREATE, DONE, Acme, AsyncAcme, content, event

pytestmark = pytest.mark.sockets

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
    """

    name: str
    script: Script
    stream: bool
    error: str
    says: str
    attempts: int = 1

    @property
    def timeout(self) -> httpx.Timeout:
        """Wait briefly where the server says nothing, and long where it does."""
        return httpx.Timeout(10, read=0.1 if self.error == "APITimeoutError" else 10)


def first_busy(connection: socket.socket, number: int) -> None:
    """Refuse once, then answer."""
    connection.sendall(answer("200 OK", OK) if number else answer("503 Busy", b"", "retry-after-ms: 1"))


LIMITED: Final = json.dumps({"error": {"message": "slow down"}}).encode()
FAILURES: Final = (
    Failure("connection reset before headers", sending(then=reset), False, "APIConnectionError", "failed (", 3),
    Failure("connection closed before headers", sending(then=drop), False, "APIConnectionError", "failed (", 3),
    Failure("slow first byte", sending(then=wait), False, "APITimeoutError", "timed out", 3),
    Failure("body shorter than its length", sending(b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{", then=drop), False, "APIConnectionError", "failed (", 3),
    Failure("status 400 with a JSON error", sending(answer("400 Bad", LIMITED)), False, "BadRequestError", "slow down"),
    Failure("status 401", sending(answer("401 No")), False, "AuthenticationError", "Unauthorized"),
    Failure("status 402", sending(answer("402 Pay")), False, "PaymentRequiredError", "Payment Required"),
    Failure("status 403", sending(answer("403 No")), False, "PermissionDeniedError", "Forbidden"),
    Failure("status 404", sending(answer("404 No")), False, "NotFoundError", "Not Found"),
    Failure("status 409", sending(answer("409 No", b"", "retry-after-ms: 1")), False, "ConflictError", "Conflict", 3),
    Failure("status 422 with `detail[]`", sending(answer("422 No", json.dumps({"detail": [{"msg": "too long", "loc": ["body", "n"], "type": "t"}]}).encode())), False, "UnprocessableEntityError", "too long"),
    Failure("status 429 with `Retry-After`", sending(answer("429 Slow", LIMITED, "retry-after: 0.01")), False, "RateLimitError", "slow down", 3),
    Failure("status 429 without `Retry-After`", sending(answer("429 Slow", LIMITED, "x-should-retry: false")), False, "RateLimitError", "slow down"),
    Failure("status 503, then success", first_busy, False, "", "", 2),
    Failure("status 502 with an HTML page", sending(answer("502 Bad", b"<title>Bad gateway</title>", "retry-after-ms: 1")), False, "InternalServerError", "HTTP 502: Bad gateway", 3),
    Failure("status 520 with an empty body", sending(answer("520 Odd", b"", "retry-after-ms: 1")), False, "InternalServerError", "HTTP 520: status 520", 3),
    Failure("redirect", sending(answer("307 Moved", b"", "location: http://127.0.0.1:9/")), False, "APIStatusError", "HTTP 307"),
    Failure("success with an HTML page", sending(answer("200 OK", b"<p>", "content-type: text/html")), False, "ResponseDecodeError", "text/html: the body is not JSON"),
    Failure("success with broken JSON", sending(answer("200 OK", b'{"id"')), False, "ResponseDecodeError", "is not JSON"),
    Failure("success with an empty body", sending(answer("200 OK")), False, "ResponseDecodeError", "is not JSON"),
    Failure("success with an array where an object was due", sending(answer("200 OK", b"[]")), False, "ResponseDecodeError", "an object was expected, got list"),
    Failure("connection reset after headers of a stream", sending(HEAD, then=reset), True, "APIConnectionError", "failed ("),
    Failure("connection reset amid a stream", sending(HEAD, chunk(content("a")), then=reset), True, "APIConnectionError", "failed ("),
    Failure("chunked encoding cut off", sending(HEAD, b"ff\r\ndata:", then=drop), True, "APIConnectionError", "failed ("),
    Failure("stream ends before its end", end(content("a")), True, "StreamInterruptedError", "ended before its end (1 chunks received)"),
    Failure("stream without a chunk", end(), True, "StreamInterruptedError", "0 chunks received"),
    Failure("silent stream", sending(HEAD, chunk(content("a")), then=wait), True, "APITimeoutError", "timed out"),
    Failure("error inside a stream", end(content("a"), event({"error": ERROR})), True, "APIStreamError", "overloaded"),
    Failure("event of type error", end(b'event: error\ndata: {"message": "overloaded"}\n\n'), True, "APIStreamError", "overloaded"),
    Failure("chunk that is not JSON", end(content("a"), event("{oops")), True, "StreamDecodeError", "a chunk is not JSON"),
    Failure("chunk that is no object", end(event("[1]")), True, "StreamDecodeError", "not a JSON object"),
    Failure("HTML page where a stream was asked for", sending(answer("200 OK", b"<p>", "content-type: text/html")), True, "UnexpectedContentTypeError", "text/html where text/event-stream was asked for"),
    Failure("JSON error where a stream was asked for", sending(answer("200 OK", LIMITED, "content-type: application/json")), True, "UnexpectedContentTypeError", "slow down"),
    Failure("whole answer where a stream was asked for", sending(answer("200 OK", OK, "content-type: application/json")), True, "UnexpectedContentTypeError", "application/json where"),
    Failure("invalid UTF-8 in a stream", end(b'data: {"choices": [{"index": 0, "delta": {"content": "\xff"}, "finish_reason": "stop"}]}\n\n', DONE), True, "", ""),
    Failure("oversized event", sending(HEAD, then=flood), True, "StreamError", "event"),
)  # fmt: skip  # a table


def _ask(url: str, failure: Failure) -> Any:
    with Acme(base_url=url, timeout=failure.timeout) as client:
        reply = client.request(CREATE, {"model": "m", **({"stream": True} if failure.stream else {})})
        return list(reply) if failure.stream else reply


def _ask_async(url: str, failure: Failure) -> Any:
    async def ask() -> Any:
        async with AsyncAcme(base_url=url, timeout=failure.timeout) as client:
            reply = await client.request(CREATE, {"model": "m", **({"stream": True} if failure.stream else {})})
            return [chunk async for chunk in reply] if failure.stream else reply

    return asyncio.run(ask())


@pytest.mark.parametrize("ask", [_ask, _ask_async], ids=["sync", "async"])
@pytest.mark.parametrize("failure", FAILURES, ids=[failure.name for failure in FAILURES])
def test_a_failure_is_the_error_of_the_table(
    failure: Failure, ask: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error is of the named class, says what happened, and comes after the expected number of attempts."""
    monkeypatch.setattr("overrides.client._fraction", lambda: 0.0)
    with scripted(failure.script) as server:
        if failure.error:
            with pytest.raises(overrides.errors.APIError) as caught:
                ask(server.url, failure)
            assert type(caught.value).__name__ == failure.error
            assert failure.says in str(caught.value)
        else:
            assert ask(server.url, failure)

    assert len(server.requests) == failure.attempts


def test_the_table_in_the_docs_is_this_one(root: Path) -> None:
    """Each row of the table is a test here, with the same error and number of attempts, and the other way round."""
    table = (root / "docs" / "failures.md").read_text("utf-8")

    rows = re.findall(r"(?m)^\| (.+?) \| (.+?) \| (.+?) \|$", table.partition("## What a server does")[2])[2:]

    shown = {
        (
            failure.name,
            f"`{failure.error}`" if failure.error else "none",
            "tried again" if failure.attempts > 1 else "no",
        )
        for failure in FAILURES
    }
    assert set(rows) == shown
