"""`ModelInfo`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("id", "id"),
    ("object", "object"),
    ("created", "created"),
    ("owned_by", "owned_by"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


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
        self = cls.__new__(cls)
        get: Any = data.get
        self.id = get("id", UNSET)
        self.object = get("object", UNSET)
        self.created = get("created", UNSET)
        self.owned_by = get("owned_by", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
