"""`OrdersCreateRequest`, a schema of the Shop document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import OrdersCreateRequestItemsItem

_FIELDS = (
    ("items", "items"),
    ("note", "note"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "items": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "OrdersCreateRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class OrdersCreateRequest:
    """Not described in the document."""

    items: list[OrdersCreateRequestItemsItem]
    """
    Not described in the document.

    At least 1 item.
    """

    note: str | None | Unset = UNSET
    """
    Not described in the document.

    At most 40 characters.
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
            raw_items = data["items"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(
            self,
            "items",
            [_models.OrdersCreateRequestItemsItem.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_items]
            if type(raw_items) is list
            else raw_items,
        )
        unknown = len(data) - 1
        if "note" in data:
            unknown -= 1
            put(self, "note", data["note"])
        else:
            put(self, "note", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
