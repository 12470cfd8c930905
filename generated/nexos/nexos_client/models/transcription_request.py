"""`TranscriptionRequest`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("file", "file"),
    ("model", "model"),
    ("language", "language"),
    ("prompt", "prompt"),
    ("response_format", "response_format"),
    ("temperature", "temperature"),
    ("timestamp_granularities", "timestamp_granularities[]"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "file": UNSET,
    "model": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "TranscriptionRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class TranscriptionRequest:
    """Audio to be written down."""

    file: bytes
    """The bytes of the audio; flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm."""

    model: str
    """Id of the model."""

    language: str | Unset = UNSET
    """Language of the audio, as an ISO 639-1 code."""

    prompt: str | Unset = UNSET
    """Text that leads the model's style."""

    response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | Unset = UNSET
    """
    Format of the answer.

    The server's default is `"json"`; the client never sends it.
    """

    temperature: float | Unset = UNSET
    """
    Sampling temperature.

    Documented limit: ≥ 0, ≤ 1. The server's default is `0`; the client never sends it.
    """

    timestamp_granularities: list[Literal["word", "segment"]] | Unset = UNSET
    """
    What gets times; needs the format `verbose_json`. The SDK names the part without brackets.

    The server's default is `["segment"]`; the client never sends it.

    `timestamp_granularities[]` in JSON.
    """

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
        try:
            put(self, "file", data["file"])
            put(self, "model", data["model"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
        if "language" in data:
            unknown -= 1
            put(self, "language", data["language"])
        else:
            put(self, "language", UNSET)
        if "prompt" in data:
            unknown -= 1
            put(self, "prompt", data["prompt"])
        else:
            put(self, "prompt", UNSET)
        if "response_format" in data:
            unknown -= 1
            put(self, "response_format", data["response_format"])
        else:
            put(self, "response_format", UNSET)
        if "temperature" in data:
            unknown -= 1
            put(self, "temperature", data["temperature"])
        else:
            put(self, "temperature", UNSET)
        if "timestamp_granularities[]" in data:
            unknown -= 1
            put(self, "timestamp_granularities", data["timestamp_granularities[]"])
        else:
            put(self, "timestamp_granularities", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
