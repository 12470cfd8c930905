"""Two schemas compared, facet by facet; the parts they lead to are compared on their own."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

import attrs

from specfold.compare.bounds import compare_bounds
from specfold.compare.change import Severity
from specfold.compare.facts import Fact, Step, explore, make_fact
from specfold.compare.kinds import (
    compare_format,
    compare_null,
    compare_types,
    compare_values,
    have_common_type,
    listed_values,
)
from specfold.compare.meeting import Meeting
from specfold.compare.notes import compare_notes
from specfold.compare.objects import compare_objects
from specfold.compare.others import (
    compare_others,
    compare_whole_unions,
    is_list_of_types,
    is_more_than_union,
    unmatched_unions,
)
from specfold.compare.side import Pair, Sides
from specfold.compare.unions import compare_unions
from specfold.document import Json
from specfold.pointer import JsonPointer
from specfold.schema.flatten import Places, SchemaUnion

_MAX_NESTED = 2
_KINDS: tuple[Json, ...] = ("", 0, {}, [], None, True)


def compare_schemas(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield how two schemas differ and the pairs of parts to compare; a rewritten union says all about its tag."""
    steps = list(_compare_parts(Meeting.of(sides, pair)))
    rules = {step.rule for step in steps if isinstance(step, Fact)}
    for step in steps:
        if not ("union-rewritten" in rules and isinstance(step, Fact) and step.rule == "discriminator-changed"):
            yield step


def _compare_parts(meeting: Meeting) -> Iterator[Step]:
    """Yield facet by facet how two schemas differ, and the pairs of parts."""
    yield from _compare_names(meeting)
    if meeting.old.never or meeting.new.never:
        yield from _compare_never(meeting)
        return
    yield from compare_notes(meeting)
    if _is_uneven(meeting):
        yield from compare_null(meeting)
        yield from compare_unions(meeting, _lone_unions(meeting), inside=find_inside)
        return
    by_alternatives = bool(meeting.old.unions and meeting.new.unions) and not _are_listed(meeting)
    shares_type = have_common_type(meeting)
    if not (by_alternatives and shares_type and meeting.old.types is None and meeting.new.types is None):
        yield from compare_types(meeting)
    yield from compare_null(meeting)
    if not shares_type:
        return
    yield from compare_values(meeting)
    yield from compare_format(meeting)
    yield from compare_bounds(meeting)
    yield from compare_objects(meeting)
    yield from _compare_elements(meeting)
    if not _are_listed(meeting):
        yield from _compare_alternatives(meeting)
    yield from compare_others(meeting)


def _lone_unions(meeting: Meeting) -> tuple[SchemaUnion | None, SchemaUnion | None]:
    """Return the first union of either side."""
    first = [flat.unions[0] if flat.unions else None for flat in (meeting.old, meeting.new)]
    return first[0], first[1]


def _compare_alternatives(meeting: Meeting) -> Iterator[Step]:
    """Yield how unions differ: one against one by their alternatives, others as a whole."""
    old, new = unmatched_unions(meeting)
    if len(old) == len(new) == 1:
        yield from compare_unions(meeting, (old[0], new[0]), inside=find_inside)
    elif old or new:
        yield from compare_whole_unions(meeting, old, new=new)


def is_contained(sides: Sides, pair: Pair) -> bool:
    """Tell whether all that one schema of a pair sends is accepted by the other; undecided counts as no."""
    facts = find_inside(sides, pair)
    grave = {Severity.BREAKING, Severity.UNKNOWN}
    return facts is not None and not any(fact.severity in grave for fact in facts)


def find_inside(sides: Sides, pair: Pair) -> tuple[Fact, ...] | None:
    """Return all facts about a pair on its own, none of them proved; None where that goes too deep."""
    if sides.depth >= _MAX_NESTED:
        return None
    found = explore(sides.nested(), [pair], comparers={"schema": compare_schemas})
    return tuple(fact for facts in found.facts.values() for fact in facts)


def _are_listed(meeting: Meeting) -> bool:
    """Tell whether both sides are lists of values and nothing else, which are compared as such."""
    return all(
        listed_values(side, flat) is not None and not (flat.unions and flat.values is not None)
        for side, flat in ((meeting.sides.old, meeting.old), (meeting.sides.new, meeting.new))
    )


def _is_uneven(meeting: Meeting) -> bool:
    """Tell whether only one side is a union, of alternatives that are more than values or types and are all it says."""
    if bool(meeting.old.unions) == bool(meeting.new.unions) or _are_listed(meeting):
        return False
    side, flat = (meeting.sides.old, meeting.old) if meeting.old.unions else (meeting.sides.new, meeting.new)
    return len(flat.unions) == 1 and not is_more_than_union(flat) and not is_list_of_types(side, flat.unions[0])


def _compare_never(meeting: Meeting) -> Iterator[Fact]:
    """Yield that a schema stopped or began to accept anything at all."""
    if meeting.old.never != meeting.new.never:
        rule = "schema-closed" if meeting.new.never else "schema-opened"
        message = "nothing is valid any more" if meeting.new.never else "something is valid again"
        yield meeting.fact(rule, "not", message=message, candidates=meeting.samples())


def _compare_names(meeting: Meeting) -> Iterator[Fact]:
    """Yield that a component has another name, when the old name is gone and the new one is new."""
    old, new = meeting.pair.old, meeting.pair.new
    if len(old) != 1 or len(new) != 1 or not (_is_component(old[0]) and _is_component(new[0])):
        return
    before, after = old[0].tokens[-1], new[0].tokens[-1]
    if before == after:
        return
    schemas = JsonPointer(("components", "schemas"))
    if after in meeting.sides.old.object_at(schemas) or before in meeting.sides.new.object_at(schemas):
        return
    message = f"component {before} is now called {after}"
    yield make_fact(meeting.pair, "component-renamed", message=message, values=(before, after))


def _is_component(pointer: JsonPointer) -> bool:
    """Tell whether a pointer names a schema component."""
    return len(pointer.tokens) == 3 and pointer.tokens[:2] == ("components", "schemas")


def _compare_elements(meeting: Meeting) -> Iterator[Step]:
    """Yield how the elements of arrays differ, and the pairs of element schemas."""
    old, new = meeting.old, meeting.new
    most = meeting.sender[1].keywords.get("maxItems", inf)
    count = max(len(old.prefix_items), len(new.prefix_items))
    for index in range(count):
        first, second = (flat.prefix_items[index : index + 1] or (flat.items,) for flat in (old, new))
        if first[0] is not None and second[0] is not None:
            yield _element_pair(meeting, first[0], new=second[0], is_sent=index < most)
    if len(old.prefix_items) != len(new.prefix_items):
        counts = (len(old.prefix_items), len(new.prefix_items))
        message = f"{counts[0]} → {counts[1]} positional elements"
        candidates = _arrays(meeting)
        yield meeting.fact("prefix-items-changed", "prefixItems", message=message, values=counts, candidates=candidates)
    if old.items is not None and new.items is not None:
        yield _element_pair(meeting, old.items, new=new.items, is_sent=count < most)
    elif (old.items is None) != (new.items is None):
        yield _elements_fact(meeting)


def _element_pair(meeting: Meeting, old: Places, *, new: Places, is_sent: bool) -> Pair:
    """Return the pair of two element schemas; harmless where there is never such an element."""
    pair = meeting.child(old, new)
    return pair if is_sent else attrs.evolve(pair, harmless="no such element is ever sent")


def _arrays(meeting: Meeting) -> list[Json]:
    """Return arrays of what is sent: the first elements, then one more and another of each kind."""
    side, flat = meeting.sender
    head = [value for places in flat.prefix_items for value in meeting.samples_of(side, places)[:1]]
    more = _KINDS if flat.items is None else meeting.samples_of(side, flat.items)
    heads = [head[:count] for count in range(len(head) + 1)]
    return [*heads, *([*head, *[value] * count] for value in more for count in (1, 2))]


def _elements_fact(meeting: Meeting) -> Fact:
    """Return that elements got or lost their schema; harmless where that schema accepts everything."""
    came = meeting.old.items is None
    side, places = (meeting.sides.new, meeting.new.items) if came else (meeting.sides.old, meeting.old.items)
    rule = "items-added" if came else "items-removed"
    message = "elements now have a schema" if came else "elements no longer have a schema"
    candidates = [*_arrays(meeting), *([value] for value in _KINDS)]
    fact = meeting.fact(rule, "items", message=message, candidates=candidates)
    flat = side.flat(places or ())
    says_nothing = flat.types is None and not flat.origins
    return attrs.evolve(fact, severity=Severity.INFO) if says_nothing else fact
