"""`TranscriptionSegment`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("id", "id"),
    ("seek", "seek"),
    ("start", "start"),
    ("end", "end"),
    ("text", "text"),
    ("tokens", "tokens"),
    ("temperature", "temperature"),
    ("avg_logprob", "avg_logprob"),
    ("compression_ratio", "compression_ratio"),
    ("no_speech_prob", "no_speech_prob"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class TranscriptionSegment:
    """A piece of the text and when it is said."""

    id: int | Unset = UNSET
    """Number of the piece."""

    seek: int | Unset = UNSET
    """Offset of the search."""

    start: float | Unset = UNSET
    """Where it starts, in seconds."""

    end: float | Unset = UNSET
    """Where it ends, in seconds."""

    text: str | Unset = UNSET
    """The text."""

    tokens: list[int] | Unset = UNSET
    """The tokens of the text."""

    temperature: float | Unset = UNSET
    """Sampling temperature of the piece."""

    avg_logprob: float | Unset = UNSET
    """Mean log probability of the tokens."""

    compression_ratio: float | Unset = UNSET
    """How well the text compresses."""

    no_speech_prob: float | Unset = UNSET
    """Probability that nothing is said."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        self.id = get("id", UNSET)
        self.seek = get("seek", UNSET)
        self.start = get("start", UNSET)
        self.end = get("end", UNSET)
        self.text = get("text", UNSET)
        self.tokens = get("tokens", UNSET)
        self.temperature = get("temperature", UNSET)
        self.avg_logprob = get("avg_logprob", UNSET)
        self.compression_ratio = get("compression_ratio", UNSET)
        self.no_speech_prob = get("no_speech_prob", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
