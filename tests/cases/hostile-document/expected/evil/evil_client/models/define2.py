"""`Define2`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("field", "field"),
    ("unset", "UNSET"),
    ("models", "_models"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class Define2:
    """Not described in the document."""

    field: str | Unset = UNSET
    """Not described in the document."""

    unset: str | Unset = UNSET
    """
    Not described in the document.

    `UNSET` in JSON.
    """

    models: str | Unset = UNSET
    """
    Not described in the document.

    `_models` in JSON.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "field" in data:
            unknown -= 1
            self.field = data["field"]
        else:
            self.field = UNSET
        if "UNSET" in data:
            unknown -= 1
            self.unset = data["UNSET"]
        else:
            self.unset = UNSET
        if "_models" in data:
            unknown -= 1
            self.models = data["_models"]
        else:
            self.models = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
