"""`PlatformError`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
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
        self = cls.__new__(cls)
        get: Any = data.get
        self.code = get("code", UNSET)
        self.title = get("title", UNSET)
        self.detail = get("detail", UNSET)
        raw = get("source", UNSET)
        self.source = _models.PlatformErrorSource.from_dict(raw) if type(raw) is dict else raw
        self.meta = get("meta", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
