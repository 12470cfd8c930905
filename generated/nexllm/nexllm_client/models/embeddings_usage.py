"""`EmbeddingsUsage`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("prompt_tokens", "prompt_tokens"),
    ("total_tokens", "total_tokens"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "prompt_tokens": UNSET,
}


@define(kw_only=True)
class EmbeddingsUsage:
    """Tokens used by a request for vectors."""

    prompt_tokens: int
    """Tokens of the texts."""

    total_tokens: int | Unset = UNSET
    """
    All tokens.

    Inferred, not documented by the vendor.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.prompt_tokens = data["prompt_tokens"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "total_tokens" in data:
            unknown -= 1
            self.total_tokens = data["total_tokens"]
        else:
            self.total_tokens = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
