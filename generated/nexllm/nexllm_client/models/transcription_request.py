"""`TranscriptionRequest`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("file", "file"),
    ("model", "model"),
    ("language", "language"),
    ("prompt", "prompt"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "TranscriptionRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class TranscriptionRequest:
    """Audio to be written down."""

    file: bytes
    """The bytes of the audio; mp3, mp4, mpeg, mpga, m4a, wav or webm, under 25 MB."""

    model: str
    """Id of the model, such as whisper-1."""

    language: str | Unset = UNSET
    """Language of the audio, as an ISO 639-1 code."""

    prompt: str | Unset = UNSET
    """Text that leads the model's style."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    def __attrs_post_init__(self) -> None:
        """Refuse members the document forbids."""
        _CHECK.on_init(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        put(self, "file", get("file", UNSET))
        put(self, "model", get("model", UNSET))
        put(self, "language", get("language", UNSET))
        put(self, "prompt", get("prompt", UNSET))
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
