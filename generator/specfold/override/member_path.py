"""Paths of members, `choices[].message.{role,content}`, and whether a schema has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specfold.document import Json, JsonObject
from specfold.schema.references import follow

Steps = tuple[str, ...]
_ITEMS = "[]"


def expand_member_path(path: str) -> Iterator[Steps]:
    """
    Yield every path a pattern stands for, as member names and `[]` for the items of an array.

    Raises:
        ValueError: the pattern is no path of members.
    """
    braces = re.search(r"\{([^{}]*)\}", path)
    if braces:
        for name in braces.group(1).split(","):
            yield from expand_member_path(path[: braces.start()] + name.strip() + path[braces.end() :])
        return
    steps: list[str] = []
    for part in path.split("."):
        name = part.removesuffix(_ITEMS)
        if not name or _ITEMS in name:
            msg = f"expected members joined by dots, each with [] where it is an array, found {path!r}"
            raise ValueError(msg)
        steps += [name, _ITEMS] if part != name else [name]
    yield tuple(steps)


def find_missing_step(root: JsonObject, schema: Json, *, steps: Steps) -> str | None:
    """Return the first part of a path that no alternative of a schema has, None when the path is there."""
    options = list(_alternatives(root, schema))
    for index, step in enumerate(steps):
        inner = [
            child
            for option in options
            for child in ([option.get("items")] if step == _ITEMS else [(option.get("properties") or {}).get(step)])
            if isinstance(child, dict)
        ]
        if not inner:
            return ".".join(steps[: index + 1]).replace("." + _ITEMS, _ITEMS)
        options = [option for child in inner for option in _alternatives(root, child)]
    return None


def _alternatives(root: JsonObject, schema: Json, *, depth: int = 0) -> Iterator[JsonObject]:
    resolved = follow(root, schema)
    if not isinstance(resolved, dict) or depth > 20:
        return
    yield resolved
    for keyword in ("allOf", "anyOf", "oneOf"):
        for branch in resolved.get(keyword) or []:
            yield from _alternatives(root, branch, depth=depth + 1)
