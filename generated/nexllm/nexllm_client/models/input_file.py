"""`InputFile`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("filename", "filename"),
    ("file_data", "file_data"),
    ("file_id", "file_id"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "InputFile", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class InputFile:
    """A file, by its data or by the id of an upload."""

    filename: str | Unset = UNSET
    """Name of the file."""

    file_data: str | Unset = UNSET
    """Content of the file."""

    file_id: str | Unset = UNSET
    """Id of an uploaded file."""

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
        unknown = len(data)
        if "filename" in data:
            unknown -= 1
            put(self, "filename", data["filename"])
        else:
            put(self, "filename", UNSET)
        if "file_data" in data:
            unknown -= 1
            put(self, "file_data", data["file_data"])
        else:
            put(self, "file_data", UNSET)
        if "file_id" in data:
            unknown -= 1
            put(self, "file_id", data["file_id"])
        else:
            put(self, "file_id", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
