"""`TranslationRequest`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members
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

    response_format: Literal["json", "text", "srt", "verbose_json", "vtt"] | str | Unset = UNSET
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
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        put(self, "file", get("file", UNSET))
        put(self, "model", get("model", UNSET))
        put(self, "prompt", get("prompt", UNSET))
        put(self, "response_format", get("response_format", UNSET))
        put(self, "temperature", get("temperature", UNSET))
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
