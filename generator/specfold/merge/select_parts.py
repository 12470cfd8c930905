"""Keep chosen paths or tags of a document, and of its components what they reach; knows no family."""

from __future__ import annotations

import re
from collections.abc import Iterable

from specfold.document import Json, JsonObject
from specfold.schema.reachable import reachable_components
from specfold.schema.walk import METHODS


def select_parts(value: JsonObject, *, paths: Iterable[str] = (), tags: Iterable[str] = ()) -> JsonObject:
    """
    Return a document with chosen operations and the components they reach, without webhooks.

    Args:
        value: an OpenAPI document with local references only.
        paths: keep paths that match one of these; `*` stands for anything within a segment, `**` for anything.
        tags: keep operations with one of these tags.
    """
    patterns, wanted = [_pattern(path) for path in paths], set(tags)
    kept: JsonObject = {}
    for path, item in _items(value).items():
        if patterns and not any(pattern.match(path) for pattern in patterns):
            continue
        chosen = _with_tags(item, wanted) if wanted else item
        if chosen is not None:
            kept[path] = chosen
    selected = {key: kept if key == "paths" else member for key, member in value.items() if key != "webhooks"}
    return _without_unreached(selected)


def unmatched_filters(value: JsonObject, *, paths: Iterable[str] = (), tags: Iterable[str] = ()) -> list[str]:
    """Return the filters that choose nothing."""
    items = _items(value)
    used = {tag for item in items.values() for method in METHODS for tag in tags_of(item.get(method))}
    idle = [path for path in paths if not any(_pattern(path).match(known) for known in items)]
    return [*idle, *(tag for tag in tags if tag not in used)]


def tags_of(operation: Json) -> list[str]:
    """Return the tags of an operation, nothing of what is none."""
    tags = operation.get("tags") if isinstance(operation, dict) else None
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def _items(value: JsonObject) -> dict[str, JsonObject]:
    paths = value.get("paths")
    found = paths.items() if isinstance(paths, dict) else ()
    return {path: item for path, item in found if isinstance(item, dict)}


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*|\*)", path)
    text = "".join({"**": ".*", "*": "[^/]*"}.get(part, re.escape(part)) for part in parts)
    return re.compile(text + r"\Z")


def _with_tags(item: JsonObject, wanted: set[str]) -> JsonObject | None:
    chosen = {
        key: member for key, member in item.items() if key not in METHODS or not wanted.isdisjoint(tags_of(member))
    }
    return chosen if any(key in METHODS for key in chosen) else None


def _without_unreached(value: JsonObject) -> JsonObject:
    components = value.get("components")
    if not isinstance(components, dict):
        return value
    reached = reachable_components(value)
    kept = {
        section: {name: member for name, member in members.items() if (section, name) in reached}
        for section, members in components.items()
        if isinstance(members, dict)
    }
    rest = {key: member for key, member in value.items() if key != "components"}
    return {**rest, "components": {section: members for section, members in kept.items() if members}}
