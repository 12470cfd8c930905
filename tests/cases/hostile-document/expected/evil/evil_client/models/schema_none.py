"""`SchemaNone`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (("none", "None"),)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class SchemaNone:
    """Not described in the document."""

    none: None | Unset = UNSET
    """
    Not described in the document.

    `None` in JSON.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "None" in data:
            unknown -= 1
            self.none = data["None"]
        else:
            self.none = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
