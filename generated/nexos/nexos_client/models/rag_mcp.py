"""`RagMcp`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("collection_uuid", "collection_uuid"),
    ("query", "query"),
    ("threshold", "threshold"),
    ("top_n", "top_n"),
    ("model_uuid", "model_uuid"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "collection_uuid": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "RagMcp", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class RagMcp:
    """Collection and limits of a retrieval."""

    collection_uuid: str
    """The collection."""

    query: str | Unset = UNSET
    """What to look for."""

    threshold: float | Unset = UNSET
    """Least score of a result."""

    top_n: int | Unset = UNSET
    """Most results."""

    model_uuid: str | Unset = UNSET
    """The model."""

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
            put(self, "collection_uuid", data["collection_uuid"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "query" in data:
            unknown -= 1
            put(self, "query", data["query"])
        else:
            put(self, "query", UNSET)
        if "threshold" in data:
            unknown -= 1
            put(self, "threshold", data["threshold"])
        else:
            put(self, "threshold", UNSET)
        if "top_n" in data:
            unknown -= 1
            put(self, "top_n", data["top_n"])
        else:
            put(self, "top_n", UNSET)
        if "model_uuid" in data:
            unknown -= 1
            put(self, "model_uuid", data["model_uuid"])
        else:
            put(self, "model_uuid", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
