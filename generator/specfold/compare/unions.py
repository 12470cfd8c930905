"""Alternatives of two schemas: which belong together, which came or went; a tag decides before any likeness does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from specfold.compare.change import Axis, Severity
from specfold.compare.facts import Fact, Step, make_fact, prove
from specfold.compare.kinds import effective_types
from specfold.compare.meaning import json_key, same_meaning
from specfold.compare.meeting import Meeting
from specfold.compare.naming import show
from specfold.compare.overlap import Twins, say_overlap
from specfold.compare.sample import build_variants
from specfold.compare.side import Pair, Side, Sides
from specfold.compare.union_facts import fold_alternatives, join_groups
from specfold.document import Json
from specfold.schema.flatten import Places, SchemaUnion

Inside = Callable[[Sides, Pair], tuple[Fact, ...] | None]
"""Compare a pair on its own, without looking for examples; None where that goes too deep."""
_MAX_VALUES = 16
_MAX_REASONS = 6
_GRAVE = frozenset({Severity.BREAKING, Severity.UNKNOWN})
_LIKE_ENOUGH = 0.25
_TAGGED = 3.0
_EQUAL = 5.0
_TAG_NAMES = ("type", "kind", "object", "role", "event")


@attrs.frozen
class Branch:
    """One alternative: its places, what its schema is called in messages, and its constant members."""

    places: Places
    label: str
    tags: Mapping[str, str]
    types: frozenset[str]
    members: frozenset[str]
    text: str


@attrs.frozen
class Links:
    """
    Which alternatives stand for which; the same when the sides are swapped.

    Attributes:
        plain: pairs to compare, by position.
        equal: those of them that say the same.
        groups: objects that stand for each other without a pair for each, by position on either side.
    """

    plain: tuple[tuple[int, int], ...]
    equal: frozenset[tuple[int, int]]
    groups: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def compare_unions(
    meeting: Meeting, unions: tuple[SchemaUnion | None, SchemaUnion | None], *, inside: Inside
) -> Iterator[Step]:
    """Yield the pairs of alternatives that belong together, and the alternatives that came or went."""
    old = _branches_of(meeting.sides.old, unions[0], places=meeting.pair.old)
    new = _branches_of(meeting.sides.new, unions[1], places=meeting.pair.new)
    links = _link(meeting, old, new=new)
    yield from (_inner_pair(meeting, (old[first], new[second])) for first, second in links.equal)
    for first, second in links.plain:
        if (first, second) not in links.equal:
            yield _plain_pair(meeting, (first, second), branches=(old, new), inside=inside)
    said = [
        _regrouped_fact(meeting, [old[one] for one in group[0]], new=[new[one] for one in group[1]], inside=inside)
        for group in links.groups
    ]
    known = {first for first, _ in links.plain} | {one for group in links.groups for one in group[0]}
    present = {second for _, second in links.plain} | {one for group in links.groups for one in group[1]}
    gone = [
        _branch_fact(meeting, branch, others=new, inside=inside, came=False)
        for index, branch in enumerate(old)
        if index not in known
    ]
    came = [
        _branch_fact(meeting, branch, others=old, inside=inside, came=True)
        for index, branch in enumerate(new)
        if index not in present
    ]
    said.extend(fold_alternatives(meeting, gone, came=came))
    if unions[0] and unions[1] and unions[0].keyword != unions[1].keyword and not (gone and came):
        said.append(_keyword_fact(meeting, unions[0], new=unions[1]))
    equal = Twins(links.plain, links.equal, lambda at: _is_same(inside, meeting, both=(old[at[0]], new[at[1]])))
    branches = ([one.places for one in old], [one.places for one in new])
    yield from say_overlap(meeting, said, unions=unions, branches=branches, twins=equal)


def _is_same(inside: Inside, meeting: Meeting, *, both: tuple[Branch, Branch]) -> bool:
    """Tell whether two alternatives are known to accept the same."""
    facts = inside(meeting.sides, _inner_pair(meeting, both))
    return facts is not None and not any(fact.axis in {Axis.REQUEST, Axis.RESPONSE} for fact in facts)


def _link(meeting: Meeting, old: list[Branch], *, new: list[Branch]) -> Links:
    """Decide which alternatives stand for which; several objects may stand for one, on either side."""
    scores = {
        (first, second): score
        for first, left in enumerate(old)
        for second, right in enumerate(new)
        if (score := _likeness(meeting, left, right=right)) > _LIKE_ENOUGH
    }
    plain = _match(scores, old, new=new)
    equal = frozenset(pair for pair in plain if scores[pair] >= _EQUAL)
    groups = join_groups(
        [
            *((((index,), found)) for index, found in _stand_ins(scores, (old, new), side=0)),
            *(((found, (index,))) for index, found in _stand_ins(scores, (old, new), side=1)),
        ]
    )
    grouped = ({one for group in groups for one in group[0]}, {one for group in groups for one in group[1]})
    kept = [pair for pair in plain if pair in equal or (pair[0] not in grouped[0] and pair[1] not in grouped[1])]
    return Links(tuple(kept), equal, groups)


def _stand_ins(
    scores: Mapping[tuple[int, int], float], branches: tuple[list[Branch], list[Branch]], *, side: int
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each object of one side for which several stand on the other, with those; not where one is the same."""
    settled = {pair[1 - side] for pair, score in scores.items() if score >= _EQUAL}
    for index, branch in enumerate(branches[side]):
        likely = {pair[1 - side]: score for pair, score in scores.items() if pair[side] == index}
        best = max(likely.values(), default=0.0)
        if "object" not in branch.types or best >= _EQUAL:
            continue
        found = [one for one, score in likely.items() if (score >= _TAGGED or best < _TAGGED) and one not in settled]
        named = [one for one in found if branches[1 - side][one].places == branch.places]
        if len(found) > 1 and len(named) != 1:
            yield index, tuple(sorted(found))


def _plain_pair(
    meeting: Meeting, at: tuple[int, int], *, branches: tuple[list[Branch], list[Branch]], inside: Inside
) -> Pair:
    """Return the pair of two alternatives; harmless where another alternative accepts all that is sent anyway."""
    pair = _inner_pair(meeting, (branches[0][at[0]], branches[1][at[1]]))
    sent, received = (0, 1) if meeting.sends_old else (1, 0)
    for index, other in enumerate(branches[received]):
        both = (branches[sent][at[sent]], other) if meeting.sends_old else (other, branches[sent][at[sent]])
        if index != at[received] and _may_cover(both) and _find_grave(inside, meeting, both=both) == []:
            return attrs.evolve(pair, harmless=f"{other.label}, another alternative, covers it")
    return pair


def _may_cover(both: tuple[Branch, Branch]) -> bool:
    """Tell whether it is worth while to ask if one alternative accepts all of another: neither tag nor type is against."""
    kinds = [{"number" if kind == "integer" else kind for kind in one.types} for one in both]
    if not kinds[0] & kinds[1]:
        return not any(kinds)
    tags = (both[0].tags, both[1].tags)
    return not any(tags[1].get(name, value) != value for name, value in tags[0].items())


def _regrouped_fact(meeting: Meeting, old: list[Branch], *, new: list[Branch], inside: Inside) -> Fact:
    """Return whether objects that stand for others accept what those send, going by samples, and what speaks against it."""
    names = [", ".join(branch.label for branch in branches) for branches in (old, new)]
    verb = "split into" if len(new) > len(old) else "joined in"
    message = f"{meeting.name}: {names[0]} {'is' if len(old) == 1 else 'are'} now {verb} {names[1]}"
    fact = make_fact(meeting.pair, "alternatives-refused", message=message, at=(old[0].places[0], new[0].places[0]))
    side = meeting.sender[0]
    candidates: list[Json] = []
    reasons: dict[str, None] = {}
    for branch in old if meeting.sends_old else new:
        pairs = [(branch, one) if meeting.sends_old else (one, branch) for one in (new if meeting.sends_old else old)]
        found = [_find_grave(inside, meeting, both=pair) for pair in pairs if _may_cover(pair)]
        if [] in found:
            continue
        if len(found) == 1:
            reasons.update(dict.fromkeys(found[0] or ()))
        candidates.extend(build_variants(side, side.flat(branch.places), direction=meeting.pair.direction))
        candidates.extend(meeting.samples_of(side, branch.places))
    if not candidates:
        return attrs.evolve(fact, severity=Severity.INFO, message=f"{message}; all that is sent is accepted")
    told = attrs.evolve(fact, message="; ".join([message, *list(reasons)[:_MAX_REASONS]]))
    return prove(meeting.sides, meeting.pair, fact=told, candidates=candidates)


def _find_grave(inside: Inside, meeting: Meeting, *, both: tuple[Branch, Branch]) -> list[str] | None:
    """Return what speaks against it that one alternative accepts all of another; None where that is not known."""
    facts = inside(meeting.sides, _inner_pair(meeting, both))
    return None if facts is None else [fact.message for fact in facts if fact.severity in _GRAVE]


def _branches_of(side: Side, union: SchemaUnion | None, *, places: Places) -> list[Branch]:
    """Return the alternatives of a union; a schema without one is its own only alternative."""
    branches = union.branches if union is not None else (places,)
    return [_read_branch(side, tuple(side.settle_schema(place) for place in branch)) for branch in branches]


def _read_branch(side: Side, places: Places) -> Branch:
    """Gather what an alternative can be recognised by."""
    flat = side.flat(places)
    tags: dict[str, str] = {}
    for name, member in flat.properties.items():
        values = side.flat(member).values
        if values is not None and len(values) == 1:
            tags[name] = json_key(values[0])
    return Branch(
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


def _match(scores: Mapping[tuple[int, int], float], old: list[Branch], *, new: list[Branch]) -> list[tuple[int, int]]:
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


def _likeness(meeting: Meeting, left: Branch, *, right: Branch) -> float:
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


def _branch_fact(meeting: Meeting, branch: Branch, *, others: list[Branch], inside: Inside, came: bool) -> Fact:
    """Return that an alternative came or went; harmless where the other side covers it."""
    rule = "union-member-added" if came else "union-member-removed"
    at = (meeting.pair.old[0], branch.places[0]) if came else (branch.places[0], meeting.pair.new[0])
    message = f"{meeting.name}: alternative {branch.label} {'added' if came else 'removed'}"
    values: tuple[Json, Json] = (None, branch.label) if came else (branch.label, None)
    fact = make_fact(meeting.pair, rule, message=message, at=at, values=values)
    if fact.severity is not Severity.BREAKING:
        return fact
    side = meeting.sides.new if came else meeting.sides.old
    listed = side.flat(branch.places).values or ()
    candidates = [*meeting.samples_of(side, branch.places), *listed[:_MAX_VALUES]]
    fact = prove(meeting.sides, meeting.pair, fact=fact, candidates=candidates)
    if fact.witness or fact.severity is Severity.INFO:
        return fact
    pairs = [(other, branch) if came else (branch, other) for other in others]
    if any(_may_cover(both) and _find_grave(inside, meeting, both=both) == [] for both in pairs):
        return attrs.evolve(fact, severity=Severity.INFO, message=f"{message}; another one covers it")
    return fact if meeting.sides.depth else attrs.evolve(fact, severity=Severity.UNKNOWN)


def _inner_pair(meeting: Meeting, both: tuple[Branch, Branch]) -> Pair:
    """Return the pair of an alternative and one of the other side; what surrounds them has the last word."""
    pair = meeting.child(both[0].places, both[1].places)
    around = meeting.pair.around or (meeting.pair.old, meeting.pair.new)
    return attrs.evolve(pair, null_apart=True, around=around)


def _keyword_fact(meeting: Meeting, old: SchemaUnion, *, new: SchemaUnion) -> Fact:
    """Return that the unions have another keyword."""
    message = f"{meeting.name}: {old.keyword} became {new.keyword}"
    at, values = (old.pointer, new.pointer), (old.keyword, new.keyword)
    return make_fact(meeting.pair, "union-keyword-changed", message=message, at=at, values=values)
