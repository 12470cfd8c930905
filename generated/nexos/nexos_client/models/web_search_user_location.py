"""`WebSearchUserLocation`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("type", "type"),
    ("city", "city"),
    ("country", "country"),
    ("region", "region"),
    ("timezone", "timezone"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "type": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "WebSearchUserLocation", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class WebSearchUserLocation:
    """Where the user is, roughly."""

    type: Literal["approximate"]
    """Kind of the location."""

    city: str | Unset = UNSET
    """City."""

    country: str | Unset = UNSET
    """Country."""

    region: str | Unset = UNSET
    """Region."""

    timezone: str | Unset = UNSET
    """Time zone."""

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
            put(self, "type", data["type"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "city" in data:
            unknown -= 1
            put(self, "city", data["city"])
        else:
            put(self, "city", UNSET)
        if "country" in data:
            unknown -= 1
            put(self, "country", data["country"])
        else:
            put(self, "country", UNSET)
        if "region" in data:
            unknown -= 1
            put(self, "region", data["region"])
        else:
            put(self, "region", UNSET)
        if "timezone" in data:
            unknown -= 1
            put(self, "timezone", data["timezone"])
        else:
            put(self, "timezone", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
