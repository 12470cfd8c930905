"""`ChatChoice`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import ChatMessage, LogProbsInfo

_FIELDS = (
    ("index", "index"),
    ("finish_reason", "finish_reason"),
    ("message", "message"),
    ("logprobs", "logprobs"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "index": UNSET,
    "finish_reason": UNSET,
    "message": UNSET,
}


@define(kw_only=True)
class ChatChoice:
    """One answer."""

    index: int
    """Place of the answer among the choices."""

    finish_reason: Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str
    """Why the model stopped."""

    message: ChatMessage
    """The answer itself."""

    logprobs: LogProbsInfo | None | Unset = UNSET
    """Log probabilities of the tokens."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.index = data["index"]
            self.finish_reason = data["finish_reason"]
            raw_message = data["message"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.message = _models.ChatMessage.from_dict(raw_message) if type(raw_message) is dict else raw_message
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
