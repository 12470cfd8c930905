"""Streams and wrong answers that nobody reads: their connections come back, and what came of them is told."""

from __future__ import annotations

import asyncio
import gc
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from overrides import errors
from overrides.http import new_async_http_client, new_http_client
from overrides.observe import FirstByte, RequestFailed, RequestFinished, RequestRetried, RequestStarted
from tests.quality.repository import ROOT
from tests.sockets.failures import HEAD, babble, chunk, drop, sending, wait
from tests.sockets.scripted import answer, scripted
from tests.unit.overrides.api import CREATE, DONE, Acme, AsyncAcme, content, event

pytestmark = pytest.mark.sockets

ASK = {"model": "m", "stream": True}
ONE = httpx.Limits(max_connections=1)
BEGUN = sending(HEAD, chunk(content("a") + content("b")), then=wait)
PAGE = b"<p>" + b"x" * 1_000_000


@pytest.mark.parametrize("kind", ["stream", "begun", "raw"])
def test_a_stream_nobody_reads_gives_its_connection_back(kind: str) -> None:
    """A stream that is dropped, unread or amid its chunks, or never parsed, does not use the pool of connections up."""

    def drop_one(client: Acme) -> None:
        if kind == "raw":
            client.raw.request(CREATE, ASK)
            return
        stream = client.request(CREATE, ASK)
        if kind == "begun":
            next(stream)

    with scripted(BEGUN) as server, new_http_client(limits=ONE) as own:
        client = Acme(base_url=server.url, http_client=own, timeout=5, max_retries=0)
        for _ in range(3):
            drop_one(client)
            gc.collect()
        ended = server.wait_for_end(3)

    assert (ended, len(server.requests)) == (True, 3)


@pytest.mark.parametrize("kind", ["stream", "begun", "raw"])
def test_an_asynchronous_stream_nobody_reads_gives_its_connection_back(kind: str) -> None:
    """The same, asynchronously."""

    async def drop_one(client: AsyncAcme) -> None:
        if kind == "raw":
            await client.raw.request(CREATE, ASK)
            return
        stream = await client.request(CREATE, ASK)
        if kind == "begun":
            await anext(stream)

    async def talk(url: str) -> None:
        async with new_async_http_client(limits=ONE) as own:
            client = AsyncAcme(base_url=url, http_client=own, timeout=5, max_retries=0)
            for _ in range(3):
                await drop_one(client)
                gc.collect()
                await asyncio.sleep(0.05)

    with scripted(BEGUN) as server:
        asyncio.run(talk(server.url))
        ended = server.wait_for_end(3)

    assert (ended, len(server.requests)) == (True, 3)


def refused(call: Callable[[Acme], Any], *, script: Any, **options: Any) -> errors.UnexpectedContentTypeError:
    """Return the error of a stream that is none."""
    with scripted(script) as server, Acme(base_url=server.url, **options) as client:
        with pytest.raises(errors.UnexpectedContentTypeError) as caught:
            call(client)
        assert server.wait_for_end(1)
    return caught.value


def open_stream(client: Acme) -> Any:
    """Open a stream."""
    return client.request(CREATE, ASK)


def parse_raw(client: Acme) -> Any:
    """Open a stream by its raw response, whose content is there although it is no stream."""
    raw = client.raw.request(CREATE, ASK)
    assert raw.text.startswith("<p>")
    return raw.parse()


def parse_unread(client: Acme) -> Any:
    """Open a stream by its unread response."""
    return client.streaming.request(CREATE, ASK).parse()


@pytest.mark.parametrize("call", [open_stream, parse_raw, parse_unread])
@pytest.mark.parametrize(
    "script",
    [
        sending(answer("200 OK", PAGE, "content-type: text/html")),
        sending(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 9\r\n\r\n<p>", then=drop),
        sending(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 9\r\n\r\n<p>", then=wait),
    ],
    ids=["long", "broken off", "silent"],
)
def test_a_wrong_answer_is_told_by_its_start(call: Callable[[Acme], Any], script: Any) -> None:
    """Of a page that is long, broken off or silent the start is read, the connection is let go, and the error holds it."""
    began = time.monotonic()

    error = refused(call, script=script, timeout=30)

    assert time.monotonic() - began < 10
    assert error.body.startswith("<p>")
    assert 3 <= len(error.response.content) <= 65536
    assert (error.response.status_code, error.content_type) == (200, "text/html")
    assert str(error.response.request.url).endswith("/chat")


def test_a_wrong_answer_without_end_does_not_outlast_its_second() -> None:
    """A text that goes on for ever is told after about a second, whatever deadline and timeout allow."""
    began = time.monotonic()

    error = refused(
        open_stream, script=sending(HEAD.replace(b"event-stream", b"plain"), then=babble), deadline=20, timeout=30
    )

    assert 0.5 < time.monotonic() - began < 10
    assert error.body.startswith("data: {")


def test_a_hook_hears_how_a_stream_failed() -> None:
    """A wrong content type, an error inside a stream, and a break are failures; a stream left early was not complete."""
    heard: list[Any] = []
    scripts = [
        sending(answer("200 OK", b"<p>", "content-type: text/html")),
        sending(HEAD, chunk(content("a") + event({"error": {"message": "over"}})), b"0\r\n\r\n"),
        sending(HEAD, chunk(content("a")), then=drop),
        sending(HEAD, chunk(content("a") + content("b", finish="stop") + DONE), b"0\r\n\r\n"),
        sending(HEAD, chunk(content("a") + event({"error": {"message": "never reached"}})), b"0\r\n\r\n"),
    ]

    def script(connection: socket.socket, number: int) -> None:
        scripts[number](connection, number)

    with scripted(script) as server, Acme(base_url=server.url, on_event=heard.append, max_retries=0) as client:
        raised = []
        for _ in scripts[:3]:
            with pytest.raises(errors.APIError) as caught:
                _read(client)
            raised.append(caught.value)
        for _ in scripts[3:]:
            with client.request(CREATE, ASK) as stream:
                next(stream)

    begun = [RequestStarted, FirstByte]
    assert [type(item) for item in heard] == [*[*begun, RequestFailed] * 3, *[*begun, RequestFinished] * 2]
    assert [item.error for item in heard if isinstance(item, RequestFailed)] == raised
    ended = [item for item in heard if isinstance(item, RequestFinished)]
    assert [(item.chunks, item.is_complete) for item in ended] == [(1, False), (1, False)]


def _read(client: Acme) -> None:
    client.request(CREATE, ASK).final()


@pytest.mark.parametrize("kind", ["begun", "unread"])
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_a_program_may_end_amid_a_stream(kind: str, is_async: bool) -> None:
    """A stream that nobody closed is no reason to print anything when the program ends."""
    lines = [
        "import sys",
        "from tests.unit.overrides.api import CREATE, Acme, AsyncAcme",
        f"client = {'AsyncAcme' if is_async else 'Acme'}(base_url=sys.argv[1])",
        "async def begin():",
        "    global stream",
        f"    stream = await client.request(CREATE, {ASK})",
        f"    {'await anext(stream)' if kind == 'begun' else 'pass'}",
        *(
            ["import asyncio", "loop = asyncio.new_event_loop()", "loop.run_until_complete(begin())"]
            if is_async
            else [f"stream = client.request(CREATE, {ASK})", "next(stream)" if kind == "begun" else ""]
        ),
    ]
    with scripted(BEGUN) as server:
        done = subprocess.run(
            [sys.executable, "-c", "\n".join(lines), server.url], capture_output=True, text=True, cwd=ROOT, check=False
        )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("script", "retries"),
    [(sending(then=wait), 0), (sending(answer("503 No", b"", "retry-after: 1")), 1)],
    ids=["waiting", "between attempts"],
)
def test_a_client_closed_amid_a_call_says_so(script: Any, retries: int) -> None:
    """Whoever still waits for an answer, or for another attempt, is told as anybody who uses a closed client."""
    told: list[Exception] = []
    heard: list[Any] = []

    def call() -> None:
        try:
            client.request(CREATE, {"model": "m"})
        except errors.ClientStateError as error:
            told.append(error)

    with scripted(script) as server:
        client = Acme(base_url=server.url, timeout=30, on_event=heard.append)
        thread = threading.Thread(target=call)
        thread.start()
        while not server.requests:
            thread.join(0.01)
        thread.join(0.2)
        client.close()
        thread.join(5)

    assert len(told) == 1
    assert [type(event) for event in heard].count(RequestRetried) == retries
    assert isinstance(heard[-1], RequestFailed)


def test_a_client_closed_amid_a_task_says_so() -> None:
    """The same on an event loop."""

    async def talk(url: str) -> None:
        client = AsyncAcme(base_url=url, timeout=30)
        task = asyncio.create_task(client.request(CREATE, {"model": "m"}))
        await asyncio.sleep(0.2)
        await client.close()
        with pytest.raises(errors.ClientStateError):
            await task

    with scripted(sending(then=wait)) as server:
        asyncio.run(talk(server.url))


def test_an_iterator_of_what_was_closed_says_so() -> None:
    """One that was made before and begins after is told what one made after is."""
    with scripted(BEGUN) as server, Acme(base_url=server.url) as client:
        for name in ("iter_bytes", "iter_lines"):
            response = client.streaming.request(CREATE, ASK)
            pieces = getattr(response, name)()
            response.close()
            with pytest.raises(errors.ClientStateError):
                next(pieces)
