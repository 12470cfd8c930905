"""What logs and hooks are told: enough to follow a call, no secret, no body where it is not asked for."""

from __future__ import annotations

import logging
from typing import Any

import httpx
import pytest

from overrides import errors
from overrides.observe import RequestFailed, RequestFinished
from tests.unit.overrides.api import CREATE, KEY, Server, acme, async_acme

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
