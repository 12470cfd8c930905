"""How deep and how large a text may grow while it is read; knows no syntax."""

from __future__ import annotations

from typing import Final

MAX_DEPTH: Final = 200
"""Levels of nesting; real documents stay under 40, and recursion of any reader stays safe."""

MAX_ALIASED_NODES: Final = 200_000
"""Nodes that aliases may add to one document, together; bounds the expansion of aliases of aliases."""
