"""`ModelInfo`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("id", "id"),
    ("object", "object"),
    ("created", "created"),
    ("owned_by", "owned_by"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "id": UNSET,
    "object": UNSET,
    "created": UNSET,
    "owned_by": UNSET,
}


@define(kw_only=True)
class ModelInfo:
    """A model that requests can name."""

    id: str
    """Id of the model."""

    object: str
    """Kind of the object, `model`."""

    created: int
    """When the model was made, in unix seconds."""

    owned_by: str
    """Who owns the model."""

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
            self.owned_by = data["owned_by"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 4 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
