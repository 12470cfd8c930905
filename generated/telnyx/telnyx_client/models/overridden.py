"""Classes composed of generated members and hand-written behaviour; the map hands these out."""

from __future__ import annotations

from .._runtime.tool_arguments import ToolArguments
from .._runtime.tool_calls import ToolCalls
from .chat_completions_response import ChatCompletionsResponse as GeneratedChatCompletionsResponse
from .tool_call import ToolCall as GeneratedToolCall


class ToolCall(ToolArguments, GeneratedToolCall):
    """A call of a function by the model."""

    __slots__ = ()


class ChatCompletionsResponse(ToolCalls, GeneratedChatCompletionsResponse):
    """A finished completion."""

    __slots__ = ()
