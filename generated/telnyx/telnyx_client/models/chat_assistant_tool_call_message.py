"""`ChatAssistantToolCallMessage`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import ToolCall

_FIELDS = (
    ("role", "role"),
    ("content", "content"),
    ("tool_calls", "tool_calls"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "role": UNSET,
    "tool_calls": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ChatAssistantToolCallMessage", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatAssistantToolCallMessage:
    """An earlier answer of the assistant that calls tools. Not documented by the vendor."""

    role: Literal["assistant"]
    """Author of the message."""

    content: str | None | Unset = UNSET
    """What the assistant said beside the calls."""

    tool_calls: list[ToolCall]
    """
    Tools that the assistant called.

    At least 1 item.
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
            raw_tool_calls = data["tool_calls"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(
            self,
            "tool_calls",
            [_models.ToolCall.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_tool_calls]
            if type(raw_tool_calls) is list
            else raw_tool_calls,
        )
        unknown = len(data) - 2
        if "content" in data:
            unknown -= 1
            put(self, "content", data["content"])
        else:
            put(self, "content", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
