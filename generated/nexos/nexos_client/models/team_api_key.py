"""`TeamApiKey`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("api_key", "api_key"),
    ("id", "id"),
    ("name", "name"),
    ("created_at", "created_at"),
    ("updated_at", "updated_at"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


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
        self = cls.__new__(cls)
        get: Any = data.get
        self.api_key = get("api_key", UNSET)
        self.id = get("id", UNSET)
        self.name = get("name", UNSET)
        self.created_at = get("created_at", UNSET)
        self.updated_at = get("updated_at", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
