"""`ABC`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

if TYPE_CHECKING:
    from . import ABCInner

_FIELDS = (("inner", "inner"),)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "inner": UNSET,
}


@define(kw_only=True)
class ABC:
    """\"\"\""""

    inner: ABCInner
    """Not described in the document."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            raw_inner = data["inner"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.inner = _models.ABCInner.from_dict(raw_inner) if type(raw_inner) is dict else raw_inner
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 1 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
