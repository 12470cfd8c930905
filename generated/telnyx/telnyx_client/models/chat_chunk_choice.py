"""`ChatChunkChoice`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import ChatDelta, LogProbsInfo

_FIELDS = (
    ("index", "index"),
    ("delta", "delta"),
    ("finish_reason", "finish_reason"),
    ("logprobs", "logprobs"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "index": UNSET,
    "delta": UNSET,
    "finish_reason": UNSET,
}


@define(kw_only=True)
class ChatChunkChoice:
    """What one answer gains in a chunk."""

    index: int
    """Place of the answer among the choices."""

    delta: ChatDelta
    """What is added to the message."""

    finish_reason: Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str | None
    """Why the model stopped; null until the last chunk of the answer."""

    logprobs: LogProbsInfo | None | Unset = UNSET
    """Log probabilities of the added tokens."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.index = data["index"]
            raw_delta = data["delta"]
            self.finish_reason = data["finish_reason"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.delta = _models.ChatDelta.from_dict(raw_delta) if type(raw_delta) is dict else raw_delta
        unknown = len(data) - 3
        if "logprobs" in data:
            unknown -= 1
            raw_logprobs = data["logprobs"]
            self.logprobs = _models.LogProbsInfo.from_dict(raw_logprobs) if type(raw_logprobs) is dict else raw_logprobs
        else:
            self.logprobs = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
