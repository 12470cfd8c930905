"""`TranscriptionSegment`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("id", "id"),
    ("start", "start"),
    ("end", "end"),
    ("text", "text"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class TranscriptionSegment:
    """A piece of the text and when it is said."""

    id: float | Unset = UNSET
    """Number of the piece."""

    start: float | Unset = UNSET
    """Where it starts, in seconds."""

    end: float | Unset = UNSET
    """Where it ends, in seconds."""

    text: str | Unset = UNSET
    """The text."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "id" in data:
            unknown -= 1
            self.id = data["id"]
        else:
            self.id = UNSET
        if "start" in data:
            unknown -= 1
            self.start = data["start"]
        else:
            self.start = UNSET
        if "end" in data:
            unknown -= 1
            self.end = data["end"]
        else:
            self.end = UNSET
        if "text" in data:
            unknown -= 1
            self.text = data["text"]
        else:
            self.text = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
