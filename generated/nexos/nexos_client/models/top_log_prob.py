"""`TopLogProb`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("token", "token"),
    ("logprob", "logprob"),
    ("bytes_", "bytes"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "token": UNSET,
    "logprob": UNSET,
    "bytes": UNSET,
}


@define(kw_only=True)
class TopLogProb:
    """Log probability of one likely token."""

    token: str
    """The token."""

    logprob: float
    """Its log probability; -9999.0 stands for very unlikely."""

    bytes_: list[int] | None
    """
    The token's bytes.

    `bytes` in JSON.
    """

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
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 3 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
