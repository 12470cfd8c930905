"""`ChatToolMessage`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import TextPart

_FIELDS = (
    ("role", "role"),
    ("content", "content"),
    ("tool_call_id", "tool_call_id"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "role": UNSET,
    "content": UNSET,
    "tool_call_id": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ChatToolMessage", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatToolMessage:
    """The result of a tool call."""

    role: Literal["tool"]
    """Author of the message."""

    content: str | list[TextPart]
    """The result."""

    tool_call_id: str
    """Id of the call that this answers."""

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
            raw_content = data["content"]
            put(self, "tool_call_id", data["tool_call_id"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(
            self,
            "content",
            [_models.TextPart.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_content]
            if type(raw_content) is list
            else raw_content,
        )
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if len(data) > 3 else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
