"""`UsageInfo`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import CompletionTokensDetails, PromptTokensDetails

_FIELDS = (
    ("prompt_tokens", "prompt_tokens"),
    ("completion_tokens", "completion_tokens"),
    ("total_tokens", "total_tokens"),
    ("completion_tokens_details", "completion_tokens_details"),
    ("prompt_tokens_details", "prompt_tokens_details"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class UsageInfo:
    """Tokens used by a request."""

    prompt_tokens: int | None | Unset = UNSET
    """Tokens of the prompt."""

    completion_tokens: int | None | Unset = UNSET
    """Tokens of the answer."""

    total_tokens: int
    """Tokens of both."""

    completion_tokens_details: CompletionTokensDetails | None | Unset = UNSET
    """How the tokens of the answer divide."""

    prompt_tokens_details: PromptTokensDetails | None | Unset = UNSET
    """How the tokens of the prompt divide."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        self.prompt_tokens = get("prompt_tokens", UNSET)
        self.completion_tokens = get("completion_tokens", UNSET)
        self.total_tokens = get("total_tokens", UNSET)
        raw = get("completion_tokens_details", UNSET)
        self.completion_tokens_details = _models.CompletionTokensDetails.from_dict(raw) if type(raw) is dict else raw
        raw = get("prompt_tokens_details", UNSET)
        self.prompt_tokens_details = _models.PromptTokensDetails.from_dict(raw) if type(raw) is dict else raw
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
