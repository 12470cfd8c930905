"""Another vendor's package pointed at our mock server: what imitates a format has to satisfy its first client."""

from __future__ import annotations

import json
from collections.abc import Iterator

import openai
import pytest
from openai.types.chat import ChatCompletionFunctionToolParam

from tests.demo.stage import CREDENTIAL, mock_server

pytestmark = [pytest.mark.peers, pytest.mark.sockets]
WEATHER: ChatCompletionFunctionToolParam = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}


@pytest.fixture(scope="module")
def client() -> Iterator[openai.OpenAI]:
    """Give the package's client, pointed at the mock server of a vendor that imitates the format."""
    with (
        mock_server("nexos") as base_url,
        openai.OpenAI(api_key=CREDENTIAL, base_url=base_url, max_retries=0) as client,
    ):
        yield client


def test_openai_completes(client: openai.OpenAI) -> None:
    """The openai package reads a whole reply of the mock server."""
    reply = client.chat.completions.create(model="demo-model", messages=[{"role": "user", "content": "hi"}])

    assert reply.choices[0].message.content


def test_openai_streams_a_tool_call(client: openai.OpenAI) -> None:
    """The openai package assembles a tool call that the mock server streams in pieces."""
    with client.chat.completions.stream(
        model="demo-model", messages=[{"role": "user", "content": "Weather in Lisbon?"}], tools=[WEATHER]
    ) as stream:
        stream.until_done()
        calls = stream.get_final_completion().choices[0].message.tool_calls

    assert calls
    assert calls[0].function.name == "get_weather"
    assert "city" in json.loads(calls[0].function.arguments)
