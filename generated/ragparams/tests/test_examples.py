"""The examples of the RagParams document, decoded and encoded back."""

from __future__ import annotations

import json

import pytest
from ragparams_client import models

EXAMPLES = [
    pytest.param(
        "ChatCompletionsResponse",
        '{"id": "chatcmpl-rp0001", "object": "chat.completion", "created": 1762160000, "model": "default-model", "choices": [{"index": 0, "message": {"role": "assistant", "content": null, "tool_calls": [{"id": "call_rp1", "type": "function", "function": {"name": "open_ticket", "arguments": "{\\"title\\":\\"Oslo lease notice\\",\\"days\\":90}"}}]}, "finish_reason": "tool_calls"}], "usage": {"prompt_tokens": 820, "completion_tokens": 24, "total_tokens": 844}}',
        id="chat_completions_create",
    ),
]

MODELS = [
    "ChatCompletionsRequest",
    "ChatRequestMessage",
    "FunctionTool",
    "FunctionDefinition",
    "NamedToolChoice",
    "NamedFunction",
    "ToolCall",
    "FunctionCall",
    "ChatCompletionsResponse",
    "ChatChoice",
    "ChatMessage",
    "LogProbsInfo",
    "TokenLogProb",
    "TopLogProb",
    "UsageInfo",
    "ChatCompletionChunk",
    "ChatChunkChoice",
    "ChatDelta",
    "ToolCallDelta",
    "FunctionCallDelta",
    "HTTPValidationError",
    "ValidationError",
]


@pytest.mark.parametrize(("model", "text"), EXAMPLES)
def test_documented_answers_come_back_as_they_were(model: str, text: str) -> None:
    """A documented answer is decoded into its class and encoded back to the same JSON."""
    answer = json.loads(text)

    decoded = getattr(models, model).from_dict(answer)

    assert type(decoded).__name__ == model
    assert decoded.to_dict() == answer


@pytest.mark.parametrize("model", MODELS)
def test_members_the_document_does_not_know_are_kept(model: str) -> None:
    """An object of members nobody described survives decoding and encoding."""
    unknown = {"a member of tomorrow": [{"nested": None}]}

    decoded = getattr(models, model).from_dict(unknown)

    assert decoded.to_dict() == unknown
