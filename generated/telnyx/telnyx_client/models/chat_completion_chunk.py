"""`ChatCompletionChunk`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET

if TYPE_CHECKING:
    from . import ChatChunkChoice

_FIELDS = (
    ("id", "id"),
    ("object", "object"),
    ("created", "created"),
    ("model", "model"),
    ("choices", "choices"),
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
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
