"""Path items that are references: where what they say is written. Knows no operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer

Tokens = tuple[str, ...]


def iter_parts(root: JsonObject, tokens: Tokens) -> Iterator[tuple[Tokens, JsonObject]]:
    """Yield a path item and those it refers to inside the document, each with its place, itself first."""
    seen: set[Tokens] = set()
    place: Tokens | None = tokens
    while place is not None and place not in seen:
        seen.add(place)
        item = _node_at(root, place)
        if not isinstance(item, dict):
            return
        yield place, item
        ref = item.get("$ref")
        place = JsonPointer.parse(ref).tokens if isinstance(ref, str) and ref.startswith("#/") else None


def inline_path_items(root: JsonObject) -> tuple[JsonObject, Mapping[Tokens, Tokens]]:
    """
    Return a document whose paths hold what they refer to.

    A reference that leads out of the document stays.

    Returns:
        The document, and for each member that was taken from elsewhere its new place with the one it is written at.
    """
    found = root.get("paths")
    paths: JsonObject = found if isinstance(found, dict) else {}
    inlined: JsonObject = {}
    moved: dict[Tokens, Tokens] = {}
    for path, item in paths.items():
        if isinstance(item, dict) and "$ref" in item:
            parts = list(iter_parts(root, ("paths", path)))
            united: JsonObject = {}
            for place, part in parts:
                own = {name: value for name, value in part.items() if name != "$ref" or part is parts[-1][1]}
                moved.update({("paths", path, name): (*place, name) for name in own if name not in united})
                united = own | united
            inlined[path] = united
    return ({**root, "paths": {**paths, **inlined}} if inlined else root), moved


def _node_at(root: Json, tokens: Tokens) -> Json:
    node = root
    for token in tokens:
        if not isinstance(node, dict) or token not in node:
            return None
        node = node[token]
    return node
