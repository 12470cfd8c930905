"""`ErrorResponse`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

if TYPE_CHECKING:
    from . import ErrorInfo

_FIELDS = (("error", "error"),)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "error": UNSET,
}


@define(kw_only=True)
class ErrorResponse:
    """Body of a failed request."""

    error: ErrorInfo
    """What went wrong."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            raw_error = data["error"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.error = _models.ErrorInfo.from_dict(raw_error) if type(raw_error) is dict else raw_error
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 1 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
