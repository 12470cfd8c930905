"""Facts and pairs: what comparing two nodes yields, and the exploration that follows pairs to the end, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from specfold.compare.change import Axis, Severity, Witness
from specfold.compare.exchange import Exchange
from specfold.compare.judging import judge
from specfold.compare.rules import RULES
from specfold.compare.side import Pair, Sides
from specfold.document import Json
from specfold.pointer import JsonPointer


@attrs.frozen(kw_only=True)
class Fact:
    """
    One difference between two nodes, not yet said whom it reaches.

    Attributes:
        rule: id of the rule.
        axis: who notices it.
        severity: how grave it is.
        old: the node in the old document, None where it has none.
        new: the node in the new document, None where it has none.
        message: what changed, in words.
        before: the old value.
        after: the new value.
        witness: a value that shows it.
    """

    rule: str
    axis: Axis
    severity: Severity
    old: JsonPointer | None
    new: JsonPointer | None
    message: str
    before: Json = None
    after: Json = None
    witness: Witness | None = None


Step: TypeAlias = Fact | Pair
Comparer: TypeAlias = Callable[[Sides, Pair], Iterator[Step]]


@attrs.frozen(eq=False)
class Exploration:
    """
    Everything found from some pairs on.

    Attributes:
        facts: what was found at each pair.
        links: the pairs each pair leads to.
    """

    facts: Mapping[Pair, tuple[Fact, ...]]
    links: Mapping[Pair, tuple[Pair, ...]]

    def reachable_from(self, start: Pair) -> Iterator[Pair]:
        """Yield a pair and all it leads to, each once."""
        seen = {start}
        pending = [start]
        while pending:
            pair = pending.pop()
            yield pair
            for link in self.links[pair]:
                if link not in seen:
                    seen.add(link)
                    pending.append(link)


def explore(sides: Sides, starts: Iterable[Pair], *, comparers: Mapping[str, Comparer]) -> Exploration:
    """Compare pairs and all they lead to, each once; a cycle ends where it meets itself."""
    facts: dict[Pair, tuple[Fact, ...]] = {}
    links: dict[Pair, tuple[Pair, ...]] = {}
    pending = list(starts)
    while pending:
        pair = pending.pop()
        if pair in facts:
            continue
        steps = () if sides.is_unchanged(pair) else tuple(comparers[pair.kind](sides, pair))
        facts[pair] = tuple(step for step in steps if isinstance(step, Fact))
        links[pair] = tuple(dict.fromkeys(step for step in steps if isinstance(step, Pair)))
        pending.extend(links[pair])
    return Exploration(facts, links)


def make_fact(
    pair: Pair,
    rule: str,
    *,
    message: str,
    at: tuple[JsonPointer | None, JsonPointer | None] | None = None,
    values: tuple[Json, Json] = (None, None),
) -> Fact:
    """Return a fact with the severity its rule has in the direction of the pair."""
    known = RULES[rule]
    old, new = at or (pair.old[0], pair.new[0])
    return Fact(
        rule=rule,
        axis=known.axis or pair.direction,
        severity=known.severity_in(pair.direction),
        old=old,
        new=new,
        message=message,
        before=values[0],
        after=values[1],
    )


def prove(sides: Sides, pair: Pair, *, fact: Fact, candidates: Iterable[Json]) -> Fact:
    """
    Attach the first candidate that shows a grave fact.

    What is shown is breaking. What is not is safe where all that is sent is known to be accepted, and else undecided.
    What only a policy calls grave stays as it was without an example.
    """
    is_grave = fact.severity in {Severity.BREAKING, Severity.UNKNOWN}
    if not (is_grave or fact.rule in sides.promoted):
        return fact
    if pair.harmless:
        return attrs.evolve(fact, severity=Severity.INFO, message=f"{fact.message} ({pair.harmless})")
    if sides.depth:
        return fact
    witness = sides.find_witness(pair, tuple(candidates))
    if witness is not None:
        return attrs.evolve(fact, severity=Severity.BREAKING, witness=witness)
    if not is_grave:
        return fact
    verdict = judge(sides, pair)
    if verdict.witness is not None:
        return attrs.evolve(fact, severity=Severity.BREAKING, witness=verdict.witness)
    severity = Severity.INFO if verdict.is_contained else Severity.UNKNOWN
    return attrs.evolve(fact, severity=severity, message=f"{fact.message} ({verdict.reason})")


def show_exchange(sides: Sides, fact: Fact, *, exchange: Exchange) -> Fact:
    """Attach a part of an exchange to a grave fact once one document accepts it and the other refuses it."""
    if fact.severity is not Severity.BREAKING and fact.rule not in sides.promoted:
        return fact
    verdicts = tuple(sides.old.accepts_all(exchange.instance, [schema]) for schema in exchange.schemas)
    if set(verdicts) == {True, False}:
        witness = Witness(exchange.instance, exchange.of, exchange.schemas)
        return attrs.evolve(fact, severity=Severity.BREAKING, witness=witness)
    if fact.severity is not Severity.BREAKING:
        return fact
    return attrs.evolve(fact, severity=Severity.UNKNOWN, message=f"{fact.message} (no example found that shows it)")
