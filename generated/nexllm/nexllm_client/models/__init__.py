"""Every schema of the NexLLM document, imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aliases import AssistantContentPart as AssistantContentPart
    from .aliases import ChatRequestMessage as ChatRequestMessage
    from .aliases import ContentPart as ContentPart
    from .aliases import FinishReason as FinishReason
    from .aliases import ResponseFormat as ResponseFormat
    from .aliases import ToolChoiceMode as ToolChoiceMode
    from .audio_configuration import AudioConfiguration as AudioConfiguration
    from .audio_part import AudioPart as AudioPart
    from .audio_reference import AudioReference as AudioReference
    from .chat_annotation import ChatAnnotation as ChatAnnotation
    from .chat_assistant_message import ChatAssistantMessage as ChatAssistantMessage
    from .chat_audio import ChatAudio as ChatAudio
    from .chat_choice import ChatChoice as ChatChoice
    from .chat_chunk_choice import ChatChunkChoice as ChatChunkChoice
    from .chat_completion_chunk import ChatCompletionChunk as ChatCompletionChunk
    from .chat_completions_request import ChatCompletionsRequest as ChatCompletionsRequest
    from .chat_delta import ChatDelta as ChatDelta
    from .chat_developer_message import ChatDeveloperMessage as ChatDeveloperMessage
    from .chat_function_message import ChatFunctionMessage as ChatFunctionMessage
    from .chat_system_message import ChatSystemMessage as ChatSystemMessage
    from .chat_tool_message import ChatToolMessage as ChatToolMessage
    from .chat_user_message import ChatUserMessage as ChatUserMessage
    from .completion_tokens_details import CompletionTokensDetails as CompletionTokensDetails
    from .embedding import Embedding as Embedding
    from .embeddings_request import EmbeddingsRequest as EmbeddingsRequest
    from .embeddings_response import EmbeddingsResponse as EmbeddingsResponse
    from .embeddings_usage import EmbeddingsUsage as EmbeddingsUsage
    from .error_info import ErrorInfo as ErrorInfo
    from .error_response import ErrorResponse as ErrorResponse
    from .file_part import FilePart as FilePart
    from .function_call import FunctionCall as FunctionCall
    from .function_call_delta import FunctionCallDelta as FunctionCallDelta
    from .function_call_option import FunctionCallOption as FunctionCallOption
    from .function_declaration import FunctionDeclaration as FunctionDeclaration
    from .function_definition import FunctionDefinition as FunctionDefinition
    from .function_tool import FunctionTool as FunctionTool
    from .image import Image as Image
    from .image_edit_request import ImageEditRequest as ImageEditRequest
    from .image_generation_request import ImageGenerationRequest as ImageGenerationRequest
    from .image_part import ImagePart as ImagePart
    from .image_url import ImageUrl as ImageUrl
    from .images_response import ImagesResponse as ImagesResponse
    from .input_audio import InputAudio as InputAudio
    from .input_file import InputFile as InputFile
    from .json_schema_format import JsonSchemaFormat as JsonSchemaFormat
    from .log_probs_info import LogProbsInfo as LogProbsInfo
    from .model_info import ModelInfo as ModelInfo
    from .model_list import ModelList as ModelList
    from .named_function import NamedFunction as NamedFunction
    from .named_tool_choice import NamedToolChoice as NamedToolChoice
    from .overridden import ChatCompletionsResponse as ChatCompletionsResponse
    from .overridden import ChatMessage as ChatMessage
    from .overridden import ToolCall as ToolCall
    from .prediction_type import PredictionType as PredictionType
    from .prompt_tokens_details import PromptTokensDetails as PromptTokensDetails
    from .refusal_part import RefusalPart as RefusalPart
    from .response_format_json_object import ResponseFormatJsonObject as ResponseFormatJsonObject
    from .response_format_json_schema import ResponseFormatJsonSchema as ResponseFormatJsonSchema
    from .response_format_text import ResponseFormatText as ResponseFormatText
    from .speech_request import SpeechRequest as SpeechRequest
    from .stream_options import StreamOptions as StreamOptions
    from .text_part import TextPart as TextPart
    from .token_log_prob import TokenLogProb as TokenLogProb
    from .tool_call_delta import ToolCallDelta as ToolCallDelta
    from .top_log_prob import TopLogProb as TopLogProb
    from .transcription_request import TranscriptionRequest as TranscriptionRequest
    from .transcription_response import TranscriptionResponse as TranscriptionResponse
    from .url_citation import UrlCitation as UrlCitation
    from .usage_info import UsageInfo as UsageInfo

_MODULES: dict[str, str] = {
    "AssistantContentPart": "aliases",
    "AudioConfiguration": "audio_configuration",
    "AudioPart": "audio_part",
    "AudioReference": "audio_reference",
    "ChatAnnotation": "chat_annotation",
    "ChatAssistantMessage": "chat_assistant_message",
    "ChatAudio": "chat_audio",
    "ChatChoice": "chat_choice",
    "ChatChunkChoice": "chat_chunk_choice",
    "ChatCompletionChunk": "chat_completion_chunk",
    "ChatCompletionsRequest": "chat_completions_request",
    "ChatCompletionsResponse": "overridden",
    "ChatDelta": "chat_delta",
    "ChatDeveloperMessage": "chat_developer_message",
    "ChatFunctionMessage": "chat_function_message",
    "ChatMessage": "overridden",
    "ChatRequestMessage": "aliases",
    "ChatSystemMessage": "chat_system_message",
    "ChatToolMessage": "chat_tool_message",
    "ChatUserMessage": "chat_user_message",
    "CompletionTokensDetails": "completion_tokens_details",
    "ContentPart": "aliases",
    "Embedding": "embedding",
    "EmbeddingsRequest": "embeddings_request",
    "EmbeddingsResponse": "embeddings_response",
    "EmbeddingsUsage": "embeddings_usage",
    "ErrorInfo": "error_info",
    "ErrorResponse": "error_response",
    "FilePart": "file_part",
    "FinishReason": "aliases",
    "FunctionCall": "function_call",
    "FunctionCallDelta": "function_call_delta",
    "FunctionCallOption": "function_call_option",
    "FunctionDeclaration": "function_declaration",
    "FunctionDefinition": "function_definition",
    "FunctionTool": "function_tool",
    "Image": "image",
    "ImageEditRequest": "image_edit_request",
    "ImageGenerationRequest": "image_generation_request",
    "ImagePart": "image_part",
    "ImageUrl": "image_url",
    "ImagesResponse": "images_response",
    "InputAudio": "input_audio",
    "InputFile": "input_file",
    "JsonSchemaFormat": "json_schema_format",
    "LogProbsInfo": "log_probs_info",
    "ModelInfo": "model_info",
    "ModelList": "model_list",
    "NamedFunction": "named_function",
    "NamedToolChoice": "named_tool_choice",
    "PredictionType": "prediction_type",
    "PromptTokensDetails": "prompt_tokens_details",
    "RefusalPart": "refusal_part",
    "ResponseFormat": "aliases",
    "ResponseFormatJsonObject": "response_format_json_object",
    "ResponseFormatJsonSchema": "response_format_json_schema",
    "ResponseFormatText": "response_format_text",
    "SpeechRequest": "speech_request",
    "StreamOptions": "stream_options",
    "TextPart": "text_part",
    "TokenLogProb": "token_log_prob",
    "ToolCall": "overridden",
    "ToolCallDelta": "tool_call_delta",
    "ToolChoiceMode": "aliases",
    "TopLogProb": "top_log_prob",
    "TranscriptionRequest": "transcription_request",
    "TranscriptionResponse": "transcription_response",
    "UrlCitation": "url_citation",
    "UsageInfo": "usage_info",
}

__all__ = [
    "AssistantContentPart",
    "AudioConfiguration",
    "AudioPart",
    "AudioReference",
    "ChatAnnotation",
    "ChatAssistantMessage",
    "ChatAudio",
    "ChatChoice",
    "ChatChunkChoice",
    "ChatCompletionChunk",
    "ChatCompletionsRequest",
    "ChatCompletionsResponse",
    "ChatDelta",
    "ChatDeveloperMessage",
    "ChatFunctionMessage",
    "ChatMessage",
    "ChatRequestMessage",
    "ChatSystemMessage",
    "ChatToolMessage",
    "ChatUserMessage",
    "CompletionTokensDetails",
    "ContentPart",
    "Embedding",
    "EmbeddingsRequest",
    "EmbeddingsResponse",
    "EmbeddingsUsage",
    "ErrorInfo",
    "ErrorResponse",
    "FilePart",
    "FinishReason",
    "FunctionCall",
    "FunctionCallDelta",
    "FunctionCallOption",
    "FunctionDeclaration",
    "FunctionDefinition",
    "FunctionTool",
    "Image",
    "ImageEditRequest",
    "ImageGenerationRequest",
    "ImagePart",
    "ImageUrl",
    "ImagesResponse",
    "InputAudio",
    "InputFile",
    "JsonSchemaFormat",
    "LogProbsInfo",
    "ModelInfo",
    "ModelList",
    "NamedFunction",
    "NamedToolChoice",
    "PredictionType",
    "PromptTokensDetails",
    "RefusalPart",
    "ResponseFormat",
    "ResponseFormatJsonObject",
    "ResponseFormatJsonSchema",
    "ResponseFormatText",
    "SpeechRequest",
    "StreamOptions",
    "TextPart",
    "TokenLogProb",
    "ToolCall",
    "ToolCallDelta",
    "ToolChoiceMode",
    "TopLogProb",
    "TranscriptionRequest",
    "TranscriptionResponse",
    "UrlCitation",
    "UsageInfo",
]


if not TYPE_CHECKING:  # a type checker sees the imports above, and so finds a misspelt name

    def __getattr__(name: str) -> Any:
        """Import the module of a class when the class is first asked for."""
        module = _MODULES.get(name)
        if module is None:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the classes whether or not they have been imported."""
    return sorted(_MODULES)
