"""`AudioPart`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import InputAudio

_FIELDS = (
    ("type", "type"),
    ("input_audio", "input_audio"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "type": UNSET,
    "input_audio": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "AudioPart", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class AudioPart:
    """A piece of recorded sound."""

    type: Literal["input_audio"]
    """Kind of the part."""

    input_audio: InputAudio
    """The sound."""

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
            put(self, "type", data["type"])
            raw_input_audio = data["input_audio"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(
            self,
            "input_audio",
            _models.InputAudio.from_dict(raw_input_audio) if type(raw_input_audio) is dict else raw_input_audio,
        )
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if len(data) > 2 else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
