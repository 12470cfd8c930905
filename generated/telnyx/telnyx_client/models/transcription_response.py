"""`TranscriptionResponse`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import TranscriptionSegment

_FIELDS = (
    ("text", "text"),
    ("duration", "duration"),
    ("segments", "segments"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


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
        self = cls.__new__(cls)
        get: Any = data.get
        self.text = get("text", UNSET)
        self.duration = get("duration", UNSET)
        raw = get("segments", UNSET)
        self.segments = (
            [_models.TranscriptionSegment.from_dict(i0) if type(i0) is dict else i0 for i0 in raw]
            if type(raw) is list
            else raw
        )
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
