"""
The values a schema accepts at its own level, as a set that can be compared: kinds, lists of values, bounds, lengths.

The members of an object are left to their own rows. What cannot be decided is said to be undecided, never guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from math import inf
from typing import TypeGuard

import attrs

from specfold.compare.conditions import (
    conditions_on,
    conditions_on_listed,
    is_undecided,
    name_condition,
    read_conditions,
    write_schema,
)
from specfold.compare.port_alternatives import list_alternatives
from specfold.compare.port_convert import kind_of
from specfold.compare.side import Side
from specfold.document import Json, JsonObject
from specfold.schema.flatten import FlatSchema, Places, is_annotation

ABSENT = "absent"
_KINDS = ("string", "number", "integer", "boolean", "object", "array")
_LENGTHS = {
    "string": ("minLength", "maxLength"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}
_MAX_DEPTH = 4
_MAX_BRANCHES = 24
_UNJUDGED = frozenset({"default", "deprecated", "discriminator"})


class Relation(StrEnum):
    """How one set of values stands to another."""

    EQUAL = "equal"
    NARROWER = "narrower"
    WIDER = "wider"
    OVERLAPPING = "overlapping"
    DISJOINT = "disjoint"
    UNKNOWN = "unknown"

    @property
    def mirrored(self) -> Relation:
        """The relation seen from the other side."""
        swapped = {Relation.NARROWER: Relation.WIDER, Relation.WIDER: Relation.NARROWER}
        return swapped.get(self, self)


@attrs.frozen(kw_only=True)
class Atom:
    """
    Values of one kind.

    Attributes:
        kind: a JSON type, or `absent`.
        listed: the values as texts where they are listed, None where they are not.
        low: the least number, and whether it is itself left out.
        high: the greatest number, and whether it is itself left out.
        least: the least length.
        most: the greatest length.
        exact: keywords that are compared for equality only.
        closed: whether members that are not declared are refused.
        items: the values of the elements, None where any will do.
        others: the values of the members that are not declared, None where any will do.
    """

    kind: str
    listed: frozenset[str] | None = None
    low: tuple[float, bool] = (-inf, False)
    high: tuple[float, bool] = (inf, False)
    least: float = 0
    most: float = inf
    exact: frozenset[str] = frozenset()
    closed: bool = False
    items: frozenset[Atom] | None = None
    others: frozenset[Atom] | None = None

    @property
    def accepts_all(self) -> bool:
        """Whether nothing but the kind is asked for."""
        return self == Atom(kind=self.kind)


def read_values(side: Side, places: Places, *, required: bool = True, depth: int = 0) -> frozenset[Atom]:
    """Return the values a schema accepts; a member that may be left out also accepts being absent."""
    flat = side.flat(places)
    found: set[Atom] = set()
    if flat.nullable:
        found.add(Atom(kind="null", exact=conditions_on("null", read_conditions(side, flat))))
    for alternative in list_alternatives(side, places):
        found.update(_read_alternative(side, alternative, depth=depth))
    entangled = frozenset(_iter_entanglements(side, flat, depth=depth))
    if entangled:
        found = {attrs.evolve(atom, exact=atom.exact | entangled) for atom in found}
    if Atom(kind="number") in found:
        found -= {atom for atom in found if atom.kind == "integer"}
    return frozenset(found if required else {*found, Atom(kind=ABSENT)})


def _iter_entanglements(side: Side, flat: FlatSchema, *, depth: int) -> Iterator[str]:
    """Yield what the alternatives of a schema say together and no alternative says alone."""
    for union in flat.unions:
        flats = [side.flat(branch) for branch in union.branches]
        asked = [sorted(set(one.required) - set(one.properties) - set(flat.required)) for one in flats]
        if any(asked):
            yield f"{union.keyword} requires {json.dumps(sorted(asked))}"
        if union.keyword == "oneOf" and union.tag is None:
            yield from _iter_overlaps(side, flats, depth=depth)


def _iter_overlaps(side: Side, flats: Sequence[FlatSchema], *, depth: int) -> Iterator[str]:
    """Yield alternatives of which one value may meet several, as far as is told by kind, limits and tags."""
    if depth >= _MAX_DEPTH or len(flats) > _MAX_BRANCHES:
        yield f"oneOf {sorted(write_schema(side, flat.places) for flat in flats)}"
        return
    values = [read_values(side, flat.places, depth=depth + 2) for flat in flats]  # unions of unions soon grow too many
    for one, other in combinations(range(len(values)), 2):
        apart = all(are_apart(left, right) for left in values[one] for right in values[other])
        if not apart and not _have_other_tags(side, flats[one], other=flats[other]):
            yield f"oneOf {json.dumps(sorted(json.dumps(_spell(found)) for found in values))}"
            return


def _spell(atoms: frozenset[Atom] | None) -> list[str] | None:
    """Write a set of values so that equal sets have equal texts."""
    if atoms is None:
        return None
    named = {"listed", "exact", "items", "others"}
    texts = []
    for atom in atoms:
        plain: JsonObject = attrs.asdict(atom, filter=lambda field, _: field.name not in named)
        lists = [None if atom.listed is None else sorted(atom.listed), sorted(atom.exact)]
        texts.append(json.dumps([plain, lists, _spell(atom.items), _spell(atom.others)], sort_keys=True))
    return sorted(texts)


def _have_other_tags(side: Side, one: FlatSchema, *, other: FlatSchema) -> bool:
    """Tell whether two alternatives, both of objects, require a member whose values differ."""
    if one.types != frozenset({"object"}) or other.types != one.types:
        return False
    for name in set(one.required) & set(other.required):
        lists = [side.flat(flat.properties[name]).values for flat in (one, other) if name in flat.properties]
        texts = [{json.dumps(value, sort_keys=True) for value in values} for values in lists if values is not None]
        if len(texts) == len((one, other)) and not set.intersection(*texts):
            return True
    return False


def _read_alternative(side: Side, flat: FlatSchema, *, depth: int) -> Iterator[Atom]:
    """Yield the values of one alternative."""
    if flat.never:
        return
    conditions = read_conditions(side, flat)
    if flat.values is not None:
        by_kind: dict[str, set[str]] = {}
        for value in _accepted_values(side, flat):
            by_kind.setdefault(kind_of(value), set()).add(json.dumps(value, sort_keys=True))
        for kind, values in by_kind.items():
            yield Atom(kind=kind, listed=frozenset(values), exact=conditions_on_listed(kind, conditions))
        return
    for kind in sorted(flat.types) if flat.types is not None else _guess_kinds(flat):
        lengths = _LENGTHS.get(kind, ("", ""))
        numeric = kind in {"number", "integer"}
        has_items = kind == "array" and "prefixItems" not in conditions  # else said there
        has_others = kind == "object" and "patternProperties" not in conditions
        yield Atom(
            kind=kind,
            low=_bound(flat, "minimum", above=True) if numeric else (-inf, False),
            high=_bound(flat, "maximum", above=False) if numeric else (inf, False),
            least=_length(flat, lengths[0], absent=0),
            most=_length(flat, lengths[1], absent=inf),
            exact=conditions_on(kind, conditions),
            closed=flat.closed and has_others,
            items=_read_below(side, flat.items if has_items else None, depth=depth),
            others=_read_below(side, flat.additional if has_others else None, depth=depth),
        )


def name_undecided(atoms: frozenset[Atom]) -> list[str]:
    """Return the keywords that are compared for equality only."""
    return sorted({name_condition(text) for atom in atoms for text in atom.exact if is_undecided(text)})


def _read_below(side: Side, places: Places | None, *, depth: int) -> frozenset[Atom] | None:
    """Return the values of elements or undeclared members, None where any will do; too deep, they are compared as texts."""
    if places is None:
        return None
    if depth >= _MAX_DEPTH:
        return frozenset({Atom(kind="any", exact=frozenset({f"items {write_schema(side, places)}"}))})
    return read_values(side, places, depth=depth + 1)


def _accepted_values(side: Side, flat: FlatSchema) -> Iterator[Json]:
    """Yield the listed values that the keywords beside the list let through."""
    beside = any(name not in _UNJUDGED and not is_annotation(name) for name in flat.keywords)
    for value in flat.values or ():
        if not beside or side.accepts(value, flat.places) is not False:
            yield value


def _guess_kinds(flat: FlatSchema) -> tuple[str, ...]:
    """Return the kinds of a schema without `type`: what its members say, else all."""
    return ("object",) if flat.properties else tuple(kind for kind in _KINDS if kind != "integer")


def _bound(flat: FlatSchema, keyword: str, *, above: bool) -> tuple[float, bool]:
    """Return a bound and whether it is itself left out, the stricter of the two ways to write it."""
    inclusive = flat.keywords.get(keyword)
    exclusive = flat.keywords.get(f"exclusive{keyword.capitalize()}")
    found = [(float(one), out) for one, out in ((inclusive, False), (exclusive, True)) if _is_number(one)]
    if not found:
        return (-inf if above else inf), False
    return max(found) if above else min(found, key=lambda one: (one[0], not one[1]))


def _length(flat: FlatSchema, keyword: str, *, absent: float) -> float:
    """Return a limit of a length or a count."""
    value = flat.keywords.get(keyword)
    return float(value) if _is_number(value) else absent


def _is_number(value: Json) -> TypeGuard[float]:
    """Tell whether a value is a number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def relate(one: frozenset[Atom], other: frozenset[Atom]) -> Relation:
    """Return how the second set stands to the first: `narrower` means that all of it lies in the first."""
    if one == other:
        return Relation.EQUAL
    inside = _covers(one, other)
    around = _covers(other, one)
    if inside and around:
        return Relation.EQUAL
    if inside:
        return Relation.UNKNOWN if around is None else Relation.NARROWER
    if around:
        return Relation.UNKNOWN if inside is None else Relation.WIDER
    present = [[atom for atom in atoms if atom.kind != ABSENT] for atoms in (one, other)]
    if all(are_apart(left, right) for left in present[0] for right in present[1]):
        return Relation.DISJOINT
    return Relation.UNKNOWN if inside is None or around is None else Relation.OVERLAPPING


def _covers(one: frozenset[Atom], other: frozenset[Atom]) -> bool | None:
    """Tell whether a set holds all of another, None where that is not decided."""
    verdicts = [_covered(atom, one) for atom in other]
    if False in verdicts:
        return False
    return None if None in verdicts else True


def _covered(atom: Atom, atoms: frozenset[Atom]) -> bool | None:
    """Tell whether values lie in one part of a set; listed values may lie in several."""
    if atom.listed is not None and len(atom.listed) > 1:
        singles = [attrs.evolve(atom, listed=frozenset({value})) for value in sorted(atom.listed)]
        return _covers(atoms, frozenset(singles))
    verdicts = [_holds(one, atom) for one in atoms]
    if True in verdicts:
        return True
    return None if None in verdicts else False


def _holds(one: Atom, other: Atom) -> bool | None:
    """Tell whether values of one kind hold all of another."""
    verdict = _holds_plain(one, other)
    alike = one.kind == other.kind or {one.kind, other.kind} == {"number", "integer"}
    if verdict is False and any(alike or is_undecided(text) for text in other.exact - one.exact):
        return None  # the other may accept less than its kind and limits say
    return verdict


def _holds_plain(one: Atom, other: Atom) -> bool | None:
    """Tell whether values of one kind hold all of another, taking what is known of the other for all there is."""
    if one.kind != other.kind and not (one.kind == "number" and other.kind == "integer"):
        return False
    if one.listed is not None and not (other.listed is not None and other.listed <= one.listed):
        return False
    if one.listed is None and other.listed is not None:
        return _accepts_listed(one, other.listed)
    verdicts = (
        _is_within_limits(one, other),
        _holds_below(one.items, other.items, idle=other.most == 0),
        _holds_below(one.others, other.others, idle=other.closed),
        _holds_exact(one.exact, other.exact),
    )
    return next((verdict for verdict in verdicts if verdict is not True), True)


def _holds_exact(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Tell whether all that meets some conditions meets others; conditions of their own on both sides decide nothing."""
    if one <= other:
        return True
    return None if other - one or any(is_undecided(text) for text in one) else False


def _is_within_limits(one: Atom, other: Atom) -> bool:
    """Tell whether limits let through all that the limits of another do."""
    if one.closed and not other.closed:
        return False
    return one.low <= other.low and _upper(one) >= _upper(other) and one.least <= other.least and one.most >= other.most


def _holds_below(one: frozenset[Atom] | None, other: frozenset[Atom] | None, *, idle: bool) -> bool | None:
    """Tell whether elements or undeclared members hold all of others; where there are none, they do."""
    if one is None or idle:
        return True
    return False if other is None else _covers(one, other)


def _upper(atom: Atom) -> tuple[float, bool]:
    """Return an upper bound as something that grows with what it lets in."""
    return atom.high[0], not atom.high[1]


def _accepts_listed(atom: Atom, listed: frozenset[str]) -> bool | None:
    """Tell whether values of a kind hold listed ones."""
    if atom.accepts_all:
        return True
    for text in listed:
        value = json.loads(text)
        if _is_number(value) and not (atom.low <= (value, False) and (value, True) <= _upper(atom)):
            return False
        if isinstance(value, str | list | dict) and not atom.least <= len(value) <= atom.most:
            return False
    return None if atom.exact or atom.items is not None or atom.others is not None or atom.closed else True


def are_apart(one: Atom, other: Atom) -> bool:
    """Tell whether no value is in both; undecided counts as no."""
    if one.kind != other.kind and {one.kind, other.kind} != {"number", "integer"}:
        return True
    if one.listed is not None and other.listed is not None:
        return not one.listed & other.listed
    for first, second in ((one, other), (other, one)):
        if first.listed and all(_accepts_listed(second, frozenset({one})) is False for one in first.listed):
            return True
        if first.low[0] > second.high[0] or first.least > second.most:
            return True
        if first.low[0] == second.high[0] and (first.low[1] or second.high[1]):
            return True
    return False
