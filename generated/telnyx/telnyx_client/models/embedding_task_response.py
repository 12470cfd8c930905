"""`EmbeddingTaskResponse`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import EmbeddingTask

_FIELDS = (("data", "data"),)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class EmbeddingTaskResponse:
    """Envelope of a task."""

    data: EmbeddingTask | Unset = UNSET
    """The task."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "data" in data:
            unknown -= 1
            raw_data = data["data"]
            self.data = _models.EmbeddingTask.from_dict(raw_data) if type(raw_data) is dict else raw_data
        else:
            self.data = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
