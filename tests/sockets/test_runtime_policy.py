"""Failure policy over a real socket: deadlines, redirects, odd answers, proxies and what a hook hears."""

from __future__ import annotations

import asyncio
import json
import socket
import time
from collections.abc import Callable
from typing import Any

import httpx
import httpx2
import pytest

from overrides import errors
from overrides.direct import DirectClient
from overrides.observe import FirstByte, RequestFailed, RequestFinished, RequestRetried, RequestStarted
from overrides.options import CallOptions
from tests.sockets.failures import trickle
from tests.sockets.scripted import answer, scripted
from tests.unit.overrides.api import CREATE, DONE, GET, KEY, Acme, AsyncAcme, content

pytestmark = pytest.mark.sockets
OK = json.dumps({"id": "c", "choices": []}).encode()
ASK = {"model": "m"}
CHUNKED = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
UNTIL_CLOSED = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n"


def drip(head: bytes, piece: bytes) -> Callable[[socket.socket, int], None]:
    """Answer with one piece every few milliseconds, without end."""

    def script(connection: socket.socket, _: int) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)
            time.sleep(0.01)

    return script


def silent(connection: socket.socket, _: int) -> None:
    """Answer nothing."""
    connection.recv(1)


def busy(connection: socket.socket, _: int) -> None:
    """Ask to wait for long."""
    connection.sendall(answer("503 Busy", b"", "retry-after: 5"))


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        (silent, errors.APITimeoutError),
        (drip(CHUNKED, b"1\r\n \r\n"), errors.APITimeoutError),
        (drip(UNTIL_CLOSED, b" "), errors.APITimeoutError),
        (busy, errors.InternalServerError),
    ],
    ids=["silent", "endless", "endless without a length", "busy"],
)
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_nothing_outlasts_the_deadline(script: Any, expected: type[Exception], kind: str) -> None:
    """Neither a silent server, nor one that never ends its answer, nor a wait it asks for goes beyond the deadline."""
    with scripted(script) as server:
        began = time.monotonic()
        call = _call if kind == "sync" else _call_async
        with pytest.raises(expected) as caught:
            call(server.url, deadline=0.3, max_retries=5)
        elapsed = time.monotonic() - began

    assert elapsed < 3
    if expected is errors.APITimeoutError:
        assert "did not end within its deadline of 0.3 s" in str(caught.value)


def _call(url: str, **options: Any) -> Any:
    with Acme(base_url=url, **options) as client:
        return client.request(CREATE, ASK)


def _call_async(url: str, **options: Any) -> Any:
    async def call() -> Any:
        async with AsyncAcme(base_url=url, **options) as client:
            return await client.request(CREATE, ASK)

    return asyncio.run(call())


@pytest.mark.parametrize("make", [DirectClient, httpx.Client, httpx2.Client])
@pytest.mark.parametrize("stream", [False, True])
def test_a_head_that_trickles_does_not_outlast_the_deadline(make: Callable[[], Any], *, stream: bool) -> None:
    """On a fresh connection and on a kept one, a head that comes byte by byte is cut off, and other calls go on."""

    def script(connection: socket.socket, number: int) -> None:
        if number % 2 == 0:
            connection.sendall(answer("200 OK", OK))
            return
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        trickle(connection)

    with scripted(script) as server, make() as own:
        client = Acme(base_url=server.url, http_client=own, timeout=30)
        began = time.monotonic()
        for _ in range(2):
            assert client.request(CREATE, ASK, options=CallOptions(deadline=20))
            with pytest.raises(errors.APITimeoutError, match=r"deadline of 0\.3 s"):
                client.request(
                    CREATE, {**ASK, **({"stream": True} if stream else {})}, options=CallOptions(deadline=0.3)
                )
        elapsed = time.monotonic() - began

    assert elapsed < 10
    assert server.connections == 2


@pytest.mark.parametrize("seconds", [1e12, float("inf")])
def test_a_deadline_may_be_far(seconds: float) -> None:
    """A deadline beyond what a clock can wait for is one that does not pass."""
    with scripted(lambda connection, _: connection.sendall(answer("200 OK", OK))) as server:
        assert _call(server.url, deadline=seconds)
        assert _call_async(server.url, deadline=seconds)


def test_a_deadline_belongs_to_a_call() -> None:
    """A call has its own deadline, or none, whatever its client says; one that is no time is refused."""
    with (
        scripted(lambda connection, _: connection.sendall(answer("200 OK", OK))) as server,
        Acme(base_url=server.url, deadline=1e-9) as client,
    ):
        with pytest.raises(errors.APITimeoutError):
            client.request(CREATE, ASK)
        assert client.request(CREATE, ASK, options=CallOptions(deadline=None))
        assert client.with_options(deadline=5).request(CREATE, ASK)
        for wrong in (0, -1, float("nan")):
            with pytest.raises(errors.ConfigurationError, match="deadline"):
                client.request(CREATE, ASK, options=CallOptions(deadline=wrong))


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_deadline_ends_where_the_caller_reads(kind: str) -> None:
    """A stream may pause, and a download be read, after the deadline: it is there for the head of their answers."""

    def pause(connection: socket.socket, _: int) -> None:
        body = content("a") + content("b", finish="stop") + DONE
        connection.sendall(answer("200 OK", body, "content-type: text/event-stream")[: -len(body)] + body[:20])
        time.sleep(0.5)
        connection.sendall(body[20:])

    async def read(url: str) -> int:
        async with AsyncAcme(base_url=url, deadline=0.4) as client:
            reply = await client.request(GET, {"file_id": "f"})
            await asyncio.sleep(0.45)
            assert await reply.read()
            return len([chunk async for chunk in await client.request(CREATE, {**ASK, "stream": True})])

    with scripted(pause) as server:
        if kind == "async":
            assert asyncio.run(read(server.url)) == 2
            return
        with Acme(base_url=server.url, deadline=0.4) as client:
            download = client.request(GET, {"file_id": "f"})
            time.sleep(0.45)
            assert download.read()
            assert len(list(client.request(CREATE, {**ASK, "stream": True}))) == 2


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_never_carries_the_key(status: int) -> None:
    """A redirect to another server is an error, and that server hears nothing."""
    with scripted(lambda connection, _: connection.sendall(answer("200 OK", OK))) as other:
        there = f"location: {other.url}/v1/chat"
        with (
            scripted(lambda connection, _: connection.sendall(answer(f"{status} Moved", b"", there))) as server,
            httpx.Client(follow_redirects=True) as following,
            Acme(base_url=server.url) as own,
        ):
            for client in (own, Acme(base_url=server.url, http_client=following)):
                with pytest.raises(errors.APIStatusError) as caught:
                    client.request(CREATE, ASK)
                assert caught.value.status_code == status

    assert (len(server.requests), other.requests) == (2, [])


@pytest.mark.parametrize(
    ("status", "body", "kind", "expected", "message"),
    [
        (
            "502 Bad Gateway",
            b"<html><title>Down &amp; out</title></html>",
            "text/html",
            "InternalServerError",
            "Down & out",
        ),
        ("503 Unavailable", b"", "", "InternalServerError", "Service Unavailable, no message in the answer"),
        ("520 Unknown", b"", "", "InternalServerError", "status 520, no message in the answer"),
        ("429 Slow", b"slow down", "text/plain", "RateLimitError", "slow down"),
        ("404 Gone", b"[]", "application/json", "NotFoundError", "Not Found, no message in the answer"),
        ("200 OK", b"<html>", "text/html", "ResponseDecodeError", "text/html: the body is not JSON"),
        ("200 OK", b"", "", "ResponseDecodeError", "no content type: the body is not JSON"),
        ("200 OK", b'{"id": ', "application/json", "ResponseDecodeError", "the body is not JSON"),
        ("200 OK", b"\xff\xfe", "application/json", "ResponseDecodeError", "the body is not JSON"),
    ],
)
def test_odd_answers_are_told(status: str, body: bytes, kind: str, expected: str, message: str) -> None:
    """Pages, empty bodies, statuses outside the standard and broken JSON are typed errors with words of their own."""
    headers = [f"content-type: {kind}"] if kind else []
    with (
        scripted(lambda connection, _: connection.sendall(answer(status, body, *headers))) as server,
        Acme(base_url=server.url, max_retries=0) as client,
        pytest.raises(errors.APIError) as caught,
    ):
        client.request(CREATE, ASK)

    assert type(caught.value).__name__ == expected
    assert message in str(caught.value)


def test_a_key_of_idempotency_is_the_same_in_every_attempt() -> None:
    """A request that is sent again carries the key the caller gave."""

    def script(connection: socket.socket, number: int) -> None:
        connection.sendall(answer("200 OK", OK) if number else answer("503 Busy", b"", "retry-after-ms: 5"))

    with scripted(script) as server, Acme(base_url=server.url) as client:
        client.request(CREATE, ASK, options=CallOptions(idempotency_key="once"))

    assert [b"idempotency-key: once" in head.lower() for head in server.requests] == [True, True]


def test_a_proxy_is_used_by_an_injected_client() -> None:
    """Requests of a client with a proxy go to the proxy."""
    with (
        scripted(lambda connection, _: connection.sendall(answer("200 OK", OK))) as proxy,
        httpx.Client(proxy=proxy.url) as through,
    ):
        Acme(base_url="http://acme.test/v1", http_client=through).request(CREATE, ASK)

    assert proxy.requests[0].startswith(b"POST http://acme.test/v1/chat HTTP/1.1")


def streaming(connection: socket.socket, number: int) -> None:
    """Refuse once, then stream two chunks."""
    if number == 0:
        connection.sendall(answer("429 Slow", b"", "retry-after-ms: 1"))
        return
    body = content("a") + content("b", finish="stop") + DONE
    connection.sendall(answer("200 OK", body, "content-type: text/event-stream", "x-request-id: r1"))


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_a_hook_hears_a_stream_from_its_start_to_its_end(kind: str) -> None:
    """Attempts, the wait between them, the first byte and the number of chunks are told, all with one call number."""
    heard: list[Any] = []

    async def run(url: str) -> None:
        async with AsyncAcme(base_url=url, on_event=heard.append) as client:
            async for _ in await client.request(CREATE, {**ASK, "stream": True}):
                pass

    with scripted(streaming) as server:
        if kind == "sync":
            with Acme(base_url=server.url, on_event=heard.append) as client:
                list(client.request(CREATE, {**ASK, "stream": True}))
        else:
            asyncio.run(run(server.url))

    kinds = [RequestStarted, FirstByte, RequestRetried, RequestStarted, FirstByte, RequestFinished]
    assert [type(event) for event in heard] == kinds
    assert {(event.call, event.operation) for event in heard} == {(heard[0].call, "chat.create")}
    assert [event.attempt for event in heard] == [1, 1, 1, 2, 2, 2]
    assert (heard[2].reason, heard[4].status_code, heard[4].request_id) == ("status 429", 200, "r1")
    assert (heard[5].chunks, heard[5].is_complete) == (2, True)
    assert KEY not in repr(heard)


def test_a_hook_hears_downloads_failures_and_what_was_given_up() -> None:
    """A download ends when it is read or closed; a failure is told with the error of the caller."""
    heard: list[Any] = []
    with (
        scripted(lambda connection, _: connection.sendall(answer("200 OK", b"12345"))) as server,
        Acme(base_url=server.url, on_event=heard.append) as client,
    ):
        client.request(GET, {"file_id": "f"}).read()
        client.request(GET, {"file_id": "f"}).close()
        with client.streaming.request(CREATE, ASK) as unread:
            assert unread.status_code == 200
        with pytest.raises(errors.ResponseDecodeError) as undecoded:
            client.request(CREATE, ASK)
    ended = [event for event in heard if isinstance(event, RequestFinished)]
    with pytest.raises(errors.APIConnectionError) as caught:
        Acme(base_url=server.url, on_event=heard.append, max_retries=0).request(CREATE, ASK)

    assert [(event.is_complete, event.chunks) for event in ended] == [
        (True, None),
        (False, None),
        (False, None),
    ]
    failed = [event.error for event in heard if isinstance(event, RequestFailed)]
    assert failed == [undecoded.value, caught.value]
