"""Schemas of the RagParams document that are no classes: unions, lists, values."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"]
"""No tool, the model's choice, or at least one tool."""

FinishReason: TypeAlias = Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
"""Why the model stopped generating."""

RagParamsConfiguration: TypeAlias = dict[str, Any]
"""Settings of retrieval-augmented generation. Its members are not documented."""
