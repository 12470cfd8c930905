"""The ways in which one schema can be met, unions resolved, and the one a value takes. Changes no value."""

from __future__ import annotations

from specfold.compare.side import Side
from specfold.document import Json
from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema, Places

_MAX_ALTERNATIVES = 64


def list_alternatives(side: Side, places: Places) -> tuple[FlatSchema, ...]:
    """Return what holds at some places, once for each choice among the branches of their unions."""
    pending: list[tuple[Places, frozenset[JsonPointer]]] = [(places, frozenset())]
    found: list[FlatSchema] = []
    while pending:
        here, settled = pending.pop(0)
        flat = side.flat(here)
        union = next((one for one in flat.unions if one.pointer not in settled), None)
        if union is None or len(found) + len(pending) > _MAX_ALTERNATIVES:
            found.append(flat)
            continue
        chosen = settled | {union.pointer}
        pending[:0] = [((*here, *branch), chosen) for branch in union.branches]
    return tuple(found)


def choose_alternative(side: Side, places: Places, *, value: Json) -> FlatSchema:
    """Return what holds for a value: the first alternative that accepts it, else the first of all."""
    found = list_alternatives(side, places)
    if len(found) == 1:
        return found[0]
    return next((flat for flat in found if side.accepts(value, flat.places)), found[0])


def is_free(side: Side, flat: FlatSchema) -> bool:
    """Tell whether members that are not declared are part of what an object is for."""
    if flat.closed:
        return False
    origin = flat.origins.get("additionalProperties")
    stated = origin is not None and side.object_at(origin).get("additionalProperties") is True
    return stated or not flat.properties
