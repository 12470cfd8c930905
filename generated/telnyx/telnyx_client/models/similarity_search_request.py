"""`SimilaritySearchRequest`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("bucket_name", "bucket_name"),
    ("query", "query"),
    ("num_of_docs", "num_of_docs"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "bucket_name": UNSET,
    "query": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "SimilaritySearchRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class SimilaritySearchRequest:
    """A search in an embedded bucket."""

    bucket_name: str
    """Bucket to search."""

    query: str
    """What to look for."""

    num_of_docs: int | Unset = UNSET
    """
    Most documents found. The vendor's prose calls it num_docs.

    The server's default is `3`; the client never sends it.
    """

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
            put(self, "bucket_name", data["bucket_name"])
            put(self, "query", data["query"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
        if "num_of_docs" in data:
            unknown -= 1
            put(self, "num_of_docs", data["num_of_docs"])
        else:
            put(self, "num_of_docs", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
