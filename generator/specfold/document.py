"""A document: its JSON value, what it is called, and which line wrote each node. Reads no files."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from specfold.pointer import JsonPointer

Json: TypeAlias = Any  # raw documents enter here: dict, list, str, int, float, bool, None
JsonObject: TypeAlias = dict[str, Any]


@attrs.frozen
class Origin:
    """
    Where one node was written.

    Attributes:
        source: the file, relative to the family or as the user named it.
        line: the line in it, from 1.
        layer: `base`, `document` or `overlay`.
        action: index of the overlay action that wrote it, None for a plain document.
    """

    source: str
    line: int
    layer: str = "document"
    action: int | None = None


@attrs.frozen(eq=False)
class Document:
    """
    One OpenAPI or Overlay document.

    Attributes:
        value: the parsed root object; never changed in place.
        source: the file, as the user would name it.
        origins: pointer tokens of each node to where it was written (values and object members alike).
    """

    value: JsonObject
    source: str
    origins: Mapping[tuple[str, ...], Origin] = MappingProxyType({})

    def origin_of(self, pointer: JsonPointer) -> Origin | None:
        """Return where a node, or else its nearest known ancestor, was written."""
        tokens = pointer.tokens
        for end in range(len(tokens), -1, -1):
            found = self.origins.get(tokens[:end])
            if found is not None:
                return found
        return None
