"""Answers: what a call returns for each kind, and what it says when the answer is something else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

from overrides import errors
from overrides.operation import Response
from overrides.responses import BinaryResponse, RawResponse
from tests.unit.overrides.api import CREATE, DONE, GET, JSON_EVENTS, Reply, Server, acme, content

OK = {"id": "c", "choices": []}


@pytest.mark.parametrize(
    ("spec", "answer", "expected"),
    [
        (None, httpx.Response(200, json=OK), None),
        (Response(kind="empty"), httpx.Response(204), None),
        (Response(kind="text"), httpx.Response(200, text="hi"), "hi"),
        (Response(), httpx.Response(200, json=[1]), [1]),
        (Response(), httpx.Response(204), None),
        (Response(model="Reply"), httpx.Response(200, json=OK), Reply(OK)),
        (Response(model="Reply", container="list"), httpx.Response(200, json=[OK, None]), [Reply(OK), None]),
        (
            Response(model="Reply", container="map"),
            httpx.Response(200, json={"a": OK, "b": 1}),
            {"a": Reply(OK), "b": 1},
        ),
    ],
)
def test_answers_of_every_kind(spec: Response | None, answer: httpx.Response, expected: Any) -> None:
    """An answer becomes what the operation says: nothing, text, plain JSON, a model, a list or a map of models."""
    assert acme(Server(answer)).request(attrs.evolve(CREATE, response=spec), {"model": "m"}) == expected


@pytest.mark.parametrize(
    ("spec", "answer", "said"),
    [
        (Response(model="Reply"), httpx.Response(200, html="<p>Hi</p>"), "text/html.* is not JSON"),
        (Response(model="Reply"), httpx.Response(200), "no content type: the body is not JSON"),
        (Response(model="Reply"), httpx.Response(200, json=[]), "an object was expected, got list"),
        (Response(model="Reply", container="list"), httpx.Response(200, json="a"), "an array was expected, got str"),
        (
            Response(model="Reply", container="map"),
            httpx.Response(200, content=b"null"),
            "an object was expected, got NoneType",
        ),
    ],
)
def test_an_answer_that_is_something_else(spec: Response, answer: httpx.Response, said: str) -> None:
    """A successful answer that is not what the document promises is an error that holds its start."""
    with pytest.raises(errors.ResponseDecodeError, match=said) as caught:
        acme(Server(answer)).request(attrs.evolve(CREATE, response=spec), {"model": "m"})

    assert caught.value.body == answer.text


def test_binary_answers(tmp_path: Path) -> None:
    """Binary content can be read, iterated and written to a file."""
    reply = acme(Server(httpx.Response(200, content=b"12345", headers={"content-type": "audio/x"}))).request(
        GET, {"file_id": "f"}
    )

    assert isinstance(reply, BinaryResponse)
    reply.write_to(tmp_path / "out")
    assert (reply.content, reply.read(), (tmp_path / "out").read_bytes()) == (b"12345",) * 3
    assert list(reply.iter_bytes(2)) == [b"12", b"34", b"5"]
    assert repr(reply) == "<BinaryResponse audio/x, 5 bytes>"


def test_raw_answers() -> None:
    """The raw answer has status, headers and content, and parses to what the call returns otherwise."""
    answer = httpx.Response(200, json=OK, headers={"x-request-id": "r"})

    raw = acme(Server(answer)).raw.raw.request(CREATE, {"model": "m"})

    assert isinstance(raw, RawResponse)
    assert (raw.status_code, raw.request_id, raw.headers["x-request-id"]) == (200, "r", "r")
    assert (raw.json(), json.loads(raw.text), raw.parse(), repr(raw)) == (OK, OK, Reply(OK), "<RawResponse 200>")
    assert raw.content == answer.content


def test_raw_streams() -> None:
    """The raw answer of a stream parses to the stream."""
    serve = Server(httpx.Response(200, headers=JSON_EVENTS, content=content("a", finish="stop") + DONE))

    raw = acme(serve).raw.request(CREATE, {"model": "m", "stream": True})

    assert raw.parse().final().data["id"] == "c"
