"""What is said of a union whose alternatives came and went: one finding, not one for each; matches no alternatives."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from specfold.compare.facts import Fact, make_fact
from specfold.compare.meeting import Meeting
from specfold.document import Json

_MAX_NAMED = 8


def fold_alternatives(meeting: Meeting, gone: Sequence[Fact], *, came: Sequence[Fact]) -> list[Fact]:
    """Return one fact for all alternatives that went or came, as grave as the gravest of them."""
    facts = [*gone, *came]
    if len(facts) < 2:
        return facts
    worst = min(facts, key=lambda fact: (fact.severity.rank, fact.witness is None))
    values: tuple[Json, Json] = ([fact.before for fact in gone] or None, [fact.after for fact in came] or None)
    at = (facts[0].old, facts[0].new)
    if gone and came:
        at = (meeting.pair.old[0], meeting.pair.new[0])
        rule, what = "union-rewritten", f"{_say(values[0])} replaced by {_say(values[1])}"
    else:
        rule, what = worst.rule, f"alternatives {_say(values[0] or values[1])} {'added' if came else 'removed'}"
    fact = make_fact(meeting.pair, rule, message=f"{meeting.name}: {what}", at=at, values=values)
    return [attrs.evolve(fact, severity=worst.severity, witness=worst.witness)]


def _say(labels: Json) -> str:
    """Name alternatives, a few of them."""
    named = ", ".join(str(label) for label in labels[:_MAX_NAMED])
    return f"{named} and {len(labels) - _MAX_NAMED} more" if len(labels) > _MAX_NAMED else named


Group = tuple[tuple[int, ...], tuple[int, ...]]


def join_groups(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return groups of positions on two sides, those that share one joined."""
    joined: list[tuple[set[int], set[int]]] = []
    for group in groups:
        old, new = set(group[0]), set(group[1])
        apart = []
        for one in joined:
            if one[0] & old or one[1] & new:
                old, new = old | one[0], new | one[1]
            else:
                apart.append(one)
        joined = [*apart, (old, new)]
    return tuple(sorted((tuple(sorted(old)), tuple(sorted(new))) for old, new in joined))
