"""`ChatMessage`, a schema of the RagParams document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import ToolCall

_FIELDS = (
    ("role", "role"),
    ("content", "content"),
    ("refusal", "refusal"),
    ("tool_calls", "tool_calls"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "role": UNSET,
    "content": UNSET,
}


@define(kw_only=True)
class ChatMessage:
    """A message of the assistant."""

    role: Literal["assistant"] | str
    """Author of the message."""

    content: str | None
    """Text of the message."""

    refusal: str | None | Unset = UNSET
    """Why the assistant refused."""

    tool_calls: list[ToolCall] | Unset = UNSET
    """Tools that the assistant calls."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.role = data["role"]
            self.content = data["content"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
        if "refusal" in data:
            unknown -= 1
            self.refusal = data["refusal"]
        else:
            self.refusal = UNSET
        if "tool_calls" in data:
            unknown -= 1
            raw_tool_calls = data["tool_calls"]
            self.tool_calls = (
                [_models.ToolCall.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_tool_calls]
                if type(raw_tool_calls) is list
                else raw_tool_calls
            )
        else:
            self.tool_calls = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
