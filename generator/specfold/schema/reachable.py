"""Which components the operations of a document reach; removes none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.references import iter_references
from specfold.schema.walk import GRAMMAR, Kind, iter_nodes

ComponentName = tuple[str, str]

_KINDS: Final = {section: kind for section, (_, kind) in GRAMMAR["components"].items()}


def component_names(value: JsonObject) -> Iterator[ComponentName]:
    """Yield section and name of every component, in the order of the document."""
    components = value.get("components")
    for section, members in components.items() if isinstance(components, dict) else ():
        if section in _KINDS and isinstance(members, dict):
            yield from ((section, name) for name in members)


def reachable_components(value: JsonObject) -> frozenset[ComponentName]:
    """Return section and name of every component that something outside `components` reaches."""
    components = value.get("components")
    rest = {key: member for key, member in value.items() if key != "components"}
    reached: set[ComponentName] = set()
    waiting = [*_component_refs(rest, "document"), *_scheme_names(value)]
    while waiting:
        section, name = waiting.pop()
        if (section, name) in reached or not isinstance(components, dict):
            continue
        reached.add((section, name))
        members = components.get(section)
        part = members.get(name) if isinstance(members, dict) else None
        waiting += _component_refs(part, _KINDS.get(section, "schema"))
    return frozenset(reached)


def _component_refs(value: Json, kind: Kind) -> list[ComponentName]:
    found = []
    for _, ref in iter_references(value, kind):
        tokens = JsonPointer.parse(ref).tokens if ref.startswith("#/") else ()
        if len(tokens) > 2 and tokens[0] == "components":
            found.append((tokens[1], tokens[2]))
    return found


def _scheme_names(value: JsonObject) -> list[ComponentName]:
    holders = [value, *(node.value for node in iter_nodes(value) if node.kind == "operation")]
    requirements = [one for holder in holders for one in _as_list(holder.get("security")) if isinstance(one, dict)]
    return [("securitySchemes", name) for requirement in requirements for name in requirement]


def _as_list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
