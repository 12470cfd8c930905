"""`EmbeddingsResponse`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import Embedding, EmbeddingsUsage

_FIELDS = (
    ("object", "object"),
    ("data", "data"),
    ("model", "model"),
    ("usage", "usage"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "data": UNSET,
    "usage": UNSET,
}


@define(kw_only=True)
class EmbeddingsResponse:
    """The vectors of the texts."""

    object: str | Unset = UNSET
    """
    Kind of the object, `list`.

    Inferred, not documented by the vendor.
    """

    data: list[Embedding]
    """The vectors, in the order of the texts."""

    model: str | Unset = UNSET
    """
    Model that answered.

    Inferred, not documented by the vendor.
    """

    usage: EmbeddingsUsage
    """Tokens used."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            raw_data = data["data"]
            raw_usage = data["usage"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.data = (
            [_models.Embedding.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_data]
            if type(raw_data) is list
            else raw_data
        )
        self.usage = _models.EmbeddingsUsage.from_dict(raw_usage) if type(raw_usage) is dict else raw_usage
        unknown = len(data) - 2
        if "object" in data:
            unknown -= 1
            self.object = data["object"]
        else:
            self.object = UNSET
        if "model" in data:
            unknown -= 1
            self.model = data["model"]
        else:
            self.model = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
