"""`ChatAudio`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET
from .._schemas import VALIDATOR

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
_CHECK = ModelCheck(VALIDATOR, "ChatAudio", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
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

    def __attrs_post_init__(self) -> None:
        """Refuse members the document forbids."""
        _CHECK.on_init(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        put = object.__setattr__
        try:
            put(self, "id", data["id"])
            put(self, "expires_at", data["expires_at"])
            put(self, "data", data["data"])
            put(self, "transcript", data["transcript"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if len(data) > 4 else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
