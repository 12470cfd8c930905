"""
One capability that two documents keep in different places, by what `x-alias-of` states: a kind of tool, a member.

Knows the schemas of both bodies; what stays in its place is left to the repair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from specfold.compare.aliases import ALIAS
from specfold.compare.port_alternatives import list_alternatives
from specfold.compare.port_operations import Target
from specfold.compare.port_repair import Repairer, Spot
from specfold.compare.port_values import Edit, Note, Op, Outcome
from specfold.compare.side import Side
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema, Places
from specfold.schema.walk import iter_schemas

ELEMENT = "[]"
_MAX_DEPTH = 6


@attrs.frozen(kw_only=True)
class Capability:
    """
    One place of a body that states what it is.

    Attributes:
        name: what it states.
        path: its members, `[]` for any element.
        places: its schema, of one branch where it is one of a union.
        tag: the constant by which that branch is known.
    """

    name: str
    path: tuple[str, ...]
    places: Places
    tag: str = ""

    @property
    def label(self) -> str:
        """The path as people write it."""
        path = ".".join(self.path).replace(f".{ELEMENT}", ELEMENT)
        return f"{path} of type {self.tag}" if self.tag else path


def list_capabilities(side: Side, places: Places) -> tuple[Capability, ...]:
    """Return every place of a body that states what it is, outermost first."""
    if not any(ALIAS in schema for _, schema in iter_schemas(side.root)):
        return ()
    found: dict[tuple[str, tuple[str, ...]], Capability] = {}
    for one in _walk(side, places, path=(), around=()):
        found.setdefault((one.name, one.path), one)
    return tuple(sorted(found.values(), key=lambda one: len(one.path)))


def _walk(side: Side, places: Places, *, path: tuple[str, ...], around: tuple[Places, ...]) -> Iterator[Capability]:
    """Yield the places below a schema that state what they are."""
    settled = tuple(side.settle_schema(place) for place in places)
    if settled in around or len(around) > _MAX_DEPTH:
        return
    inside = (*around, settled)
    flat = side.flat(places)
    name = flat.keywords.get(ALIAS)
    if isinstance(name, str) and path:
        yield Capability(name=name, path=path, places=places, tag=_tag_of(side, flat))
    for member, below in flat.properties.items():
        yield from _walk(side, below, path=(*path, member), around=inside)
    if flat.items is not None:
        yield from _walk(side, flat.items, path=(*path, ELEMENT), around=inside)
    for union in flat.unions:
        for branch in union.branches:
            yield from _walk(side, branch, path=path, around=inside)


def _tag_of(side: Side, flat: FlatSchema) -> str:
    """Return the constant by which an alternative is known, empty where it has none."""
    for name in flat.required:
        values = side.flat(flat.properties[name]).values if name in flat.properties else None
        if values is not None and len(values) == 1:
            return str(values[0])
    return ""


def move_capabilities(request: JsonObject, ours: Target, *, target: Target) -> Outcome:
    """
    Return a request in which each capability also stands where the target has it.

    What stands where the target lacks it is left, for the repair to drop; `forget_moved` takes that edit out again.
    """
    theirs = list_capabilities(target.side, target.body)
    moved = dict(request)
    edits: list[Edit] = []
    notes: list[Note] = []
    known = list_capabilities(ours.side, ours.body)
    for capability in known:
        partners = [one for one in theirs if one.name == capability.name]
        if not partners or _is_part(capability, known) or _is_member_beside(capability, partners):
            continue
        for pointer, value in list(_instances(moved, capability.path, at=JsonPointer())):
            fits = any(one.path == capability.path and target.side.accepts(value, one.places) for one in partners)
            if value is None or fits or not ours.side.accepts(value, capability.places):
                continue
            built = _Builder(ours=ours, target=target).build(value, capability, partner=partners[0])
            if built is None:
                notes.append(Note(pointer, f"the target has this as {partners[0].label}, to be filled in by hand"))
                continue
            after, lossy = built
            moved = _place(moved, after, pointer=pointer, capability=capability, partner=partners[0])
            reason = f"the target has this as {partners[0].label}"
            edits.append(Edit(op=Op.CONVERT, pointer=pointer, before=value, after=after, reason=reason, lossy=lossy))
            notes.append(Note(pointer, "names what is stored at the source; the target needs names of its own"))
    return Outcome(value=moved, edits=tuple(edits), notes=tuple(notes))


def forget_moved(edits: tuple[Edit, ...], moved: tuple[Edit, ...], *, request: JsonObject) -> tuple[Edit, ...]:
    """Return edits without those that drop what was moved, or a list of nothing else."""
    gone = {edit.pointer for edit in moved}
    kept = []
    for edit in edits:
        value = request.get(edit.pointer.tokens[0]) if len(edit.pointer.tokens) == 1 else None
        emptied = isinstance(value, list) and value and all(edit.pointer / index in gone for index in range(len(value)))
        if edit.op is not Op.DROP or not (edit.pointer in gone or emptied):
            kept.append(edit)
    return tuple(kept)


def _is_part(capability: Capability, known: Iterable[Capability]) -> bool:
    """Tell whether a place lies inside another one, with which it moves."""
    return any(len(one.path) < len(capability.path) and capability.path[: len(one.path)] == one.path for one in known)


def _is_member_beside(capability: Capability, partners: list[Capability]) -> bool:
    """Tell whether the target has a member of the same object for it, which renaming finds."""
    is_member = capability.path[-1] != ELEMENT
    return is_member and any(one.path[:-1] == capability.path[:-1] and one.path[-1] != ELEMENT for one in partners)


def _instances(value: Json, path: tuple[str, ...], *, at: JsonPointer) -> Iterator[tuple[JsonPointer, Json]]:
    """Yield what a request has at a path."""
    if not path:
        yield at, value
    elif path[0] == ELEMENT:
        for index, element in enumerate(value if isinstance(value, list) else ()):
            yield from _instances(element, path[1:], at=at / index)
    elif isinstance(value, dict) and path[0] in value:
        yield from _instances(value[path[0]], path[1:], at=at / path[0])


def _place(
    request: JsonObject, value: Json, *, pointer: JsonPointer, capability: Capability, partner: Capability
) -> JsonObject:
    """Return a request with a value where the target wants it: in place, at the end of a list, or as a member."""
    name = partner.path[0]
    if partner.path[1:] != (ELEMENT,):
        return {**request, name: value}
    listed = list(request.get(name) or ())
    if capability.path == partner.path:
        listed[int(pointer.tokens[-1])] = value
    else:
        listed.append(value)
    return {**request, name: listed}


@attrs.frozen(kw_only=True)
class _Builder:
    """Builds what the target wants from what the source has, by what the parts of both state."""

    ours: Target
    target: Target

    def build(self, value: Json, capability: Capability, *, partner: Capability) -> tuple[Json, bool] | None:
        """Return a value for the target and whether something is lost; None where nothing can be carried over."""
        if len(partner.path) > 2 or (len(partner.path) == 2 and partner.path[1] != ELEMENT):
            return None
        if self.target.side.accepts(value, partner.places) and not _is_object(value):
            return value, False
        parts = {
            one.name: found
            for one in list_capabilities(self.ours.side, capability.places)
            for _, found in _instances(value, one.path, at=JsonPointer())
        }
        used: set[str] = set()
        built = self._make(partner.places, parts, used=used)
        if not used or built is None or not self.target.side.accepts(built, partner.places):
            return None
        return built, True

    def _make(self, places: Places, parts: dict[str, Json], *, used: set[str]) -> Json:
        """Return a value made of parts, None where there is none."""
        for flat in list_alternatives(self.target.side, places):
            if flat.values is not None and len(flat.values) == 1:
                return flat.values[0]
            name = flat.keywords.get(ALIAS)
            if name in parts:
                spot = Spot(pointer=JsonPointer(), target=places, source=None)
                outcome = Repairer(source=self.ours.side, target=self.target.side).repair(parts[name], spot)
                if not outcome.faults:
                    used.add(name)
                    return outcome.value
            made = {member: self._make(below, parts, used=used) for member, below in flat.properties.items()}
            kept = {member: value for member, value in made.items() if value is not None}
            if kept and all(member in kept for member in flat.required):
                return kept
        return None


def _is_object(value: Json) -> bool:
    """Tell whether a value has parts of its own."""
    return isinstance(value, dict)
