"""Schemas of the NexLLM document that are no classes: unions, lists, values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, Union

if TYPE_CHECKING:
    from . import (
        AudioPart,
        ChatAssistantMessage,
        ChatDeveloperMessage,
        ChatFunctionMessage,
        ChatSystemMessage,
        ChatToolMessage,
        ChatUserMessage,
        FilePart,
        ImagePart,
        RefusalPart,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatText,
        TextPart,
    )

ResponseFormat: TypeAlias = Union["ResponseFormatText", "ResponseFormatJsonObject", "ResponseFormatJsonSchema"]
"""Format of the answer."""

ChatRequestMessage: TypeAlias = Union[
    "ChatDeveloperMessage",
    "ChatSystemMessage",
    "ChatUserMessage",
    "ChatAssistantMessage",
    "ChatToolMessage",
    "ChatFunctionMessage",
]
"""A message of the conversation; `role` tells its kind."""

ContentPart: TypeAlias = Union["TextPart", "ImagePart", "AudioPart", "FilePart"]
"""A part of a user's message; `type` tells its kind."""

AssistantContentPart: TypeAlias = Union["TextPart", "RefusalPart"]
"""A part of an assistant's message; `type` tells its kind."""

ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"]
"""No tool, the model's choice, or at least one tool."""

FinishReason: TypeAlias = Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
"""Why the model stopped generating."""
