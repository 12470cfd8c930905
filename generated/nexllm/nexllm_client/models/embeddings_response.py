"""`EmbeddingsResponse`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
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
        self = cls.__new__(cls)
        get: Any = data.get
        self.object = get("object", UNSET)
        raw = get("data", UNSET)
        self.data = (
            [_models.Embedding.from_dict(i0) if type(i0) is dict else i0 for i0 in raw] if type(raw) is list else raw
        )
        self.model = get("model", UNSET)
        raw = get("usage", UNSET)
        self.usage = _models.EmbeddingsUsage.from_dict(raw) if type(raw) is dict else raw
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
