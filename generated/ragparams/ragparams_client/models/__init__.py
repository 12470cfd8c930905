"""Every schema of the RagParams document, imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .aliases import FinishReason as FinishReason
    from .aliases import RagParamsConfiguration as RagParamsConfiguration
    from .aliases import ToolChoiceMode as ToolChoiceMode
    from .chat_choice import ChatChoice as ChatChoice
    from .chat_chunk_choice import ChatChunkChoice as ChatChunkChoice
    from .chat_completion_chunk import ChatCompletionChunk as ChatCompletionChunk
    from .chat_completions_request import ChatCompletionsRequest as ChatCompletionsRequest
    from .chat_delta import ChatDelta as ChatDelta
    from .chat_message import ChatMessage as ChatMessage
    from .chat_request_message import ChatRequestMessage as ChatRequestMessage
    from .function_call import FunctionCall as FunctionCall
    from .function_call_delta import FunctionCallDelta as FunctionCallDelta
    from .function_definition import FunctionDefinition as FunctionDefinition
    from .function_tool import FunctionTool as FunctionTool
    from .http_validation_error import HTTPValidationError as HTTPValidationError
    from .log_probs_info import LogProbsInfo as LogProbsInfo
    from .named_function import NamedFunction as NamedFunction
    from .named_tool_choice import NamedToolChoice as NamedToolChoice
    from .overridden import ChatCompletionsResponse as ChatCompletionsResponse
    from .overridden import ToolCall as ToolCall
    from .token_log_prob import TokenLogProb as TokenLogProb
    from .tool_call_delta import ToolCallDelta as ToolCallDelta
    from .top_log_prob import TopLogProb as TopLogProb
    from .usage_info import UsageInfo as UsageInfo
    from .validation_error import ValidationError as ValidationError

_MODULES: dict[str, str] = {
    "ChatChoice": "chat_choice",
    "ChatChunkChoice": "chat_chunk_choice",
    "ChatCompletionChunk": "chat_completion_chunk",
    "ChatCompletionsRequest": "chat_completions_request",
    "ChatCompletionsResponse": "overridden",
    "ChatDelta": "chat_delta",
    "ChatMessage": "chat_message",
    "ChatRequestMessage": "chat_request_message",
    "FinishReason": "aliases",
    "FunctionCall": "function_call",
    "FunctionCallDelta": "function_call_delta",
    "FunctionDefinition": "function_definition",
    "FunctionTool": "function_tool",
    "HTTPValidationError": "http_validation_error",
    "LogProbsInfo": "log_probs_info",
    "NamedFunction": "named_function",
    "NamedToolChoice": "named_tool_choice",
    "RagParamsConfiguration": "aliases",
    "TokenLogProb": "token_log_prob",
    "ToolCall": "overridden",
    "ToolCallDelta": "tool_call_delta",
    "ToolChoiceMode": "aliases",
    "TopLogProb": "top_log_prob",
    "UsageInfo": "usage_info",
    "ValidationError": "validation_error",
}

__all__ = [
    "ChatChoice",
    "ChatChunkChoice",
    "ChatCompletionChunk",
    "ChatCompletionsRequest",
    "ChatCompletionsResponse",
    "ChatDelta",
    "ChatMessage",
    "ChatRequestMessage",
    "FinishReason",
    "FunctionCall",
    "FunctionCallDelta",
    "FunctionDefinition",
    "FunctionTool",
    "HTTPValidationError",
    "LogProbsInfo",
    "NamedFunction",
    "NamedToolChoice",
    "RagParamsConfiguration",
    "TokenLogProb",
    "ToolCall",
    "ToolCallDelta",
    "ToolChoiceMode",
    "TopLogProb",
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
