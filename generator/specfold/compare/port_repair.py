"""A value made to fit the schema of another document, edit by edit. Knows the schemas of both; validates nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from specfold.compare.naming import show
from specfold.compare.port_alternatives import choose_alternative, list_alternatives
from specfold.compare.port_convert import Conversion, admits, convert, kind_of, substitutes_for
from specfold.compare.port_limits import clamp, is_documented_only
from specfold.compare.port_members import Both, PlannedMember, add_required, drop_dependent, make_drop, plan_members
from specfold.compare.port_notes import note_defaults, note_member
from specfold.compare.port_values import Edit, Fault, Note, Op, Outcome
from specfold.compare.side import Side
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema, Places


@attrs.frozen(kw_only=True)
class Spot:
    """
    Where a value stands.

    Attributes:
        pointer: in the given request.
        target: the schema it has to fit.
        source: the schema it was written for, None where that is not known.
        name: the member it is the value of.
    """

    pointer: JsonPointer
    target: Places
    source: Places | None
    name: str = ""

    def below(self, name: str | int, *, target: Places, source: Places | None) -> Spot:
        """Return the place of a member or of an element, which keeps the name of its list."""
        known = self.name if isinstance(name, int) else name
        return Spot(pointer=self.pointer / name, target=target, source=source, name=known)


@attrs.frozen(kw_only=True)
class Repairer:
    """Makes values of one document fit another."""

    source: Side
    target: Side

    def repair(self, value: Json, spot: Spot) -> Outcome:
        """Return a value that fits, with the fewest losses, or why there is none."""
        flat = self.target.flat(spot.target)
        if value is None and flat.nullable:
            return Outcome(value=None)
        alternatives = list_alternatives(self.target, spot.target)
        outcomes = [self._fit(value, one, spot=spot) for one in alternatives]
        best = min(outcomes, key=lambda outcome: outcome.rank)
        if not best.faults or len(alternatives) == 1:
            return best
        return attrs.evolve(best, faults=self._name_choice(value, alternatives, spot=spot) or best.faults)

    def _name_choice(self, value: Json, alternatives: Iterable[FlatSchema], *, spot: Spot) -> tuple[Fault, ...]:
        """Return that a value is of none of the kinds that a member tells apart, nothing where it is of one of them."""
        if not isinstance(value, dict):
            return ()
        for name, member in value.items():
            flats = [self.target.flat(one.properties[name]) for one in alternatives if name in one.properties]
            listed = [one for flat in flats for one in flat.values or ()]
            if flats and all(flat.values for flat in flats) and member not in listed:
                wanted = " or ".join(dict.fromkeys(show(one) for one in listed))
                return (Fault(spot.pointer / name, f"expected {wanted}, got {show(member)}"),)
        return ()

    def _fit(self, value: Json, flat: FlatSchema, *, spot: Spot) -> Outcome:
        """Make a value fit one alternative, in another form if it must be."""
        if flat.never:
            return _fail(spot, "nothing is accepted here")
        if admits(flat, value) and _is_listed(value, flat):
            return self._fit_kind(value, flat, spot=spot)
        forms = (*substitutes_for(spot.name, value), *(() if admits(flat, value) else convert(value, flat)))
        found = [
            self._fit_kind(made.value, flat, spot=spot).after(_converted(spot, made, value=value))
            for made in forms
            if admits(flat, made.value) and _is_listed(made.value, flat)
        ]
        fitting = [outcome for outcome in found if not outcome.faults]
        if fitting:
            return min(fitting, key=lambda outcome: outcome.rank)
        if not admits(flat, value):
            return _fail(spot, f"expected {' or '.join(sorted(flat.types or ('null',)))}, got {kind_of(value)}")
        return _fail(spot, f"expected {' or '.join(show(one) for one in flat.values or ())}, got {show(value)}")

    def _fit_kind(self, value: Json, flat: FlatSchema, *, spot: Spot) -> Outcome:
        """Make a value of an accepted kind fit."""
        pattern = flat.keywords.get("pattern")
        if isinstance(value, str) and isinstance(pattern, str) and not _matches(pattern, value):
            return _fail(spot, f"expected a text that matches {show(pattern)}, got {show(value)}")
        fault = _too_little(value, flat)
        if fault:
            return _fail(spot, fault)
        inside = clamp(value, flat)
        kept = value if inside is None else inside.value
        if isinstance(kept, dict):
            outcome = self._fit_object(kept, flat, spot=spot)
        elif isinstance(kept, list):
            outcome = self._fit_list(kept, flat, spot=spot)
        else:
            outcome = Outcome(value=kept)
        if inside is None:
            return outcome
        known = f"documented limit: {inside.limit}, stated in prose only" if is_documented_only(flat) else inside.limit
        edit = Edit(op=Op.CLAMP, pointer=spot.pointer, before=value, after=kept, reason=known, lossy=True)
        note = (Note(spot.pointer, known),) if is_documented_only(flat) else ()
        return attrs.evolve(outcome.after(edit), notes=(*note, *outcome.notes))

    def _fit_list(self, value: list[Json], flat: FlatSchema, *, spot: Spot) -> Outcome:
        """Make each element fit; one that cannot be made to fit is dropped, unless nothing would be left."""
        source = None if spot.source is None else choose_alternative(self.source, spot.source, value=value).items
        kept: list[Json] = []
        parts: list[Outcome] = []
        faults: list[Fault] = []
        for index, element in enumerate(value):
            places = flat.prefix_items[index] if index < len(flat.prefix_items) else flat.items
            if places is None:
                kept.append(element)
                continue
            outcome = self.repair(element, spot.below(index, target=places, source=source))
            if outcome.faults:
                faults.extend(outcome.faults)
                outcome = Outcome(
                    value=None, edits=(make_drop(spot.pointer / index, element, reason=_reason(outcome.faults)),)
                )
            else:
                kept.append(outcome.value)
            parts.append(outcome)
        least = flat.keywords.get("minItems", 0)
        if (value and not kept) or len(kept) < least:
            short = Fault(spot.pointer, f"expected at least {show(least)} in the list, got {len(kept)}")
            return Outcome(value=None, faults=tuple(faults) or (short,))
        return _join(kept, parts)

    def _fit_object(self, value: JsonObject, flat: FlatSchema, *, spot: Spot) -> Outcome:
        """Make each member fit: renamed, repaired, or dropped where it may be absent; add what has to be there."""
        source = None if spot.source is None else choose_alternative(self.source, spot.source, value=value)
        both = Both(source_side=self.source, target_side=self.target, source=source, target=flat)
        kept: JsonObject = {}
        parts: list[Outcome] = []
        for member in plan_members(value, both=both, pointer=spot.pointer):
            outcome = self._fit_member(member, spot=spot)
            if not outcome.absent:
                kept[member.name] = outcome.value
            parts.append(outcome)
        parts.extend(drop_dependent(kept, value, pointer=spot.pointer))
        parts.append(add_required(kept, both=both, pointer=spot.pointer))
        parts.append(Outcome(value=None, notes=tuple(note_defaults(kept, both=both, pointer=spot.pointer))))
        return _join(kept, parts)

    def _fit_member(self, member: PlannedMember, *, spot: Spot) -> Outcome:
        """Make one member fit as it was planned."""
        edits = () if member.edit is None else (member.edit,)
        if member.dropped:
            return Outcome(value=None, edits=edits, absent=True)
        if member.target is None:
            return Outcome(value=member.value, edits=edits)
        inner = spot.below(member.given, target=member.target, source=member.source)
        outcome = self.repair(member.value, attrs.evolve(inner, name=member.name))
        if not outcome.faults:
            notes = note_member(self.target, member.target, pointer=inner.pointer)
            return attrs.evolve(outcome, edits=(*edits, *outcome.edits), notes=(*notes, *outcome.notes))
        if member.required:
            return attrs.evolve(outcome, value=member.value)
        edit = make_drop(inner.pointer, member.shown, reason=_reason(outcome.faults), lossy=member.matters)
        return Outcome(value=None, edits=(edit,), absent=True)


def _join(value: Json, parts: Iterable[Outcome]) -> Outcome:
    """Return a value with the edits, notes and faults of its parts."""
    known = list(parts)
    return Outcome(
        value=value,
        edits=tuple(edit for part in known for edit in part.edits),
        notes=tuple(note for part in known for note in part.notes),
        faults=tuple(fault for part in known for fault in part.faults),
    )


def _fail(spot: Spot, message: str) -> Outcome:
    """Return that nothing fits."""
    return Outcome(value=None, faults=(Fault(spot.pointer, message),))


def _converted(spot: Spot, made: Conversion, *, value: Json) -> Edit:
    """Return the edit that says a value in another form."""
    return Edit(
        op=Op.CONVERT, pointer=spot.pointer, before=value, after=made.value, reason=made.reason, lossy=made.lossy
    )


def _reason(faults: tuple[Fault, ...]) -> str:
    """Return why a part is left out."""
    return f"does not fit: {faults[0].message}"


def _is_listed(value: Json, flat: FlatSchema) -> bool:
    """Tell whether a value is among those that are listed, if any are."""
    return flat.values is None or any(_same(value, one) for one in flat.values)


def _same(value: Json, other: Json) -> bool:
    """Tell whether two values are the same JSON value; true is not 1."""
    return bool(value == other) and isinstance(value, bool) == isinstance(other, bool)


def _matches(pattern: str, text: str) -> bool:
    """Tell whether a text matches; a pattern that cannot be read decides nothing."""
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return True


def _too_little(value: Json, flat: FlatSchema) -> str:
    """Return why a text or an object is too small, empty when it is not."""
    keyword = {"string": "minLength", "object": "minProperties"}.get(kind_of(value))
    least = flat.keywords.get(keyword, 0) if keyword else 0
    return f"expected at least {least}, got {len(value)}" if keyword and len(value) < least else ""
