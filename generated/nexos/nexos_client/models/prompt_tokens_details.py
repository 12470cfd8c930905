"""`PromptTokensDetails`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("cached_tokens", "cached_tokens"),
    ("audio_tokens", "audio_tokens"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class PromptTokensDetails:
    """How the tokens of a prompt divide."""

    cached_tokens: int | Unset = UNSET
    """Tokens read from a cache."""

    audio_tokens: int | Unset = UNSET
    """Audio tokens."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "cached_tokens" in data:
            unknown -= 1
            self.cached_tokens = data["cached_tokens"]
        else:
            self.cached_tokens = UNSET
        if "audio_tokens" in data:
            unknown -= 1
            self.audio_tokens = data["audio_tokens"]
        else:
            self.audio_tokens = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
