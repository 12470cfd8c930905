"""`ToolCallDelta`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members
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
        self = cls.__new__(cls)
        get: Any = data.get
        self.index = get("index", UNSET)
        self.id = get("id", UNSET)
        self.type = get("type", UNSET)
        raw = get("function", UNSET)
        self.function = _models.FunctionCallDelta.from_dict(raw) if type(raw) is dict else raw
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
