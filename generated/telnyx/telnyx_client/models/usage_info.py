"""`UsageInfo`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("prompt_tokens", "prompt_tokens"),
    ("completion_tokens", "completion_tokens"),
    ("total_tokens", "total_tokens"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "prompt_tokens": UNSET,
    "completion_tokens": UNSET,
    "total_tokens": UNSET,
}


@define(kw_only=True)
class UsageInfo:
    """Tokens used by a request."""

    prompt_tokens: int
    """Tokens of the prompt."""

    completion_tokens: int
    """Tokens of the answer."""

    total_tokens: int
    """Tokens of both."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.prompt_tokens = data["prompt_tokens"]
            self.completion_tokens = data["completion_tokens"]
            self.total_tokens = data["total_tokens"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 3 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
