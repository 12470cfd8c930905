"""`BucketEmbeddingsRequest`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("bucket_name", "bucket_name"),
    ("document_chunk_size", "document_chunk_size"),
    ("document_chunk_overlap_size", "document_chunk_overlap_size"),
    ("embedding_model", "embedding_model"),
    ("loader", "loader"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "bucket_name": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "BucketEmbeddingsRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class BucketEmbeddingsRequest:
    """A bucket to embed."""

    bucket_name: str
    """Bucket that holds the documents."""

    document_chunk_size: int | Unset = UNSET
    """
    Length of the pieces that a document is cut into.

    The server's default is `1024`; the client never sends it.
    """

    document_chunk_overlap_size: int | Unset = UNSET
    """
    How far neighbouring pieces overlap.

    The server's default is `512`; the client never sends it.
    """

    embedding_model: str | Unset = UNSET
    """
    Model that embeds.

    The server's default is `"thenlper/gte-large"`; the client never sends it.
    """

    loader: str | Unset = UNSET
    """
    How documents are read.

    The server's default is `"default"`; the client never sends it.
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
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "document_chunk_size" in data:
            unknown -= 1
            put(self, "document_chunk_size", data["document_chunk_size"])
        else:
            put(self, "document_chunk_size", UNSET)
        if "document_chunk_overlap_size" in data:
            unknown -= 1
            put(self, "document_chunk_overlap_size", data["document_chunk_overlap_size"])
        else:
            put(self, "document_chunk_overlap_size", UNSET)
        if "embedding_model" in data:
            unknown -= 1
            put(self, "embedding_model", data["embedding_model"])
        else:
            put(self, "embedding_model", UNSET)
        if "loader" in data:
            unknown -= 1
            put(self, "loader", data["loader"])
        else:
            put(self, "loader", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
