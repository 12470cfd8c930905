"""`RagOptions`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import RagMcp

_FIELDS = (("mcp", "mcp"),)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "mcp": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "RagOptions", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class RagOptions:
    """Settings of a retrieval."""

    mcp: RagMcp
    """Collection and limits."""

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
            raw_mcp = data["mcp"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(self, "mcp", _models.RagMcp.from_dict(raw_mcp) if type(raw_mcp) is dict else raw_mcp)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if len(data) > 1 else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
