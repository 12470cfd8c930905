"""`ChatAssistantMessage`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import Choice, ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import AudioReference, FunctionCall, RefusalPart, TextPart, ToolCall

_CHOOSE_0 = Choice(
    _models,
    tag="type",
    by_tag={"text": "TextPart", "refusal": "RefusalPart"},
    by_members=(
        ("TextPart", frozenset({"type", "text"}), frozenset({"type", "text"}), (("type", ("text",)),)),
        ("RefusalPart", frozenset({"type", "refusal"}), frozenset({"type", "refusal"}), (("type", ("refusal",)),)),
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
_MISSING: dict[str, Any] = {
    "role": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ChatAssistantMessage", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatAssistantMessage:
    """An earlier answer of the assistant. It has content unless it calls tools."""

    role: Literal["assistant"]
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
        self = new_instance(cls)
        put = object.__setattr__
        try:
            put(self, "role", data["role"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "content" in data:
            unknown -= 1
            raw_content = data["content"]
            put(
                self,
                "content",
                [_CHOOSE_0(i0) if type(i0) is dict else i0 for i0 in raw_content]
                if type(raw_content) is list
                else raw_content,
            )
        else:
            put(self, "content", UNSET)
        if "name" in data:
            unknown -= 1
            put(self, "name", data["name"])
        else:
            put(self, "name", UNSET)
        if "refusal" in data:
            unknown -= 1
            put(self, "refusal", data["refusal"])
        else:
            put(self, "refusal", UNSET)
        if "audio" in data:
            unknown -= 1
            raw_audio = data["audio"]
            put(self, "audio", _models.AudioReference.from_dict(raw_audio) if type(raw_audio) is dict else raw_audio)
        else:
            put(self, "audio", UNSET)
        if "tool_calls" in data:
            unknown -= 1
            raw_tool_calls = data["tool_calls"]
            put(
                self,
                "tool_calls",
                [_models.ToolCall.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_tool_calls]
                if type(raw_tool_calls) is list
                else raw_tool_calls,
            )
        else:
            put(self, "tool_calls", UNSET)
        if "function_call" in data:
            unknown -= 1
            raw_function_call = data["function_call"]
            put(
                self,
                "function_call",
                _models.FunctionCall.from_dict(raw_function_call)
                if type(raw_function_call) is dict
                else raw_function_call,
            )
        else:
            put(self, "function_call", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
