"""`EmbeddingsResponse`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

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
    "object": UNSET,
    "data": UNSET,
    "model": UNSET,
    "usage": UNSET,
}


@define(kw_only=True)
class EmbeddingsResponse:
    """The vectors of the texts."""

    object: str
    """Kind of the object, `list`."""

    data: list[Embedding] | None
    """The vectors, in the order of the texts."""

    model: str
    """Model that answered."""

    usage: EmbeddingsUsage
    """Tokens used."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.object = data["object"]
            raw_data = data["data"]
            self.model = data["model"]
            raw_usage = data["usage"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.data = (
            [_models.Embedding.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_data]
            if type(raw_data) is list
            else raw_data
        )
        self.usage = _models.EmbeddingsUsage.from_dict(raw_usage) if type(raw_usage) is dict else raw_usage
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 4 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
