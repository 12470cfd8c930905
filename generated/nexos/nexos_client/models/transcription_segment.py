"""`TranscriptionSegment`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
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
        self = new_instance(cls)
        unknown = len(data)
        if "id" in data:
            unknown -= 1
            self.id = data["id"]
        else:
            self.id = UNSET
        if "seek" in data:
            unknown -= 1
            self.seek = data["seek"]
        else:
            self.seek = UNSET
        if "start" in data:
            unknown -= 1
            self.start = data["start"]
        else:
            self.start = UNSET
        if "end" in data:
            unknown -= 1
            self.end = data["end"]
        else:
            self.end = UNSET
        if "text" in data:
            unknown -= 1
            self.text = data["text"]
        else:
            self.text = UNSET
        if "tokens" in data:
            unknown -= 1
            self.tokens = data["tokens"]
        else:
            self.tokens = UNSET
        if "temperature" in data:
            unknown -= 1
            self.temperature = data["temperature"]
        else:
            self.temperature = UNSET
        if "avg_logprob" in data:
            unknown -= 1
            self.avg_logprob = data["avg_logprob"]
        else:
            self.avg_logprob = UNSET
        if "compression_ratio" in data:
            unknown -= 1
            self.compression_ratio = data["compression_ratio"]
        else:
            self.compression_ratio = UNSET
        if "no_speech_prob" in data:
            unknown -= 1
            self.no_speech_prob = data["no_speech_prob"]
        else:
            self.no_speech_prob = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
