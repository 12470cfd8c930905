"""`ValidationError`, a schema of the RagParams document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("loc", "loc"),
    ("msg", "msg"),
    ("type", "type"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "loc": UNSET,
    "msg": UNSET,
    "type": UNSET,
}


@define(kw_only=True)
class ValidationError:
    """One problem of a request."""

    loc: list[str | int]
    """Where the problem is, as a path of names and indices."""

    msg: str
    """What is wrong."""

    type: str
    """Kind of the problem."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.loc = data["loc"]
            self.msg = data["msg"]
            self.type = data["type"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 3 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
