"""The seam to the HTTP library: whose exceptions count, which are timeouts, and answers whose content cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import aiohttp
import httpx
import httpx2
import pytest

from overrides import errors
from overrides.direct import DirectAsyncClient, DirectClient
from overrides.http import Faults, faults_of, new_http_client, shared_ssl_context
from tests.unit.overrides.api import CREATE, Acme, AsyncAcme, Server

BROKEN = {"content-encoding": "gzip", "x-request-id": "r1", "retry-after-ms": "0"}


def test_faults_of_what_a_transport_stands_on_count() -> None:
    """Besides those of its own library, exceptions of aiohttp are faults where aiohttp is in use."""
    assert faults_of(httpx.Client()).request == (httpx.RequestError, aiohttp.ClientError)
    assert faults_of(httpx2.Client()).request == (httpx2.RequestError, aiohttp.ClientError)
    assert faults_of(object()) == Faults((httpx.RequestError, aiohttp.ClientError))


def test_who_speaks_http2_has_certificates_apart() -> None:
    """What is offered to a server is written into the context: on a shared one, HTTP/1.1 could end up with the other."""
    with new_http_client(http2=True) as newer, new_http_client() as older:
        contexts = [client._transport._pool._ssl_context for client in (newer, older)]  # type: ignore[attr-defined]  # a look inside

    assert contexts[0] is not shared_ssl_context()
    assert contexts[1] is shared_ssl_context()


@pytest.mark.parametrize(
    ("cause", "is_told"),
    [
        (aiohttp.ServerDisconnectedError(), True),
        (aiohttp.ServerTimeoutError(), False),
        (TimeoutError(), False),
        (None, False),
    ],
)
def test_a_lost_connection_is_no_timeout(cause: Exception | None, *, is_told: bool) -> None:
    """What the transport on aiohttp calls a timeout is one only where its cause is."""
    error = httpx.ConnectTimeout("lost")
    error.__cause__ = cause

    told = Faults((httpx.RequestError, aiohttp.ClientError)).unwrapped(error)

    assert told is (cause if is_told else error)


def undecodable(status: int) -> Callable[[httpx.Request], httpx.Response]:
    """Answer with content that is not what it says."""
    return lambda _: httpx.Response(status, headers=BROKEN, stream=httpx.ByteStream(b"no gzip"))


@pytest.mark.parametrize("make", [httpx.Client, DirectClient])
@pytest.mark.parametrize("stream", [False, True])
def test_a_status_counts_although_its_content_cannot_be_decoded(make: Any, *, stream: bool) -> None:
    """An answer that is no success keeps status and headers without its content; a success has none to give."""
    ask = {"model": "m", **({"stream": True} if stream else {})}

    with pytest.raises(errors.ConflictError, match="Conflict, no message") as caught:
        Acme(http_client=make(transport=httpx.MockTransport(undecodable(409)))).request(CREATE, ask)
    with pytest.raises(errors.APIError, match=r"DecodingError|answered no content type"):
        Acme(http_client=make(transport=httpx.MockTransport(undecodable(200)))).request(CREATE, ask)

    assert (caught.value.request_id, caught.value.body) == ("r1", None)
    assert caught.value.response.request.url.path == "/v1/chat"


@pytest.mark.anyio
@pytest.mark.parametrize("make", [httpx.AsyncClient, DirectAsyncClient])
async def test_a_status_counts_asynchronously_too(make: Any) -> None:
    """The same, asynchronously; what is tried again is."""
    transport = httpx.MockTransport(
        Server(httpx.Response(503, headers={"retry-after-ms": "0"}), httpx.Response(200, json={"id": "c"}))
    )
    own = make(transport=httpx.MockTransport(undecodable(503)))

    with pytest.raises(errors.InternalServerError):
        await AsyncAcme(http_client=own, max_retries=1).request(CREATE, {"model": "m"})

    assert (await AsyncAcme(http_client=make(transport=transport)).request(CREATE, {"model": "m"})).data["id"] == "c"
