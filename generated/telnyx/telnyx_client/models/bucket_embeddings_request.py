"""`BucketEmbeddingsRequest`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members
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
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        put(self, "bucket_name", get("bucket_name", UNSET))
        put(self, "document_chunk_size", get("document_chunk_size", UNSET))
        put(self, "document_chunk_overlap_size", get("document_chunk_overlap_size", UNSET))
        put(self, "embedding_model", get("embedding_model", UNSET))
        put(self, "loader", get("loader", UNSET))
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
