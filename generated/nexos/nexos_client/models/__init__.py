"""Every schema of the Nexos.ai document, imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aliases import ChatTool as ChatTool
    from .aliases import FinishReason as FinishReason
    from .aliases import StoragePurpose as StoragePurpose
    from .aliases import ToolChoiceMode as ToolChoiceMode
    from .aliases import TranscriptionFormat as TranscriptionFormat
    from .aliases import WebSearchMcp as WebSearchMcp
    from .audio_configuration import AudioConfiguration as AudioConfiguration
    from .chat_annotation import ChatAnnotation as ChatAnnotation
    from .chat_audio import ChatAudio as ChatAudio
    from .chat_choice import ChatChoice as ChatChoice
    from .chat_chunk_choice import ChatChunkChoice as ChatChunkChoice
    from .chat_completion_chunk import ChatCompletionChunk as ChatCompletionChunk
    from .chat_completions_request import ChatCompletionsRequest as ChatCompletionsRequest
    from .chat_delta import ChatDelta as ChatDelta
    from .chat_thinking_mode_configuration import ChatThinkingModeConfiguration as ChatThinkingModeConfiguration
    from .completion_tokens_details import CompletionTokensDetails as CompletionTokensDetails
    from .embedding import Embedding as Embedding
    from .embeddings_request import EmbeddingsRequest as EmbeddingsRequest
    from .embeddings_response import EmbeddingsResponse as EmbeddingsResponse
    from .embeddings_usage import EmbeddingsUsage as EmbeddingsUsage
    from .error_info import ErrorInfo as ErrorInfo
    from .error_response import ErrorResponse as ErrorResponse
    from .function_call import FunctionCall as FunctionCall
    from .function_call_delta import FunctionCallDelta as FunctionCallDelta
    from .function_definition import FunctionDefinition as FunctionDefinition
    from .function_tool import FunctionTool as FunctionTool
    from .image import Image as Image
    from .image_edit_request import ImageEditRequest as ImageEditRequest
    from .image_generation_request import ImageGenerationRequest as ImageGenerationRequest
    from .image_variation_request import ImageVariationRequest as ImageVariationRequest
    from .images_response import ImagesResponse as ImagesResponse
    from .log_probs_info import LogProbsInfo as LogProbsInfo
    from .management_error import ManagementError as ManagementError
    from .model_info import ModelInfo as ModelInfo
    from .model_list import ModelList as ModelList
    from .named_function import NamedFunction as NamedFunction
    from .named_tool_choice import NamedToolChoice as NamedToolChoice
    from .overridden import ChatCompletionsResponse as ChatCompletionsResponse
    from .overridden import ChatMessage as ChatMessage
    from .overridden import ToolCall as ToolCall
    from .prediction_type import PredictionType as PredictionType
    from .prompt_tokens_details import PromptTokensDetails as PromptTokensDetails
    from .rag_mcp import RagMcp as RagMcp
    from .rag_options import RagOptions as RagOptions
    from .rag_tool import RagTool as RagTool
    from .response_format import ResponseFormat as ResponseFormat
    from .speech_request import SpeechRequest as SpeechRequest
    from .storage_file import StorageFile as StorageFile
    from .storage_file_deleted import StorageFileDeleted as StorageFileDeleted
    from .storage_file_list import StorageFileList as StorageFileList
    from .storage_upload_request import StorageUploadRequest as StorageUploadRequest
    from .stream_options import StreamOptions as StreamOptions
    from .team_api_key import TeamApiKey as TeamApiKey
    from .team_api_key_create_request import TeamApiKeyCreateRequest as TeamApiKeyCreateRequest
    from .team_api_key_update_request import TeamApiKeyUpdateRequest as TeamApiKeyUpdateRequest
    from .tika_ocr_options import TikaOcrOptions as TikaOcrOptions
    from .tika_ocr_tool import TikaOcrTool as TikaOcrTool
    from .token_log_prob import TokenLogProb as TokenLogProb
    from .tool_call_delta import ToolCallDelta as ToolCallDelta
    from .top_log_prob import TopLogProb as TopLogProb
    from .transcription_request import TranscriptionRequest as TranscriptionRequest
    from .transcription_response import TranscriptionResponse as TranscriptionResponse
    from .transcription_segment import TranscriptionSegment as TranscriptionSegment
    from .transcription_word import TranscriptionWord as TranscriptionWord
    from .translation_request import TranslationRequest as TranslationRequest
    from .translation_response import TranslationResponse as TranslationResponse
    from .url_citation import UrlCitation as UrlCitation
    from .usage_info import UsageInfo as UsageInfo
    from .web_search_options import WebSearchOptions as WebSearchOptions
    from .web_search_query_mcp import WebSearchQueryMcp as WebSearchQueryMcp
    from .web_search_query_options import WebSearchQueryOptions as WebSearchQueryOptions
    from .web_search_tool import WebSearchTool as WebSearchTool
    from .web_search_url_mcp import WebSearchUrlMcp as WebSearchUrlMcp
    from .web_search_url_options import WebSearchUrlOptions as WebSearchUrlOptions
    from .web_search_user_location import WebSearchUserLocation as WebSearchUserLocation

_MODULES: dict[str, str] = {
    "AudioConfiguration": "audio_configuration",
    "ChatAnnotation": "chat_annotation",
    "ChatAudio": "chat_audio",
    "ChatChoice": "chat_choice",
    "ChatChunkChoice": "chat_chunk_choice",
    "ChatCompletionChunk": "chat_completion_chunk",
    "ChatCompletionsRequest": "chat_completions_request",
    "ChatCompletionsResponse": "overridden",
    "ChatDelta": "chat_delta",
    "ChatMessage": "overridden",
    "ChatThinkingModeConfiguration": "chat_thinking_mode_configuration",
    "ChatTool": "aliases",
    "CompletionTokensDetails": "completion_tokens_details",
    "Embedding": "embedding",
    "EmbeddingsRequest": "embeddings_request",
    "EmbeddingsResponse": "embeddings_response",
    "EmbeddingsUsage": "embeddings_usage",
    "ErrorInfo": "error_info",
    "ErrorResponse": "error_response",
    "FinishReason": "aliases",
    "FunctionCall": "function_call",
    "FunctionCallDelta": "function_call_delta",
    "FunctionDefinition": "function_definition",
    "FunctionTool": "function_tool",
    "Image": "image",
    "ImageEditRequest": "image_edit_request",
    "ImageGenerationRequest": "image_generation_request",
    "ImageVariationRequest": "image_variation_request",
    "ImagesResponse": "images_response",
    "LogProbsInfo": "log_probs_info",
    "ManagementError": "management_error",
    "ModelInfo": "model_info",
    "ModelList": "model_list",
    "NamedFunction": "named_function",
    "NamedToolChoice": "named_tool_choice",
    "PredictionType": "prediction_type",
    "PromptTokensDetails": "prompt_tokens_details",
    "RagMcp": "rag_mcp",
    "RagOptions": "rag_options",
    "RagTool": "rag_tool",
    "ResponseFormat": "response_format",
    "SpeechRequest": "speech_request",
    "StorageFile": "storage_file",
    "StorageFileDeleted": "storage_file_deleted",
    "StorageFileList": "storage_file_list",
    "StoragePurpose": "aliases",
    "StorageUploadRequest": "storage_upload_request",
    "StreamOptions": "stream_options",
    "TeamApiKey": "team_api_key",
    "TeamApiKeyCreateRequest": "team_api_key_create_request",
    "TeamApiKeyUpdateRequest": "team_api_key_update_request",
    "TikaOcrOptions": "tika_ocr_options",
    "TikaOcrTool": "tika_ocr_tool",
    "TokenLogProb": "token_log_prob",
    "ToolCall": "overridden",
    "ToolCallDelta": "tool_call_delta",
    "ToolChoiceMode": "aliases",
    "TopLogProb": "top_log_prob",
    "TranscriptionFormat": "aliases",
    "TranscriptionRequest": "transcription_request",
    "TranscriptionResponse": "transcription_response",
    "TranscriptionSegment": "transcription_segment",
    "TranscriptionWord": "transcription_word",
    "TranslationRequest": "translation_request",
    "TranslationResponse": "translation_response",
    "UrlCitation": "url_citation",
    "UsageInfo": "usage_info",
    "WebSearchMcp": "aliases",
    "WebSearchOptions": "web_search_options",
    "WebSearchQueryMcp": "web_search_query_mcp",
    "WebSearchQueryOptions": "web_search_query_options",
    "WebSearchTool": "web_search_tool",
    "WebSearchUrlMcp": "web_search_url_mcp",
    "WebSearchUrlOptions": "web_search_url_options",
    "WebSearchUserLocation": "web_search_user_location",
}

__all__ = [
    "AudioConfiguration",
    "ChatAnnotation",
    "ChatAudio",
    "ChatChoice",
    "ChatChunkChoice",
    "ChatCompletionChunk",
    "ChatCompletionsRequest",
    "ChatCompletionsResponse",
    "ChatDelta",
    "ChatMessage",
    "ChatThinkingModeConfiguration",
    "ChatTool",
    "CompletionTokensDetails",
    "Embedding",
    "EmbeddingsRequest",
    "EmbeddingsResponse",
    "EmbeddingsUsage",
    "ErrorInfo",
    "ErrorResponse",
    "FinishReason",
    "FunctionCall",
    "FunctionCallDelta",
    "FunctionDefinition",
    "FunctionTool",
    "Image",
    "ImageEditRequest",
    "ImageGenerationRequest",
    "ImageVariationRequest",
    "ImagesResponse",
    "LogProbsInfo",
    "ManagementError",
    "ModelInfo",
    "ModelList",
    "NamedFunction",
    "NamedToolChoice",
    "PredictionType",
    "PromptTokensDetails",
    "RagMcp",
    "RagOptions",
    "RagTool",
    "ResponseFormat",
    "SpeechRequest",
    "StorageFile",
    "StorageFileDeleted",
    "StorageFileList",
    "StoragePurpose",
    "StorageUploadRequest",
    "StreamOptions",
    "TeamApiKey",
    "TeamApiKeyCreateRequest",
    "TeamApiKeyUpdateRequest",
    "TikaOcrOptions",
    "TikaOcrTool",
    "TokenLogProb",
    "ToolCall",
    "ToolCallDelta",
    "ToolChoiceMode",
    "TopLogProb",
    "TranscriptionFormat",
    "TranscriptionRequest",
    "TranscriptionResponse",
    "TranscriptionSegment",
    "TranscriptionWord",
    "TranslationRequest",
    "TranslationResponse",
    "UrlCitation",
    "UsageInfo",
    "WebSearchMcp",
    "WebSearchOptions",
    "WebSearchQueryMcp",
    "WebSearchQueryOptions",
    "WebSearchTool",
    "WebSearchUrlMcp",
    "WebSearchUrlOptions",
    "WebSearchUserLocation",
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
