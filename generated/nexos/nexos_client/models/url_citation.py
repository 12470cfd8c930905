"""`UrlCitation`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("start_index", "start_index"),
    ("end_index", "end_index"),
    ("title", "title"),
    ("url", "url"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "UrlCitation", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class UrlCitation:
    """A cited page and the stretch of text that cites it."""

    start_index: int | Unset = UNSET
    """Where the citation starts in the text."""

    end_index: int | Unset = UNSET
    """Where the citation ends in the text."""

    title: str | Unset = UNSET
    """Title of the page."""

    url: str | Unset = UNSET
    """Address of the page."""

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
        if "start_index" in data:
            unknown -= 1
            put(self, "start_index", data["start_index"])
        else:
            put(self, "start_index", UNSET)
        if "end_index" in data:
            unknown -= 1
            put(self, "end_index", data["end_index"])
        else:
            put(self, "end_index", UNSET)
        if "title" in data:
            unknown -= 1
            put(self, "title", data["title"])
        else:
            put(self, "title", UNSET)
        if "url" in data:
            unknown -= 1
            put(self, "url", data["url"])
        else:
            put(self, "url", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
