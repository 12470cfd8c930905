"""The examples of the Telnyx document, decoded and encoded back."""

from __future__ import annotations

import json

import pytest
from telnyx_client import models

EXAMPLES = [
    pytest.param(
        "ChatCompletionsResponse",
        '{"id": "chatcmpl-tx0001", "object": "chat.completion", "created": 1713571200, "model": "NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO", "choices": [{"index": 0, "message": {"role": "assistant", "content": null, "tool_calls": [{"id": "call_tx1", "type": "function", "function": {"name": "ticket_status", "arguments": "{\\"ticket\\": 88}"}}]}, "logprobs": null, "finish_reason": "tool_calls"}], "usage": {"prompt_tokens": 212, "completion_tokens": 16, "total_tokens": 228}}',
        id="chat_completions_create",
    ),
]

MODELS = [
    "ChatCompletionsRequest",
    "ResponseFormat",
    "ChatSystemMessage",
    "ChatUserMessage",
    "ChatAssistantMessage",
    "ChatToolMessage",
    "FunctionTool",
    "FunctionDefinition",
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
    "RetrievalTool",
    "RetrievalOptions",
    "PlatformErrorResponse",
    "PlatformError",
    "PlatformErrorSource",
    "ChatAssistantToolCallMessage",
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
