"""What logs and hooks are told: enough to follow a call, no secret, no body where it is not asked for."""

from __future__ import annotations

import gc
import logging
from typing import Any

import httpx
import pytest

from overrides import errors
from overrides.observe import RequestFailed, RequestFinished
from tests.unit.overrides.api import CREATE, DONE, GET, JSON_EVENTS, KEY, Pieces, Server, acme, async_acme, content

OK = {"id": "c", "choices": [], "said": f"the key is {KEY}"}
ASK = {"model": "told-in-the-body"}


def lines(caplog: pytest.LogCaptureFixture) -> list[tuple[int, str]]:
    """Return what our logger said."""
    return [(record.levelno, record.getMessage()) for record in caplog.records if record.name == "overrides"]


def test_a_call_is_one_line_of_information(caplog: pytest.LogCaptureFixture) -> None:
    """At INFO a call is a line with place, status, time and request id, and nothing of any body."""
    caplog.set_level(logging.INFO)

    acme(Server(httpx.Response(200, json=OK, headers={"x-request-id": "r"}))).request(CREATE, ASK)

    ((level, line),) = lines(caplog)
    assert level == logging.INFO
    assert line.startswith("POST https://acme.test/v1/chat -> 200 in 0.")
    assert line.endswith("(request id r)")
    assert "told-in-the-body" not in caplog.text


def test_debugging_shows_headers_and_bodies_without_secrets(caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG headers and bodies are shown, secrets masked by header and by value."""
    caplog.set_level(logging.DEBUG)

    acme(Server(httpx.Response(200, json=OK, headers={"set-cookie": "s=1"}))).request(CREATE, ASK)

    said = "\n".join(line for _, line in lines(caplog))
    assert "told-in-the-body" in said
    assert "the key is ***" in said
    assert "'authorization': '***'" in said
    assert "'set-cookie': '***'" in said
    assert KEY not in caplog.text


def test_retries_and_failures_are_told(caplog: pytest.LogCaptureFixture) -> None:
    """A wait and a failure are lines of information; secrets in what the server says are masked."""
    caplog.set_level(logging.INFO)
    busy = httpx.Response(503, headers={"retry-after-ms": "1"})
    refused = httpx.Response(401, json={"error": {"message": f"no such key {KEY}"}})

    with pytest.raises(errors.AuthenticationError):
        acme(Server(busy, refused)).request(CREATE, ASK)

    first, second = (line for _, line in lines(caplog))
    assert first == "POST https://acme.test/v1/chat is sent again in 0.00 s after status 503"
    assert "failed in 0." in second
    assert "AuthenticationError: HTTP 401: no such key ***" in second


def test_nothing_is_built_where_nobody_listens(caplog: pytest.LogCaptureFixture) -> None:
    """Without a hook, and with logging above INFO, a call says nothing."""
    caplog.set_level(logging.WARNING)

    acme(Server(httpx.Response(200, json=OK))).request(CREATE, ASK)

    assert lines(caplog) == []


def test_a_hook_that_fails_harms_no_call(caplog: pytest.LogCaptureFixture) -> None:
    """An exception of the hook is logged, and the call goes on."""

    def hook(event: Any) -> None:
        raise ZeroDivisionError(type(event).__name__)

    client = acme(Server(httpx.Response(200, json=OK))).with_options(on_event=hook)

    assert client.request(CREATE, ASK)
    assert [line for level, line in lines(caplog) if level == logging.ERROR] == [
        "the event hook failed on RequestStarted",
        "the event hook failed on FirstByte",
        "the event hook failed on RequestFinished",
    ]


@pytest.mark.anyio
async def test_asynchronous_calls_are_told_too() -> None:
    """A hook hears of asynchronous successes and failures."""
    heard: list[Any] = []
    client = async_acme(Server(httpx.Response(200, json=OK), httpx.Response(400)), on_event=heard.append)

    await client.request(CREATE, ASK)
    with pytest.raises(errors.BadRequestError):
        await client.request(CREATE, ASK)

    assert [type(event) for event in heard if isinstance(event, RequestFinished | RequestFailed)] == [
        RequestFinished,
        RequestFailed,
    ]


def test_an_answer_that_is_not_what_was_promised_is_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    """A success that cannot be decoded is told as the failure the caller sees, and as nothing else."""
    caplog.set_level(logging.INFO)
    heard: list[Any] = []

    with pytest.raises(errors.ResponseDecodeError) as caught:
        acme(Server(httpx.Response(200, html="<p>")), on_event=heard.append).request(CREATE, ASK)

    ends = [event for event in heard if isinstance(event, RequestFinished | RequestFailed)]
    assert [getattr(event, "error", None) for event in ends] == [caught.value]
    assert [line.partition(":")[0].split(" failed")[0] for _, line in lines(caplog)] == ["POST https"]


def test_a_raw_answer_ends_when_it_is_read() -> None:
    """An answer that is handed over raw ends there, parsed or not."""
    heard: list[Any] = []
    raw = acme(Server(httpx.Response(200, json=OK)), on_event=heard.append).raw.raw.request(CREATE, ASK)

    raw.parse()
    raw.parse()

    assert [type(event) for event in heard].count(RequestFinished) == 1


@pytest.mark.parametrize("is_raw", [False, True])
def test_what_nobody_reads_ends_when_it_is_collected(is_raw: bool) -> None:
    """A stream or a download that is dropped is told as not read to its end."""
    heard: list[Any] = []
    events = Server(httpx.Response(200, headers=JSON_EVENTS, content=content("a") + content("b", finish="stop") + DONE))
    streaming = acme(events, on_event=heard.append)
    loading = acme(lambda _: httpx.Response(200, stream=Pieces(b"1")), on_event=heard.append)

    stream = (streaming.raw if is_raw else streaming).request(CREATE, {**ASK, "stream": True})
    download = (loading.raw if is_raw else loading).request(GET, {"file_id": "f"})
    del stream, download
    gc.collect()

    assert [event.is_complete for event in heard if isinstance(event, RequestFinished)] == [False, False]


def test_a_request_id_that_repeats_a_key_is_masked() -> None:
    """Events and log lines show the id as errors do."""
    heard: list[Any] = []
    answer = httpx.Response(200, json=OK, headers={"x-request-id": f"r-{KEY}"})

    acme(Server(answer), on_event=heard.append).request(CREATE, ASK)

    assert heard[1].request_id == "r-***"
