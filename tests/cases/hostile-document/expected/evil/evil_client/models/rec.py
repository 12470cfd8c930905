"""`Rec`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members
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
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        raw = get("child", UNSET)
        put(self, "child", _models.Rec.from_dict(raw) if type(raw) is dict else raw)
        put(self, "kids", get("kids", UNSET))
        raw = get("m", UNSET)
        put(
            self,
            "m",
            {k0: _models.Rec.from_dict(v0) if type(v0) is dict else v0 for k0, v0 in raw.items()}
            if type(raw) is dict
            else raw,
        )
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
