"""The `parsed` property of messages: content to the class that was asked for; knows no generated class, loads little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from .codec import JsonError, decode_json
from .errors import StructuredOutputError

T = TypeVar("T")


class TypedExtras(dict[str, Any]):
    """
    Be the unknown members of a message, and remember the class its content was asked for.

    Args:
        members: the unknown members.
        into: the class.
    """

    def __init__(self, members: Mapping[str, Any], into: Any) -> None:
        super().__init__(members)
        self.into = into
        self.read: tuple[str, Any] | None = None

    def value_of(self, content: str) -> Any:
        """Return what the content stands for, read once."""
        if self.read is None or self.read[0] != content:
            self.read = (content, _parse(content, self.into))
        return self.read[1]


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
        return extras.value_of(content)


class Message(Protocol):
    """Be a message of an answer."""

    @property
    def content(self) -> Any:
        """What the model wrote."""


def parsed_as(message: Message, into: type[T]) -> T:
    """
    Return the content of a message as a value of a class, typed; however it was asked for.

    Args:
        message: for instance `reply.choices[0].message`.
        into: what `response_format` takes.

    Raises:
        StructuredOutputError: the model refused, or its content is not JSON or does not fit the class.
        TypeError: the class cannot be described as JSON.

    .. versionadded:: 0.1.0
    """
    content, refusal = message.content, getattr(message, "refusal", None)
    if not isinstance(content, str) or refusal:
        said = f"the model refused: {refusal}" if refusal else "the message has no text"
        raise StructuredOutputError(said, text=refusal if isinstance(refusal, str) else "")
    extras = getattr(message, "additional_properties", None)
    if isinstance(extras, TypedExtras) and extras.into == into:
        value: T = extras.value_of(content)
    else:
        value = _parse(content, into)
    return value


def _parse(content: str, into: Any) -> Any:
    from .class_members import type_name  # loaded only where a class was given
    from .conversion import ConversionError, convert

    try:
        return convert(decode_json(content.encode()), into)
    except (JsonError, ConversionError, RecursionError) as error:
        message = f"the content is no {type_name(into)}: {error}"
        raise StructuredOutputError(message, text=content) from error
