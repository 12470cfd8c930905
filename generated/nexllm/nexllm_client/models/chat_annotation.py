"""`ChatAnnotation`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

if TYPE_CHECKING:
    from . import UrlCitation

_FIELDS = (
    ("type", "type"),
    ("url_citation", "url_citation"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "type": UNSET,
    "url_citation": UNSET,
}


@define(kw_only=True)
class ChatAnnotation:
    """A note on a stretch of the text."""

    type: Literal["url_citation"] | str
    """Kind of the annotation."""

    url_citation: UrlCitation
    """The cited page."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.type = data["type"]
            raw_url_citation = data["url_citation"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.url_citation = (
            _models.UrlCitation.from_dict(raw_url_citation) if type(raw_url_citation) is dict else raw_url_citation
        )
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 2 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
