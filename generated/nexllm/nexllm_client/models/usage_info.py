"""`UsageInfo`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
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
_MISSING: dict[str, Any] = {
    "prompt_tokens": UNSET,
    "completion_tokens": UNSET,
}


@define(kw_only=True)
class UsageInfo:
    """Tokens used by a request."""

    prompt_tokens: int
    """Tokens of the prompt."""

    completion_tokens: int
    """Tokens of the answer."""

    total_tokens: int | Unset = UNSET
    """
    Tokens of both.

    Inferred, not documented by the vendor.
    """

    completion_tokens_details: CompletionTokensDetails | Unset = UNSET
    """
    How the tokens of the answer divide.

    Inferred, not documented by the vendor.
    """

    prompt_tokens_details: PromptTokensDetails | Unset = UNSET
    """
    How the tokens of the prompt divide.

    Inferred, not documented by the vendor.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.prompt_tokens = data["prompt_tokens"]
            self.completion_tokens = data["completion_tokens"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
        if "total_tokens" in data:
            unknown -= 1
            self.total_tokens = data["total_tokens"]
        else:
            self.total_tokens = UNSET
        if "completion_tokens_details" in data:
            unknown -= 1
            raw_completion_tokens_details = data["completion_tokens_details"]
            self.completion_tokens_details = (
                _models.CompletionTokensDetails.from_dict(raw_completion_tokens_details)
                if type(raw_completion_tokens_details) is dict
                else raw_completion_tokens_details
            )
        else:
            self.completion_tokens_details = UNSET
        if "prompt_tokens_details" in data:
            unknown -= 1
            raw_prompt_tokens_details = data["prompt_tokens_details"]
            self.prompt_tokens_details = (
                _models.PromptTokensDetails.from_dict(raw_prompt_tokens_details)
                if type(raw_prompt_tokens_details) is dict
                else raw_prompt_tokens_details
            )
        else:
            self.prompt_tokens_details = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
