"""`StorageFile`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import encode_members
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
        self = cls.__new__(cls)
        get: Any = data.get
        self.id = get("id", UNSET)
        self.filename = get("filename", UNSET)
        self.size = get("size", UNSET)
        self.created_at = get("created_at", UNSET)
        self.expires_at = get("expires_at", UNSET)
        self.purpose = get("purpose", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
