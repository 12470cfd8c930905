"""`TranslationRequest`, a schema of the Nexos.ai document."""

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
    ("prompt", "prompt"),
    ("response_format", "response_format"),
    ("temperature", "temperature"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "file": UNSET,
    "model": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "TranslationRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class TranslationRequest:
    """Audio to be written down in English."""

    file: bytes
    """The bytes of the audio; flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm."""

    model: str
    """Id of the model."""

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

    The server's default is `0`; the client never sends it.
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
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
