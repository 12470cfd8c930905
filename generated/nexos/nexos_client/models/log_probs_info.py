"""`LogProbsInfo`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

if TYPE_CHECKING:
    from . import TokenLogProb

_FIELDS = (
    ("content", "content"),
    ("refusal", "refusal"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "content": UNSET,
    "refusal": UNSET,
}


@define(kw_only=True)
class LogProbsInfo:
    """Log probabilities of an answer."""

    content: list[TokenLogProb] | None
    """Those of the content tokens."""

    refusal: list[TokenLogProb] | None
    """Those of the refusal tokens."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            raw_content = data["content"]
            raw_refusal = data["refusal"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.content = (
            [_models.TokenLogProb.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_content]
            if type(raw_content) is list
            else raw_content
        )
        self.refusal = (
            [_models.TokenLogProb.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_refusal]
            if type(raw_refusal) is list
            else raw_refusal
        )
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 2 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
