"""Two schemas compared, facet by facet; the parts they lead to are compared on their own."""

from __future__ import annotations

from collections.abc import Iterator

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
from specfold.compare.meaning import same_meaning
from specfold.compare.meeting import Meeting
from specfold.compare.naming import show
from specfold.compare.notes import compare_notes
from specfold.compare.objects import compare_objects
from specfold.compare.side import Pair, Sides
from specfold.compare.unions import compare_unions
from specfold.document import Json
from specfold.pointer import JsonPointer
from specfold.schema.anchors import UNFOLLOWED
from specfold.schema.flatten import ANNOTATIONS

_REASONED = frozenset(
    {"type", "format", "pattern", "multipleOf", "uniqueItems", "default", "deprecated", "readOnly", "writeOnly"}
    | {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "discriminator", "nullable"}
    | {"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", *UNFOLLOWED}
)
_MAX_NESTED = 2


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
        yield from compare_unions(meeting, is_contained)
        return
    by_alternatives = bool(meeting.old.unions and meeting.new.unions) and not _are_listed(meeting)
    if not (by_alternatives and meeting.old.types is None and meeting.new.types is None):
        yield from compare_types(meeting)
    if not have_common_type(meeting):
        return
    yield from compare_null(meeting)
    yield from compare_values(meeting)
    yield from compare_format(meeting)
    yield from compare_bounds(meeting)
    yield from compare_objects(meeting)
    yield from _compare_elements(meeting)
    if by_alternatives:
        yield from compare_unions(meeting, is_contained)
    yield from _compare_others(meeting)


def is_contained(sides: Sides, pair: Pair) -> bool:
    """Tell whether all that one schema of a pair sends is accepted by the other; undecided counts as no."""
    if sides.depth >= _MAX_NESTED:
        return False
    found = explore(sides.nested(), [pair], comparers={"schema": compare_schemas})
    grave = {Severity.BREAKING, Severity.UNKNOWN}
    return not any(fact.severity in grave for facts in found.facts.values() for fact in facts)


def _are_listed(meeting: Meeting) -> bool:
    """Tell whether both unions are lists of values, which are compared as such."""
    old = listed_values(meeting.sides.old, meeting.old)
    new = listed_values(meeting.sides.new, meeting.new)
    return old is not None and new is not None


def _is_uneven(meeting: Meeting) -> bool:
    """Tell whether only one side is a union of alternatives that are more than a list of values or bare types."""
    if bool(meeting.old.unions) == bool(meeting.new.unions) or _are_listed(meeting):
        return False
    side, flat = (meeting.sides.old, meeting.old) if meeting.old.unions else (meeting.sides.new, meeting.new)
    if len(flat.unions) != 1 or flat.properties:
        return False
    parts = [side.flat(branch) for branch in flat.unions[0].branches]
    bare = [not (part.keywords or part.properties or part.items or part.unions or part.values) for part in parts]
    return not all(bare)


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
    for first, second in zip(old.prefix_items, new.prefix_items, strict=False):
        yield meeting.child(first, second)
    if len(old.prefix_items) != len(new.prefix_items):
        counts = (len(old.prefix_items), len(new.prefix_items))
        message = f"{counts[0]} → {counts[1]} positional elements"
        yield meeting.fact("prefix-items-changed", "prefixItems", message=message, values=counts)
    if old.items is not None and new.items is not None:
        yield meeting.child(old.items, new.items)
    elif (old.items is None) != (new.items is None):
        yield _elements_fact(meeting)


def _elements_fact(meeting: Meeting) -> Fact:
    """Return that elements got or lost their schema; harmless where that schema accepts everything."""
    came = meeting.old.items is None
    side, places = (meeting.sides.new, meeting.new.items) if came else (meeting.sides.old, meeting.old.items)
    rule = "items-added" if came else "items-removed"
    message = "elements now have a schema" if came else "elements no longer have a schema"
    kinds: tuple[Json, ...] = ("", 0, {}, [], None, True)
    candidates = [[value] for value in kinds]
    fact = meeting.fact(rule, "items", message=message, candidates=candidates)
    flat = side.flat(places or ())
    says_nothing = flat.types is None and not flat.origins
    return attrs.evolve(fact, severity=Severity.INFO) if says_nothing else fact


def _compare_others(meeting: Meeting) -> Iterator[Fact]:
    """Yield each keyword that differs and is not reasoned about; it is undecided, never passed over."""
    old, new = dict(meeting.old.keywords), dict(meeting.new.keywords)
    if len(meeting.old.unions) > 1 or len(meeting.new.unions) > 1:
        for keyword in ("anyOf", "oneOf"):
            old[keyword] = [meeting.sides.old.value(u.pointer) for u in meeting.old.unions if u.keyword == keyword]
            new[keyword] = [meeting.sides.new.value(u.pointer) for u in meeting.new.unions if u.keyword == keyword]
    for keyword in sorted({*old, *new}):
        if keyword in _REASONED or keyword in ANNOTATIONS or keyword.startswith("x-"):
            continue
        before, after = old.get(keyword), new.get(keyword)
        named = keyword in {"patternProperties", "dependentSchemas", "dependentRequired"}
        roots = (meeting.sides.old.root, meeting.sides.new.root)
        first = {"properties": before} if named else {keyword: before}
        second = {"properties": after} if named else {keyword: after}
        if (keyword in old) == (keyword in new) and same_meaning((roots[0], first), (roots[1], second)):
            continue
        message = f"{keyword} differs, which is not reasoned about: {show(before)} → {show(after)}"
        values = (before, after)
        yield meeting.fact("keyword-changed", keyword, message=message, values=values, candidates=meeting.samples())
