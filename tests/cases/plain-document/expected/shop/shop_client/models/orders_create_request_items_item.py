"""`OrdersCreateRequestItemsItem`, a schema of the Shop document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("sku", "sku"),
    ("count", "count"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "sku": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "OrdersCreateRequestItemsItem", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class OrdersCreateRequestItemsItem:
    """Not described in the document."""

    sku: str
    """Not described in the document."""

    count: int | Unset = UNSET
    """
    Not described in the document.

    Bounds: ≥ 1. The server's default is `1`; the client never sends it.
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
        try:
            put(self, "sku", data["sku"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "count" in data:
            unknown -= 1
            put(self, "count", data["count"])
        else:
            put(self, "count", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
