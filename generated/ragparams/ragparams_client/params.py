"""The types of what the RagParams API takes; for type checkers, and for annotations of your own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from . import models
from ._runtime.tool_calls import ToolCallDict


class ChatCompletionsCreateParams(TypedDict):
    """Arguments of `chat.completions.create`."""

    messages: Sequence[ChatRequestMessageParam | models.ChatRequestMessage | models.ChatMessage]
    model: NotRequired[str]
    frequency_penalty: NotRequired[float]
    logit_bias: NotRequired[Mapping[str, Any]]
    max_completion_tokens: NotRequired[int]
    max_tokens: NotRequired[int]
    n: NotRequired[int]
    presence_penalty: NotRequired[float]
    stop: NotRequired[Sequence[str]]
    temperature: NotRequired[float]
    tool_choice: NotRequired[ToolChoiceModeParam | NamedToolChoiceParam | models.NamedToolChoice]
    tools: NotRequired[Sequence[FunctionToolParam | models.FunctionTool]]
    top_p: NotRequired[float]
    user: NotRequired[str]
    chat_id: NotRequired[str]
    rag_params: NotRequired[RagParamsConfigurationParam | None]


class ChatCompletionsRequestParam(TypedDict):
    """A conversation to be answered, and the settings of the answer."""

    messages: Sequence[ChatRequestMessageParam | models.ChatRequestMessage | models.ChatMessage]
    model: NotRequired[str]
    frequency_penalty: NotRequired[float]
    logit_bias: NotRequired[Mapping[str, Any]]
    max_completion_tokens: NotRequired[int]
    max_tokens: NotRequired[int]
    n: NotRequired[int]
    presence_penalty: NotRequired[float]
    stop: NotRequired[Sequence[str]]
    stream: NotRequired[bool]
    temperature: NotRequired[float]
    tool_choice: NotRequired[ToolChoiceModeParam | NamedToolChoiceParam | models.NamedToolChoice]
    tools: NotRequired[Sequence[FunctionToolParam | models.FunctionTool]]
    top_p: NotRequired[float]
    user: NotRequired[str]
    chat_id: NotRequired[str]
    rag_params: NotRequired[RagParamsConfigurationParam | None]


class ChatRequestMessageParam(TypedDict):
    """A message of the conversation."""

    role: str
    content: NotRequired[str | Sequence[Mapping[str, Any]] | None]
    tool_calls: NotRequired[Sequence[ToolCallParam | models.ToolCall | ToolCallDict]]
    tool_call_id: NotRequired[str]
    name: NotRequired[str]


class FunctionCallParam(TypedDict):
    """A function's name and the arguments of a call."""

    name: str
    arguments: str


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


class NamedFunctionParam(TypedDict):
    """Names a function."""

    name: str


class NamedToolChoiceParam(TypedDict):
    """Forces the call of one function."""

    type: Literal["function"]
    function: NamedFunctionParam | models.NamedFunction


RagParamsConfigurationParam: TypeAlias = Mapping[str, Any]
"""Settings of retrieval-augmented generation."""


class ToolCallParam(TypedDict):
    """A call of a function by the model."""

    id: str
    type: Literal["function"]
    function: FunctionCallParam | models.FunctionCall


ToolChoiceModeParam: TypeAlias = Literal["none", "auto", "required"]
"""No tool, the model's choice, or at least one tool."""
