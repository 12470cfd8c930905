"""`WebSearchTool`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import WebSearchOptions

_FIELDS = (
    ("type", "type"),
    ("web_search", "web_search"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "type": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "WebSearchTool", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class WebSearchTool:
    """Search in the web, executed by the server."""

    type: Literal["web_search"]
    """Kind of the tool."""

    web_search: WebSearchOptions | Unset = UNSET
    """Settings of the search; may be left out."""

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
        if "web_search" in data:
            unknown -= 1
            raw_web_search = data["web_search"]
            put(
                self,
                "web_search",
                _models.WebSearchOptions.from_dict(raw_web_search) if type(raw_web_search) is dict else raw_web_search,
            )
        else:
            put(self, "web_search", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
