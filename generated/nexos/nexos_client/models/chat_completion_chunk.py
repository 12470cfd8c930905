"""`ChatCompletionChunk`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import ChatChunkChoice, UsageInfo

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


@define(kw_only=True)
class ChatCompletionChunk:
    """One event of a streamed completion."""

    id: str
    """Id of the completion, the same in every chunk."""

    object: Literal["chat.completion.chunk"] | str
    """Kind of the object."""

    created: int
    """When the completion was made, in unix seconds."""

    model: str
    """Model that answers."""

    choices: list[ChatChunkChoice]
    """What each answer gains; empty on the usage chunk."""

    usage: UsageInfo | None | Unset = UNSET
    """Tokens used; on the last chunk only, and only when asked for."""

    service_tier: Literal["default", "scale"] | str | None | Unset = UNSET
    """Tier that served the request; only when the request named one."""

    system_fingerprint: str | None | Unset = UNSET
    """Identifies the configuration of the backend."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        self.id = get("id", UNSET)
        self.object = get("object", UNSET)
        self.created = get("created", UNSET)
        self.model = get("model", UNSET)
        raw = get("choices", UNSET)
        self.choices = (
            [_models.ChatChunkChoice.from_dict(i0) if type(i0) is dict else i0 for i0 in raw]
            if type(raw) is list
            else raw
        )
        raw = get("usage", UNSET)
        self.usage = _models.UsageInfo.from_dict(raw) if type(raw) is dict else raw
        self.service_tier = get("service_tier", UNSET)
        self.system_fingerprint = get("system_fingerprint", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
