"""`EmbeddingsRequest`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("model", "model"),
    ("input", "input"),
    ("encoding_format", "encoding_format"),
    ("dimensions", "dimensions"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "EmbeddingsRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class EmbeddingsRequest:
    """Texts to be turned into vectors."""

    model: str
    """Id of the model."""

    input: str | list[str] | list[int] | list[list[int]] | None | Unset = UNSET
    """
    The text or its tokens, or several.

    The server's default is `null`; the client never sends it.
    """

    encoding_format: Literal["float", "base64"] | str | Unset = UNSET
    """
    Encoding of the vectors; how `base64` changes the answer is not documented.

    The server's default is `"float"`; the client never sends it.
    """

    dimensions: int
    """Length of the vectors."""

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
        put(self, "model", get("model", UNSET))
        put(self, "input", get("input", UNSET))
        put(self, "encoding_format", get("encoding_format", UNSET))
        put(self, "dimensions", get("dimensions", UNSET))
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
