"""`UrlCitation`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("start_index", "start_index"),
    ("end_index", "end_index"),
    ("title", "title"),
    ("url", "url"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


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
        self = cls.__new__(cls)
        get: Any = data.get
        self.start_index = get("start_index", UNSET)
        self.end_index = get("end_index", UNSET)
        self.title = get("title", UNSET)
        self.url = get("url", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
