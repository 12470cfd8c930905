"""`ChatRequestMessage`, a schema of the RagParams document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

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
    ("tool_call_id", "tool_call_id"),
    ("name", "name"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "role": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ChatRequestMessage", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatRequestMessage:
    """A message of the conversation. Its members are not documented."""

    role: str
    """Author of the message."""

    content: str | list[dict[str, Any]] | None | Unset = UNSET
    """Text of the message, or its parts."""

    tool_calls: list[ToolCall] | Unset = UNSET
    """Tools that the assistant called."""

    tool_call_id: str | Unset = UNSET
    """Id of the call that this answers."""

    name: str | Unset = UNSET
    """Name of the participant."""

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
            put(self, "content", data["content"])
        else:
            put(self, "content", UNSET)
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
        if "tool_call_id" in data:
            unknown -= 1
            put(self, "tool_call_id", data["tool_call_id"])
        else:
            put(self, "tool_call_id", UNSET)
        if "name" in data:
            unknown -= 1
            put(self, "name", data["name"])
        else:
            put(self, "name", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
