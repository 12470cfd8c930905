"""The types of what the Nexos.ai API takes; for type checkers, and for annotations of your own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, Union

from . import models
from ._runtime.files import FileInput
from ._runtime.tool_calls import ToolCallDict


class AudioConfigurationParam(TypedDict):
    """Voice and format of an audio answer."""

    voice: Literal["alloy", "echo", "shimmer", "fable", "onyx", "nova"]
    format: Literal["wav", "mp3", "flac", "opus", "pcm16"]


class AudioSpeechCreateParams(TypedDict):
    """Arguments of `audio.speech.create`."""

    model: str
    input: str
    voice: Literal["alloy", "echo", "fable", "onyx", "nova", "shimmer"]
    response_format: NotRequired[Literal["mp3", "opus", "aac", "flac", "wav", "pcm"]]
    speed: NotRequired[float]


class AudioTranscriptionsCreateParams(TypedDict):
    """Arguments of `audio.transcriptions.create`."""

    file: FileInput
    model: str
    language: NotRequired[str]
    prompt: NotRequired[str]
    response_format: NotRequired[TranscriptionFormatParam]
    temperature: NotRequired[float]
    timestamp_granularities: NotRequired[Sequence[Literal["word", "segment"]]]


class AudioTranslationsCreateParams(TypedDict):
    """Arguments of `audio.translations.create`."""

    file: FileInput
    model: str
    prompt: NotRequired[str]
    response_format: NotRequired[TranscriptionFormatParam]
    temperature: NotRequired[float]


class ChatAnnotationParam(TypedDict):
    """A note on a stretch of the text."""

    type: str
    url_citation: UrlCitationParam | models.UrlCitation


class ChatAudioParam(TypedDict):
    """An audio answer."""

    id: str
    expires_at: int
    data: str
    transcript: str


class ChatCompletionsCreateParams(TypedDict):
    """Arguments of `chat.completions.create`."""

    messages: Sequence[ChatMessageParam | models.ChatMessage]
    model: str
    audio: NotRequired[AudioConfigurationParam | models.AudioConfiguration | None]
    frequency_penalty: NotRequired[float]
    logit_bias: NotRequired[Mapping[str, float] | None]
    logprobs: NotRequired[bool | None]
    max_completion_tokens: NotRequired[int | None]
    metadata: NotRequired[Mapping[str, str] | None]
    modalities: NotRequired[Sequence[Literal["text", "audio"]]]
    n: NotRequired[int]
    parallel_tool_calls: NotRequired[bool | None]
    prediction: NotRequired[PredictionTypeParam | models.PredictionType | None]
    presence_penalty: NotRequired[float]
    response_format: NotRequired[ResponseFormatParam | models.ResponseFormat | None | type[object]]
    seed: NotRequired[int | None]
    service_tier: NotRequired[Literal["auto", "default"]]
    stop: NotRequired[str | Sequence[str] | None]
    store: NotRequired[bool | None]
    stream_options: NotRequired[StreamOptionsParam | models.StreamOptions | None]
    temperature: NotRequired[float]
    tool_choice: NotRequired[ToolChoiceModeParam | NamedToolChoiceParam | models.NamedToolChoice | None]
    tools: NotRequired[Sequence[ChatToolParam] | None]
    top_logprobs: NotRequired[int | None]
    top_p: NotRequired[float]
    thinking: NotRequired[ChatThinkingModeConfigurationParam | models.ChatThinkingModeConfiguration | None]


class ChatCompletionsRequestParam(TypedDict):
    """A conversation to be answered, and the settings of the answer."""

    messages: Sequence[ChatMessageParam | models.ChatMessage]
    model: str
    audio: NotRequired[AudioConfigurationParam | models.AudioConfiguration | None]
    frequency_penalty: NotRequired[float]
    logit_bias: NotRequired[Mapping[str, float] | None]
    logprobs: NotRequired[bool | None]
    max_completion_tokens: NotRequired[int | None]
    metadata: NotRequired[Mapping[str, str] | None]
    modalities: NotRequired[Sequence[Literal["text", "audio"]]]
    n: NotRequired[int]
    parallel_tool_calls: NotRequired[bool | None]
    prediction: NotRequired[PredictionTypeParam | models.PredictionType | None]
    presence_penalty: NotRequired[float]
    response_format: NotRequired[ResponseFormatParam | models.ResponseFormat | None]
    seed: NotRequired[int | None]
    service_tier: NotRequired[Literal["auto", "default"]]
    stop: NotRequired[str | Sequence[str] | None]
    store: NotRequired[bool | None]
    stream: NotRequired[bool | None]
    stream_options: NotRequired[StreamOptionsParam | models.StreamOptions | None]
    temperature: NotRequired[float]
    tool_choice: NotRequired[ToolChoiceModeParam | NamedToolChoiceParam | models.NamedToolChoice | None]
    tools: NotRequired[Sequence[ChatToolParam] | None]
    top_logprobs: NotRequired[int | None]
    top_p: NotRequired[float]
    thinking: NotRequired[ChatThinkingModeConfigurationParam | models.ChatThinkingModeConfiguration | None]


class ChatMessageParam(TypedDict):
    """A message, of the request or of the answer."""

    role: NotRequired[Literal["system", "user", "assistant", "tool", "function", "developer"]]
    content: NotRequired[str | Sequence[Mapping[str, Any]] | None]
    refusal: NotRequired[str | None]
    tool_calls: NotRequired[Sequence[ToolCallParam | models.ToolCall | ToolCallDict] | None]
    annotations: NotRequired[Sequence[ChatAnnotationParam | models.ChatAnnotation] | None]
    audio: NotRequired[ChatAudioParam | models.ChatAudio | None]
    function_call: NotRequired[FunctionCallParam | models.FunctionCall]
    name: NotRequired[str | None]
    thinking: NotRequired[str | None]
    tool_call_id: NotRequired[str]


class ChatThinkingModeConfigurationParam(TypedDict):
    """Whether the model thinks before it answers, and how much."""

    type: NotRequired[str]
    budget_tokens: NotRequired[int]


class EmbeddingsCreateParams(TypedDict):
    """Arguments of `embeddings.create`."""

    model: str
    input: NotRequired[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None]
    encoding_format: NotRequired[Literal["float", "base64"]]
    dimensions: int


class EmbeddingsRequestParam(TypedDict):
    """Texts to be turned into vectors."""

    model: str
    input: NotRequired[str | Sequence[str] | Sequence[int] | Sequence[Sequence[int]] | None]
    encoding_format: NotRequired[Literal["float", "base64"]]
    dimensions: int


class FunctionCallParam(TypedDict):
    """A function's name and the arguments of a call."""

    name: str
    arguments: str


class FunctionDefinitionParam(TypedDict):
    """Name, purpose and parameters of a function."""

    name: str
    description: NotRequired[str]
    parameters: NotRequired[Mapping[str, Any]]
    strict: NotRequired[bool | None]


class FunctionToolParam(TypedDict):
    """A function of the caller that the model may call."""

    type: Literal["function"]
    function: FunctionDefinitionParam | models.FunctionDefinition


class ImageEditRequestParam(TypedDict):
    """An image to change."""

    model: str
    image: FileInput
    prompt: str
    n: NotRequired[int]
    size: NotRequired[Literal["256x256", "512x512", "1024x1024"]]
    mask: NotRequired[FileInput]
    response_format: NotRequired[Literal["url", "b64_json"]]


class ImageGenerationRequestParam(TypedDict):
    """A text to make images from."""

    prompt: str
    model: str
    n: NotRequired[int]
    size: NotRequired[Literal["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"]]
    quality: NotRequired[Literal["standard", "hd"]]
    response_format: NotRequired[Literal["url", "b64_json"]]
    style: NotRequired[Literal["vivid", "natural"]]


class ImageVariationRequestParam(TypedDict):
    """An image to vary."""

    image: FileInput
    model: str
    n: NotRequired[int]
    response_format: NotRequired[Literal["url", "b64_json"]]
    size: NotRequired[Literal["256x256", "512x512", "1024x1024"]]


class ImagesCreateVariationParams(TypedDict):
    """Arguments of `images.create_variation`."""

    image: FileInput
    model: str
    n: NotRequired[int]
    response_format: NotRequired[Literal["url", "b64_json"]]
    size: NotRequired[Literal["256x256", "512x512", "1024x1024"]]


class ImagesEditParams(TypedDict):
    """Arguments of `images.edit`."""

    model: str
    image: FileInput
    prompt: str
    n: NotRequired[int]
    size: NotRequired[Literal["256x256", "512x512", "1024x1024"]]
    mask: NotRequired[FileInput]
    response_format: NotRequired[Literal["url", "b64_json"]]


class ImagesGenerateParams(TypedDict):
    """Arguments of `images.generate`."""

    prompt: str
    model: str
    n: NotRequired[int]
    size: NotRequired[Literal["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"]]
    quality: NotRequired[Literal["standard", "hd"]]
    response_format: NotRequired[Literal["url", "b64_json"]]
    style: NotRequired[Literal["vivid", "natural"]]


class NamedFunctionParam(TypedDict):
    """Names a function."""

    name: str


class NamedToolChoiceParam(TypedDict):
    """Forces the call of one function."""

    type: Literal["function"]
    function: NamedFunctionParam | models.NamedFunction


class PredictionTypeParam(TypedDict):
    """Content that the answer is expected to have."""

    type: str
    content: NotRequired[str | None]


class RagMcpParam(TypedDict):
    """Collection and limits of a retrieval."""

    collection_uuid: str
    query: NotRequired[str]
    threshold: NotRequired[float]
    top_n: NotRequired[int]
    model_uuid: NotRequired[str]


class RagOptionsParam(TypedDict):
    """Settings of a retrieval."""

    mcp: RagMcpParam | models.RagMcp


class RagToolParam(TypedDict):
    """Retrieval from a collection, executed by the server."""

    type: Literal["rag"]
    rag: RagOptionsParam | models.RagOptions


class ResponseFormatParam(TypedDict):
    """Format of the answer."""

    type: NotRequired[Literal["text", "json_object", "json_schema"]]


class SpeechRequestParam(TypedDict):
    """A text to be spoken."""

    model: str
    input: str
    voice: Literal["alloy", "echo", "fable", "onyx", "nova", "shimmer"]
    response_format: NotRequired[Literal["mp3", "opus", "aac", "flac", "wav", "pcm"]]
    speed: NotRequired[float]


class StorageListParams(TypedDict):
    """Arguments of `storage.list`."""

    after: NotRequired[str]
    limit: NotRequired[int]
    order: NotRequired[Literal["asc", "desc"]]
    purpose: NotRequired[StoragePurposeParam]


StoragePurposeParam: TypeAlias = Literal["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]
"""What a file is uploaded or listed for."""


class StorageUploadParams(TypedDict):
    """Arguments of `storage.upload`."""

    file: FileInput
    purpose: StoragePurposeParam


class StorageUploadRequestParam(TypedDict):
    """A file to store."""

    file: FileInput
    purpose: StoragePurposeParam


class StreamOptionsParam(TypedDict):
    """Settings of a streamed answer."""

    include_usage: NotRequired[bool]


class TeamApiKeyCreateRequestParam(TypedDict):
    """A key to make."""

    name: str


class TeamApiKeyUpdateRequestParam(TypedDict):
    """What changes on a key."""

    name: str


class TeamApiKeysCreateParams(TypedDict):
    """Arguments of `team_api_keys.create`."""

    name: str


class TeamApiKeysUpdateParams(TypedDict):
    """Arguments of `team_api_keys.update`."""

    name: str


class TikaOcrOptionsParam(TypedDict):
    """Names the file to read."""

    file_id: str


class TikaOcrToolParam(TypedDict):
    """Reads the text of a stored file, executed by the server."""

    type: Literal["tika_ocr"]
    tika_ocr: TikaOcrOptionsParam | models.TikaOcrOptions


class ToolCallParam(TypedDict):
    """A call of a function by the model."""

    id: str
    type: Literal["function"]
    function: FunctionCallParam | models.FunctionCall


ToolChoiceModeParam: TypeAlias = Literal["none", "auto", "required"]
"""No tool, the model's choice, or at least one tool."""

TranscriptionFormatParam: TypeAlias = Literal["json", "text", "srt", "verbose_json", "vtt"]
"""Format of a transcription."""

TranscriptionRequestParam = TypedDict(
    "TranscriptionRequestParam",
    {
        "file": "FileInput",
        "model": "str",
        "language": "NotRequired[str]",
        "prompt": "NotRequired[str]",
        "response_format": "NotRequired[TranscriptionFormatParam]",
        "temperature": "NotRequired[float]",
        "timestamp_granularities[]": "NotRequired[Sequence[Literal['word', 'segment']]]",
    },
)


class TranslationRequestParam(TypedDict):
    """Audio to be written down in English."""

    file: FileInput
    model: str
    prompt: NotRequired[str]
    response_format: NotRequired[TranscriptionFormatParam]
    temperature: NotRequired[float]


class UrlCitationParam(TypedDict):
    """A cited page and the stretch of text that cites it."""

    start_index: NotRequired[int]
    end_index: NotRequired[int]
    title: NotRequired[str]
    url: NotRequired[str]


class WebSearchOptionsParam(TypedDict):
    """Settings of a web search."""

    search_context_size: NotRequired[Literal["low", "medium", "high"]]
    user_location: NotRequired[WebSearchUserLocationParam | models.WebSearchUserLocation]
    mcp: NotRequired[WebSearchMcpParam]


class WebSearchQueryMcpParam(TypedDict):
    """A search by query."""

    type: Literal["query"]
    options: WebSearchQueryOptionsParam | models.WebSearchQueryOptions


class WebSearchQueryOptionsParam(TypedDict):
    """Settings of a search by query."""

    tool: NotRequired[Literal["google_search", "bing_search", "amazon_search"]]
    query: NotRequired[str]
    geo_location: NotRequired[str]
    parse: NotRequired[bool]


class WebSearchToolParam(TypedDict):
    """Search in the web, executed by the server."""

    type: Literal["web_search"]
    web_search: NotRequired[WebSearchOptionsParam | models.WebSearchOptions]


ChatToolParam: TypeAlias = Union[
    "FunctionToolParam",
    "models.FunctionTool",
    "WebSearchToolParam",
    "models.WebSearchTool",
    "RagToolParam",
    "models.RagTool",
    "TikaOcrToolParam",
    "models.TikaOcrTool",
]
"""A tool that the model may call; `type` tells its kind."""


class WebSearchUrlMcpParam(TypedDict):
    """The fetch of an address."""

    type: Literal["url"]
    options: WebSearchUrlOptionsParam | models.WebSearchUrlOptions


WebSearchMcpParam: TypeAlias = Union[
    "WebSearchQueryMcpParam", "models.WebSearchQueryMcp", "WebSearchUrlMcpParam", "models.WebSearchUrlMcp"
]
"""A search by query or the fetch of an address; `type` tells which."""


class WebSearchUrlOptionsParam(TypedDict):
    """Settings of the fetch of an address."""

    tool: NotRequired[Literal["universal"]]
    url: NotRequired[str]
    geo_location: NotRequired[str]
    parse: NotRequired[bool]


class WebSearchUserLocationParam(TypedDict):
    """Where the user is, roughly."""

    type: Literal["approximate"]
    city: NotRequired[str]
    country: NotRequired[str]
    region: NotRequired[str]
    timezone: NotRequired[str]
