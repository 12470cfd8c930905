"""`TranscriptionRequest`, a schema of the Telnyx document."""

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
    ("response_format", "response_format"),
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
    """The bytes of the audio; flac, mp3, mp4, mpeg, mpga, m4a, ogg, wav or webm, at most 100 MB."""

    model: Literal["distil-whisper/distil-large-v2"]
    """Id of the model; there is one."""

    response_format: Literal["json", "verbose_json"] | Unset = UNSET
    """
    Format of the answer; `verbose_json` adds duration and segments.

    The server's default is `"json"`; the client never sends it.
    """

    timestamp_granularities: Literal["segment"] | Unset = UNSET
    """
    What gets times. A string with a single value, in spite of its name.

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
        if "response_format" in data:
            unknown -= 1
            put(self, "response_format", data["response_format"])
        else:
            put(self, "response_format", UNSET)
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
