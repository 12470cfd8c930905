"""`WebSearchOptions`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import Choice, ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import WebSearchQueryMcp, WebSearchUrlMcp, WebSearchUserLocation

_CHOOSE_0 = Choice(
    _models,
    tag="type",
    by_tag={"query": "WebSearchQueryMcp", "url": "WebSearchUrlMcp"},
    by_members=(
        ("WebSearchQueryMcp", frozenset({"type", "options"}), frozenset({"type", "options"}), (("type", ("query",)),)),
        ("WebSearchUrlMcp", frozenset({"type", "options"}), frozenset({"type", "options"}), (("type", ("url",)),)),
    ),
)
_FIELDS = (
    ("search_context_size", "search_context_size"),
    ("user_location", "user_location"),
    ("mcp", "mcp"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "WebSearchOptions", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class WebSearchOptions:
    """Settings of a web search."""

    search_context_size: Literal["low", "medium", "high"] | Unset = UNSET
    """How much of what was found the model sees."""

    user_location: WebSearchUserLocation | Unset = UNSET
    """Where the user is."""

    mcp: WebSearchQueryMcp | WebSearchUrlMcp | Unset = UNSET
    """What to search or fetch, and with which tool."""

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
        if "search_context_size" in data:
            unknown -= 1
            put(self, "search_context_size", data["search_context_size"])
        else:
            put(self, "search_context_size", UNSET)
        if "user_location" in data:
            unknown -= 1
            raw_user_location = data["user_location"]
            put(
                self,
                "user_location",
                _models.WebSearchUserLocation.from_dict(raw_user_location)
                if type(raw_user_location) is dict
                else raw_user_location,
            )
        else:
            put(self, "user_location", UNSET)
        if "mcp" in data:
            unknown -= 1
            raw_mcp = data["mcp"]
            put(self, "mcp", _CHOOSE_0(raw_mcp) if type(raw_mcp) is dict else raw_mcp)
        else:
            put(self, "mcp", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
