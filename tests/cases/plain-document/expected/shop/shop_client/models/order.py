"""`Order`, a schema of the Shop document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import OrderBuyer

_FIELDS = (
    ("id", "id"),
    ("state", "state"),
    ("buyer", "buyer"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "id": UNSET,
    "state": UNSET,
}


@define(kw_only=True)
class Order:
    """Something somebody wants."""

    id: str
    """Not described in the document."""

    state: Literal["new", "sent"] | str
    """Not described in the document."""

    buyer: OrderBuyer | Unset = UNSET
    """Not described in the document."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.id = data["id"]
            self.state = data["state"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
        if "buyer" in data:
            unknown -= 1
            raw_buyer = data["buyer"]
            self.buyer = _models.OrderBuyer.from_dict(raw_buyer) if type(raw_buyer) is dict else raw_buyer
        else:
            self.buyer = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
