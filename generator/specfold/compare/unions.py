"""Alternatives of two schemas: which belong together, which came or went; a tag decides before any likeness does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from specfold.compare.change import Severity
from specfold.compare.facts import Fact, Step, make_fact, prove
from specfold.compare.kinds import effective_types
from specfold.compare.meaning import json_key, same_meaning
from specfold.compare.meeting import Meeting
from specfold.compare.naming import show
from specfold.compare.sample import build_variants
from specfold.compare.side import Pair, Side, Sides
from specfold.compare.union_facts import fold_alternatives
from specfold.document import Json
from specfold.schema.flatten import Places, SchemaUnion

IsContained = Callable[[Sides, Pair], bool]
_LIKE_ENOUGH = 0.25
_TAGGED = 3.0
_EQUAL = 5.0
_TAG_NAMES = ("type", "kind", "object", "role", "event")


@attrs.frozen
class _Branch:
    """One alternative: its places, what its schema is called in messages, and its constant members."""

    places: Places
    label: str
    tags: Mapping[str, str]
    types: frozenset[str]
    members: frozenset[str]
    text: str


@attrs.frozen
class _Links:
    """
    Which alternatives stand for which.

    Attributes:
        plain: pairs to compare, by position.
        tried: sent alternatives for which several stand on the other side, with those.
    """

    plain: tuple[tuple[int, int], ...]
    tried: tuple[tuple[int, tuple[int, ...]], ...]


def compare_unions(meeting: Meeting, is_contained: IsContained) -> Iterator[Step]:
    """Yield the pairs of alternatives that belong together, and the alternatives that came or went."""
    old_union = meeting.old.unions[0] if meeting.old.unions else None
    new_union = meeting.new.unions[0] if meeting.new.unions else None
    old = _branches_of(meeting.sides.old, old_union, places=meeting.pair.old)
    new = _branches_of(meeting.sides.new, new_union, places=meeting.pair.new)
    links = _link(meeting, old, new=new, is_contained=is_contained)
    for first, second in links.plain:
        yield attrs.evolve(meeting.child(old[first].places, new[second].places), null_apart=True)
    senders, receivers = (old, new) if meeting.sends_old else (new, old)
    for sent, stand_ins in links.tried:
        others = [receivers[index] for index in stand_ins]
        yield from _try_alternatives(meeting, senders[sent], others=others, is_contained=is_contained)
    tried = {sent for sent, _ in links.tried}
    standing = {index for _, stand_ins in links.tried for index in stand_ins}
    known = {first for first, _ in links.plain} | (tried if meeting.sends_old else standing)
    present = {second for _, second in links.plain} | (standing if meeting.sends_old else tried)
    gone = [
        _branch_fact(meeting, branch, others=new, is_contained=is_contained, came=False)
        for index, branch in enumerate(old)
        if index not in known
    ]
    came = [
        _branch_fact(meeting, branch, others=old, is_contained=is_contained, came=True)
        for index, branch in enumerate(new)
        if index not in present
    ]
    yield from fold_alternatives(meeting, gone, came=came)
    if old_union and new_union and not (gone and came):
        yield from _compare_heads(meeting, old_union, new=new_union)


def _link(meeting: Meeting, old: list[_Branch], *, new: list[_Branch], is_contained: IsContained) -> _Links:
    """Decide which alternatives stand for which; several objects may stand for one that is sent."""
    scores = {
        (first, second): score
        for first, left in enumerate(old)
        for second, right in enumerate(new)
        if (score := _likeness(meeting, left, right=right)) > _LIKE_ENOUGH
    }
    plain = dict.fromkeys(_match(scores, old, new=new))
    tried = []
    senders = old if meeting.sends_old else new
    for sent, branch in enumerate(senders):
        likely = {
            (second if meeting.sends_old else first): score
            for (first, second), score in scores.items()
            if (first if meeting.sends_old else second) == sent
        }
        best = max(likely.values(), default=0.0)
        if "object" not in branch.types or best >= _EQUAL:
            continue
        stand_ins = [index for index, score in likely.items() if score >= _TAGGED or best < _TAGGED]
        for pair in [pair for pair in plain if pair[0 if meeting.sends_old else 1] == sent]:
            del plain[pair]
        receivers = new if meeting.sends_old else old
        same = [index for index in stand_ins if receivers[index].places == branch.places]
        if len(same) == 1 and is_contained(
            meeting.sides, _inner_pair(meeting, branch, other=receivers[same[0]], came=not meeting.sends_old)
        ):
            stand_ins = same
        if len(stand_ins) == 1:
            plain[(sent, stand_ins[0]) if meeting.sends_old else (stand_ins[0], sent)] = None
        elif stand_ins:
            tried.append((sent, tuple(stand_ins)))
    return _Links(tuple(plain), tuple(tried))


def _try_alternatives(
    meeting: Meeting, branch: _Branch, *, others: list[_Branch], is_contained: IsContained
) -> Iterator[Step]:
    """Yield whether the alternatives that stand for one schema accept what it sends, going by samples."""
    came = not meeting.sends_old
    side, flat = meeting.sender
    is_part = bool(flat.unions)
    if is_part and any(
        is_contained(meeting.sides, _inner_pair(meeting, branch, other=other, came=came)) for other in others
    ):
        return
    names = ", ".join(other.label for other in others)
    verb = "joined" if came else "split into"
    head = f"{names} are now joined in {branch.label}" if came else f"{branch.label} is now {verb} {names}"
    at = (others[0].places[0], branch.places[0]) if came else (branch.places[0], others[0].places[0])
    fact = make_fact(meeting.pair, "alternatives-refused", message=f"{meeting.name}: {head}", at=at)
    variants = build_variants(side, side.flat(branch.places), direction=meeting.pair.direction)
    yield prove(meeting.sides, meeting.pair, fact=fact, candidates=variants)


def _branches_of(side: Side, union: SchemaUnion | None, *, places: Places) -> list[_Branch]:
    """Return the alternatives of a union; a schema without one is its own only alternative."""
    branches = union.branches if union is not None else (places,)
    return [_read_branch(side, tuple(side.settle_schema(place) for place in branch)) for branch in branches]


def _read_branch(side: Side, places: Places) -> _Branch:
    """Gather what an alternative can be recognised by."""
    flat = side.flat(places)
    tags: dict[str, str] = {}
    for name, member in flat.properties.items():
        values = side.flat(member).values
        if values is not None and len(values) == 1:
            tags[name] = json_key(values[0])
    return _Branch(
        places=places,
        label=_label(side, places, tags=tags),
        tags=tags,
        types=effective_types(side, flat),
        members=frozenset(flat.properties) | frozenset(json_key(value) for value in flat.values or ()),
        text=json_key([side.value(place) for place in places]),
    )


def _label(side: Side, places: Places, *, tags: Mapping[str, str]) -> str:
    """Name an alternative: its component, its tag, or its type."""
    tokens = places[0].tokens
    if tokens[:2] == ("components", "schemas") and len(tokens) == 3:
        return tokens[2]
    for name in (*_TAG_NAMES, *tags):
        if name in tags:
            return f"{name} {tags[name]}"
    flat = side.flat(places)
    if flat.values:
        return show(list(flat.values))
    return " or ".join(sorted(flat.types or {"any"}))


def _match(scores: Mapping[tuple[int, int], float], old: list[_Branch], *, new: list[_Branch]) -> list[tuple[int, int]]:
    """Pair alternatives one to one, the likeliest first; the same pairs come out when the sides are swapped."""
    ranked = sorted(
        scores,
        key=lambda pair: (
            -scores[pair],
            sorted((old[pair[0]].text, new[pair[1]].text)),
            abs(pair[0] - pair[1]),
        ),
    )
    taken_old, taken_new = set[int](), set[int]()
    matches: list[tuple[int, int]] = []
    for first, second in ranked:
        if first not in taken_old and second not in taken_new:
            taken_old.add(first)
            taken_new.add(second)
            matches.append((first, second))
    return sorted(matches)


def _likeness(meeting: Meeting, left: _Branch, *, right: _Branch) -> float:
    """Score how likely two alternatives are the same one: by tag, by equality, then by what they share."""
    common = [name for name in left.tags if name in right.tags]
    if common and any(left.tags[name] != right.tags[name] for name in common):
        return 0.0
    if left.places == right.places and meeting.sides.is_unchanged(meeting.child(left.places, right.places)):
        return _EQUAL
    shared = _overlap(left.members, right.members)
    old_root, new_root = meeting.sides.old.root, meeting.sides.new.root
    before = {"allOf": [meeting.sides.old.value(place) for place in left.places]}
    after = {"allOf": [meeting.sides.new.value(place) for place in right.places]}
    if same_meaning((old_root, before), (new_root, after)):
        return _EQUAL
    if common:
        return _TAGGED + shared
    kinds = {"number" if kind == "integer" else kind for kind in left.types}
    others = {"number" if kind == "integer" else kind for kind in right.types}
    if not kinds & others:
        return 0.0
    if "object" in kinds & others:
        return shared
    return 0.5 + shared


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of what both have in what either has; two empty sets are alike."""
    return len(left & right) / len(left | right) if left | right else 1.0


def _branch_fact(
    meeting: Meeting, branch: _Branch, *, others: list[_Branch], is_contained: IsContained, came: bool
) -> Fact:
    """Return that an alternative came or went; harmless where the other side covers it."""
    rule = "union-member-added" if came else "union-member-removed"
    at = (meeting.pair.old[0], branch.places[0]) if came else (branch.places[0], meeting.pair.new[0])
    message = f"{meeting.name}: alternative {branch.label} {'added' if came else 'removed'}"
    values: tuple[Json, Json] = (None, branch.label) if came else (branch.label, None)
    fact = make_fact(meeting.pair, rule, message=message, at=at, values=values)
    if fact.severity is not Severity.BREAKING:
        return fact
    side = meeting.sides.new if came else meeting.sides.old
    fact = prove(meeting.sides, meeting.pair, fact=fact, candidates=meeting.samples_of(side, branch.places))
    if fact.witness or fact.severity is Severity.INFO:
        return fact
    if any(is_contained(meeting.sides, _inner_pair(meeting, branch, other=other, came=came)) for other in others):
        return attrs.evolve(fact, severity=Severity.INFO, message=f"{message}; another one covers it")
    return fact if meeting.sides.depth else attrs.evolve(fact, severity=Severity.UNKNOWN)


def _inner_pair(meeting: Meeting, branch: _Branch, *, other: _Branch, came: bool) -> Pair:
    """Return the pair of an alternative and one of the other side."""
    old, new = (other, branch) if came else (branch, other)
    return attrs.evolve(meeting.child(old.places, new.places), null_apart=True)


def _compare_heads(meeting: Meeting, old: SchemaUnion, *, new: SchemaUnion) -> Iterator[Step]:
    """Yield how the unions themselves differ: keyword and discriminator."""
    if old.keyword != new.keyword:
        at = (old.pointer, new.pointer)
        message = f"{meeting.name}: {old.keyword} became {new.keyword}"
        values = (old.keyword, new.keyword)
        yield make_fact(meeting.pair, "union-keyword-changed", message=message, at=at, values=values)
