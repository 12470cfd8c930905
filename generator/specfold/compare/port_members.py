"""The members of one object on their way to another document: which name each gets, which go, which are added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from specfold.compare.aliases import DEPENDENT, is_newer, names_of
from specfold.compare.naming import show
from specfold.compare.port_alternatives import is_free
from specfold.compare.port_values import Edit, Fault, Note, Op, Outcome
from specfold.compare.side import Side
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema, Places

SECRET = "(secret)"
_EMPTY: tuple[Json, ...] = (None, {}, [])


@attrs.frozen(kw_only=True)
class Both:
    """
    What holds for one object in either document.

    Attributes:
        source_side: the document the object was written for.
        target_side: the document it has to fit.
        source: what holds there, None where that is not known.
        target: what holds here.
    """

    source_side: Side
    target_side: Side
    source: FlatSchema | None
    target: FlatSchema

    def source_of(self, name: str) -> FlatSchema | None:
        """Return what the source says about a member, None where it says nothing."""
        places = None if self.source is None else self.source.properties.get(name)
        return None if places is None else self.source_side.flat(places)

    def target_of(self, name: str) -> FlatSchema:
        """Return what the target says about a member it declares."""
        return self.target_side.flat(self.target.properties[name])


@attrs.frozen(kw_only=True)
class PlannedMember:
    """
    One member of a given object and what is to become of it.

    Attributes:
        given: its name in the given object.
        name: its name at the target.
        value: its value.
        shown: its value as edits may show it.
        target: the schema it has to fit, None where any value is fine.
        source: the schema it was written for, None where that is not known.
        required: whether it must be there.
        matters: whether something is lost without it.
        dropped: whether it is left out.
        edit: the edit that renames or drops it.
    """

    given: str
    name: str
    value: Json
    shown: Json
    target: Places | None
    source: Places | None
    required: bool
    matters: bool
    dropped: bool = False
    edit: Edit | None = None


def plan_members(value: JsonObject, *, both: Both, pointer: JsonPointer) -> Iterator[PlannedMember]:
    """Yield what is to become of each member of an object."""
    names = {name: _name_at_target(name, both) for name in value}
    for name, member in value.items():
        target = names[name]
        places = _places_of(target, both) if target is not None else None
        plan = PlannedMember(
            given=name,
            name=target or name,
            value=member,
            shown=SECRET if _is_secret(name, both) else member,
            target=places,
            source=None if both.source is None else both.source.properties.get(name),
            required=(target or name) in both.target.required,
            matters=_matters(name, member, both=both),
        )
        yield _decide(plan, value, names=names, pointer=pointer)


def _decide(
    plan: PlannedMember, value: JsonObject, *, names: Mapping[str, str | None], pointer: JsonPointer
) -> PlannedMember:
    """Return the plan of a member with its edit."""
    place = pointer / plan.given
    target = names[plan.given]
    if target is None:
        edit = make_drop(place, plan.shown, reason="the target does not declare it", lossy=plan.matters)
        return attrs.evolve(plan, dropped=True, edit=attrs.evolve(edit, undeclared=True))
    rivals = [name for name, other in names.items() if other == target and name != plan.given]
    winner = next((name for name in rivals if is_newer(name, plan.given)), None)
    if winner is None and target != plan.given and target in value and not is_newer(plan.given, target):
        winner = target
    if winner is not None:
        lossy = value[winner] != plan.value and plan.value is not None
        edit = make_drop(place, plan.shown, reason=f"{winner} says the same and counts", lossy=lossy)
        return attrs.evolve(plan, dropped=True, edit=attrs.evolve(edit, undeclared=target != plan.given))
    if target == plan.given:
        return plan
    reason = f"the target calls it {target}"
    edit = Edit(op=Op.RENAME, pointer=place, before=plan.given, after=target, reason=reason, lossy=False)
    return attrs.evolve(plan, edit=attrs.evolve(edit, undeclared=True))


def _name_at_target(name: str, both: Both) -> str | None:
    """Return what the target calls a member, None where it does not know it."""
    target = both.target
    if name in target.properties or name in target.required or is_free(both.target_side, target):
        return name
    patterns = target.keywords.get("patternProperties")
    if isinstance(patterns, dict) and any(_matches(pattern, name) for pattern in patterns):
        return name
    if target.additional is not None:
        return name
    source = both.source_of(name)
    known = names_of(name, {} if source is None else source.keywords)
    for other in target.properties:
        if known & names_of(other, both.target_of(other).keywords):
            return other
    return None


def _places_of(name: str, both: Both) -> Places | None:
    """Return the schema of a member of the target, declared or not."""
    return both.target.properties.get(name, both.target.additional)


def _matches(pattern: str, name: str) -> bool:
    """Tell whether a name matches; a pattern that cannot be read matches all."""
    try:
        return re.search(pattern, name) is not None
    except re.error:
        return True


def _is_secret(name: str, both: Both) -> bool:
    """Tell whether the value of a member must not be shown."""
    source = both.source_of(name)
    stated = source is not None and source.keywords.get("x-sensitive") is True
    return stated or (name in both.target.properties and both.target_of(name).keywords.get("x-sensitive") is True)


def _matters(name: str, value: Json, *, both: Both) -> bool:
    """Tell whether something is lost without a member: not where it is empty or says what the source assumes anyway."""
    if value in _EMPTY:
        return False
    source = both.source_of(name)
    return source is None or "default" not in source.keywords or source.keywords["default"] != value


def make_drop(pointer: JsonPointer, value: Json, *, reason: str, lossy: bool = True) -> Edit:
    """Return the edit that leaves something out."""
    return Edit(op=Op.DROP, pointer=pointer, before=value, reason=reason, lossy=lossy)


def drop_dependent(kept: JsonObject, value: JsonObject, *, pointer: JsonPointer) -> Iterator[Outcome]:
    """Take out of an object what is about a member that had to go; yield that it went."""
    for name, needed in DEPENDENT.items():
        if name in kept and needed in value and needed not in kept:
            lost = kept.pop(name)
            reason = f"it is about {needed}, which is left out"
            yield Outcome(value=None, edits=(make_drop(pointer / name, lost, reason=reason, lossy=False),))


def add_required(kept: JsonObject, *, both: Both, pointer: JsonPointer) -> Outcome:
    """Add to an object what the target requires and a document has a default for; return that, and what is missing."""
    edits: list[Edit] = []
    notes: list[Note] = []
    faults: list[Fault] = []
    for name in both.target.required:
        if name in kept:
            continue
        place = pointer / name
        known = _default_for(name, both)
        if known is None:
            faults.append(Fault(place, f"the target requires {name}, and the request does not say it"))
            continue
        kept[name], whose = known
        reason = f"the target requires it; {show(kept[name])} is the {whose}'s default"
        edits.append(Edit(op=Op.ADD, pointer=place, after=kept[name], reason=reason, lossy=False))
        if whose == "source":
            note = "the target requires it; what the source assumes was written out, which the target need not know"
            notes.append(Note(place, note))
    return Outcome(value=None, edits=tuple(edits), notes=tuple(notes), faults=tuple(faults))


def _default_for(name: str, both: Both) -> tuple[Json, str] | None:
    """Return the default of a member that must be there, and whose it is; an empty one says nothing."""
    flats = [(both.target_of(name) if name in both.target.properties else None, "target")]
    flats.append((both.source_of(name), "source"))
    for flat, whose in flats:
        if flat is None:
            continue
        if flat.values is not None and len(flat.values) == 1 and whose == "target":
            return flat.values[0], whose
        value = flat.keywords.get("default")
        if value not in (*_EMPTY, ""):
            return value, whose
    return None
