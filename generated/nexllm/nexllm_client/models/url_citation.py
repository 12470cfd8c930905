"""`UrlCitation`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("start_index", "start_index"),
    ("end_index", "end_index"),
    ("title", "title"),
    ("url", "url"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "start_index": UNSET,
    "end_index": UNSET,
    "title": UNSET,
    "url": UNSET,
}


@define(kw_only=True)
class UrlCitation:
    """A cited page and the stretch of text that cites it."""

    start_index: int
    """Where the citation starts in the text."""

    end_index: int
    """Where the citation ends in the text."""

    title: str
    """Title of the page."""

    url: str
    """Address of the page."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.start_index = data["start_index"]
            self.end_index = data["end_index"]
            self.title = data["title"]
            self.url = data["url"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 4 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
