"""`Rec`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("child", "child"),
    ("kids", "kids"),
    ("m", "m"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "Rec", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class Rec:
    """Not described in the document."""

    child: Rec | Unset = UNSET
    """Not described in the document."""

    kids: list[str | list[Any]] | Unset = UNSET
    """Not described in the document."""

    m: dict[str, Rec] | Unset = UNSET
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
        if "child" in data:
            unknown -= 1
            raw_child = data["child"]
            put(self, "child", _models.Rec.from_dict(raw_child) if type(raw_child) is dict else raw_child)
        else:
            put(self, "child", UNSET)
        if "kids" in data:
            unknown -= 1
            put(self, "kids", data["kids"])
        else:
            put(self, "kids", UNSET)
        if "m" in data:
            unknown -= 1
            raw_m = data["m"]
            put(
                self,
                "m",
                {k0: _models.Rec.from_dict(v0) if type(v0) is dict else v0 for k0, v0 in raw_m.items()}
                if type(raw_m) is dict
                else raw_m,
            )
        else:
            put(self, "m", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
