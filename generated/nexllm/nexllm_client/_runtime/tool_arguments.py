"""The `parsed_arguments` method of tool calls: JSON text to a dict; knows no generated class and no tool."""

from __future__ import annotations

from typing import Any

from .codec import JsonError, decode_json
from .errors import ToolArgumentsError


def parse_arguments(name: Any, text: Any) -> dict[str, Any]:
    """
    Read the arguments of a call; a model that has none to give may send an empty text.

    Raises:
        ToolArgumentsError: they are no JSON object; the text is kept.
    """
    text = text if isinstance(text, str) else ""
    if not text.strip():
        return {}
    try:
        arguments = decode_json(text.encode("utf-8", "replace"))
    except JsonError as error:
        raise ToolArgumentsError(f"the arguments of {name} are not JSON: {error}", text=text) from error
    if not isinstance(arguments, dict):
        kind = type(arguments).__name__
        raise ToolArgumentsError(f"the arguments of {name} are no JSON object but a {kind}", text=text)
    return arguments


class ToolArguments:
    """
    Give a tool call its arguments as plain values.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    def parsed_arguments(self) -> dict[str, Any]:
        """
        Return the arguments the model wrote, as a new dict.

        Raises:
            ToolArgumentsError: they are no JSON object; `text` has them as they came.
        """
        function = getattr(self, "function", None)
        return parse_arguments(getattr(function, "name", "the call"), getattr(function, "arguments", None))
