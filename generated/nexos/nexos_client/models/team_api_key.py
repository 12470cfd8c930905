"""`TeamApiKey`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("api_key", "api_key"),
    ("id", "id"),
    ("name", "name"),
    ("created_at", "created_at"),
    ("updated_at", "updated_at"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "api_key": UNSET,
    "id": UNSET,
    "name": UNSET,
}


@define(kw_only=True)
class TeamApiKey:
    """A key of a team, its secret included."""

    api_key: str = field(repr=False)
    """The secret itself."""

    id: str
    """Id of the key."""

    name: str
    """Name of the key."""

    created_at: str | None | Unset = UNSET
    """When the key was made."""

    updated_at: str | None | Unset = UNSET
    """When the key was changed."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.api_key = data["api_key"]
            self.id = data["id"]
            self.name = data["name"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 3
        if "created_at" in data:
            unknown -= 1
            self.created_at = data["created_at"]
        else:
            self.created_at = UNSET
        if "updated_at" in data:
            unknown -= 1
            self.updated_at = data["updated_at"]
        else:
            self.updated_at = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
