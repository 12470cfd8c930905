"""`ToolCallDelta`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import FunctionCallDelta

_FIELDS = (
    ("index", "index"),
    ("id", "id"),
    ("type", "type"),
    ("function", "function"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "index": UNSET,
}


@define(kw_only=True)
class ToolCallDelta:
    """A piece of a tool call. Id, type and name come once for each index, then pieces of the arguments."""

    index: int
    """Which call the piece belongs to."""

    id: str | Unset = UNSET
    """Id of the call."""

    type: Literal["function"] | str | Unset = UNSET
    """Kind of the tool."""

    function: FunctionCallDelta | Unset = UNSET
    """A piece of the function call."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.index = data["index"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "id" in data:
            unknown -= 1
            self.id = data["id"]
        else:
            self.id = UNSET
        if "type" in data:
            unknown -= 1
            self.type = data["type"]
        else:
            self.type = UNSET
        if "function" in data:
            unknown -= 1
            raw_function = data["function"]
            self.function = (
                _models.FunctionCallDelta.from_dict(raw_function) if type(raw_function) is dict else raw_function
            )
        else:
            self.function = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
