"""`TXImportOsRequestNestedA`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("type", "type"),
    ("n", "n"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "TXImportOsRequestNestedA", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class TXImportOsRequestNestedA:
    """Not described in the document."""

    type: Literal["a"] | Unset = UNSET
    """Not described in the document."""

    n: int | Unset = UNSET
    """Not described in the document."""

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
        unknown = len(data)
        if "type" in data:
            unknown -= 1
            put(self, "type", data["type"])
        else:
            put(self, "type", UNSET)
        if "n" in data:
            unknown -= 1
            put(self, "n", data["n"])
        else:
            put(self, "n", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
