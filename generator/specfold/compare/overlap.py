"""Whether alternatives that exclude each other (`oneOf`) meet in what is sent; matches no alternatives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import attrs

from specfold.compare.apart import are_schemas_apart
from specfold.compare.change import Severity
from specfold.compare.facts import Fact, make_fact, prove
from specfold.compare.meeting import Meeting
from specfold.compare.sample import build_variants
from specfold.compare.trials import constants_in, numbers_around
from specfold.schema.flatten import Places, SchemaUnion

Unions = tuple[SchemaUnion | None, SchemaUnion | None]
Branches = tuple[Sequence[Places], Sequence[Places]]


@attrs.frozen(eq=False)
class Twins:
    """
    Which alternatives stand for which.

    Attributes:
        plain: pairs by position, the old side first.
        equal: those of them that say the same in the same words.
        is_same: tells whether another pair says the same in the end.
    """

    plain: Sequence[tuple[int, int]]
    equal: frozenset[tuple[int, int]]
    is_same: Callable[[tuple[int, int]], bool]

    def same_as(self, index: int, *, side: int) -> int | None:
        """Return the alternative that says the same as one of a side."""
        pair = next((pair for pair in self.plain if pair[side] == index), None)
        return pair[1 - side] if pair is not None and (pair in self.equal or self.is_same(pair)) else None


def say_overlap(
    meeting: Meeting, said: Sequence[Fact], *, unions: Unions, branches: Branches, twins: Twins
) -> Iterator[Fact]:
    """Yield what is said of two unions, with what it means that a value may be valid under two alternatives."""
    sent, received = (0, 1) if meeting.sends_old else (1, 0)
    hits = [
        _may_overlap(meeting, unions=unions, branches=branches, twins=twins, receiver=one) for one in (received, sent)
    ]
    if not any(hits) or any(fact.severity in {Severity.BREAKING, Severity.UNKNOWN} for fact in said):
        yield from said
        return
    facts = list(said) or [_overlap_fact(meeting, unions)]
    yield from facts[:-1]
    yield _judge_overlap(meeting, facts[-1], branches=(branches[sent], branches[received])) if hits[0] else facts[-1]


def _may_overlap(meeting: Meeting, *, unions: Unions, branches: Branches, twins: Twins, receiver: int) -> bool:
    """Tell whether something sent may be valid under two excluding alternatives of the receiver, and was not before."""
    union, other = unions[receiver], unions[1 - receiver]
    if union is None or union.keyword != "oneOf" or union.tag is not None:
        return False
    sides = (meeting.sides.old, meeting.sides.new)
    excluded = other is not None and other.keyword == "oneOf"
    for index, places in enumerate(branches[1 - receiver]):
        met = [
            one
            for one, awaited in enumerate(branches[receiver])
            if ((index, one) if receiver else (one, index)) in twins.plain
            or not are_schemas_apart((sides[1 - receiver], places), (sides[receiver], awaited), has_tags=excluded)
        ]
        if len(met) > 1 and not (excluded and _were_excluded(twins, index, met=met, receiver=receiver)):
            return True
    return False


def _were_excluded(twins: Twins, index: int, *, met: Sequence[int], receiver: int) -> bool:
    """Tell whether the alternatives a value may meet, and the one it is sent as, all stand on the other side too."""
    found = [twins.same_as(one, side=receiver) for one in met]
    return None not in found and index in found


def _overlap_fact(meeting: Meeting, unions: Unions) -> Fact:
    """Return that what excludes each other changed."""
    places = tuple(
        pair[0] if union is None else union.pointer
        for union, pair in zip(unions, (meeting.pair.old, meeting.pair.new), strict=True)
    )
    message = f"{meeting.name}: alternatives that exclude each other (oneOf) changed"
    return make_fact(meeting.pair, "alternatives-overlap", message=message, at=(places[0], places[1]))


def _judge_overlap(meeting: Meeting, fact: Fact, *, branches: Branches) -> Fact:
    """Return a fact as breaking where an example is valid under two alternatives, else as undecided."""
    side, direction = meeting.sender[0], meeting.pair.direction
    candidates = meeting.variants()
    for places in branches[0]:
        candidates.extend(meeting.samples_of(side, places))
        candidates.extend(build_variants(side, side.flat(places), direction=direction))
    values = [
        one.value(place)
        for one, pair in ((meeting.sides.old, meeting.pair.old), (meeting.sides.new, meeting.pair.new))
        for place in pair
    ]
    candidates.extend((*constants_in(values), *numbers_around(values)))
    receiver = meeting.receiver[0]
    candidates = [one for one in candidates if sum(bool(receiver.accepts(one, places)) for places in branches[1]) > 1]
    graver = attrs.evolve(fact, severity=Severity.UNKNOWN, message=f"{fact.message}; a value may be valid under two")
    return prove(meeting.sides, meeting.pair, fact=graver, candidates=candidates)
