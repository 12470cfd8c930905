"""The examples of the Telnyx document, decoded and encoded back."""

from __future__ import annotations

import json

import httpx
import pytest
from telnyx_client import Telnyx, models
from telnyx_client._runtime.model import to_plain

EXAMPLES = [
    pytest.param(
        "ChatCompletionsResponse",
        '{"id": "chatcmpl-tx0001", "object": "chat.completion", "created": 1713571200, "model": "NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO", "choices": [{"index": 0, "message": {"role": "assistant", "content": null, "tool_calls": [{"id": "call_tx1", "type": "function", "function": {"name": "ticket_status", "arguments": "{\\"ticket\\": 88}"}}]}, "logprobs": null, "finish_reason": "tool_calls"}], "usage": {"prompt_tokens": 212, "completion_tokens": 16, "total_tokens": 228}}',
        id="chat_completions_create",
    ),
    pytest.param(
        "TranscriptionResponse",
        '{"text": "The line dropped twice.", "duration": 2.1, "segments": [{"id": 0, "start": 0.0, "end": 2.1, "text": "The line dropped twice."}]}',
        id="audio_transcriptions_create",
    ),
    pytest.param(
        "SummaryResponse",
        '{"data": {"summary": "Two short outages in April, both from a failed router."}}',
        id="ai_summarize",
    ),
    pytest.param(
        "EmbeddingTaskResponse",
        '{"data": {"task_id": "2a7d3b52-0b8e-4d2c-9a54-6d1f2c3b4a51", "task_name": "embed-support-kb", "status": "queued", "created_at": "2024-04-20T09:00:00Z", "finished_at": null, "user_id": "7c1e9d10-4f0a-4b8e-8a1d-0e2f3a4b5c6d"}}',
        id="embeddings_create",
    ),
    pytest.param(
        "ModelList",
        '{"object": "list", "data": [{"id": "mistralai/Mistral-7B-Instruct-v0.1", "object": "model", "created": 1709200000, "owned_by": "mistralai"}, {"id": "openai/gpt-4", "object": "model", "created": 1709200000, "owned_by": "openai"}]}',
        id="models_list",
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
    "ModelList",
    "ModelInfo",
    "HTTPValidationError",
    "ValidationError",
    "RetrievalTool",
    "RetrievalOptions",
    "PlatformErrorResponse",
    "PlatformError",
    "PlatformErrorSource",
    "TranscriptionRequest",
    "TranscriptionResponse",
    "TranscriptionSegment",
    "SummaryRequest",
    "SummaryResponse",
    "Summary",
    "BucketEmbeddingsRequest",
    "EmbeddingTaskResponse",
    "EmbeddingTask",
    "SimilaritySearchRequest",
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


@pytest.mark.parametrize(
    ("call", "text"),
    [
        pytest.param(
            lambda client: client.models.list(),
            '{"object": "list", "data": [{"id": "mistralai/Mistral-7B-Instruct-v0.1", "object": "model", "created": 1709200000, "owned_by": "mistralai"}, {"id": "openai/gpt-4", "object": "model", "created": 1709200000, "owned_by": "openai"}]}',
            id="models_list",
        ),
    ],
)
def test_calls_return_the_documented_answer(call, text: str) -> None:  # type: ignore[no-untyped-def]  # any operation
    """A call without a body sends one request and returns what the document's example says."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=json.loads(text))

    with httpx.Client(transport=httpx.MockTransport(answer)) as transport:
        result = call(Telnyx(api_key="test", base_url="https://server.test", http_client=transport))

    assert to_plain(result) == json.loads(text)
    assert len(seen) == 1
