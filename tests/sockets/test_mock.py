"""The mock server on a real socket: announced, split like a network splits, spoken to by a client of the imitated format."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from specfold.document import JsonObject
from specfold.errors import InputError
from specfold.mock.application import create_application
from specfold.mock.server import base_url, bind, running
from specfold.mock.service import server_prefix
from specfold.reading import parse_document

pytestmark = pytest.mark.sockets
DOCUMENTS = Path(__file__).parents[1] / "unit" / "mock" / "documents"
STOP_TIMEOUT_S = 20
KEY = {"authorization": "Bearer any"}
ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "What is new in Łódź?"}]}
SCRIPT = """
import json, sys
from specfold.mock.application import create_application
from specfold.mock.server import serve
document = json.loads(sys.argv[1])
serve(create_application(document), "127.0.0.1", port=0, prefix="/v1", announce=lambda url: print(url, flush=True))
"""


@pytest.fixture(scope="module")
def document() -> JsonObject:
    """Give a document of a conversation."""
    return parse_document((DOCUMENTS / "talk.yaml").read_bytes(), "talk.yaml").value


@pytest.fixture(scope="module")
def address(document: JsonObject) -> Iterator[str]:
    """Give the base URL of a running server."""
    with running(create_application(document), prefix=server_prefix(document)) as url:
        yield url


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_server_announces_answers_and_stops(document: JsonObject, number: signal.Signals) -> None:
    """The first line is a base URL that answers at once; a signal ends the process with 0 and no word more."""
    command = [sys.executable, "-c", SCRIPT, json.dumps(document)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()

        response = httpx.post(f"{url}/chat", headers=KEY, json=ASK)
        process.send_signal(number)
        rest = process.communicate(timeout=STOP_TIMEOUT_S)

    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/v1", url)
    assert response.status_code == 200
    assert process.returncode == 0
    assert rest == ("", "")


def test_reads_do_not_align_with_events(address: str) -> None:
    """What arrives at once is not always whole events, and all of it is the stream."""
    with httpx.stream("POST", f"{address}/chat", headers=KEY, json={**ASK, "stream": True, "n": 4}) as response:
        pieces = list(response.iter_raw())

    whole = b"".join(pieces).decode()
    assert any(not piece.endswith(b"\n\n") for piece in pieces)
    assert whole.endswith("data: [DONE]\n\n")
    assert "Łódź" in whole


def test_a_caller_may_leave_in_the_middle(address: str) -> None:
    """A stream that is dropped harms no later request."""
    with httpx.stream("POST", f"{address}/chat", headers=KEY, json={**ASK, "stream": True, "n": 8}) as response:
        next(response.iter_raw())

    assert httpx.post(f"{address}/chat", headers=KEY, json=ASK).status_code == 200


def test_a_taken_port_is_told() -> None:
    """A port that is taken, or is no port, is an input error with a hint."""
    with bind("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(InputError, match=f"cannot listen on 127.0.0.1:{port}") as caught:
            bind("127.0.0.1", port)
        with pytest.raises(InputError, match="cannot listen"):
            bind("127.0.0.1", 70_000)

    assert "--port 0" in str(caught.value.hint)


def test_an_address_for_all_is_announced_as_one_that_answers() -> None:
    """Listening everywhere is announced with an address that can be called; IPv6 stands in brackets."""
    with bind("0.0.0.0", 0) as listening:
        assert base_url(listening, "/v1") == f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
    if socket.has_ipv6:
        with bind("::1", 0) as listening:
            assert base_url(listening, "").startswith("http://[::1]:")


def test_a_client_of_the_format_holds_a_conversation(document: JsonObject) -> None:
    """The openai package completes, streams a tool call and hands its result back."""
    openai = pytest.importorskip("openai", reason="the client of the imitated format is not installed")
    moved = {**document, "paths": {"/chat/completions": document["paths"]["/chat"]}}
    tool = {
        "type": "function",
        "function": {"name": "look", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
    }
    messages: list[Any] = [*ASK["messages"]]
    with running(create_application(moved), prefix="/v1") as url, openai.OpenAI(api_key="k", base_url=url) as client:
        whole = client.chat.completions.create(model="m", messages=messages)
        with client.chat.completions.stream(model="m", messages=messages, tools=[tool]) as stream:
            stream.until_done()
            message = stream.get_final_completion().choices[0].message
        call = message.tool_calls[0]
        messages += [
            {"role": "assistant", "content": None, "tool_calls": [call.model_dump(include={"id", "type", "function"})]},
            {"role": "tool", "tool_call_id": call.id, "content": "rain"},
        ]
        final = client.chat.completions.create(model="m", messages=messages, tools=[tool])

    assert "What is new in Łódź?" in whole.choices[0].message.content
    assert call.function.name == "look"
    assert isinstance(json.loads(call.function.arguments)["city"], str)
    assert "rain" in final.choices[0].message.content
