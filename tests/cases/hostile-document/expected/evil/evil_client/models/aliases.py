"""Schemas of the Evil \"\"\" {{ 7*7 }} \\ document that are no classes: unions, lists, values."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

Tree: TypeAlias = str | list[Any]
"""Not described in the document."""

Free: TypeAlias = dict[str, Any]
"""Not described in the document."""

Literal2: TypeAlias = Literal["x"] | str
"""Not described in the document."""

UNSET2: TypeAlias = list[int]
"""Not described in the document."""
