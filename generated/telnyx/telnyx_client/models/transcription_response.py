"""`TranscriptionResponse`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import TranscriptionSegment

_FIELDS = (
    ("text", "text"),
    ("duration", "duration"),
    ("segments", "segments"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "text": UNSET,
}


@define(kw_only=True)
class TranscriptionResponse:
    """What is said."""

    text: str
    """What is said."""

    duration: float | Unset = UNSET
    """Length of the audio in seconds; with `verbose_json` only."""

    segments: list[TranscriptionSegment] | Unset = UNSET
    """The text in timed pieces; with `verbose_json` only."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.text = data["text"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "duration" in data:
            unknown -= 1
            self.duration = data["duration"]
        else:
            self.duration = UNSET
        if "segments" in data:
            unknown -= 1
            raw_segments = data["segments"]
            self.segments = (
                [_models.TranscriptionSegment.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_segments]
                if type(raw_segments) is list
                else raw_segments
            )
        else:
            self.segments = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
