"""`PlatformErrorResponse`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

if TYPE_CHECKING:
    from . import PlatformError

_FIELDS = (("errors", "errors"),)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "errors": UNSET,
}


@define(kw_only=True)
class PlatformErrorResponse:
    """Body of a request that the platform refused before it reached the service."""

    errors: list[PlatformError]
    """What went wrong."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            raw_errors = data["errors"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.errors = (
            [_models.PlatformError.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_errors]
            if type(raw_errors) is list
            else raw_errors
        )
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 1 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
