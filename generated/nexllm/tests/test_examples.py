"""The examples of the NexLLM document, decoded and encoded back."""

from __future__ import annotations

import json

import httpx
import pytest
from nexllm_client import NexLLM, models
from nexllm_client._runtime.model import to_plain

EXAMPLES = [
    pytest.param(
        "ChatCompletionsResponse",
        '{"id": "chatcmpl-nl0001", "object": "chat.completion", "created": 1764547200, "model": "aws/claude-haiku-4-5", "choices": [{"index": 0, "message": {"role": "assistant", "content": "Folds in ten seconds and rides like a full-size bike."}, "finish_reason": "stop"}], "usage": {"prompt_tokens": 27, "completion_tokens": 14, "total_tokens": 41}}',
        id="chat_completions_create",
    ),
    pytest.param(
        "TranscriptionResponse", '{"text": "Thanks for calling the depot."}', id="audio_transcriptions_create"
    ),
    pytest.param(
        "EmbeddingsResponse",
        '{"object": "list", "data": [{"object": "embedding", "index": 0, "embedding": [0.013, -0.207, 0.088]}, {"object": "embedding", "index": 1, "embedding": [-0.044, 0.119, 0.002]}], "model": "text-embedding-3-small", "usage": {"prompt_tokens": 4, "total_tokens": 4}}',
        id="embeddings_create",
    ),
    pytest.param(
        "ImagesResponse",
        '{"created": 1764547300, "data": [{"url": "https://files.example/tram.png"}]}',
        id="images_generate",
    ),
    pytest.param(
        "ImagesResponse",
        '{"created": 1764547360, "data": [{"url": "https://files.example/tram-snow.png"}]}',
        id="images_edit",
    ),
    pytest.param(
        "ModelList",
        '{"object": "list", "data": [{"id": "aws/claude-haiku-4-5", "object": "model", "created": 1764547200, "owned_by": "aws"}]}',
        id="models_list",
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
    "SpeechRequest",
    "TranscriptionRequest",
    "TranscriptionResponse",
    "EmbeddingsRequest",
    "EmbeddingsResponse",
    "Embedding",
    "EmbeddingsUsage",
    "ImageGenerationRequest",
    "ImageEditRequest",
    "ImagesResponse",
    "Image",
    "ModelList",
    "ModelInfo",
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
            '{"object": "list", "data": [{"id": "aws/claude-haiku-4-5", "object": "model", "created": 1764547200, "owned_by": "aws"}]}',
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
        result = call(NexLLM(api_key="test", base_url="https://server.test", http_client=transport))

    assert to_plain(result) == json.loads(text)
    assert len(seen) == 1
