"""The `tool_calls` property of responses: reads choices, decoded or raw; knows no generated class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, TypedDict

from .model import to_plain


class FunctionCallDict(TypedDict):
    """The function a tool call names, and its arguments as a JSON text."""

    name: str
    arguments: str


class ToolCallDict(TypedDict):
    """
    A tool call as a plain dict, fit to be sent back in a message of the assistant.

    .. versionadded:: 0.1.0
    """

    id: str
    type: Literal["function"]
    function: FunctionCallDict


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def _items(value: Any) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else ()


def _is_object(value: Any) -> bool:
    return isinstance(value, dict)


def _calls(response: Any) -> Iterator[ToolCallDict]:
    for choice in _items(_member(response, "choices")):
        for call in _items(_member(_member(choice, "message"), "tool_calls")):
            plain: Any = to_plain(call)
            if not _is_object(plain):
                continue
            function: Any = plain.get("function")
            if not _is_object(function):  # a call of another kind: as it is
                yield plain
            else:
                yield {
                    "id": plain.get("id"),
                    "type": plain.get("type", "function"),
                    "function": {"name": function.get("name"), "arguments": function.get("arguments")},
                }


class ToolCalls:
    """
    Give a response its tool calls.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    @property
    def tool_calls(self) -> list[ToolCallDict]:
        """
        The tool calls of all choices, in order; empty when there are none.

        Each is a new dict: `id`, `type` and `function` with `name` and `arguments` (a JSON text). A call of a kind that is
        no function comes with the members it has, whatever the type says.
        """
        return list(_calls(self))
