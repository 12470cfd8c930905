"""Schemas of the Telnyx document that are no classes: unions, lists, values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, Union

if TYPE_CHECKING:
    from . import (
        ChatAssistantMessage,
        ChatAssistantToolCallMessage,
        ChatSystemMessage,
        ChatToolMessage,
        ChatUserMessage,
        FunctionTool,
        RetrievalTool,
    )

ChatRequestMessage: TypeAlias = Union[
    "ChatSystemMessage", "ChatUserMessage", "ChatAssistantMessage", "ChatAssistantToolCallMessage", "ChatToolMessage"
]
"""A message of the conversation; `role` tells its kind."""

ToolChoiceMode: TypeAlias = Literal["none", "auto"]
"""No tool, or the model's choice."""

FinishReason: TypeAlias = Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
"""Why the model stopped generating."""

ChatTool: TypeAlias = Union["RetrievalTool", "FunctionTool"]
"""A tool that the model may call; `type` tells its kind."""

SimilaritySearchResponse: TypeAlias = dict[str, Any]
"""What was found. Its members are not described here."""
