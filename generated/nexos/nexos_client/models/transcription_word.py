"""`TranscriptionWord`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("word", "word"),
    ("start", "start"),
    ("end", "end"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class TranscriptionWord:
    """One word and when it is said."""

    word: str | Unset = UNSET
    """The word."""

    start: float | Unset = UNSET
    """Where it starts, in seconds."""

    end: float | Unset = UNSET
    """Where it ends, in seconds."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "word" in data:
            unknown -= 1
            self.word = data["word"]
        else:
            self.word = UNSET
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
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
