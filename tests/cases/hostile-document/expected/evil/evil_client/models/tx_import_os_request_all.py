"""`TXImportOsRequestAll`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import TXImportOsRequestAllInner

_FIELDS = (
    ("inner", "inner"),
    ("more", "more"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "inner": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "TXImportOsRequestAll", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class TXImportOsRequestAll:
    """\"\"\""""

    inner: TXImportOsRequestAllInner
    """Not described in the document."""

    more: str | Unset = UNSET
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
        try:
            raw_inner = data["inner"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(
            self,
            "inner",
            _models.TXImportOsRequestAllInner.from_dict(raw_inner) if type(raw_inner) is dict else raw_inner,
        )
        unknown = len(data) - 1
        if "more" in data:
            unknown -= 1
            put(self, "more", data["more"])
        else:
            put(self, "more", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
