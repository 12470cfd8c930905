"""The `tool_calls` property of responses: reads choices, decoded or raw; knows no generated class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .model import to_plain


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)


def _items(value: Any) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else ()


def _calls(response: Any) -> Iterator[dict[str, Any]]:
    for choice in _items(_member(response, "choices")):
        for call in _items(_member(_member(choice, "message"), "tool_calls")):
            plain = to_plain(call)
            if not isinstance(plain, dict):
                continue
            function = plain.get("function")
            if not isinstance(function, dict):  # a call of another kind: as it is
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
    def tool_calls(self) -> list[dict[str, Any]]:
        """
        The tool calls of all choices, in order; empty when there are none.

        Each is a new dict: `id`, `type` and `function` with `name` and `arguments` (a JSON text).
        """
        return list(_calls(self))
