"""
The values a schema accepts at its own level, as a set that can be compared: kinds, lists of values, bounds, lengths.

The members of an object are left to their own rows. What cannot be decided is said to be undecided, never guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from math import inf
from typing import TypeGuard

import attrs

from specfold.compare.port_alternatives import list_alternatives
from specfold.compare.port_convert import kind_of
from specfold.compare.side import Side
from specfold.document import Json
from specfold.schema.flatten import FlatSchema, Places

ABSENT = "absent"
_KINDS = ("string", "number", "integer", "boolean", "object", "array")
_EXACT = ("pattern", "format", "multipleOf", "uniqueItems", "contains", "not", "propertyNames", "patternProperties")
_UNDECIDED = ("not ", "contains ", "propertyNames ", "patternProperties ")
_LENGTHS = {
    "string": ("minLength", "maxLength"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}
_MAX_DEPTH = 4


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

    @property
    def accepts_all(self) -> bool:
        """Whether nothing but the kind is asked for."""
        return self == Atom(kind=self.kind)


def read_values(side: Side, places: Places, *, required: bool = True, depth: int = 0) -> frozenset[Atom]:
    """Return the values a schema accepts; a member that may be left out also accepts being absent."""
    found: set[Atom] = set() if required else {Atom(kind=ABSENT)}
    if side.flat(places).nullable:
        found.add(Atom(kind="null"))
    for flat in list_alternatives(side, places):
        found.update(_read_alternative(side, flat, depth=depth))
    if Atom(kind="number") in found:
        found -= {atom for atom in found if atom.kind == "integer"}
    return frozenset(found)


def _read_alternative(side: Side, flat: FlatSchema, *, depth: int) -> Iterator[Atom]:
    """Yield the values of one alternative."""
    if flat.never:
        return
    if flat.values is not None:
        by_kind: dict[str, set[str]] = {}
        for value in flat.values:
            by_kind.setdefault(kind_of(value), set()).add(json.dumps(value, sort_keys=True))
        yield from (Atom(kind=kind, listed=frozenset(values)) for kind, values in by_kind.items())
        return
    kinds = sorted(flat.types) if flat.types is not None else _guess_kinds(flat)
    exact = frozenset(
        f"{name} {json.dumps(flat.keywords[name], sort_keys=True)}" for name in _EXACT if name in flat.keywords
    )
    for kind in kinds:
        lengths = _LENGTHS.get(kind, ("", ""))
        numeric = kind in {"number", "integer"}
        items = flat.items if kind == "array" and depth < _MAX_DEPTH else None
        yield Atom(
            kind=kind,
            low=_bound(flat, "minimum", above=True) if numeric else (-inf, False),
            high=_bound(flat, "maximum", above=False) if numeric else (inf, False),
            least=_length(flat, lengths[0], absent=0),
            most=_length(flat, lengths[1], absent=inf),
            exact=exact if kind != "boolean" else frozenset(),
            closed=flat.closed and kind == "object",
            items=None if items is None else read_values(side, items, depth=depth + 1),
        )


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
    inside = _covers(one, other)
    around = _covers(other, one)
    if inside and around:
        return Relation.EQUAL
    if inside:
        return Relation.UNKNOWN if around is None else Relation.NARROWER
    if around:
        return Relation.UNKNOWN if inside is None else Relation.WIDER
    present = [[atom for atom in atoms if atom.kind != ABSENT] for atoms in (one, other)]
    if all(_are_apart(left, right) for left in present[0] for right in present[1]):
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
    if one.kind != other.kind and not (one.kind == "number" and other.kind == "integer"):
        return False
    if one.listed is not None:
        return other.listed is not None and other.listed <= one.listed
    if other.listed is not None:
        return _accepts_listed(one, other.listed)
    if (one.low > other.low) or _upper(one) < _upper(other) or one.least > other.least or one.most < other.most:
        return False
    if one.closed and not other.closed:
        return False
    if one.items is not None:
        inner = False if other.items is None else _covers(one.items, other.items)
        if inner is not True and other.most > 0:
            return inner
    if one.exact <= other.exact:
        return True
    return None if other.exact or any(text.startswith(_UNDECIDED) for text in one.exact) else False


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
    return None if atom.exact or atom.items is not None else True


def _are_apart(one: Atom, other: Atom) -> bool:
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
