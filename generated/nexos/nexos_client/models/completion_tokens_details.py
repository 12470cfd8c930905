"""`CompletionTokensDetails`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
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
        self = new_instance(cls)
        unknown = len(data)
        if "reasoning_tokens" in data:
            unknown -= 1
            self.reasoning_tokens = data["reasoning_tokens"]
        else:
            self.reasoning_tokens = UNSET
        if "audio_tokens" in data:
            unknown -= 1
            self.audio_tokens = data["audio_tokens"]
        else:
            self.audio_tokens = UNSET
        if "accepted_prediction_tokens" in data:
            unknown -= 1
            self.accepted_prediction_tokens = data["accepted_prediction_tokens"]
        else:
            self.accepted_prediction_tokens = UNSET
        if "rejected_prediction_tokens" in data:
            unknown -= 1
            self.rejected_prediction_tokens = data["rejected_prediction_tokens"]
        else:
            self.rejected_prediction_tokens = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
