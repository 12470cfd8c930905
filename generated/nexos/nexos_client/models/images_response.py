"""`ImagesResponse`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

if TYPE_CHECKING:
    from . import Image

_FIELDS = (
    ("created", "created"),
    ("data", "data"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "created": UNSET,
    "data": UNSET,
}


@define(kw_only=True)
class ImagesResponse:
    """Images that were made."""

    created: int
    """When the images were made, in unix seconds."""

    data: list[Image]
    """The images."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.created = data["created"]
            raw_data = data["data"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.data = (
            [_models.Image.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_data]
            if type(raw_data) is list
            else raw_data
        )
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 2 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
