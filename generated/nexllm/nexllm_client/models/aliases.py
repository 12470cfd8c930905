"""Schemas of the NexLLM document that are no classes: unions, lists, values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

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

ResponseFormat: TypeAlias = "ResponseFormatText | ResponseFormatJsonObject | ResponseFormatJsonSchema"
"""Format of the answer."""

ChatRequestMessage: TypeAlias = "ChatDeveloperMessage | ChatSystemMessage | ChatUserMessage | ChatAssistantMessage | ChatToolMessage | ChatFunctionMessage"
"""A message of the conversation; `role` tells its kind."""

ContentPart: TypeAlias = "TextPart | ImagePart | AudioPart | FilePart"
"""A part of a user's message; `type` tells its kind."""

AssistantContentPart: TypeAlias = "TextPart | RefusalPart"
"""A part of an assistant's message; `type` tells its kind."""

ToolChoiceMode: TypeAlias = "Literal['none', 'auto', 'required'] | str"
"""No tool, the model's choice, or at least one tool."""

FinishReason: TypeAlias = "Literal['stop', 'length', 'tool_calls', 'content_filter', 'function_call'] | str"
"""Why the model stopped generating."""
