"""The examples of the Nexos.ai document, decoded and encoded back."""

from __future__ import annotations

import json

import httpx
import pytest
from nexos_client import Nexos, models
from nexos_client._runtime.model import to_plain

EXAMPLES = [
    pytest.param(
        "ChatCompletionsResponse",
        '{"id": "chatcmpl-nx0001", "object": "chat.completion", "created": 1755430000, "model": "gpt-4o-mini-2024-07-18", "choices": [{"index": 0, "finish_reason": "tool_calls", "message": {"role": "assistant", "content": null, "refusal": null, "annotations": [], "tool_calls": [{"id": "call_nx1", "type": "function", "function": {"name": "invoice_balance", "arguments": "{\\"invoice\\":\\"INV-2041\\"}"}}]}, "logprobs": null}], "usage": {"prompt_tokens": 143, "completion_tokens": 18, "total_tokens": 161, "completion_tokens_details": {"accepted_prediction_tokens": 0, "rejected_prediction_tokens": 0, "audio_tokens": 0, "reasoning_tokens": 0}, "prompt_tokens_details": {"audio_tokens": 0, "cached_tokens": 0}}, "system_fingerprint": "fp_5a5a5a5a5a", "service_tier": "default"}',
        id="chat_completions_create",
    ),
    pytest.param(
        "TranscriptionResponse",
        '{"text": "Hello team.", "model": "whisper-large", "language": "english", "duration": "1.42", "words": [{"word": "Hello", "start": 0.0, "end": 0.41}, {"word": "team", "start": 0.52, "end": 0.97}], "segments": [{"id": 0, "seek": 0, "start": 0.0, "end": 1.42, "text": "Hello team.", "tokens": [2425, 1469, 13], "temperature": 0.0, "avg_logprob": -0.21, "compression_ratio": 0.9, "no_speech_prob": 0.01}]}',
        id="audio_transcriptions_create",
    ),
    pytest.param(
        "EmbeddingsResponse",
        '{"object": "list", "data": [{"object": "embedding", "embedding": [0.0215, -0.0132, 0.0406], "index": 0}, {"object": "embedding", "embedding": [0.0101, 0.0007, -0.0199], "index": 1}], "model": "embed-small", "usage": {"prompt_tokens": 4, "total_tokens": 4}}',
        id="embeddings_create",
    ),
    pytest.param(
        "ImagesResponse",
        '{"created": 1755500000, "data": [{"url": "https://files.example/img/1.png", "revised_prompt": "A detailed blueprint of a lighthouse", "b64_json": null}]}',
        id="images_generate",
    ),
    pytest.param(
        "ImagesResponse",
        '{"created": 1755500050, "data": [{"url": "https://files.example/img/2.png", "revised_prompt": null, "b64_json": null}]}',
        id="images_edit",
    ),
    pytest.param(
        "ModelList",
        '{"object": "list", "total": 1, "data": [{"id": "3f2b8c1e-9a4d-4e57-8b60-2d7c5e1f0a93", "object": "model", "created": 1712000000, "owned_by": "nexos", "name": "GPT 4o mini", "timeout_ms": 60000, "stream_timeout_ms": 300000}]}',
        id="models_list",
    ),
    pytest.param(
        "TranslationResponse",
        '{"text": "Good morning, this is the office.", "model": "whisper-large"}',
        id="audio_translations_create",
    ),
    pytest.param(
        "ImagesResponse",
        '{"created": 1755500090, "data": [{"url": null, "revised_prompt": null, "b64_json": "aGVsbG8="}]}',
        id="images_create_variation",
    ),
    pytest.param(
        "StorageFile",
        '{"id": "file-9af1", "filename": "plan.png", "size": 198211, "created_at": 1755501000, "expires_at": 1758093000, "purpose": "vision"}',
        id="storage_upload",
    ),
    pytest.param(
        "StorageFileList",
        '{"data": [{"id": "file-9af1", "filename": "plan.png", "size": 198211, "created_at": 1755501000, "expires_at": 1758093000, "purpose": "vision"}]}',
        id="storage_list",
    ),
    pytest.param(
        "StorageFile",
        '{"id": "file-9af1", "filename": "plan.png", "size": 198211, "created_at": 1755501000, "expires_at": 1758093000, "purpose": "vision"}',
        id="storage_get",
    ),
    pytest.param("StorageFileDeleted", '{"id": "file-9af1", "deleted": true}', id="storage_delete"),
    pytest.param(
        "TeamApiKey",
        '{"api_key": "nexos-team-EXAMPLE-0001", "id": "5a4a6c0e-1111-4222-8333-944445555666", "name": "nightly-etl", "created_at": "2025-08-18T10:00:00Z", "updated_at": "2025-08-18T10:00:00Z"}',
        id="team_api_keys_create",
    ),
    pytest.param(
        "TeamApiKey",
        '{"api_key": "nexos-team-EXAMPLE-0001", "id": "5a4a6c0e-1111-4222-8333-944445555666", "name": "nightly-etl-eu", "created_at": "2025-08-18T10:00:00Z", "updated_at": "2025-08-19T08:30:00Z"}',
        id="team_api_keys_update",
    ),
    pytest.param(
        "TeamApiKey",
        '{"api_key": "nexos-team-EXAMPLE-0002", "id": "5a4a6c0e-1111-4222-8333-944445555666", "name": "nightly-etl-eu", "created_at": "2025-08-18T10:00:00Z", "updated_at": "2025-08-19T09:00:00Z"}',
        id="team_api_keys_regenerate",
    ),
]

MODELS = [
    "ChatCompletionsRequest",
    "AudioConfiguration",
    "PredictionType",
    "ResponseFormat",
    "StreamOptions",
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
    "ChatThinkingModeConfiguration",
    "WebSearchTool",
    "WebSearchOptions",
    "WebSearchUserLocation",
    "WebSearchQueryMcp",
    "WebSearchQueryOptions",
    "WebSearchUrlMcp",
    "WebSearchUrlOptions",
    "RagTool",
    "RagOptions",
    "RagMcp",
    "TikaOcrTool",
    "TikaOcrOptions",
    "TranslationRequest",
    "TranslationResponse",
    "TranscriptionWord",
    "TranscriptionSegment",
    "ImageVariationRequest",
    "StorageUploadRequest",
    "StorageFile",
    "StorageFileList",
    "StorageFileDeleted",
    "TeamApiKey",
    "TeamApiKeyCreateRequest",
    "TeamApiKeyUpdateRequest",
    "ManagementError",
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
            '{"object": "list", "total": 1, "data": [{"id": "3f2b8c1e-9a4d-4e57-8b60-2d7c5e1f0a93", "object": "model", "created": 1712000000, "owned_by": "nexos", "name": "GPT 4o mini", "timeout_ms": 60000, "stream_timeout_ms": 300000}]}',
            id="models_list",
        ),
        pytest.param(
            lambda client: client.storage.list(),
            '{"data": [{"id": "file-9af1", "filename": "plan.png", "size": 198211, "created_at": 1755501000, "expires_at": 1758093000, "purpose": "vision"}]}',
            id="storage_list",
        ),
        pytest.param(
            lambda client: client.storage.get("x"),
            '{"id": "file-9af1", "filename": "plan.png", "size": 198211, "created_at": 1755501000, "expires_at": 1758093000, "purpose": "vision"}',
            id="storage_get",
        ),
        pytest.param(
            lambda client: client.storage.delete("x"), '{"id": "file-9af1", "deleted": true}', id="storage_delete"
        ),
        pytest.param(
            lambda client: client.team_api_keys.list("x"),
            '[{"api_key": "nexos-team-EXAMPLE-0001", "id": "5a4a6c0e-1111-4222-8333-944445555666", "name": "nightly-etl", "created_at": "2025-08-18T10:00:00Z", "updated_at": "2025-08-18T10:00:00Z"}]',
            id="team_api_keys_list",
        ),
        pytest.param(
            lambda client: client.team_api_keys.regenerate("x", "x"),
            '{"api_key": "nexos-team-EXAMPLE-0002", "id": "5a4a6c0e-1111-4222-8333-944445555666", "name": "nightly-etl-eu", "created_at": "2025-08-18T10:00:00Z", "updated_at": "2025-08-19T09:00:00Z"}',
            id="team_api_keys_regenerate",
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
        result = call(Nexos(api_key="test", base_url="https://server.test", http_client=transport))

    assert to_plain(result) == json.loads(text)
    assert len(seen) == 1
