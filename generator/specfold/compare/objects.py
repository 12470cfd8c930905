"""Members of two object schemas: which came, went, were renamed, must be there, or are left open."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specfold.compare.change import Severity
from specfold.compare.facts import Fact, Step, make_fact, prove
from specfold.compare.meaning import same_meaning
from specfold.compare.meeting import Meeting
from specfold.compare.sample import is_hidden
from specfold.compare.side import Pair, Side, is_map, may_not_declare
from specfold.document import Json
from specfold.pointer import JsonPointer
from specfold.schema.conjunction import parts_of
from specfold.schema.flatten import FlatSchema, Places

_FREE_NAME = "undeclared_member"
_WHOLE = frozenset(
    {
        "propertyNames",
        "not",
        "if",
        "dependentSchemas",
        "dependentRequired",
        "patternProperties",
        "unevaluatedProperties",
    }
)
"""Keywords that look at an object as a whole; where both sides have them, each is compared on its own."""
_UNEVALUATED = "unevaluatedProperties"
"""The keyword that depends on what else is declared; still there where alternatives decide that."""


@attrs.frozen
class _Members:
    """The declared members of one side that travel in the direction of the comparison."""

    visible: dict[str, Places]
    hidden: frozenset[str]
    required: frozenset[str]


def compare_objects(meeting: Meeting) -> Iterator[Step]:
    """Yield how members differ, and the pairs of members to compare."""
    old = _members_of(meeting, meeting.old, is_old=True)
    new = _members_of(meeting, meeting.new, is_old=False)
    renamed = _find_renamed(meeting, old, new=new)
    if renamed is not None:
        yield from _renamed_fact(meeting, renamed, members=(old, new))
    moved = frozenset(renamed or ())
    for name in sorted({*old.visible, *new.visible}):
        if name in old.visible and name in new.visible:
            yield meeting.child(old.visible[name], new.visible[name])
        elif name not in moved and name not in old.hidden | new.hidden:
            yield from _member_came_or_went(meeting, name, members=(old, new))
    for name in sorted(old.hidden ^ new.hidden):
        if (name in old.hidden and name in new.visible) or (name in new.hidden and name in old.visible):
            yield _visibility_changed(meeting, name, members=(old, new))
    for name in sorted((set(old.hidden) | set(new.hidden)) - (_declared(meeting.old) & _declared(meeting.new))):
        yield _hidden_came_or_went(meeting, name, came=name in new.hidden)
    for name in sorted(old.hidden & new.hidden):
        yield from _compare_unsent(meeting, name)
    for name in sorted(old.required ^ new.required):
        if name not in moved and _declared_alike(name, old, new=new):
            yield _requiredness_changed(meeting, name, now_required=name in new.required)
    yield from _compare_openness(meeting)


def _members_of(meeting: Meeting, flat: FlatSchema, *, is_old: bool) -> _Members:
    """Sort the members of one side into those that travel and those that do not."""
    side = meeting.sides.old if is_old else meeting.sides.new
    hidden = frozenset(
        name for name, places in flat.properties.items() if is_hidden(side, places, direction=meeting.pair.direction)
    )
    visible = {name: places for name, places in flat.properties.items() if name not in hidden}
    return _Members(visible, hidden, frozenset(flat.required) - hidden)


def _declared(flat: FlatSchema) -> set[str]:
    """Return the names of all declared members, those that do not travel this way too."""
    return set(flat.properties)


def _hidden_came_or_went(meeting: Meeting, name: str, *, came: bool) -> Fact:
    """Return that a member came or went which does not travel this way, so nobody notices on the wire."""
    place = (meeting.new if came else meeting.old).properties[name][0]
    flag = "read-only" if meeting.sends_old else "write-only"
    message = f"{meeting.name}: {flag} member {name} {'added' if came else 'removed'}"
    at = (None, place) if came else (place, None)
    values = (None, name) if came else (name, None)
    fact = make_fact(meeting.pair, f"property-{'added' if came else 'removed'}", message=message, at=at, values=values)
    return attrs.evolve(fact, severity=Severity.INFO)


def _compare_unsent(meeting: Meeting, name: str) -> Iterator[Fact]:
    """Yield that the schema of a member differs which does not travel this way, so nobody notices on the wire."""
    places = (meeting.old.properties[name], meeting.new.properties[name])
    before = {"allOf": [meeting.sides.old.value(place) for place in places[0]]}
    after = {"allOf": [meeting.sides.new.value(place) for place in places[1]]}
    if same_meaning((meeting.sides.old.root, before), (meeting.sides.new.root, after)):
        return
    message = f"{meeting.name}: {'read-only' if meeting.sends_old else 'write-only'} member {name} differs"
    yield make_fact(meeting.pair, "unsent-property-changed", message=message, at=(places[0][0], places[1][0]))


def _declared_alike(name: str, old: _Members, *, new: _Members) -> bool:
    """Tell whether only requiredness changed: a member is declared on both sides, on none, or not where it is required."""
    requiring = old if name in old.required else new
    alike = (name in old.visible) == (name in new.visible)
    return (alike or name not in requiring.visible) and name not in old.hidden | new.hidden


def _find_renamed(meeting: Meeting, old: _Members, *, new: _Members) -> tuple[str, str] | None:
    """Return the one member that went and the one that came, when they have the same shape."""
    gone = [name for name in old.visible if name not in new.visible and name not in new.hidden]
    came = [name for name in new.visible if name not in old.visible and name not in old.hidden]
    if len(gone) != 1 or len(came) != 1:
        return None
    before = {"allOf": [meeting.sides.old.value(place) for place in old.visible[gone[0]]]}
    after = {"allOf": [meeting.sides.new.value(place) for place in new.visible[came[0]]]}
    if not same_meaning((meeting.sides.old.root, before), (meeting.sides.new.root, after)):
        return None
    return gone[0], came[0]


def _renamed_fact(meeting: Meeting, renamed: tuple[str, str], *, members: tuple[_Members, _Members]) -> Iterator[Step]:
    """Yield one fact for a member that was replaced by another, as grave as the graver of the two edits."""
    gone, came = renamed
    old, new = members
    parts = [
        step
        for name in (gone, came)
        for step in _member_came_or_went(meeting, name, members=members)
        if isinstance(step, Fact)
    ]
    worst = min(parts, key=lambda fact: fact.severity.rank)
    values = (gone, came)
    at = (old.visible[gone][0], new.visible[came][0])
    message = f"{meeting.name}: member {gone} is now called {came}"
    fact = make_fact(meeting.pair, "property-renamed", message=message, at=at, values=values)
    yield attrs.evolve(fact, severity=worst.severity, witness=worst.witness)


def _member_came_or_went(meeting: Meeting, name: str, *, members: tuple[_Members, _Members]) -> Iterator[Step]:
    """Yield what it means that only one side declares a member."""
    old, new = members
    came = name in new.visible
    places = (new if came else old).visible[name]
    yield from _undeclared_pairs(meeting, name, places=places, came=came)
    required = name in (new if came else old).required and name not in (old if came else new).required
    rule = f"{'required-' if required else ''}property-{'added' if came else 'removed'}"
    at: tuple[JsonPointer | None, JsonPointer | None] = (None, places[0]) if came else (places[0], None)
    verb = "added" if came else "removed"
    message = f"{meeting.name}: {'required ' if required else ''}member {name} {verb}"
    fact = make_fact(meeting.pair, rule, message=message, at=at, values=(None, name) if came else (name, None))
    yield _judge_member(meeting, fact, name=name, places=places)


def _undeclared_pairs(meeting: Meeting, name: str, *, places: Places, came: bool) -> Iterator[Pair]:
    """Yield the pairs of a declared member and of what the other side says of it without declaring it here."""
    flat = meeting.old if came else meeting.new
    found = [] if flat.refuses(name) else [one for one in [meeting.places_of(name, is_old=came)] if one]
    is_sent = came == meeting.sends_old
    for other in found or _places_in_branches(meeting.sides.old if came else meeting.sides.new, flat, name=name):
        pair = meeting.child(other, places) if came else meeting.child(places, other)
        yield pair if found or is_sent else attrs.evolve(pair, harmless=pair.harmless or "alternatives say it as well")


def _places_in_branches(side: Side, flat: FlatSchema, *, name: str) -> list[Places]:
    """Return where the alternatives of an object, or schemas that hold for some values only, declare a member."""
    found = [part.properties.get(name) for part in _branches_of(side, flat)]
    if isinstance(flat.keywords.get(_UNEVALUATED), dict) and _UNEVALUATED in flat.origins:
        found.append((flat.place_of(_UNEVALUATED),))
    return [places for places in found if places is not None]


def _branches_of(side: Side, flat: FlatSchema) -> list[FlatSchema]:
    """Return the alternatives of an object and the schemas that hold for some values only."""
    branches = [branch for union in flat.unions for branch in union.branches]
    for keyword in ("if", "dependentSchemas"):
        inner = flat.keywords.get(keyword, {})
        if len(parts_of(inner)) == 1:
            origin = flat.places[0] if keyword not in flat.origins else flat.origins[keyword]
            branches.extend(
                (origin / part if keyword == "if" else origin / keyword / part,)
                for part, schema in inner.items()
                if isinstance(schema, dict)
            )
    return [side.flat(branch) for branch in branches]


def _judge_member(meeting: Meeting, fact: Fact, *, name: str, places: Places) -> Fact:
    """Make a fact about a member breaking where the receiving side refuses or misses it, and prove it."""
    side, flat = meeting.sender
    _, receiver = meeting.receiver
    if name not in flat.properties:
        lacking = [{key: value for key, value in body.items() if key != name} for body in meeting.objects()]
        return prove(meeting.sides, meeting.pair, fact=fact, candidates=lacking)
    bodies = [body for body in meeting.objects() if meeting.receiver[0].accepts(body, receiver.places)]
    values = [
        {**body, name: value} for body in bodies or meeting.objects() for value in meeting.samples_of(side, places)
    ]
    if receiver.refuses(name):
        graver = attrs.evolve(fact, severity=Severity.BREAKING)
        return prove(meeting.sides, meeting.pair, fact=graver, candidates=values)
    looks_whole = receiver.unions or not _WHOLE.isdisjoint(receiver.keywords)
    if not bodies or not looks_whole:
        return prove(meeting.sides, meeting.pair, fact=fact, candidates=values)
    graver = attrs.evolve(fact, severity=Severity.BREAKING)
    shown = prove(meeting.sides, meeting.pair, fact=graver, candidates=values)
    if shown.witness or _UNEVALUATED in receiver.keywords:
        return shown
    return prove(meeting.sides, meeting.pair, fact=fact, candidates=values)


def _visibility_changed(meeting: Meeting, name: str, *, members: tuple[_Members, _Members]) -> Fact:
    """Return that a member became read-only or write-only, or no longer is; grave where it is missed from now on."""
    now_hidden = name in members[1].hidden
    flag = "read" if meeting.sends_old else "write"
    rule = f"property-became-{'' if now_hidden else 'not-'}{flag}-only"
    at = (meeting.old.properties[name][0], meeting.new.properties[name][0])
    message = f"{meeting.name}: member {name} {'is now' if now_hidden else 'is no longer'} {flag}-only"
    fact = make_fact(meeting.pair, rule, message=message, at=at, values=(not now_hidden, now_hidden))
    sent, awaited = members if meeting.sends_old else members[::-1]
    if name not in sent.hidden or name not in awaited.required:
        return fact
    graver = attrs.evolve(fact, severity=Severity.BREAKING, message=f"{message}, and has to be there")
    return prove(meeting.sides, meeting.pair, fact=graver, candidates=meeting.objects())


def _requiredness_changed(meeting: Meeting, name: str, *, now_required: bool) -> Fact:
    """Return that a member became required or optional."""
    rule = "property-became-required" if now_required else "property-became-optional"
    at = (_place_of(meeting.old, name), _place_of(meeting.new, name))
    message = f"{meeting.name}: member {name} {'must now be there' if now_required else 'may now be missing'}"
    fact = make_fact(meeting.pair, rule, message=message, at=at, values=(not now_required, now_required))
    bodies = [*meeting.objects(), *(body for body in meeting.variants() if isinstance(body, dict))]
    candidates = [{key: value for key, value in body.items() if key != name} for body in bodies]
    shown = prove(meeting.sides, meeting.pair, fact=fact, candidates=candidates)
    return _set_aside(shown) if _is_slip(meeting, name) and shown.severity is Severity.BREAKING else shown


def _is_slip(meeting: Meeting, name: str) -> bool:
    """Tell whether the receiver requires a member that it does not declare, so that nobody who obeys it could send one."""
    _, receiver = meeting.receiver
    is_open = is_map(receiver) or receiver.unions or not may_not_declare(receiver) or meeting.around is not None
    return not is_open and not receiver.places_of(name)


def _set_aside(fact: Fact) -> Fact:
    """Return a fact as undecided since the document contradicts itself."""
    message = f"{fact.message} (it is required, but not declared)"
    return attrs.evolve(fact, severity=Severity.UNKNOWN, witness=None, message=message)


def _place_of(flat: FlatSchema, name: str) -> JsonPointer:
    """Return where a member is declared, or else where it is required."""
    places = flat.properties.get(name)
    return places[0] if places else flat.place_of("required")


def _compare_openness(meeting: Meeting) -> Iterator[Step]:
    """Yield how undeclared members are treated."""
    old, new = meeting.old, meeting.new
    if old.additional is not None and new.additional is not None:
        yield meeting.child(old.additional, new.additional)
        return
    if (old.closed, old.additional) == (new.closed, new.additional):
        return
    if old.closed != new.closed:
        rule = "additional-properties-closed" if new.closed else "additional-properties-opened"
        message = f"undeclared members are {'now refused' if new.closed else 'no longer refused'}"
    else:
        rule = "additional-properties-typed" if old.additional is None else "additional-properties-untyped"
        message = f"undeclared members {'now have a schema' if old.additional is None else 'no longer have a schema'}"
    values = (_openness(old), _openness(new))
    fact = meeting.fact(rule, "additionalProperties", message=message, values=values)
    tightened = rule.endswith(("closed", "typed")) and not rule.endswith("untyped")
    candidates = _with_branch_members(meeting) if tightened == meeting.sends_old else []
    if tightened == meeting.sends_old and is_map(meeting.sender[1]):
        candidates = [*candidates, *_with_free_members(meeting)]
    if candidates:
        fact = attrs.evolve(fact, severity=Severity.BREAKING)
        fact = prove(meeting.sides, meeting.pair, fact=fact, candidates=candidates)
    yield fact


def _openness(flat: FlatSchema) -> Json:
    """Say how a schema treats undeclared members."""
    if flat.closed:
        return False
    return True if flat.additional is None else "schema"


def _with_branch_members(meeting: Meeting) -> list[Json]:
    """Return objects with a member that only alternatives of the sender declare, and that the receiver does not."""
    (side, flat), (_, receiver) = meeting.sender, meeting.receiver
    return [
        {**body, name: value}
        for part in _branches_of(side, flat)
        for name, places in part.properties.items()
        if name not in flat.properties and name not in receiver.properties
        for body in meeting.objects()
        for value in meeting.samples_of(side, places)
    ]


def _with_free_members(meeting: Meeting) -> list[Json]:
    """Return objects with an undeclared member."""
    side, flat = meeting.sender
    values = ["", 0, {}, None] if flat.additional is None else meeting.samples_of(side, flat.additional)
    return [{**body, _FREE_NAME: value} for body in meeting.objects() for value in values]
