"""Two flattened schemas that stand for the same thing, and how a difference between them becomes a fact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from specfold.compare.change import Axis
from specfold.compare.facts import Fact, make_fact, prove
from specfold.compare.naming import name_node, show
from specfold.compare.sample import NoSampleError, build_object, build_sample, build_variants
from specfold.compare.side import Pair, Side, Sides
from specfold.document import Json
from specfold.pointer import JsonPointer
from specfold.schema.conjunction import parts_of
from specfold.schema.flatten import FlatSchema, Places
from specfold.schema.wellformed import MALFORMED

_MAX_WORDS = 4000


@attrs.frozen(eq=False)
class Meeting:
    """
    Two schemas that are compared.

    Attributes:
        sides: the documents.
        pair: the two places and the direction.
        old: all that holds in the old document.
        new: all that holds in the new document.
    """

    sides: Sides
    pair: Pair
    old: FlatSchema
    new: FlatSchema

    @classmethod
    def of(cls, sides: Sides, pair: Pair) -> Meeting:
        """Flatten both sides of a pair."""
        return cls(sides, pair, sides.old.flat(pair.old), sides.new.flat(pair.new))

    @property
    def sends_old(self) -> bool:
        """Whether the old document describes what is sent (a request) or what is awaited (an answer)."""
        return self.pair.direction is not Axis.RESPONSE

    @property
    def sender(self) -> tuple[Side, FlatSchema]:
        """The side whose values arrive at the other."""
        return (self.sides.old, self.old) if self.sends_old else (self.sides.new, self.new)

    @property
    def receiver(self) -> tuple[Side, FlatSchema]:
        """The side that must accept the other's values."""
        return (self.sides.new, self.new) if self.sends_old else (self.sides.old, self.old)

    @property
    def name(self) -> str:
        """What people call the schema; the old document's name, since that is the one they know."""
        return name_node(self.sides.old.root, self.pair.old[0])

    def fact(
        self,
        rule: str,
        keyword: str,
        *,
        message: str,
        values: tuple[Json, Json] = (None, None),
        candidates: Iterable[Json] | None = (),
    ) -> Fact:
        """Return a fact about a keyword of both schemas, proved where it is grave; without candidates it is left alone."""
        at = (_as_written(self.old.place_of(keyword)), _as_written(self.new.place_of(keyword)))
        worded = (_in_words(values[0]), _in_words(values[1]))
        fact = make_fact(self.pair, rule, message=f"{self.name}: {message}", at=at, values=worded)
        return fact if candidates is None else prove(self.sides, self.pair, fact=fact, candidates=candidates)

    def child(self, old: Places, new: Places) -> Pair:
        """Return the pair of two parts, travelling the same way."""
        pair = schema_pair(self.sides, (old, new), direction=self.pair.direction, textual=self.pair.textual)
        if self.pair.untyped or self.pair.harmless:
            pair = attrs.evolve(pair, untyped=self.pair.untyped, harmless=self.pair.harmless)
        return pair

    @property
    def around(self) -> tuple[FlatSchema, FlatSchema] | None:
        """What surrounds two alternatives, the sender's first; None for schemas that are none."""
        if self.pair.around is None:
            return None
        old, new = self.sides.old.flat(self.pair.around[0]), self.sides.new.flat(self.pair.around[1])
        return (old, new) if self.sends_old else (new, old)

    def places_of(self, name: str, *, is_old: bool) -> Places:
        """Return the schemas a member has to satisfy on one side, declared there or not; none where it is free."""
        found = (self.old if is_old else self.new).places_of(name)
        if found or self.around is None:
            return found
        return self.around[0 if is_old == self.sends_old else 1].places_of(name)

    def samples(self) -> list[Json]:
        """Return an instance of what is sent, in a list; an empty list when none is found."""
        side, flat = self.sender
        return self._completed(self.samples_of(side, flat.places))

    def objects(self) -> list[dict[str, Json]]:
        """Return an object of what is sent, in a list; an empty list when none is found."""
        side, flat = self.sender
        try:
            return self._completed([build_object(side, flat, direction=self.pair.direction)])
        except NoSampleError:
            return []

    def variants(self) -> list[Json]:
        """Return what is sent in different makes: each alternative, each listed value, each member added."""
        side, flat = self.sender
        return self._completed([*self.samples(), *build_variants(side, flat, direction=self.pair.direction)])

    def _completed(self, found: list[Any]) -> list[Any]:
        """Return instances, those of an alternative with the members that the schema around it asks for or declares."""
        if self.around is None or not (self.around[0].properties or self.around[0].required):
            return found
        side, outer = self.sender[0], self.around[0]
        declared = self.sender[1].properties
        completed = list(found)
        for value in found:
            if isinstance(value, dict):
                names = [name for name in value if name in outer.properties and name not in declared]
                drawn = {name: one for name in names for one in self.samples_of(side, outer.properties[name])}
                try:
                    completed.append({**build_object(side, outer, direction=self.pair.direction), **value, **drawn})
                except NoSampleError:
                    continue
        return completed

    def samples_of(self, side: Side, places: Places) -> list[Json]:
        """Return an instance of some other schema, in a list; an empty list when none is found."""
        try:
            return [build_sample(side, places, direction=self.pair.direction)]
        except NoSampleError:
            return []


def _in_words(value: Json) -> Json:
    """Return a value as it is, several that hold at once as a text."""
    return value if len(parts_of(value)) == 1 else show(value, limit=_MAX_WORDS)


def _as_written(pointer: JsonPointer) -> JsonPointer:
    """Return the place of a keyword by the name it has in the document, also where it was set aside."""
    if not pointer.tokens or not pointer.tokens[-1].startswith(MALFORMED):
        return pointer
    return pointer.parent / pointer.tokens[-1].removeprefix(MALFORMED)


def schema_pair(sides: Sides, places: tuple[Places, Places], *, direction: Axis, textual: bool = False) -> Pair:
    """Return the pair of two schemas by identity: references that say nothing of their own are followed."""
    old = tuple(sides.old.settle_schema(place) for place in places[0])
    new = tuple(sides.new.settle_schema(place) for place in places[1])
    return Pair("schema", old, new, direction, textual)
