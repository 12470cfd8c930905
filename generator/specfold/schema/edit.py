"""Changed copies of JSON values; the originals stay as they are."""

from __future__ import annotations

from collections.abc import Mapping

from specfold.document import Json

Tokens = tuple[str, ...]


def copy_json(value: Json) -> Json:
    """Return a deep copy of a JSON value."""
    if isinstance(value, dict):
        return {key: copy_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [copy_json(item) for item in value]
    return value


def replace_nodes(value: Json, changes: Mapping[Tokens, Json]) -> Json:
    """Return a value with the nodes at the given tokens replaced; what is not on the way to one is shared."""
    if not changes:
        return value
    if () in changes:
        return changes[()]
    below: dict[str, dict[Tokens, Json]] = {}
    for tokens, new in changes.items():
        below.setdefault(tokens[0], {})[tokens[1:]] = new
    if isinstance(value, dict):
        return {key: replace_nodes(item, below.get(key, {})) for key, item in value.items()}
    return [replace_nodes(item, below.get(str(index), {})) for index, item in enumerate(value)]


def is_same(left: Json, right: Json) -> bool:
    """Tell whether two JSON values are the same; unlike `==`, true is not 1, and member order does not count."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(is_same(item, right[key]) for key, item in left.items())
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(is_same, left, right))
    return bool(left == right)
