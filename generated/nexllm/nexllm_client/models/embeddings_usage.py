"""`EmbeddingsUsage`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("prompt_tokens", "prompt_tokens"),
    ("total_tokens", "total_tokens"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


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
        self = cls.__new__(cls)
        get: Any = data.get
        self.prompt_tokens = get("prompt_tokens", UNSET)
        self.total_tokens = get("total_tokens", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
