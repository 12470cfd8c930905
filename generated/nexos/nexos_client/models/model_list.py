"""`ModelList`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

if TYPE_CHECKING:
    from . import ModelInfo

_FIELDS = (
    ("object", "object"),
    ("data", "data"),
    ("total", "total"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "object": UNSET,
    "data": UNSET,
    "total": UNSET,
}


@define(kw_only=True)
class ModelList:
    """A list of models."""

    object: str
    """Kind of the object, `list`."""

    data: list[ModelInfo]
    """The models."""

    total: int
    """How many models there are."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.object = data["object"]
            raw_data = data["data"]
            self.total = data["total"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.data = (
            [_models.ModelInfo.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_data]
            if type(raw_data) is list
            else raw_data
        )
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 3 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
