"""`StorageFileDeleted`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("id", "id"),
    ("deleted", "deleted"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "id": UNSET,
    "deleted": UNSET,
}


@define(kw_only=True)
class StorageFileDeleted:
    """Confirms that a file is deleted."""

    id: str
    """Id of the file."""

    deleted: bool
    """Whether the file is gone."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.id = data["id"]
            self.deleted = data["deleted"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 2 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
