"""Which members of a request do at another document as they are, and whether they are enough; says nothing in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from specfold.compare.change import Axis, Change, Severity
from specfold.compare.facts import Exploration, explore
from specfold.compare.meeting import schema_pair
from specfold.compare.parameters import read_parameters
from specfold.compare.port_operations import find_body
from specfold.compare.sample import NoSampleError, build_sample
from specfold.compare.schemas import compare_schemas
from specfold.compare.side import Pair, Side, Sides
from specfold.document import Document, Json
from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema
from specfold.schema.walk import Operation

_GRAVE = frozenset({Severity.BREAKING, Severity.UNKNOWN})
Spot: TypeAlias = tuple[JsonPointer | None, JsonPointer | None]
"""What a change is about: a node of the one document, of the other, or of both."""


@attrs.frozen(kw_only=True, eq=False)
class Described:
    """
    One document of the table.

    Attributes:
        name: what it is called.
        document: the document.
        side: the document prepared.
        operations: its operations by their aligned names.
    """

    name: str
    document: Document
    side: Side
    operations: Mapping[str, Operation]


@attrs.frozen(kw_only=True)
class Part:
    """
    What of a request does elsewhere as it is.

    Attributes:
        fitting: the members that do, in the order of the document.
        missing: what is wrong with members that have to be sent.
        refused: what is wrong with members that may be left out.
        inside: all that is wrong with the body.
        is_enough: whether a body of the members that have to be sent does.
        optional: the parameters that may be left out.
    """

    fitting: tuple[str, ...] = ()
    missing: frozenset[Spot] = frozenset()
    refused: frozenset[Spot] = frozenset()
    inside: frozenset[Spot] = frozenset()
    is_enough: bool = True
    optional: frozenset[JsonPointer] = frozenset()

    def list_obstacles(self, breaking: Sequence[Change]) -> Sequence[Change]:
        """Return the changes that keep every request from being accepted, none where some request still is."""
        if self.missing:
            return [change for change in breaking if _spot_of(change) in self.missing] or breaking
        beside = [
            change for change in breaking if _spot_of(change) not in self.inside and not self._is_optional(change)
        ]
        if beside or self.is_enough:
            return beside
        return [change for change in breaking if _spot_of(change) in self.inside - self.refused] or breaking

    def _is_optional(self, change: Change) -> bool:
        """Tell whether a change is about a parameter that may be left out."""
        places = [place for place in _spot_of(change) if place is not None]
        return any(place.tokens[: len(one.tokens)] == one.tokens for place in places for one in self.optional)


def _spot_of(change: Change) -> Spot:
    """Return what a change is about."""
    return change.pointer_old, change.pointer_new


def read_part(source: Described, target: Described, *, name: str) -> Part:
    """Return what of the requests of an operation does at another document."""
    optional = frozenset(_iter_optional(source, target, name=name))
    places = [find_body(column.side, column.operations[name]) for column in (source, target)]
    if places[0] is None or places[1] is None:
        return Part(optional=optional)
    sides = Sides(source.side, target.side)
    pair = schema_pair(sides, ((places[0],), (places[1],)), direction=Axis.REQUEST)
    found = explore(sides.nested(), [pair], comparers={"schema": compare_schemas})
    part = _read_members(sides, pair, found=found)
    return attrs.evolve(part, inside=frozenset(_iter_spots(found, pair)), optional=optional)


def _iter_optional(source: Described, target: Described, *, name: str) -> Iterator[JsonPointer]:
    """Yield the parameters that neither document asks for."""
    listed = [read_parameters(column.side, column.operations[name].pointer) for column in (source, target)]
    needed = {key for known in listed for key, one in known.items() if one.value.get("required")}
    for known in listed:
        yield from (one.pointer for key, one in known.items() if key not in needed)


def _read_members(sides: Sides, pair: Pair, *, found: Exploration) -> Part:
    """Return which members do, and what is wrong with the others."""
    old, new = sides.old.flat(pair.old), sides.new.flat(pair.new)
    needed = {*old.required, *new.required}
    wrong: dict[str, frozenset[Spot]] = {}
    fitting: list[str] = []
    for member, places in old.properties.items():
        other = new.properties.get(member)
        if other is not None:
            below = schema_pair(sides, (places, other), direction=Axis.REQUEST)
            spots = frozenset(_iter_spots(found, below))
            fitting.extend((member,) if below in found.facts and not spots else ())
        else:
            spots = frozenset({(places[0], None)} if new.closed else ())
        if spots:
            wrong[member] = spots
    for member in new.required:
        if member not in old.properties:
            wrong[member] = frozenset(
                {(None, place) for place in new.properties.get(member, (new.place_of("required"),))}
            )
    return Part(
        fitting=tuple(fitting),
        missing=frozenset().union(*(spots for member, spots in wrong.items() if member in needed)),
        refused=frozenset().union(*(spots for member, spots in wrong.items() if member not in needed)),
        is_enough=_is_enough(sides, pair, needed=[member for member in old.properties if member in needed]),
    )


def _iter_spots(found: Exploration, pair: Pair) -> Iterator[Spot]:
    """Yield what is wrong with a pair of schemas and all they lead to."""
    if pair not in found.facts:
        return
    for one in found.reachable_from(pair):
        yield from ((fact.old, fact.new) for fact in found.facts[one] if fact.severity in _GRAVE)


def _is_enough(sides: Sides, pair: Pair, *, needed: Sequence[str]) -> bool:
    """Tell whether an object of the members that have to be sent does at the target, as far as one can be made."""
    old = sides.old.flat(pair.old)
    if not _is_object(old):
        return False
    try:
        body: Json = {name: build_sample(sides.old, old.properties[name], direction=Axis.REQUEST) for name in needed}
    except NoSampleError:
        return True
    return sides.new.accepts(body, pair.new) is not False


def _is_object(flat: FlatSchema) -> bool:
    """Tell whether a schema is one of objects."""
    return "object" in flat.types if flat.types is not None else bool(flat.properties)
