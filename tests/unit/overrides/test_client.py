"""Clients over a mock transport: what is sent, what comes back, what is tried again, who closes."""

from __future__ import annotations

import copy
import io
import json
import logging
import os
import pickle
import time
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

from overrides import errors
from overrides.http import DEFAULT_TIMEOUT, faults_of, is_async_client, is_retriable, shared_ssl_context, to_timeout
from overrides.options import CallOptions
from overrides.stream import AccumulatingStream
from tests.unit.overrides.api import (
    CREATE,
    JSON_EVENTS,
    KEY,
    Acme,
    AsyncAcme,
    Pieces,
    Reply,
    Server,
    acme,
    async_acme,
    content,
)
from tests.unit.overrides.test_operation import UPLOAD

OK = {"id": "c", "choices": []}


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Collect the waits between attempts instead of waiting."""
    collected: list[float] = []

    async def note(seconds: float) -> None:
        collected.append(seconds)

    monkeypatch.setattr(time, "sleep", collected.append)
    monkeypatch.setattr("overrides.client.asyncio.sleep", note)  # what stands for the module keeps what it once found
    return collected


def test_a_call_sends_what_it_should() -> None:
    """Method, URL, key, agent and body are sent, and the answer is decoded."""
    server = Server(httpx.Response(200, json=OK))

    reply = acme(server).request(CREATE, {"model": "m"}, options=CallOptions(timeout=5))

    (request,) = server.requests
    assert isinstance(reply, Reply)
    assert (request.method, str(request.url)) == ("POST", "https://acme.test/v1/chat")
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert (request.headers["accept"], request.headers["user-agent"]) == ("application/json", "acme-client/1")
    assert json.loads(request.content) == {"model": "m"}
    assert set(request.extensions["timeout"].values()) == {5}


def test_the_environment_fills_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Key and base URL come from the environment when no argument gives them."""
    monkeypatch.setenv("ACME_KEY", "from-env")
    monkeypatch.setenv("ACME_BASE_URL", "http://other.test/v2/?api-version=1")
    server = Server(httpx.Response(200, json=OK))

    acme(server, api_key=None).request(CREATE, {"model": "m"})

    assert str(server.requests[0].url) == "http://other.test/v2/chat?api-version=1"
    assert server.requests[0].headers["authorization"] == "Bearer from-env"


def test_a_missing_key_is_said_at_once() -> None:
    """A client without its key cannot be made."""
    with pytest.raises(errors.ConfigurationError, match="ACME_KEY"):
        Acme(None)


@pytest.mark.parametrize(
    "url",
    [
        "acme.test",
        "ftp://acme.test",
        "https://",
        "https://user:pw@acme.test",
        "https://a b",
        "https://a:x",
        "https://a/#f",
        " https://a",
    ],
)
def test_an_unusable_base_url_is_said_at_once(url: str) -> None:
    """A base URL that is not absolute, or holds a password, is refused without being shown."""
    with pytest.raises(errors.ConfigurationError, match="base URL") as caught:
        Acme(base_url=url)

    assert "pw" not in str(caught.value)


def test_a_base_url_is_needed() -> None:
    """Where the document names no server, one must be given."""

    class Nowhere(Acme):
        DEFINITION = attrs.evolve(Acme.DEFINITION, base_url=None)

    with pytest.raises(errors.ConfigurationError, match="ACME_BASE_URL"):
        Nowhere()


def test_options_make_a_copy_that_shares_connections() -> None:
    """Copies have their own options, send over the same connections, and do not close them."""
    server = Server(httpx.Response(503))
    client = acme(server)
    copied = client.with_options(timeout=5, max_retries=0, extra_headers={"x-a": "1", "authorization": None})

    with copied, pytest.raises(errors.InternalServerError):
        copied.request(CREATE, {"model": "m"}, options=CallOptions(extra_headers={"x-b": "2"}))

    (request,) = server.requests
    assert (request.headers["x-a"], request.headers["x-b"], "authorization" in request.headers) == ("1", "2", False)
    assert (repr(client), type(copied)) == ("<Acme base_url='https://acme.test/v1' max_retries=2>", Acme)
    with pytest.raises(errors.ClientStateError):
        copied.request(CREATE, {"model": "m"})
    with pytest.raises(errors.InternalServerError):
        client.with_options(max_retries=0).request(CREATE, {"model": "m"})


def test_validation_may_be_turned_off() -> None:
    """Without validation the server decides."""
    server = Server(httpx.Response(200, json=OK))

    acme(server, validate_requests=False).request(CREATE, {"model": 1})

    assert json.loads(server.requests[0].content) == {"model": 1}


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503, 520])
def test_statuses_are_tried_again(status: int, waits: list[float]) -> None:
    """What may be mended by repetition is sent again, the wait growing at random."""
    server = Server(httpx.Response(status), httpx.Response(status), httpx.Response(200, json=OK))

    assert acme(server).request(CREATE, {"model": "m"}).data == OK
    assert len(server.requests) == 3
    assert 0 <= waits[0] <= 0.5
    assert 0 <= waits[1] <= 1


def test_the_servers_wish_is_obeyed(waits: list[float]) -> None:
    """The wait is what the server asks for; the attempts end at their number."""
    server = Server(httpx.Response(429, headers={"retry-after": "3"}, json={"error": {"message": "slow down"}}))

    with pytest.raises(errors.RateLimitError, match="slow down") as caught:
        acme(server, max_retries=1).request(CREATE, {"model": "m"})

    assert (waits, len(server.requests), caught.value.retry_after) == ([3.0], 2, 3.0)


@pytest.mark.parametrize(
    "fault", [httpx.ConnectError("refused"), httpx.ReadTimeout("slow"), httpx.RemoteProtocolError("gone")]
)
def test_faults_of_the_transport_are_tried_again(fault: Exception, waits: list[float]) -> None:
    """Without an answer the request is sent again, and at last the fault is told with its cause."""
    server = Server(fault)
    expected = errors.APITimeoutError if isinstance(fault, httpx.TimeoutException) else errors.APIConnectionError

    with pytest.raises(expected, match=r"POST https://acme.test/v1/chat .*(refused|slow|gone)") as caught:
        acme(server).request(CREATE, {"model": "m"})

    assert (len(server.requests), len(waits), caught.value.__cause__) == (3, 2, fault)


@pytest.mark.parametrize(
    "answer", [httpx.UnsupportedProtocol("x"), httpx.LocalProtocolError("x"), httpx.Response(400), httpx.Response(302)]
)
def test_what_repetition_cannot_mend_is_not_tried_again(answer: Any, waits: list[float]) -> None:
    """Wrong requests, refusals and redirects are final."""
    server = Server(answer)

    with pytest.raises(errors.APIError):
        acme(server).request(CREATE, {"model": "m"})

    assert (len(server.requests), waits) == (1, [])


def test_redirects_do_not_carry_the_key() -> None:
    """A redirect is an error even when the injected client would follow it."""
    server = Server(httpx.Response(307, headers={"location": "https://evil.test/"}))
    http_client = httpx.Client(transport=httpx.MockTransport(server), follow_redirects=True)

    with pytest.raises(errors.APIStatusError, match="307"):
        Acme(http_client=http_client).request(CREATE, {"model": "m"})

    assert [request.url.host for request in server.requests] == ["acme.test"]


def test_streams_are_tried_again_before_they_begin_only(waits: list[float]) -> None:
    """A stream that answers 503 is asked for again; one that breaks after a chunk is not."""
    served: list[int] = []

    def serve(_: httpx.Request) -> httpx.Response:
        served.append(1)
        if len(served) == 1:
            return httpx.Response(503, stream=Pieces(b"bu", b"sy"))
        return httpx.Response(200, headers=JSON_EVENTS, stream=Pieces(content("a"), httpx.ReadError("cut")))

    stream = acme(serve).request(CREATE, {"model": "m", "stream": True})

    assert isinstance(stream, AccumulatingStream)
    with pytest.raises(errors.APIConnectionError):
        list(stream)
    assert (len(served), len(waits)) == (2, 1)


def test_a_refused_stream_is_a_status_error() -> None:
    """The body of a refusal is read and told, also where a stream was asked for."""
    body = json.dumps({"error": {"message": f"bad key {KEY}", "code": "k"}}).encode()

    with pytest.raises(errors.AuthenticationError, match=r"bad key \*\*\*") as caught:
        acme(lambda _: httpx.Response(401, stream=Pieces(body))).request(CREATE, {"model": "m", "stream": True})

    assert (caught.value.code, KEY in f"{caught.value.body}") == ("k", False)


@pytest.mark.usefixtures("waits")
def test_files_are_sent(tmp_path: Path) -> None:
    """Files given by path are opened anew for each attempt and closed after it."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"content of a")
    server = Server(httpx.Response(503), httpx.Response(200))

    acme(server).request(UPLOAD, {"file": path, "purpose": "p"})

    assert len(server.requests) == 2
    for request in server.requests:
        assert request.headers["content-type"].startswith("multipart/form-data")
        assert b'name="file"; filename="a.txt"' in request.content
        assert b"content of a" in request.content
        assert b'name="purpose"\r\n\r\np\r\n' in request.content


@pytest.mark.usefixtures("waits")
def test_a_consumed_file_is_not_sent_again() -> None:
    """An open file is read by the first attempt, so there is no second; it stays open."""
    server, file = Server(httpx.Response(503)), io.BytesIO(b"once")

    with pytest.raises(errors.InternalServerError):
        acme(server).request(UPLOAD, {"file": ("n", file, "text/x")})

    assert (len(server.requests), file.closed, b"text/x" in server.requests[0].content) == (1, False, True)


def test_an_injected_client_is_its_owners() -> None:
    """Closing a client leaves an injected one open; the client itself is closed for good, twice without harm."""
    http_client = httpx.Client(transport=httpx.MockTransport(Server(httpx.Response(200, json=OK))))
    with Acme(http_client=http_client) as client:
        client.request(CREATE, {"model": "m"})
    client.close()

    assert not http_client.is_closed
    with pytest.raises(errors.ClientStateError, match="closed"):
        client.request(CREATE, {"model": "m"})
    http_client.close()
    with pytest.raises(errors.ClientStateError, match="closed"):
        Acme(http_client=http_client).request(CREATE, {"model": "m"})


def test_our_own_client_is_ours() -> None:
    """A client closes the connections it opened, and copies of it say so."""
    client = Acme()
    copied = client.with_options(timeout=1)
    own = client._pool.use()

    client.close()

    assert own.is_closed
    with pytest.raises(errors.ClientStateError):
        copied.request(CREATE, {"model": "m"})


def test_the_wrong_kind_of_http_client_is_refused() -> None:
    """A synchronous client takes no asynchronous one, nor the other way round."""
    with pytest.raises(errors.ConfigurationError, match="a synchronous"):
        Acme(http_client=httpx.AsyncClient())
    with pytest.raises(errors.ConfigurationError, match="an asynchronous"):
        AsyncAcme(http_client=httpx.Client())


def test_a_forked_process_needs_its_own_client(monkeypatch: pytest.MonkeyPatch) -> None:
    """A client used in another process than its own says so, and does not close the parent's sockets."""
    client = Acme()
    own = client._pool.use()
    monkeypatch.setattr(os, "getpid", lambda: -1)

    with pytest.raises(errors.ClientStateError, match="forked"):
        client.request(CREATE, {"model": "m"})
    client.close()
    assert not own.is_closed
    own.close()


def test_secrets_do_not_show(caplog: pytest.LogCaptureFixture) -> None:
    """The key is in no repr, no log and no pickle of a client, nor in what it is made of."""
    caplog.set_level(logging.DEBUG)
    client = acme(Server(httpx.Response(200, json=OK)))
    client.request(CREATE, {"model": "m"})

    assert KEY not in f"{client!r} {vars(client)!r} {caplog.text}"
    for carry in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled or copied"):
            carry(client)


@pytest.mark.anyio
async def test_asynchronous_calls(waits: list[float]) -> None:
    """Calls, retries, errors, streams, raw answers and closing work the same way asynchronously."""
    server = Server(httpx.Response(503), httpx.ConnectError("refused"), httpx.Response(200, json=OK))
    async with async_acme(server) as client:
        assert await client.request(CREATE, {"model": "m"}) == Reply(OK)
        raw = await client.raw.raw.request(CREATE, {"model": "m"})
        assert (raw.parse(), raw.status_code, len(waits)) == (Reply(OK), 200, 2)
    await client.close()
    with pytest.raises(errors.ClientStateError):
        await client.request(CREATE, {"model": "m"})


@pytest.mark.anyio
@pytest.mark.usefixtures("waits")
async def test_asynchronous_failures() -> None:
    """Refusals and faults are told the same way asynchronously."""
    refusing = async_acme(lambda _: httpx.Response(402, stream=Pieces(b'{"error":{"message":"pay"}}')))
    broken = async_acme(Server(httpx.ConnectTimeout("slow")), max_retries=0)

    with pytest.raises(errors.PaymentRequiredError, match="pay"):
        await refusing.request(CREATE, {"model": "m", "stream": True})
    with pytest.raises(errors.APITimeoutError):
        await broken.request(CREATE, {"model": "m"})


@pytest.mark.anyio
async def test_asynchronous_clients_close_their_own() -> None:
    """An asynchronous client closes the connections it opened."""
    client = AsyncAcme()
    own = client._pool.use()

    await client.close()

    assert own.is_closed


def test_the_seam_to_the_library() -> None:
    """The TLS context is made once; timeouts, kinds of clients and their exceptions are told."""
    assert shared_ssl_context() is shared_ssl_context()
    assert (DEFAULT_TIMEOUT.connect, DEFAULT_TIMEOUT.read) == (10.0, 60.0)
    assert (to_timeout(3).read, to_timeout(None).read, to_timeout(DEFAULT_TIMEOUT)) == (3, None, DEFAULT_TIMEOUT)
    assert faults_of(object()).request[0] is httpx.RequestError
    assert not is_async_client(object())
    assert is_retriable(httpx.PoolTimeout("x"))
