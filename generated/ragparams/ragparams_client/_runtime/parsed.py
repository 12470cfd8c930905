"""The `parsed` property of messages: content to the class that was asked for; knows no generated class, loads little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .codec import JsonError, decode_json
from .errors import StructuredOutputError

_PENDING: Final = object()


class TypedExtras(dict[str, Any]):
    """
    Be the unknown members of a message, and remember the class its content was asked for.

    Args:
        members: the unknown members.
        into: the class.
    """

    def __init__(self, members: Mapping[str, Any], into: type) -> None:
        super().__init__(members)
        self.into = into
        self.value: Any = _PENDING


class Parsed:
    """
    Give a message its content as the class that was asked for.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    @property
    def parsed(self) -> Any:
        """
        The content as a value of the class given as `response_format`; None without one, and for a refusal.

        Raises:
            StructuredOutputError: the content is not JSON, or does not fit the class.
        """
        extras = getattr(self, "additional_properties", None)
        content = getattr(self, "content", None)
        if not isinstance(extras, TypedExtras) or not isinstance(content, str) or getattr(self, "refusal", None):
            return None
        if extras.value is _PENDING:
            extras.value = _parse(content, extras.into)
        return extras.value


def _parse(content: str, into: type) -> Any:
    from .conversion import ConversionError, convert  # loaded only where a class was given

    try:
        return convert(decode_json(content.encode()), into)
    except (JsonError, ConversionError) as error:
        message = f"the content is no {into.__name__}: {error}"
        raise StructuredOutputError(message, text=content) from error
