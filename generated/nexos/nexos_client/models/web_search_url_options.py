"""`WebSearchUrlOptions`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("tool", "tool"),
    ("url", "url"),
    ("geo_location", "geo_location"),
    ("parse", "parse"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "WebSearchUrlOptions", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class WebSearchUrlOptions:
    """Settings of the fetch of an address."""

    tool: Literal["universal"] | Unset = UNSET
    """The tool that fetches."""

    url: str | Unset = UNSET
    """Address to fetch."""

    geo_location: str | Unset = UNSET
    """Place to fetch from."""

    parse: bool | Unset = UNSET
    """Whether what was found is parsed."""

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
        if "tool" in data:
            unknown -= 1
            put(self, "tool", data["tool"])
        else:
            put(self, "tool", UNSET)
        if "url" in data:
            unknown -= 1
            put(self, "url", data["url"])
        else:
            put(self, "url", UNSET)
        if "geo_location" in data:
            unknown -= 1
            put(self, "geo_location", data["geo_location"])
        else:
            put(self, "geo_location", UNSET)
        if "parse" in data:
            unknown -= 1
            put(self, "parse", data["parse"])
        else:
            put(self, "parse", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
