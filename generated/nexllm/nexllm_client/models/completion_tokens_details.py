"""`CompletionTokensDetails`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("reasoning_tokens", "reasoning_tokens"),
    ("audio_tokens", "audio_tokens"),
    ("accepted_prediction_tokens", "accepted_prediction_tokens"),
    ("rejected_prediction_tokens", "rejected_prediction_tokens"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class CompletionTokensDetails:
    """How the tokens of an answer divide."""

    reasoning_tokens: int | Unset = UNSET
    """Tokens spent on reasoning."""

    audio_tokens: int | Unset = UNSET
    """Audio tokens."""

    accepted_prediction_tokens: int | Unset = UNSET
    """Predicted tokens that appeared in the answer."""

    rejected_prediction_tokens: int | Unset = UNSET
    """Predicted tokens that did not."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        self.reasoning_tokens = get("reasoning_tokens", UNSET)
        self.audio_tokens = get("audio_tokens", UNSET)
        self.accepted_prediction_tokens = get("accepted_prediction_tokens", UNSET)
        self.rejected_prediction_tokens = get("rejected_prediction_tokens", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
