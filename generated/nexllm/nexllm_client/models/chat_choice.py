"""`ChatChoice`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
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


@define(kw_only=True)
class ChatChoice:
    """One answer."""

    index: int | Unset = UNSET
    """
    Place of the answer among the choices.

    Inferred, not documented by the vendor.
    """

    finish_reason: Literal["stop", "length", "tool_calls", "content_filter", "function_call"] | str | Unset = UNSET
    """
    Why the model stopped.

    Inferred, not documented by the vendor.
    """

    message: ChatMessage
    """The answer itself."""

    logprobs: LogProbsInfo | None | Unset = UNSET
    """
    Log probabilities of the tokens.

    Inferred, not documented by the vendor.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        self.index = get("index", UNSET)
        self.finish_reason = get("finish_reason", UNSET)
        raw = get("message", UNSET)
        self.message = _models.ChatMessage.from_dict(raw) if type(raw) is dict else raw
        raw = get("logprobs", UNSET)
        self.logprobs = _models.LogProbsInfo.from_dict(raw) if type(raw) is dict else raw
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
