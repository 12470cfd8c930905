"""`SpeechRequest`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("model", "model"),
    ("input", "input"),
    ("voice", "voice"),
    ("response_format", "response_format"),
    ("speed", "speed"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "model": UNSET,
    "input": UNSET,
    "voice": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "SpeechRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class SpeechRequest:
    """A text to be spoken."""

    model: str
    """Id of the model."""

    input: str
    """
    The text.

    At most 4096 characters.
    """

    voice: Literal["alloy", "echo", "shimmer", "fable", "onyx", "nova"]
    """Voice that speaks."""

    response_format: Literal["mp3", "opus", "aac", "flac", "wav", "pcm"] | Unset = UNSET
    """
    Encoding of the audio.

    The server's default is `"mp3"`; the client never sends it.
    """

    speed: float | Unset = UNSET
    """
    Speed of the voice.

    The server's default is `1`; the client never sends it.
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
            put(self, "model", data["model"])
            put(self, "input", data["input"])
            put(self, "voice", data["voice"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 3
        if "response_format" in data:
            unknown -= 1
            put(self, "response_format", data["response_format"])
        else:
            put(self, "response_format", UNSET)
        if "speed" in data:
            unknown -= 1
            put(self, "speed", data["speed"])
        else:
            put(self, "speed", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
