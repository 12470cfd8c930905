"""`ChatDelta`, a schema of the RagParams document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import ToolCallDelta

_FIELDS = (
    ("role", "role"),
    ("content", "content"),
    ("refusal", "refusal"),
    ("tool_calls", "tool_calls"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class ChatDelta:
    """A piece of a message; may be empty."""

    role: Literal["developer", "system", "user", "assistant", "tool"] | str | Unset = UNSET
    """Author of the message, normally on the first chunk only."""

    content: str | None | Unset = UNSET
    """Text to append."""

    refusal: str | None | Unset = UNSET
    """Text of a refusal to append."""

    tool_calls: list[ToolCallDelta] | Unset = UNSET
    """Pieces of tool calls, to be merged by `index`."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "role" in data:
            unknown -= 1
            self.role = data["role"]
        else:
            self.role = UNSET
        if "content" in data:
            unknown -= 1
            self.content = data["content"]
        else:
            self.content = UNSET
        if "refusal" in data:
            unknown -= 1
            self.refusal = data["refusal"]
        else:
            self.refusal = UNSET
        if "tool_calls" in data:
            unknown -= 1
            raw_tool_calls = data["tool_calls"]
            self.tool_calls = (
                [_models.ToolCallDelta.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_tool_calls]
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
