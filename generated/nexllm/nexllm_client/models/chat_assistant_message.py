"""`ChatAssistantMessage`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import Choice, ModelCheck, encode_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import AudioReference, FunctionCall, RefusalPart, TextPart, ToolCall

_CHOOSE_0 = Choice(
    _models,
    tag="type",
    by_tag={"text": "TextPart", "refusal": "RefusalPart"},
    by_members=(
        (
            "TextPart",
            frozenset(
                (
                    "type",
                    "text",
                )
            ),
            frozenset(
                (
                    "type",
                    "text",
                )
            ),
        ),
        (
            "RefusalPart",
            frozenset(
                (
                    "type",
                    "refusal",
                )
            ),
            frozenset(
                (
                    "type",
                    "refusal",
                )
            ),
        ),
    ),
)
_FIELDS = (
    ("role", "role"),
    ("content", "content"),
    ("name", "name"),
    ("refusal", "refusal"),
    ("audio", "audio"),
    ("tool_calls", "tool_calls"),
    ("function_call", "function_call"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "ChatAssistantMessage", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatAssistantMessage:
    """An earlier answer of the assistant. It has content unless it calls tools."""

    role: Literal["assistant"] | str
    """Author of the message."""

    content: str | list[TextPart | RefusalPart] | None | Unset = UNSET
    """What the assistant said."""

    name: str | Unset = UNSET
    """
    Name of the participant.

    Inferred, not documented by the vendor.
    """

    refusal: str | None | Unset = UNSET
    """
    Why the assistant refused.

    Inferred, not documented by the vendor.
    """

    audio: AudioReference | None | Unset = UNSET
    """
    An earlier audio answer.

    Inferred, not documented by the vendor.
    """

    tool_calls: list[ToolCall] | Unset = UNSET
    """
    Tools that the assistant called.

    Inferred, not documented by the vendor.
    """

    function_call: FunctionCall | None | Unset = UNSET
    """
    Function that the assistant called. Use `tool_calls` instead.

    Deprecated. Inferred, not documented by the vendor.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    def __attrs_post_init__(self) -> None:
        """Refuse members the document forbids."""
        _CHECK.on_init(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        put(self, "role", get("role", UNSET))
        raw = get("content", UNSET)
        put(self, "content", [_CHOOSE_0(i0) if type(i0) is dict else i0 for i0 in raw] if type(raw) is list else raw)
        put(self, "name", get("name", UNSET))
        put(self, "refusal", get("refusal", UNSET))
        raw = get("audio", UNSET)
        put(self, "audio", _models.AudioReference.from_dict(raw) if type(raw) is dict else raw)
        raw = get("tool_calls", UNSET)
        put(
            self,
            "tool_calls",
            [_models.ToolCall.from_dict(i0) if type(i0) is dict else i0 for i0 in raw] if type(raw) is list else raw,
        )
        raw = get("function_call", UNSET)
        put(self, "function_call", _models.FunctionCall.from_dict(raw) if type(raw) is dict else raw)
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
