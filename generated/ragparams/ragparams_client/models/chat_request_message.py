"""`ChatRequestMessage`, a schema of the RagParams document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members
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
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        put(self, "role", get("role", UNSET))
        put(self, "content", get("content", UNSET))
        raw = get("tool_calls", UNSET)
        put(
            self,
            "tool_calls",
            [_models.ToolCall.from_dict(i0) if type(i0) is dict else i0 for i0 in raw] if type(raw) is list else raw,
        )
        put(self, "tool_call_id", get("tool_call_id", UNSET))
        put(self, "name", get("name", UNSET))
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
