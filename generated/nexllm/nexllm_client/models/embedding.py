"""`Embedding`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("object", "object"),
    ("embedding", "embedding"),
    ("index", "index"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "embedding": UNSET,
    "index": UNSET,
}


@define(kw_only=True)
class Embedding:
    """The vector of one text."""

    object: str | Unset = UNSET
    """
    Kind of the object, `embedding`.

    Inferred, not documented by the vendor.
    """

    embedding: list[float]
    """The vector."""

    index: int
    """Place of the text in the request, from zero."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.embedding = data["embedding"]
            self.index = data["index"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
        if "object" in data:
            unknown -= 1
            self.object = data["object"]
        else:
            self.object = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
