"""`StorageFile`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("id", "id"),
    ("filename", "filename"),
    ("size", "size"),
    ("created_at", "created_at"),
    ("expires_at", "expires_at"),
    ("purpose", "purpose"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class StorageFile:
    """A stored file."""

    id: str | None | Unset = UNSET
    """Id of the file."""

    filename: str | None | Unset = UNSET
    """Name of the file."""

    size: int | None | Unset = UNSET
    """Size of the file in bytes."""

    created_at: int | None | Unset = UNSET
    """When the file was stored, in unix seconds."""

    expires_at: int | None | Unset = UNSET
    """When the file expires, in unix seconds."""

    purpose: (
        Literal["assistants", "assistants_output", "batch", "batch_output", "fine-tune", "fine-tune-results", "vision"]
        | str
        | Unset
    ) = UNSET
    """What the file is for."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "id" in data:
            unknown -= 1
            self.id = data["id"]
        else:
            self.id = UNSET
        if "filename" in data:
            unknown -= 1
            self.filename = data["filename"]
        else:
            self.filename = UNSET
        if "size" in data:
            unknown -= 1
            self.size = data["size"]
        else:
            self.size = UNSET
        if "created_at" in data:
            unknown -= 1
            self.created_at = data["created_at"]
        else:
            self.created_at = UNSET
        if "expires_at" in data:
            unknown -= 1
            self.expires_at = data["expires_at"]
        else:
            self.expires_at = UNSET
        if "purpose" in data:
            unknown -= 1
            self.purpose = data["purpose"]
        else:
            self.purpose = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
