"""Classes composed of generated members and hand-written behaviour; the map hands these out."""

from __future__ import annotations

from .._runtime.tool_calls import ToolCalls
from .chat_completions_response import ChatCompletionsResponse as GeneratedChatCompletionsResponse


class ChatCompletionsResponse(ToolCalls, GeneratedChatCompletionsResponse):
    """A finished completion."""

    __slots__ = ()
