"""`TranscriptionResponse`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import TranscriptionSegment, TranscriptionWord

_FIELDS = (
    ("text", "text"),
    ("model", "model"),
    ("language", "language"),
    ("duration", "duration"),
    ("words", "words"),
    ("segments", "segments"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class TranscriptionResponse:
    """What is said."""

    text: str | None | Unset = UNSET
    """What is said."""

    model: str | None | Unset = UNSET
    """Model that answered."""

    language: str | None | Unset = UNSET
    """Language of the audio."""

    duration: str | None | Unset = UNSET
    """Length of the audio in seconds, as a text."""

    words: list[TranscriptionWord] | None | Unset = UNSET
    """The words with their times."""

    segments: list[TranscriptionSegment] | None | Unset = UNSET
    """The text in timed pieces."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "text" in data:
            unknown -= 1
            self.text = data["text"]
        else:
            self.text = UNSET
        if "model" in data:
            unknown -= 1
            self.model = data["model"]
        else:
            self.model = UNSET
        if "language" in data:
            unknown -= 1
            self.language = data["language"]
        else:
            self.language = UNSET
        if "duration" in data:
            unknown -= 1
            self.duration = data["duration"]
        else:
            self.duration = UNSET
        if "words" in data:
            unknown -= 1
            raw_words = data["words"]
            self.words = (
                [_models.TranscriptionWord.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_words]
                if type(raw_words) is list
                else raw_words
            )
        else:
            self.words = UNSET
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
