"""`ChatCompletionChunk`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
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
_MISSING: dict[str, Any] = {
    "id": UNSET,
    "object": UNSET,
    "created": UNSET,
    "model": UNSET,
    "choices": UNSET,
}


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
        self = new_instance(cls)
        try:
            self.id = data["id"]
            self.object = data["object"]
            self.created = data["created"]
            self.model = data["model"]
            raw_choices = data["choices"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.choices = (
            [_models.ChatChunkChoice.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_choices]
            if type(raw_choices) is list
            else raw_choices
        )
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 5 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
