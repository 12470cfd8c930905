"""`FilePart`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import InputFile

_FIELDS = (
    ("type", "type"),
    ("file", "file"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "type": UNSET,
    "file": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "FilePart", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class FilePart:
    """A file."""

    type: Literal["file"]
    """Kind of the part."""

    file: InputFile
    """The file."""

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
            raw_file = data["file"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(self, "file", _models.InputFile.from_dict(raw_file) if type(raw_file) is dict else raw_file)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if len(data) > 2 else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
