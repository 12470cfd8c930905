"""The types of what the Telnyx API takes; for type checkers, and for annotations of your own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, Union

from . import models
from ._runtime.files import FileInput
from ._runtime.tool_calls import ToolCallDict


class AiSummarizeParams(TypedDict):
    """Arguments of `ai.summarize`."""

    bucket: str
    filename: str


class AudioTranscriptionsCreateParams(TypedDict):
    """Arguments of `audio.transcriptions.create`."""

    file: FileInput
    model: Literal["distil-whisper/distil-large-v2"]
    response_format: NotRequired[Literal["json", "verbose_json"]]
    timestamp_granularities: NotRequired[Literal["segment"]]


class BucketEmbeddingsRequestParam(TypedDict):
    """A bucket to embed."""

    bucket_name: str
    document_chunk_size: NotRequired[int]
    document_chunk_overlap_size: NotRequired[int]
    embedding_model: NotRequired[str]
    loader: NotRequired[str]


class ChatAssistantMessageParam(TypedDict):
    """An earlier answer of the assistant."""

    role: Literal["assistant"]
    content: str


class ChatAssistantToolCallMessageParam(TypedDict):
    """An earlier answer of the assistant that calls tools."""

    role: Literal["assistant"]
    content: NotRequired[str | None]
    tool_calls: Sequence[ToolCallParam | models.ToolCall | ToolCallDict]


class ChatCompletionsCreateParams(TypedDict):
    """Arguments of `chat.completions.create`."""

    messages: Sequence[ChatRequestMessageParam]
    model: NotRequired[str]
    frequency_penalty: NotRequired[float]
    logprobs: NotRequired[bool]
    max_tokens: NotRequired[int]
    n: NotRequired[float]
    presence_penalty: NotRequired[float]
    response_format: NotRequired[ResponseFormatParam | models.ResponseFormat]
    temperature: NotRequired[float]
    tool_choice: NotRequired[ToolChoiceModeParam]
    tools: NotRequired[Sequence[ChatToolParam]]
    top_logprobs: NotRequired[int]
    top_p: NotRequired[float]
    best_of: NotRequired[int]
    early_stopping: NotRequired[bool]
    guided_choice: NotRequired[Sequence[str]]
    guided_json: NotRequired[Mapping[str, Any]]
    guided_regex: NotRequired[str]
    length_penalty: NotRequired[float]
    min_p: NotRequired[float]
    openai_api_key: NotRequired[str]
    use_beam_search: NotRequired[bool]


class ChatCompletionsRequestParam(TypedDict):
    """A conversation to be answered, and the settings of the answer."""

    messages: Sequence[ChatRequestMessageParam]
    model: NotRequired[str]
    frequency_penalty: NotRequired[float]
    logprobs: NotRequired[bool]
    max_tokens: NotRequired[int]
    n: NotRequired[float]
    presence_penalty: NotRequired[float]
    response_format: NotRequired[ResponseFormatParam | models.ResponseFormat]
    stream: NotRequired[bool]
    temperature: NotRequired[float]
    tool_choice: NotRequired[ToolChoiceModeParam]
    tools: NotRequired[Sequence[ChatToolParam]]
    top_logprobs: NotRequired[int]
    top_p: NotRequired[float]
    best_of: NotRequired[int]
    early_stopping: NotRequired[bool]
    guided_choice: NotRequired[Sequence[str]]
    guided_json: NotRequired[Mapping[str, Any]]
    guided_regex: NotRequired[str]
    length_penalty: NotRequired[float]
    min_p: NotRequired[float]
    openai_api_key: NotRequired[str]
    use_beam_search: NotRequired[bool]


class ChatSystemMessageParam(TypedDict):
    """Instructions of the system."""

    role: Literal["system"]
    content: str


class ChatToolMessageParam(TypedDict):
    """The result of a tool call."""

    role: Literal["tool"]
    content: str
    tool_call_id: NotRequired[str]


class ChatUserMessageParam(TypedDict):
    """A message of the user."""

    role: Literal["user"]
    content: str


ChatRequestMessageParam: TypeAlias = Union[
    "ChatSystemMessageParam",
    "models.ChatSystemMessage",
    "ChatUserMessageParam",
    "models.ChatUserMessage",
    "ChatAssistantMessageParam",
    "models.ChatAssistantMessage",
    "ChatAssistantToolCallMessageParam",
    "models.ChatAssistantToolCallMessage",
    "ChatToolMessageParam",
    "models.ChatToolMessage",
    "models.ChatMessage",
]
"""A message of the conversation; `role` tells its kind."""


class EmbeddingsCreateParams(TypedDict):
    """Arguments of `embeddings.create`."""

    bucket_name: str
    document_chunk_size: NotRequired[int]
    document_chunk_overlap_size: NotRequired[int]
    embedding_model: NotRequired[str]
    loader: NotRequired[str]


class EmbeddingsSimilaritySearchParams(TypedDict):
    """Arguments of `embeddings.similarity_search`."""

    bucket_name: str
    query: str
    num_of_docs: NotRequired[int]


class FunctionCallParam(TypedDict):
    """A function's name and the arguments of a call."""

    name: str
    arguments: str


class FunctionDefinitionParam(TypedDict):
    """Name, purpose and parameters of a function."""

    name: str
    description: NotRequired[str]
    parameters: NotRequired[Mapping[str, Any]]


class FunctionToolParam(TypedDict):
    """A function of the caller that the model may call."""

    type: Literal["function"]
    function: FunctionDefinitionParam | models.FunctionDefinition


class ResponseFormatParam(TypedDict):
    """Asks for JSON without a schema."""

    content: NotRequired[Literal["text", "json_object"]]


class RetrievalOptionsParam(TypedDict):
    """Where the retrieval tool searches."""

    bucket_ids: Sequence[str]


class RetrievalToolParam(TypedDict):
    """Search in the caller's storage buckets."""

    type: Literal["retrieval"]
    retrieval: RetrievalOptionsParam | models.RetrievalOptions


ChatToolParam: TypeAlias = Union[
    "RetrievalToolParam", "models.RetrievalTool", "FunctionToolParam", "models.FunctionTool"
]
"""A tool that the model may call; `type` tells its kind."""


class SimilaritySearchRequestParam(TypedDict):
    """A search in an embedded bucket."""

    bucket_name: str
    query: str
    num_of_docs: NotRequired[int]


class SummaryRequestParam(TypedDict):
    """A stored file to summarize."""

    bucket: str
    filename: str


class ToolCallParam(TypedDict):
    """A call of a function by the model."""

    id: str
    type: Literal["function"]
    function: FunctionCallParam | models.FunctionCall


ToolChoiceModeParam: TypeAlias = Literal["none", "auto"]
"""No tool, or the model's choice."""

TranscriptionRequestParam = TypedDict(
    "TranscriptionRequestParam",
    {
        "file": "FileInput",
        "model": "Literal['distil-whisper/distil-large-v2']",
        "response_format": "NotRequired[Literal['json', 'verbose_json']]",
        "timestamp_granularities[]": "NotRequired[Literal['segment']]",
    },
)
