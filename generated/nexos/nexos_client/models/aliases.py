"""Schemas of the Nexos.ai document that are no classes: unions, lists, values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, Union

if TYPE_CHECKING:
    from . import FunctionTool, RagTool, TikaOcrTool, WebSearchQueryMcp, WebSearchTool, WebSearchUrlMcp

ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"]
"""No tool, the model's choice, or at least one tool."""

FinishReason: TypeAlias = Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
"""Why the model stopped generating."""

ChatTool: TypeAlias = Union["FunctionTool", "WebSearchTool", "RagTool", "TikaOcrTool"]
"""A tool that the model may call; `type` tells its kind."""

WebSearchMcp: TypeAlias = Union["WebSearchQueryMcp", "WebSearchUrlMcp"]
"""A search by query or the fetch of an address; `type` tells which."""

TranscriptionFormat: TypeAlias = Literal["json", "text", "srt", "verbose_json", "vtt"]
"""Format of a transcription."""

StoragePurpose: TypeAlias = Literal["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]
"""What a file is uploaded or listed for."""
