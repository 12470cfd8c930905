"""What is compared as a whole: keywords that are not reasoned about, and unions beside other things; never passed over."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specfold.compare.change import Severity
from specfold.compare.facts import Fact
from specfold.compare.kinds import effective_types
from specfold.compare.meaning import same_meaning
from specfold.compare.meeting import Meeting
from specfold.compare.naming import show
from specfold.compare.side import Side, is_map
from specfold.compare.trials import constants_in, names_in, numbers_around
from specfold.document import Json
from specfold.schema.anchors import UNFOLLOWED
from specfold.schema.conjunction import parts_of, unbundle
from specfold.schema.flatten import FlatSchema, SchemaUnion, is_annotation

_NOTES = frozenset({"default", "deprecated", "readOnly", "writeOnly", "discriminator", "nullable", *UNFOLLOWED})
_REASONED = _NOTES | frozenset(
    {"type", "format", "pattern", "multipleOf", "uniqueItems"}
    | {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
    | {"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"}
)
_REFUSING = frozenset(
    {"not", "dependentRequired", "propertyNames", "contains", "if", "dependentSchemas", "anyOf", "oneOf"}
)
"""Keywords without which a receiver accepts all that it accepted with them, unless it refuses members they declare."""
_RELATED = frozenset({"patternProperties", "unevaluatedProperties", "unevaluatedItems"})
"""Keywords that may refuse something since another one says nothing of it."""
_DECLARING = ("'properties'", "'patternProperties'", "'additionalProperties'", "'$ref'")
_KINDS: tuple[Json, ...] = ("", 0, {}, [], None, True)


def compare_others(meeting: Meeting) -> Iterator[Fact]:
    """Yield each keyword that differs and is not reasoned about; it is undecided where nothing shows or settles it."""
    old, new = meeting.old.keywords, meeting.new.keywords
    for keyword in sorted({*old, *new}):
        if keyword in _REASONED or is_annotation(keyword):
            continue
        before, after = old.get(keyword), new.get(keyword)
        first = unbundle(keyword, before) if keyword in old else {}
        second = unbundle(keyword, after) if keyword in new else {}
        if same_meaning((meeting.sides.old.root, first), (meeting.sides.new.root, second)):
            continue
        yield _whole_fact(meeting, keyword, values=(before, after))


def _whole_fact(meeting: Meeting, keyword: str, *, values: tuple[Json, Json]) -> Fact:
    """Return that a keyword differs, tried with what the schemas themselves write out."""
    message = f"{keyword} differs, which is not reasoned about: {show(values[0])} → {show(values[1])}"
    sent, received = values if meeting.sends_old else values[::-1]
    if keyword in _REFUSING and _asks_no_more(meeting, keyword, values=(sent, received)):
        fact = meeting.fact("keyword-changed", keyword, message=message, values=values, candidates=None)
        return attrs.evolve(fact, severity=Severity.INFO)
    candidates = _trials(meeting, values)
    if received is not None and keyword not in _RELATED:
        alone = unbundle(keyword, received) if not isinstance(received, list) else {"allOf": received}
        receiver = meeting.receiver[0]
        candidates = [one for one in candidates if receiver.accepts_all(one, [alone]) is False]
    return meeting.fact("keyword-changed", keyword, message=message, values=values, candidates=candidates)


def _asks_no_more(meeting: Meeting, keyword: str, *, values: tuple[Json, Json]) -> bool:
    """Tell whether all that the receiver's keyword says is among what the sender's says."""
    sent, received = ([] if value is None else parts_of(value) for value in values)
    roots = (meeting.sender[0].root, meeting.receiver[0].root)
    return not _may_be_refused(meeting.receiver[1], values[0]) and all(
        any(same_meaning((roots[0], unbundle(keyword, one)), (roots[1], unbundle(keyword, asked))) for one in sent)
        for asked in received
    )


def _may_be_refused(receiver: FlatSchema, sent: Json) -> bool:
    """Tell whether a receiver may refuse members that are declared by a keyword which it does not have."""
    is_open = not receiver.member_rules and "unevaluatedProperties" not in receiver.keywords
    return not is_open and any(word in str(sent) for word in _DECLARING)


def _trials(meeting: Meeting, values: tuple[Json, Json]) -> list[Json]:
    """Return values of what is sent, plain ones, and those that a keyword writes out, alone and as members."""
    written = constants_in(list(values))
    bodies = [value for value in meeting.variants() if isinstance(value, dict)]
    members = [
        {**body, name: value} for body in bodies[:1] for name in meeting.sender[1].properties for value in written
    ]
    base = [{}, *bodies[:1]] if bodies else []
    pairs = [{**one, **other} for one in bodies for other in bodies]
    lists = [[*one] for one in _lists(meeting, written)]
    free = _free_members(meeting, values) if bodies and is_map(meeting.sender[1]) else []
    return [*meeting.variants(), *base, *written, *members, *pairs, *free, *lists, *numbers_around(list(values))]


def _free_members(meeting: Meeting, values: tuple[Json, Json]) -> list[Json]:
    """Return objects of undeclared members, with the names that the values themselves speak of."""
    side, flat = meeting.sender
    names = list(dict.fromkeys(["undeclared_member", *(name for value in values for name in names_in(value))]))
    kinds = _KINDS if flat.additional is None else meeting.samples_of(side, flat.additional)
    single = [{**body, name: value} for body in meeting.objects() for name in names for value in kinds]
    return [*single, *({**one, name: value} for one in single for name in names for value in kinds[:1])]


def _lists(meeting: Meeting, written: tuple[Json, ...]) -> list[list[Json]]:
    """Return arrays of a few elements, where arrays are sent."""
    side, flat = meeting.sender
    if "array" not in effective_types(side, flat):
        return []
    kinds: list[Json] = [
        *written,
        *(meeting.samples_of(side, flat.items) if flat.items else _KINDS),
    ]
    return [[], *([value] * count for value in kinds for count in (1, 2))]


def unmatched_unions(meeting: Meeting) -> tuple[list[SchemaUnion], list[SchemaUnion]]:
    """Return the unions of both sides, without those that stand on both and say the same."""
    old, new = list(meeting.old.unions), list(meeting.new.unions)
    if len(old) == len(new) == 1:
        return old, new
    for union in list(old):
        first = (meeting.sides.old.root, _written(meeting.sides.old, union))
        for other in new:
            if same_meaning(first, (meeting.sides.new.root, _written(meeting.sides.new, other))):
                old.remove(union)
                new.remove(other)
                break
    return old, new


def _written(side: Side, union: SchemaUnion) -> Json:
    """Return a union as a schema of its own."""
    return {union.keyword: side.value(union.pointer)}


def compare_whole_unions(meeting: Meeting, old: list[SchemaUnion], *, new: list[SchemaUnion]) -> Iterator[Fact]:
    """Yield that unions differ which stand on one side only, or several beside each other."""
    if not (old and new):
        side, union = (meeting.sides.old, old[0]) if old else (meeting.sides.new, new[0])
        if len(old or new) == 1 and is_list_of_types(side, union):
            return  # said by the types
    values = [
        [_written(side, union) for union in unions] or None
        for side, unions in ((meeting.sides.old, old), (meeting.sides.new, new))
    ]
    keyword = (old or new)[0].keyword
    yield _whole_fact(meeting, keyword, values=(values[0], values[1]))


def is_more_than_union(flat: FlatSchema) -> bool:
    """Tell whether a schema says more than its alternatives and their type."""
    limits = [name for name in flat.keywords if name not in _NOTES and not is_annotation(name)]
    return bool(
        limits
        or flat.properties
        or flat.required
        or flat.member_rules
        or flat.items
        or flat.prefix_items
        or flat.values is not None
    )


def is_list_of_types(side: Side, union: SchemaUnion) -> bool:
    """Tell whether the alternatives are types only, of which no value has two."""
    parts = [side.flat(branch) for branch in union.branches]
    if any(is_more_than_union(part) or part.unions or part.never or part.types is None for part in parts):
        return False
    kinds = [{"number" if kind == "integer" else kind for kind in part.types or ()} for part in parts]
    nullable = sum(part.nullable for part in parts)
    return union.keyword == "anyOf" or (sum(map(len, kinds)) == len(set().union(*kinds)) and nullable < 2)
