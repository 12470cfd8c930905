"""`WebSearchQueryOptions`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("tool", "tool"),
    ("query", "query"),
    ("geo_location", "geo_location"),
    ("parse", "parse"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "WebSearchQueryOptions", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class WebSearchQueryOptions:
    """Settings of a search by query."""

    tool: Literal["google_search", "bing_search", "amazon_search"] | str | Unset = UNSET
    """
    Search engine.

    The server's default is `"google_search"`; the client never sends it.
    """

    query: str | Unset = UNSET
    """What to search for."""

    geo_location: str | Unset = UNSET
    """Place to search from."""

    parse: bool | Unset = UNSET
    """
    Whether what was found is parsed.

    The server's default is `false`; the client never sends it.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    def __attrs_post_init__(self) -> None:
        """Refuse members the document forbids."""
        _CHECK.on_init(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        put(self, "tool", get("tool", UNSET))
        put(self, "query", get("query", UNSET))
        put(self, "geo_location", get("geo_location", UNSET))
        put(self, "parse", get("parse", UNSET))
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
