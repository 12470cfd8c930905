"""`ErrorInfo`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

_FIELDS = (
    ("message", "message"),
    ("type", "type"),
    ("param", "param"),
    ("code", "code"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "message": UNSET,
}


@define(kw_only=True)
class ErrorInfo:
    """What went wrong."""

    message: str
    """Explanation for people."""

    type: str | Unset = UNSET
    """Kind of the error."""

    param: str | None | Unset = UNSET
    """Request member at fault."""

    code: str | int | None | Unset = UNSET
    """Short code of the error."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.message = data["message"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "type" in data:
            unknown -= 1
            self.type = data["type"]
        else:
            self.type = UNSET
        if "param" in data:
            unknown -= 1
            self.param = data["param"]
        else:
            self.param = UNSET
        if "code" in data:
            unknown -= 1
            self.code = data["code"]
        else:
            self.code = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
