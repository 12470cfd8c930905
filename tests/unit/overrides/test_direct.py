"""Clients that send straight to the transport: what they add to a request, and when the library's way is taken."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from overrides.async_transport import AsyncTransport
from overrides.direct import DirectAsyncClient, DirectClient, create_async_client, create_client
from overrides.transport import Transport

HEADERS = [(b"user-agent", b"us"), (b"accept", b"application/json")]
PLAIN: dict[str, Any] = {"headers": HEADERS, "content": b"{}", "timeout": (1.0, 2.0, None, 4.0), "files": None}
Answer = Callable[[httpx.Request], httpx.Response]


def direct(answer: Answer) -> DirectClient:
    """Make a client over a function."""
    return DirectClient(httpx.MockTransport(answer))


def broken(_: httpx.Request) -> httpx.Response:
    """Break off while the answer is read."""

    def body() -> Any:
        yield b"a"
        raise httpx.ReadError("gone")

    return httpx.Response(200, content=body())


def unreachable(_: httpx.Request) -> httpx.Response:
    """Be nobody."""
    raise httpx.ConnectError("nobody there")


def test_a_request_has_what_servers_expect() -> None:
    """Our headers, those of the connection, host and length are there; the timeouts reach the transport by phase."""
    with direct(lambda _: httpx.Response(200)) as client:
        request = client.build_request("POST", "https://acme.test/chat", **PLAIN)
        again = client.build_request("POST", "https://acme.test/chat?key=1", **PLAIN)

    names = {"host", "content-length", "accept-encoding", "user-agent", "accept"}
    assert set(request.headers) == names
    assert (request.headers["user-agent"], request.read()) == ("us", b"{}")
    assert request.extensions["timeout"] == {"connect": 1.0, "read": 2.0, "write": None, "pool": 4.0}
    assert str(again.url) == "https://acme.test/chat?key=1"


@pytest.mark.parametrize("url", ["https://acme.test/a b", "http://[::1]:80/x", "https://bücher.test:444/x?q=1"])
@pytest.mark.parametrize(("method", "content"), [("POST", b"{}"), ("POST", None), ("GET", None), ("DELETE", b"x")])
def test_requests_are_those_of_the_library(method: str, content: bytes | None, url: str) -> None:
    """URL, headers and content are what the library itself would send, which also says that connections are kept."""
    options = {**PLAIN, "content": content}

    with direct(lambda _: httpx.Response(200)) as client, httpx.Client() as library:
        request = client.build_request(method, url, **options)
        expected = library.build_request(method, url, **options)

    assert (request.url, request.content) == (expected.url, expected.content)
    assert {**request.headers, "connection": "keep-alive"} == dict(expected.headers)


def test_what_a_caller_sets_wins() -> None:
    """A header of the call replaces that of the connection, and extensions are passed on as they are."""
    options = {**PLAIN, "headers": [(b"accept-encoding", b"identity")], "extensions": {"timeout": {"read": 9}}}

    with direct(lambda _: httpx.Response(200)) as client:
        request = client.build_request("POST", "https://acme.test/chat", **options)

    assert request.headers.get_list("accept-encoding") == ["identity"]
    assert request.extensions["timeout"] == {"read": 9}


def test_answers_are_read_or_streamed() -> None:
    """An answer is read and timed unless it is to be streamed; both know their request."""
    with direct(lambda _: httpx.Response(200, content=b"abc")) as client:
        request = client.build_request("POST", "https://acme.test/chat", **PLAIN)
        whole = client.send(request)
        streamed = client.send(request, stream=True)
        streamed.read()

    assert (whole.content, whole.request, streamed.content) == (b"abc", request, b"abc")
    assert whole.elapsed.total_seconds() >= 0


def test_no_url_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """The library would log the URL of a stream, and a secret in its query with it."""
    caplog.set_level("DEBUG")
    with direct(lambda _: httpx.Response(200, content=b"abc")) as client:
        request = client.build_request("POST", "https://acme.test/chat?key=sk-secret", **PLAIN)
        streamed = client.send(request, stream=True)

    assert "sk-secret" not in caplog.text
    assert streamed.elapsed.total_seconds() >= 0


def test_uploads_go_the_librarys_way() -> None:
    """A body of parts is built by the library."""
    with direct(lambda _: httpx.Response(200)) as client:
        options = {**PLAIN, "content": None, "files": [("file", ("a", b"x"))]}
        request = client.build_request("POST", "https://acme.test/files", **options)

    assert request.headers["content-type"].startswith("multipart/form-data")


def test_faults_know_their_request_and_closed_clients_say_so() -> None:
    """A fault of the transport carries the request; a closed client refuses."""
    with direct(broken) as client, direct(unreachable) as lost:
        request = client.build_request("POST", "https://acme.test/chat", **PLAIN)
        with pytest.raises(httpx.ReadError) as caught:
            client.send(request)
        with pytest.raises(httpx.ConnectError) as at_once:
            lost.send(request, stream=True)

    assert caught.value.request is request is at_once.value.request
    for stream in (False, True):
        with pytest.raises(RuntimeError, match="closed"):
            client.send(request, stream=stream)


@pytest.mark.anyio
async def test_asynchronous_clients_do_the_same() -> None:
    """Answers, streams, faults and closing, asynchronously."""

    async def vanish(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("nobody there")

    async with DirectAsyncClient(httpx.MockTransport(lambda _: httpx.Response(200, content=b"abc"))) as client:
        request = client.build_request("POST", "https://acme.test/chat", **PLAIN)
        whole, streamed = await client.send(request), await client.send(request, stream=True)
        await streamed.aread()
    async with DirectAsyncClient(httpx.MockTransport(vanish)) as lonely:
        with pytest.raises(httpx.ConnectError) as caught:
            await lonely.send(request)
        with pytest.raises(httpx.ConnectError):
            await lonely.send(request, stream=True)

    assert (whole.content, streamed.content, caught.value.request) == (b"abc", b"abc", request)
    for stream in (False, True):
        with pytest.raises(RuntimeError, match="closed"):
            await client.send(request, stream=stream)


@pytest.mark.anyio
async def test_proxies_of_the_environment_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the environment names a proxy, the library's own client is made, which knows what to do with it."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with create_client() as plain:
        pass
    async with create_async_client() as async_plain:
        pass
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with create_client() as proxied:
        pass
    async with create_async_client() as async_proxied:
        pass

    assert [type(plain), type(async_plain)] == [DirectClient, DirectAsyncClient]
    assert [type(client._transport) for client in (plain, async_plain)] == [Transport, AsyncTransport]
    assert [type(proxied), type(async_proxied)] == [httpx.Client, httpx.AsyncClient]


@pytest.mark.anyio
async def test_the_transport_of_the_library_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library no longer stands on what our transports need, its own are used."""
    for name in ("transport", "async_transport"):
        monkeypatch.setitem(sys.modules, f"overrides.{name}", None)

    with DirectClient() as client:
        pass
    async with DirectAsyncClient() as async_client:
        pass

    assert [type(client._transport), type(async_client._transport)] == [httpx.HTTPTransport, httpx.AsyncHTTPTransport]
