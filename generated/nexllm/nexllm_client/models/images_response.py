"""`ImagesResponse`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import Image

_FIELDS = (
    ("created", "created"),
    ("data", "data"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class ImagesResponse:
    """Images that were made."""

    created: int | Unset = UNSET
    """
    When the images were made, in unix seconds.

    Inferred, not documented by the vendor.
    """

    data: list[Image]
    """The images."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = cls.__new__(cls)
        get: Any = data.get
        self.created = get("created", UNSET)
        raw = get("data", UNSET)
        self.data = (
            [_models.Image.from_dict(i0) if type(i0) is dict else i0 for i0 in raw] if type(raw) is list else raw
        )
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
