"""`ChatAudio`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("id", "id"),
    ("expires_at", "expires_at"),
    ("data", "data"),
    ("transcript", "transcript"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "id": UNSET,
    "expires_at": UNSET,
    "data": UNSET,
    "transcript": UNSET,
}


@define(kw_only=True)
class ChatAudio:
    """An audio answer."""

    id: str
    """Id of the audio."""

    expires_at: int
    """When the audio expires, in unix seconds."""

    data: str
    """The encoded sound."""

    transcript: str
    """The spoken text."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.id = data["id"]
            self.expires_at = data["expires_at"]
            self.data = data["data"]
            self.transcript = data["transcript"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 4 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
