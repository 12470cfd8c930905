"""`HTTPValidationError`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import ValidationError

_FIELDS = (("detail", "detail"),)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


@define(kw_only=True)
class HTTPValidationError:
    """Body of a request that does not validate."""

    detail: list[ValidationError] | Unset = UNSET
    """What is wrong, problem by problem."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        unknown = len(data)
        if "detail" in data:
            unknown -= 1
            raw_detail = data["detail"]
            self.detail = (
                [_models.ValidationError.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_detail]
                if type(raw_detail) is list
                else raw_detail
            )
        else:
            self.detail = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
