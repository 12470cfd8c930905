"""`InputAudio`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET
from .._schemas import VALIDATOR

_FIELDS = (
    ("data", "data"),
    ("format", "format"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "data": UNSET,
    "format": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "InputAudio", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class InputAudio:
    """Sound data and its encoding."""

    data: str
    """The encoded sound."""

    format: Literal["wav", "mp3"]
    """Encoding of the sound."""

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
            put(self, "data", data["data"])
            put(self, "format", data["format"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if len(data) > 2 else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
