"""`PlatformError`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import PlatformErrorSource

_FIELDS = (
    ("code", "code"),
    ("title", "title"),
    ("detail", "detail"),
    ("source", "source"),
    ("meta", "meta"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "code": UNSET,
    "title": UNSET,
}


@define(kw_only=True)
class PlatformError:
    """One error of the platform."""

    code: str
    """Number of the error."""

    title: str
    """Name of the error."""

    detail: str | Unset = UNSET
    """Explanation for people."""

    source: PlatformErrorSource | Unset = UNSET
    """Where the error is."""

    meta: dict[str, Any] | Unset = UNSET
    """More about the error, usually a `url`."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.code = data["code"]
            self.title = data["title"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
        if "detail" in data:
            unknown -= 1
            self.detail = data["detail"]
        else:
            self.detail = UNSET
        if "source" in data:
            unknown -= 1
            raw_source = data["source"]
            self.source = _models.PlatformErrorSource.from_dict(raw_source) if type(raw_source) is dict else raw_source
        else:
            self.source = UNSET
        if "meta" in data:
            unknown -= 1
            self.meta = data["meta"]
        else:
            self.meta = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
