"""`FunctionDefinition`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("name", "name"),
    ("description", "description"),
    ("parameters", "parameters"),
    ("strict", "strict"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "name": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "FunctionDefinition", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class FunctionDefinition:
    """Name, purpose and parameters of a function."""

    name: str
    """Name of the function."""

    description: str | Unset = UNSET
    """What the function does."""

    parameters: dict[str, Any] | Unset = UNSET
    """JSON Schema of the arguments."""

    strict: bool | None | Unset = UNSET
    """
    Whether the arguments must follow the schema exactly.

    The server's default is `false`; the client never sends it.
    """

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
            put(self, "name", data["name"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "description" in data:
            unknown -= 1
            put(self, "description", data["description"])
        else:
            put(self, "description", UNSET)
        if "parameters" in data:
            unknown -= 1
            put(self, "parameters", data["parameters"])
        else:
            put(self, "parameters", UNSET)
        if "strict" in data:
            unknown -= 1
            put(self, "strict", data["strict"])
        else:
            put(self, "strict", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
