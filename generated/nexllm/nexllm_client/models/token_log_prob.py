"""`TokenLogProb`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
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
_MISSING: dict[str, Any] = {
    "token": UNSET,
    "logprob": UNSET,
    "bytes": UNSET,
    "top_logprobs": UNSET,
}


@define(kw_only=True)
class TokenLogProb:
    """Log probability of one output token."""

    token: str
    """The token."""

    logprob: float
    """Its log probability; -9999.0 stands for very unlikely."""

    bytes_: list[int] | None
    """
    The token's bytes.

    `bytes` in JSON.
    """

    top_logprobs: list[TopLogProb]
    """The likely tokens at this position."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.token = data["token"]
            self.logprob = data["logprob"]
            self.bytes_ = data["bytes"]
            raw_top_logprobs = data["top_logprobs"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.top_logprobs = (
            [_models.TopLogProb.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_top_logprobs]
            if type(raw_top_logprobs) is list
            else raw_top_logprobs
        )
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 4 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
