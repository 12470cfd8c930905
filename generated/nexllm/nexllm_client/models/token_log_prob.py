"""`TokenLogProb`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET

if TYPE_CHECKING:
    from . import TopLogProb

_FIELDS = (
    ("token", "token"),
    ("logprob", "logprob"),
    ("bytes_", "bytes"),
    ("top_logprobs", "top_logprobs"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class TokenLogProb:
    """Log probability of one output token."""

    token: str
    """The token."""

    logprob: float
    """Its log probability; -9999.0 stands for very unlikely."""

    bytes_: list[int] | None
    """The token's bytes."""

    top_logprobs: list[TopLogProb]
    """The likely tokens at this position."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        self.token = get("token", UNSET)
        self.logprob = get("logprob", UNSET)
        self.bytes_ = get("bytes", UNSET)
        raw = get("top_logprobs", UNSET)
        self.top_logprobs = (
            [_models.TopLogProb.from_dict(i0) if type(i0) is dict else i0 for i0 in raw] if type(raw) is list else raw
        )
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
