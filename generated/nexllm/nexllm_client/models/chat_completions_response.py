"""`ChatCompletionsResponse`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import ChatChoice, UsageInfo

_FIELDS = (
    ("id", "id"),
    ("object", "object"),
    ("created", "created"),
    ("model", "model"),
    ("choices", "choices"),
    ("usage", "usage"),
    ("service_tier", "service_tier"),
    ("system_fingerprint", "system_fingerprint"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "id": UNSET,
    "choices": UNSET,
}


@define(kw_only=True)
class ChatCompletionsResponse:
    """A finished completion."""

    id: str
    """Id of the completion."""

    object: Literal["chat.completion"] | str | Unset = UNSET
    """
    Kind of the object.

    Inferred, not documented by the vendor.
    """

    created: int | Unset = UNSET
    """
    When the completion was made, in unix seconds.

    Inferred, not documented by the vendor.
    """

    model: str | Unset = UNSET
    """
    Model that answered.

    Inferred, not documented by the vendor.
    """

    choices: list[ChatChoice]
    """The answers, as many as `n` asked for."""

    usage: UsageInfo | Unset = UNSET
    """Tokens used."""

    service_tier: Literal["auto", "default"] | str | None | Unset = UNSET
    """
    Tier that served the request.

    Inferred, not documented by the vendor.
    """

    system_fingerprint: str | Unset = UNSET
    """
    Identifies the configuration of the backend.

    Inferred, not documented by the vendor.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.id = data["id"]
            raw_choices = data["choices"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.choices = (
            [_models.ChatChoice.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_choices]
            if type(raw_choices) is list
            else raw_choices
        )
        unknown = len(data) - 2
        if "object" in data:
            unknown -= 1
            self.object = data["object"]
        else:
            self.object = UNSET
        if "created" in data:
            unknown -= 1
            self.created = data["created"]
        else:
            self.created = UNSET
        if "model" in data:
            unknown -= 1
            self.model = data["model"]
        else:
            self.model = UNSET
        if "usage" in data:
            unknown -= 1
            raw_usage = data["usage"]
            self.usage = _models.UsageInfo.from_dict(raw_usage) if type(raw_usage) is dict else raw_usage
        else:
            self.usage = UNSET
        if "service_tier" in data:
            unknown -= 1
            self.service_tier = data["service_tier"]
        else:
            self.service_tier = UNSET
        if "system_fingerprint" in data:
            unknown -= 1
            self.system_fingerprint = data["system_fingerprint"]
        else:
            self.system_fingerprint = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
