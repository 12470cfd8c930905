"""`TXImportOsRequestListItem`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("dict_", "dict"),
    ("field_2x", "2x"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "TXImportOsRequestListItem", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class TXImportOsRequestListItem:
    """Not described in the document."""

    dict_: str | Unset = UNSET
    """
    Not described in the document.

    `dict` in JSON.
    """

    field_2x: Any = UNSET
    """
    Not described in the document.

    `2x` in JSON.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    def __attrs_post_init__(self) -> None:
        """Refuse members the document forbids."""
        _CHECK.on_init(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        put = object.__setattr__
        unknown = len(data)
        if "dict" in data:
            unknown -= 1
            put(self, "dict_", data["dict"])
        else:
            put(self, "dict_", UNSET)
        if "2x" in data:
            unknown -= 1
            put(self, "field_2x", data["2x"])
        else:
            put(self, "field_2x", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
