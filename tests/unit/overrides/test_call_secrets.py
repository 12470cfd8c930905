"""Secrets of one call: in errors, in what they carry, in tracebacks and in logs they are masked as those of the client."""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import httpx
import pytest

from overrides import errors
from overrides.options import CallOptions
from tests.unit.overrides.api import CREATE, DEFINITION, KEY, Acme, Server, acme

ASK = {"model": "m"}
SECRET = "sk-of-this-call"


class Marked(Acme):
    """Be a client whose document marks a member as secret, and whose user is no secret."""

    DEFINITION = attrs.evolve(
        DEFINITION,
        secret_members=frozenset({"model"}),
        credentials=(
            *DEFINITION.credentials,
            attrs.evolve(DEFINITION.credentials[0], argument="user", scheme="header", name="user-id", secret=False),
        ),
    )

    def __init__(self, server: Server) -> None:
        http_client = httpx.Client(transport=httpx.MockTransport(server))
        super(Acme, self).__init__({"api_key": KEY, "user": "chat"}, http_client=http_client, max_retries=0)


def refuse(client: Acme, options: CallOptions | None = None, **arguments: Any) -> errors.APIStatusError:
    """Return the error of a call."""
    with pytest.raises(errors.APIStatusError) as caught:
        client.request(CREATE, {**ASK, **arguments}, options=options or CallOptions())
    return caught.value


@pytest.mark.parametrize(
    "options",
    [
        CallOptions(extra_headers={"Authorization": f"Bearer {SECRET}"}),
        CallOptions(extra_headers={"x-goog-api-key": SECRET}),
        CallOptions(extra_query={"key": SECRET}),
        CallOptions(extra_body={"vendor_api_key": SECRET}),
    ],
)
def test_a_key_given_to_one_call_is_masked_where_it_is_repeated(
    options: CallOptions, caplog: pytest.LogCaptureFixture
) -> None:
    """What is a secret by its name is in no error and no log, whoever repeats it."""
    caplog.set_level(logging.DEBUG, logger="overrides")
    said = {"error": {"message": f"Incorrect API key provided: {SECRET}"}}

    error = refuse(acme(Server(httpx.Response(401, json=said, headers={"x-echo": SECRET}))), options)

    shown = (
        f"{error} {error.body} {error.response.headers} {error.response.request.url} {error.response.request.headers}"
    )
    assert SECRET not in shown + caplog.text
    assert SECRET.encode() not in pickle.dumps(error)


def test_the_key_of_a_client_given_by_default_headers_is_masked() -> None:
    """A key among the headers of every request is a secret of the client."""
    server = Server(httpx.Response(401, json={"error": {"message": f"no {SECRET}"}}))

    assert str(refuse(acme(server, default_headers={"api-key": SECRET}))) == "HTTP 401: no ***"


def test_marked_members_are_secrets_and_identifiers_are_not() -> None:
    """What the document marks is masked where the vendor repeats it; an identifier is a word like others."""
    said = {"error": {"message": f"{SECRET} may not chat"}}

    error = refuse(Marked(Server(httpx.Response(403, json=said))), model=SECRET)

    assert str(error) == "HTTP 403: *** may not chat"
    assert error.response.request.headers["user-id"] == "chat"


def test_an_error_shows_no_key_in_what_it_carries() -> None:
    """Request and request id of an error have no key, nor has the request of a fault of the transport."""
    answer = httpx.Response(500, headers={"x-request-id": f"r-{KEY}", "content-type": f"text/{KEY}"})
    server = Server(answer)

    error = refuse(acme(server, max_retries=0))
    with pytest.raises(errors.ResponseDecodeError) as undecoded:
        acme(Server(httpx.Response(200, content=b"?", headers=answer.headers))).request(CREATE, ASK)
    fault = httpx.ConnectError("gone", request=httpx.Request("GET", "https://acme.test", headers={"token": KEY}))
    with pytest.raises(errors.APIConnectionError) as lost:
        acme(Server(fault), max_retries=0).request(CREATE, ASK)

    assert (error.request_id, error.response.request.headers["authorization"]) == ("r-***", "***")
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in str(undecoded.value)
    assert isinstance(lost.value.__cause__, httpx.ConnectError)
    assert KEY not in repr(lost.value.__cause__.request.headers)


def locals_of(error: BaseException) -> Iterator[Any]:
    """Yield the variables of the frames an error came through, and what is in their containers."""
    trace = error.__traceback__
    while trace is not None:
        if "overrides" in trace.tb_frame.f_code.co_filename and "tests" not in trace.tb_frame.f_code.co_filename:
            for value in trace.tb_frame.f_locals.values():
                yield value
                if isinstance(value, Mapping):
                    yield from value.values()
                elif isinstance(value, list | tuple):
                    yield from value
        trace = trace.tb_next


def test_a_refused_call_leaves_no_key_in_its_traceback() -> None:
    """Who reports errors with the variables of each frame reports no credential."""
    with pytest.raises(errors.RequestValidationError) as caught:
        acme(Server(httpx.Response(200))).request(CREATE, {"temperature": 9})

    assert KEY not in "".join(map(repr, locals_of(caught.value)))


def test_the_error_of_a_stream_shows_no_key_in_the_head_of_its_answer() -> None:
    """A key that a vendor repeats in a header of a stream that fails is in no part of the error."""
    headers = {"content-type": "text/event-stream", "x-request-id": f"r-{KEY}"}
    server = Server(httpx.Response(200, content=b'data: {"error": {"message": "over"}}\n\n', headers=headers))

    with pytest.raises(errors.APIStreamError) as caught:
        list(acme(server).request(CREATE, {**ASK, "stream": True}))

    assert caught.value.request_id == "r-***"
    assert KEY not in f"{caught.value.response.headers}"
    assert KEY.encode() not in pickle.dumps(caught.value)
