"""The types of what the NexLLM API takes; for type checkers, and for annotations of your own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict, Union

from . import models
from ._runtime.files import FileInput
from ._runtime.tool_calls import ToolCallDict


class AudioConfigurationParam(TypedDict):
    """Voice and format of an audio answer."""

    voice: Literal["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse"]
    format: Literal["wav", "mp3", "flac", "opus", "pcm16"]


class AudioPartParam(TypedDict):
    """A piece of recorded sound."""

    type: Literal["input_audio"]
    input_audio: InputAudioParam | models.InputAudio


class AudioReferenceParam(TypedDict):
    """Points to an earlier audio answer."""

    id: str


class AudioSpeechCreateParams(TypedDict):
    """Arguments of `audio.speech.create`."""

    model: str
    input: str
    voice: Literal["alloy", "echo", "fable", "onyx", "nova", "shimmer"]
    response_format: NotRequired[Literal["mp3", "opus", "aac", "flac"]]


class AudioTranscriptionsCreateParams(TypedDict):
    """Arguments of `audio.transcriptions.create`."""

    file: FileInput
    model: str
    language: NotRequired[str]
    prompt: NotRequired[str]


class ChatAssistantMessageParam(TypedDict):
    """An earlier answer of the assistant."""

    role: Literal["assistant"]
    content: NotRequired[str | Sequence[AssistantContentPartParam] | None]
    name: NotRequired[str]
    refusal: NotRequired[str | None]
    audio: NotRequired[AudioReferenceParam | models.AudioReference | None]
    tool_calls: NotRequired[Sequence[ToolCallParam | models.ToolCall | ToolCallDict]]
    function_call: NotRequired[FunctionCallParam | models.FunctionCall | None]


class ChatCompletionsCreateParams(TypedDict):
    """Arguments of `chat.completions.create`."""

    messages: Sequence[ChatRequestMessageParam]
    model: str
    audio: NotRequired[AudioConfigurationParam | models.AudioConfiguration | None]
    frequency_penalty: NotRequired[float | None]
    function_call: NotRequired[Literal["none", "auto"] | FunctionCallOptionParam | models.FunctionCallOption]
    functions: NotRequired[Sequence[FunctionDeclarationParam | models.FunctionDeclaration]]
    logit_bias: NotRequired[Mapping[str, int] | None]
    logprobs: NotRequired[bool | None]
    max_completion_tokens: NotRequired[int | None]
    max_tokens: NotRequired[int]
    metadata: NotRequired[Mapping[str, str] | None]
    modalities: NotRequired[Sequence[Literal["text", "audio"]] | None]
    n: NotRequired[int | None]
    parallel_tool_calls: NotRequired[bool]
    prediction: NotRequired[PredictionTypeParam | models.PredictionType | None]
    presence_penalty: NotRequired[float | None]
    reasoning_effort: NotRequired[Literal["low", "medium", "high"]]
    response_format: NotRequired[ResponseFormatParam | type[object]]
    seed: NotRequired[int | None]
    service_tier: NotRequired[Literal["auto", "default"] | None]
    stop: NotRequired[str | Sequence[str] | None]
    store: NotRequired[bool | None]
    stream_options: NotRequired[StreamOptionsParam | models.StreamOptions | None]
    temperature: NotRequired[float]
    tool_choice: NotRequired[ToolChoiceModeParam | NamedToolChoiceParam | models.NamedToolChoice]
    tools: NotRequired[Sequence[FunctionToolParam | models.FunctionTool]]
    top_logprobs: NotRequired[int | None]
    top_p: NotRequired[float | None]
    user: NotRequired[str]


class ChatCompletionsRequestParam(TypedDict):
    """A conversation to be answered, and the settings of the answer."""

    messages: Sequence[ChatRequestMessageParam]
    model: str
    audio: NotRequired[AudioConfigurationParam | models.AudioConfiguration | None]
    frequency_penalty: NotRequired[float | None]
    function_call: NotRequired[Literal["none", "auto"] | FunctionCallOptionParam | models.FunctionCallOption]
    functions: NotRequired[Sequence[FunctionDeclarationParam | models.FunctionDeclaration]]
    logit_bias: NotRequired[Mapping[str, int] | None]
    logprobs: NotRequired[bool | None]
    max_completion_tokens: NotRequired[int | None]
    max_tokens: NotRequired[int]
    metadata: NotRequired[Mapping[str, str] | None]
    modalities: NotRequired[Sequence[Literal["text", "audio"]] | None]
    n: NotRequired[int | None]
    parallel_tool_calls: NotRequired[bool]
    prediction: NotRequired[PredictionTypeParam | models.PredictionType | None]
    presence_penalty: NotRequired[float | None]
    reasoning_effort: NotRequired[Literal["low", "medium", "high"]]
    response_format: NotRequired[ResponseFormatParam]
    seed: NotRequired[int | None]
    service_tier: NotRequired[Literal["auto", "default"] | None]
    stop: NotRequired[str | Sequence[str] | None]
    store: NotRequired[bool | None]
    stream: NotRequired[bool]
    stream_options: NotRequired[StreamOptionsParam | models.StreamOptions | None]
    temperature: NotRequired[float]
    tool_choice: NotRequired[ToolChoiceModeParam | NamedToolChoiceParam | models.NamedToolChoice]
    tools: NotRequired[Sequence[FunctionToolParam | models.FunctionTool]]
    top_logprobs: NotRequired[int | None]
    top_p: NotRequired[float | None]
    user: NotRequired[str]


class ChatDeveloperMessageParam(TypedDict):
    """Instructions of the developer."""

    role: Literal["developer"]
    content: str | Sequence[TextPartParam | models.TextPart]
    name: NotRequired[str]


class ChatFunctionMessageParam(TypedDict):
    """The result of a function call."""

    role: Literal["function"]
    content: str | None
    name: str


class ChatSystemMessageParam(TypedDict):
    """Instructions of the system."""

    role: Literal["system"]
    content: str | Sequence[TextPartParam | models.TextPart]
    name: NotRequired[str]


class ChatToolMessageParam(TypedDict):
    """The result of a tool call."""

    role: Literal["tool"]
    content: str | Sequence[TextPartParam | models.TextPart]
    tool_call_id: str


class ChatUserMessageParam(TypedDict):
    """A message of the user."""

    role: Literal["user"]
    content: str | Sequence[ContentPartParam]
    name: NotRequired[str]


ChatRequestMessageParam: TypeAlias = Union[
    "ChatDeveloperMessageParam",
    "models.ChatDeveloperMessage",
    "ChatSystemMessageParam",
    "models.ChatSystemMessage",
    "ChatUserMessageParam",
    "models.ChatUserMessage",
    "ChatAssistantMessageParam",
    "models.ChatAssistantMessage",
    "models.ChatMessage",
    "ChatToolMessageParam",
    "models.ChatToolMessage",
    "ChatFunctionMessageParam",
    "models.ChatFunctionMessage",
]
"""A message of the conversation; `role` tells its kind."""


class EmbeddingsCreateParams(TypedDict):
    """Arguments of `embeddings.create`."""

    model: str
    input: str | Sequence[str]


class EmbeddingsRequestParam(TypedDict):
    """Texts to be turned into vectors."""

    model: str
    input: str | Sequence[str]


class FilePartParam(TypedDict):
    """A file."""

    type: Literal["file"]
    file: InputFileParam | models.InputFile


class FunctionCallOptionParam(TypedDict):
    """Names the one function to call."""

    name: str


class FunctionCallParam(TypedDict):
    """A function's name and the arguments of a call."""

    name: str
    arguments: str


class FunctionDeclarationParam(TypedDict):
    """A function in the deprecated `functions` list."""

    name: str
    description: NotRequired[str]
    parameters: NotRequired[Mapping[str, Any]]


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
    size: NotRequired[str]


class ImageGenerationRequestParam(TypedDict):
    """A text to make images from."""

    prompt: str
    model: str
    n: NotRequired[int]
    size: NotRequired[Literal["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"]]


class ImagePartParam(TypedDict):
    """An image."""

    type: Literal["image_url"]
    image_url: ImageUrlParam | models.ImageUrl


class ImageUrlParam(TypedDict):
    """Where an image is, and how closely it is looked at."""

    url: str
    detail: NotRequired[Literal["auto", "low", "high"]]


class ImagesEditParams(TypedDict):
    """Arguments of `images.edit`."""

    model: str
    image: FileInput
    prompt: str
    n: NotRequired[int]
    size: NotRequired[str]


class ImagesGenerateParams(TypedDict):
    """Arguments of `images.generate`."""

    prompt: str
    model: str
    n: NotRequired[int]
    size: NotRequired[Literal["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"]]


class InputAudioParam(TypedDict):
    """Sound data and its encoding."""

    data: str
    format: Literal["wav", "mp3"]


class InputFileParam(TypedDict):
    """A file, by its data or by the id of an upload."""

    filename: NotRequired[str]
    file_data: NotRequired[str]
    file_id: NotRequired[str]


class JsonSchemaFormatParam(TypedDict):
    """A named JSON Schema that the answer follows."""

    name: str
    description: NotRequired[str]
    schema: NotRequired[Mapping[str, Any]]
    strict: NotRequired[bool | None]


class NamedFunctionParam(TypedDict):
    """Names a function."""

    name: str


class NamedToolChoiceParam(TypedDict):
    """Forces the call of one function."""

    type: Literal["function"]
    function: NamedFunctionParam | models.NamedFunction


class PredictionTypeParam(TypedDict):
    """Content that the answer is expected to have."""

    type: Literal["content"]
    content: str | Sequence[TextPartParam | models.TextPart]


class RefusalPartParam(TypedDict):
    """A refusal of the assistant."""

    type: Literal["refusal"]
    refusal: str


class ResponseFormatJsonObjectParam(TypedDict):
    """The answer is some JSON object."""

    type: Literal["json_object"]


class ResponseFormatJsonSchemaParam(TypedDict):
    """The answer is JSON that follows a schema."""

    type: Literal["json_schema"]
    json_schema: JsonSchemaFormatParam | models.JsonSchemaFormat


class ResponseFormatTextParam(TypedDict):
    """The answer is plain text."""

    type: Literal["text"]


ResponseFormatParam: TypeAlias = Union[
    "ResponseFormatTextParam",
    "models.ResponseFormatText",
    "ResponseFormatJsonObjectParam",
    "models.ResponseFormatJsonObject",
    "ResponseFormatJsonSchemaParam",
    "models.ResponseFormatJsonSchema",
]
"""Format of the answer."""


class SpeechRequestParam(TypedDict):
    """A text to be spoken."""

    model: str
    input: str
    voice: Literal["alloy", "echo", "fable", "onyx", "nova", "shimmer"]
    response_format: NotRequired[Literal["mp3", "opus", "aac", "flac"]]


class StreamOptionsParam(TypedDict):
    """Settings of a streamed answer."""

    include_usage: NotRequired[bool]


class TextPartParam(TypedDict):
    """A piece of text."""

    type: Literal["text"]
    text: str


AssistantContentPartParam: TypeAlias = Union[
    "TextPartParam", "models.TextPart", "RefusalPartParam", "models.RefusalPart"
]
"""A part of an assistant's message; `type` tells its kind."""

ContentPartParam: TypeAlias = Union[
    "TextPartParam",
    "models.TextPart",
    "ImagePartParam",
    "models.ImagePart",
    "AudioPartParam",
    "models.AudioPart",
    "FilePartParam",
    "models.FilePart",
]
"""A part of a user's message; `type` tells its kind."""


class ToolCallParam(TypedDict):
    """A call of a function by the model."""

    id: str
    type: Literal["function"]
    function: FunctionCallParam | models.FunctionCall


ToolChoiceModeParam: TypeAlias = Literal["none", "auto", "required"]
"""No tool, the model's choice, or at least one tool."""


class TranscriptionRequestParam(TypedDict):
    """Audio to be written down."""

    file: FileInput
    model: str
    language: NotRequired[str]
    prompt: NotRequired[str]
