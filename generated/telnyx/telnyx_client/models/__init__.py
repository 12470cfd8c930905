"""Every schema of the Telnyx document, imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aliases import ChatRequestMessage as ChatRequestMessage
    from .aliases import ChatTool as ChatTool
    from .aliases import FinishReason as FinishReason
    from .aliases import SimilaritySearchResponse as SimilaritySearchResponse
    from .aliases import ToolChoiceMode as ToolChoiceMode
    from .bucket_embeddings_request import BucketEmbeddingsRequest as BucketEmbeddingsRequest
    from .chat_assistant_message import ChatAssistantMessage as ChatAssistantMessage
    from .chat_assistant_tool_call_message import ChatAssistantToolCallMessage as ChatAssistantToolCallMessage
    from .chat_choice import ChatChoice as ChatChoice
    from .chat_chunk_choice import ChatChunkChoice as ChatChunkChoice
    from .chat_completion_chunk import ChatCompletionChunk as ChatCompletionChunk
    from .chat_completions_request import ChatCompletionsRequest as ChatCompletionsRequest
    from .chat_delta import ChatDelta as ChatDelta
    from .chat_message import ChatMessage as ChatMessage
    from .chat_system_message import ChatSystemMessage as ChatSystemMessage
    from .chat_tool_message import ChatToolMessage as ChatToolMessage
    from .chat_user_message import ChatUserMessage as ChatUserMessage
    from .embedding_task import EmbeddingTask as EmbeddingTask
    from .embedding_task_response import EmbeddingTaskResponse as EmbeddingTaskResponse
    from .function_call import FunctionCall as FunctionCall
    from .function_call_delta import FunctionCallDelta as FunctionCallDelta
    from .function_definition import FunctionDefinition as FunctionDefinition
    from .function_tool import FunctionTool as FunctionTool
    from .http_validation_error import HTTPValidationError as HTTPValidationError
    from .log_probs_info import LogProbsInfo as LogProbsInfo
    from .model_info import ModelInfo as ModelInfo
    from .model_list import ModelList as ModelList
    from .overridden import ChatCompletionsResponse as ChatCompletionsResponse
    from .overridden import ToolCall as ToolCall
    from .platform_error import PlatformError as PlatformError
    from .platform_error_response import PlatformErrorResponse as PlatformErrorResponse
    from .platform_error_source import PlatformErrorSource as PlatformErrorSource
    from .response_format import ResponseFormat as ResponseFormat
    from .retrieval_options import RetrievalOptions as RetrievalOptions
    from .retrieval_tool import RetrievalTool as RetrievalTool
    from .similarity_search_request import SimilaritySearchRequest as SimilaritySearchRequest
    from .summary import Summary as Summary
    from .summary_request import SummaryRequest as SummaryRequest
    from .summary_response import SummaryResponse as SummaryResponse
    from .token_log_prob import TokenLogProb as TokenLogProb
    from .tool_call_delta import ToolCallDelta as ToolCallDelta
    from .top_log_prob import TopLogProb as TopLogProb
    from .transcription_request import TranscriptionRequest as TranscriptionRequest
    from .transcription_response import TranscriptionResponse as TranscriptionResponse
    from .transcription_segment import TranscriptionSegment as TranscriptionSegment
    from .usage_info import UsageInfo as UsageInfo
    from .validation_error import ValidationError as ValidationError

_MODULES: dict[str, str] = {
    "BucketEmbeddingsRequest": "bucket_embeddings_request",
    "ChatAssistantMessage": "chat_assistant_message",
    "ChatAssistantToolCallMessage": "chat_assistant_tool_call_message",
    "ChatChoice": "chat_choice",
    "ChatChunkChoice": "chat_chunk_choice",
    "ChatCompletionChunk": "chat_completion_chunk",
    "ChatCompletionsRequest": "chat_completions_request",
    "ChatCompletionsResponse": "overridden",
    "ChatDelta": "chat_delta",
    "ChatMessage": "chat_message",
    "ChatRequestMessage": "aliases",
    "ChatSystemMessage": "chat_system_message",
    "ChatTool": "aliases",
    "ChatToolMessage": "chat_tool_message",
    "ChatUserMessage": "chat_user_message",
    "EmbeddingTask": "embedding_task",
    "EmbeddingTaskResponse": "embedding_task_response",
    "FinishReason": "aliases",
    "FunctionCall": "function_call",
    "FunctionCallDelta": "function_call_delta",
    "FunctionDefinition": "function_definition",
    "FunctionTool": "function_tool",
    "HTTPValidationError": "http_validation_error",
    "LogProbsInfo": "log_probs_info",
    "ModelInfo": "model_info",
    "ModelList": "model_list",
    "PlatformError": "platform_error",
    "PlatformErrorResponse": "platform_error_response",
    "PlatformErrorSource": "platform_error_source",
    "ResponseFormat": "response_format",
    "RetrievalOptions": "retrieval_options",
    "RetrievalTool": "retrieval_tool",
    "SimilaritySearchRequest": "similarity_search_request",
    "SimilaritySearchResponse": "aliases",
    "Summary": "summary",
    "SummaryRequest": "summary_request",
    "SummaryResponse": "summary_response",
    "TokenLogProb": "token_log_prob",
    "ToolCall": "overridden",
    "ToolCallDelta": "tool_call_delta",
    "ToolChoiceMode": "aliases",
    "TopLogProb": "top_log_prob",
    "TranscriptionRequest": "transcription_request",
    "TranscriptionResponse": "transcription_response",
    "TranscriptionSegment": "transcription_segment",
    "UsageInfo": "usage_info",
    "ValidationError": "validation_error",
}

__all__ = [
    "BucketEmbeddingsRequest",
    "ChatAssistantMessage",
    "ChatAssistantToolCallMessage",
    "ChatChoice",
    "ChatChunkChoice",
    "ChatCompletionChunk",
    "ChatCompletionsRequest",
    "ChatCompletionsResponse",
    "ChatDelta",
    "ChatMessage",
    "ChatRequestMessage",
    "ChatSystemMessage",
    "ChatTool",
    "ChatToolMessage",
    "ChatUserMessage",
    "EmbeddingTask",
    "EmbeddingTaskResponse",
    "FinishReason",
    "FunctionCall",
    "FunctionCallDelta",
    "FunctionDefinition",
    "FunctionTool",
    "HTTPValidationError",
    "LogProbsInfo",
    "ModelInfo",
    "ModelList",
    "PlatformError",
    "PlatformErrorResponse",
    "PlatformErrorSource",
    "ResponseFormat",
    "RetrievalOptions",
    "RetrievalTool",
    "SimilaritySearchRequest",
    "SimilaritySearchResponse",
    "Summary",
    "SummaryRequest",
    "SummaryResponse",
    "TokenLogProb",
    "ToolCall",
    "ToolCallDelta",
    "ToolChoiceMode",
    "TopLogProb",
    "TranscriptionRequest",
    "TranscriptionResponse",
    "TranscriptionSegment",
    "UsageInfo",
    "ValidationError",
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
