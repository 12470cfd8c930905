"""Whether no value that one schema sends is valid under another; False means that it is not known, not that one is."""

from __future__ import annotations

from math import inf

from specfold.compare.bounds import limit_of
from specfold.compare.kinds import effective_types
from specfold.compare.side import Side, is_map
from specfold.schema.flatten import FlatSchema, Places

_MAX_DEPTH = 4
_LENGTHS = {"string": ("minLength", "maxLength"), "array": ("minItems", "maxItems")}

Located = tuple[Side, Places]


def are_schemas_apart(sent: Located, received: Located, *, has_tags: bool = False, depth: int = 0) -> bool:
    """
    Tell whether it is known that no value sent under one schema is valid under another.

    Args:
        sent: what is sent.
        received: what is expected.
        has_tags: a member with one value on either side is always sent, whether required or not.
        depth: how many schemas this one is inside of.
    """
    old, new = sent[0].flat(sent[1]), received[0].flat(received[1])
    if depth > _MAX_DEPTH or (old.nullable and new.nullable and not (_is_object_only(old) or _is_object_only(new))):
        return False
    deeper = depth + 1
    for union in old.unions:
        if all(are_schemas_apart((sent[0], one), received, has_tags=has_tags, depth=deeper) for one in union.branches):
            return True
    for union in new.unions:
        if all(are_schemas_apart(sent, (received[0], one), has_tags=has_tags, depth=deeper) for one in union.branches):
            return True
    for listed, other in ((old, received), (new, sent)):
        if listed.values is not None and not any(other[0].accepts(value, other[1]) for value in listed.values):
            return True
    return all(
        _are_objects_apart(sent, received, has_tags=has_tags, depth=depth)
        if kind == "object"
        else _are_limits_apart(old, new, kind=kind)
        for kind in _kinds(sent) & _kinds(received)
    )


def _kinds(one: Located) -> set[str]:
    """Return the types of a schema; a whole number is a number."""
    flat = one[0].flat(one[1])
    if _is_object_only(flat):
        return {"object"}
    return {"number" if kind == "integer" else kind for kind in effective_types(one[0], flat)}


def _is_object_only(flat: FlatSchema) -> bool:
    """Tell whether a schema without a type is about objects, as its members say."""
    return flat.types is None and bool(flat.properties) and not flat.unions


def _are_limits_apart(old: FlatSchema, new: FlatSchema, *, kind: str) -> bool:
    """Tell whether limits leave no number, or no length, to both of two schemas."""
    if kind == "number":
        lows, highs = ([limit_of(flat, lower=lower) for flat in (old, new)] for lower in (True, False))
        low = max((limit for limit in lows if limit), default=(-inf, False))
        high = min((limit for limit in highs if limit), default=(inf, False))
        return low[0] > high[0] or (low[0] == high[0] and (low[1] or any(one == (high[0], True) for one in highs)))
    least, most = _LENGTHS.get(kind, ("", ""))
    shortest = max(float(flat.keywords.get(least, 0)) for flat in (old, new))
    return shortest > min(float(flat.keywords.get(most, inf)) for flat in (old, new))


def _are_objects_apart(sent: Located, received: Located, *, has_tags: bool, depth: int) -> bool:
    """Tell whether a tag, or a member that one needs and the other does not have, keeps two objects apart."""
    old, new = sent[0].flat(sent[1]), received[0].flat(received[1])
    if _lacks(old, new, is_closed=not is_map(old)) or _lacks(new, old, is_closed=new.closed):
        return True
    needed = {*old.required, *new.required}
    common = [
        name
        for name, places in old.properties.items()
        if name in new.properties
        and (name in needed or (has_tags and _is_tag(sent[0], places) and _is_tag(received[0], new.properties[name])))
    ]
    return any(
        are_schemas_apart((sent[0], old.properties[name]), (received[0], new.properties[name]), depth=depth + 1)
        for name in common
    )


def _is_tag(side: Side, places: Places) -> bool:
    """Tell whether a member has one value only."""
    values = side.flat(places).values
    return values is not None and len(values) == 1


def _lacks(flat: FlatSchema, other: FlatSchema, *, is_closed: bool) -> bool:
    """Tell whether an object never has a member that the other one needs."""
    if not is_closed or flat.unions:
        return False
    return any(
        flat.refuses(name) or not (name in flat.properties or name in flat.required or flat.places_of(name))
        for name in other.required
    )
