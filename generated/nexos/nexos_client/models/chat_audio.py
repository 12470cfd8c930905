"""`ChatAudio`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members
from .._runtime.model import EMPTY, UNSET
from .._schemas import VALIDATOR

_FIELDS = (
    ("id", "id"),
    ("expires_at", "expires_at"),
    ("data", "data"),
    ("transcript", "transcript"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
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
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        put(self, "id", get("id", UNSET))
        put(self, "expires_at", get("expires_at", UNSET))
        put(self, "data", get("data", UNSET))
        put(self, "transcript", get("transcript", UNSET))
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
