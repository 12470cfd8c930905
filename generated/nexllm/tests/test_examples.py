"""The examples of the NexLLM document, decoded and encoded back."""

from __future__ import annotations

import json

import pytest
from nexllm_client import models

EXAMPLES = [
    pytest.param(
        "ChatCompletionsResponse",
        '{"id": "chatcmpl-nl0001", "object": "chat.completion", "created": 1764547200, "model": "aws/claude-haiku-4-5", "choices": [{"index": 0, "message": {"role": "assistant", "content": "Folds in ten seconds and rides like a full-size bike."}, "finish_reason": "stop"}], "usage": {"prompt_tokens": 27, "completion_tokens": 14, "total_tokens": 41}}',
        id="chat_completions_create",
    ),
]

MODELS = [
    "ChatCompletionsRequest",
    "AudioConfiguration",
    "FunctionCallOption",
    "FunctionDeclaration",
    "PredictionType",
    "ResponseFormatText",
    "ResponseFormatJsonObject",
    "ResponseFormatJsonSchema",
    "JsonSchemaFormat",
    "StreamOptions",
    "ChatDeveloperMessage",
    "ChatSystemMessage",
    "ChatUserMessage",
    "ChatAssistantMessage",
    "ChatToolMessage",
    "ChatFunctionMessage",
    "TextPart",
    "RefusalPart",
    "ImagePart",
    "ImageUrl",
    "AudioPart",
    "InputAudio",
    "FilePart",
    "InputFile",
    "AudioReference",
    "FunctionTool",
    "FunctionDefinition",
    "NamedToolChoice",
    "NamedFunction",
    "ToolCall",
    "FunctionCall",
    "ChatCompletionsResponse",
    "ChatChoice",
    "ChatMessage",
    "ChatAnnotation",
    "UrlCitation",
    "ChatAudio",
    "LogProbsInfo",
    "TokenLogProb",
    "TopLogProb",
    "UsageInfo",
    "CompletionTokensDetails",
    "PromptTokensDetails",
    "ChatCompletionChunk",
    "ChatChunkChoice",
    "ChatDelta",
    "ToolCallDelta",
    "FunctionCallDelta",
    "ErrorResponse",
    "ErrorInfo",
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
