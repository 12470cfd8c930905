"""`ModelInfo`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("id", "id"),
    ("object", "object"),
    ("created", "created"),
    ("owned_by", "owned_by"),
    ("name", "name"),
    ("timeout_ms", "timeout_ms"),
    ("stream_timeout_ms", "stream_timeout_ms"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "id": UNSET,
    "object": UNSET,
    "created": UNSET,
    "owned_by": UNSET,
    "name": UNSET,
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

    name: str
    """Name of the model."""

    timeout_ms: int | None | Unset = UNSET
    """
    How long a request may take, in milliseconds.

    Bounds: ≥ 1.
    """

    stream_timeout_ms: int | None | Unset = UNSET
    """
    How long a stream may take, in milliseconds.

    Bounds: ≥ 1.
    """

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
            self.name = data["name"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 5
        if "timeout_ms" in data:
            unknown -= 1
            self.timeout_ms = data["timeout_ms"]
        else:
            self.timeout_ms = UNSET
        if "stream_timeout_ms" in data:
            unknown -= 1
            self.stream_timeout_ms = data["stream_timeout_ms"]
        else:
            self.stream_timeout_ms = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
