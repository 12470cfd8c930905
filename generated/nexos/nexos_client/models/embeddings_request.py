"""`EmbeddingsRequest`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("model", "model"),
    ("input", "input"),
    ("encoding_format", "encoding_format"),
    ("dimensions", "dimensions"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "model": UNSET,
    "dimensions": UNSET,
}
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

    encoding_format: Literal["float", "base64"] | Unset = UNSET
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
        self = new_instance(cls)
        put = object.__setattr__
        try:
            put(self, "model", data["model"])
            put(self, "dimensions", data["dimensions"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
        if "input" in data:
            unknown -= 1
            put(self, "input", data["input"])
        else:
            put(self, "input", UNSET)
        if "encoding_format" in data:
            unknown -= 1
            put(self, "encoding_format", data["encoding_format"])
        else:
            put(self, "encoding_format", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
