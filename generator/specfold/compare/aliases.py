"""
Names that mean the same thing: those a document states with `x-alias-of`, and a few that the whole API family shares.

Knows the members of chat-completion requests as data; knows no vendor and no document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specfold.document import Json

ALIAS: Final = "x-alias-of"
"""Stands on a schema: the name of what it is, the same in every document that has it under any name."""

_FAMILY: Final[Mapping[str, str]] = {"max_tokens": "max_completion_tokens"}
"""A member and the newer name of the same thing; where both are sent, the newer one counts."""

SUBSTITUTES: Final[Mapping[str, tuple[tuple[str, bool], ...]]] = {
    "role": (("system", False),),
    "tool_choice": (("required", True), ("auto", True)),
}
"""Values tried, in order, where a member's own is not accepted, and whether something is lost."""

REPLACEABLE: Final[Mapping[str, frozenset[str]]] = {
    "role": frozenset({"developer"}),
    "tool_choice": frozenset({"required", "any"}),
}
"""Which texts may be replaced so; objects may be anywhere."""

DEPENDENT: Final[Mapping[str, str]] = {
    "tool_choice": "tools",
    "parallel_tool_calls": "tools",
    "top_logprobs": "logprobs",
    "stream_options": "stream",
}
"""Members that are about another one and go with it."""


def names_of(name: str, keywords: Mapping[str, Json]) -> frozenset[str]:
    """Return what a member is known as: its name, the family's name for it, and what its schema states."""
    stated = keywords.get(ALIAS)
    return frozenset({name, _FAMILY.get(name, name), *([stated] if isinstance(stated, str) else ())})


def is_newer(name: str, other: str) -> bool:
    """Tell whether a member is the newer name of another one."""
    return _FAMILY.get(other) == name
