"""A value made to fit the schema of another document, edit by edit. Knows the schemas of both; validates nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

import attrs

from specfold.compare.aliases import DEPENDENT, is_newer, names_of, substitutes_for
from specfold.compare.naming import show
from specfold.compare.port_alternatives import choose_alternative, is_free, list_alternatives
from specfold.compare.port_convert import admits, convert, kind_of
from specfold.compare.port_limits import clamp, is_documented_only
from specfold.compare.port_notes import note_member, note_missing
from specfold.compare.port_values import Edit, Fault, Note, Op, Outcome
from specfold.compare.side import Side
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema, Places

_EMPTY: tuple[Json, ...] = (None, {}, [])


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
        outcomes = [self._fit(value, flat, spot=spot) for flat in list_alternatives(self.target, spot.target)]
        return min(outcomes, key=lambda outcome: outcome.rank)

    def _fit(self, value: Json, flat: FlatSchema, *, spot: Spot) -> Outcome:
        """Make a value fit one alternative, in another kind if it must be."""
        if flat.never:
            return _fail(spot, "nothing is accepted here")
        listed = flat.values is None or any(_same(value, one) for one in flat.values)
        if admits(flat, value) and listed:
            return self._fit_kind(value, flat, spot=spot)
        found = []
        for text, lossy in substitutes_for(spot.name, value):
            if admits(flat, text) and (flat.values is None or text in flat.values):
                reason = f"{show(value)} is not accepted, {text} is"
                found.append(Outcome(value=text).after(_converted(spot, value, text, reason=reason, lossy=lossy)))
        if not admits(flat, value):
            for made in convert(value, flat):
                if flat.values is None or made.value in flat.values:
                    edit = _converted(spot, value, made.value, reason=made.reason, lossy=made.lossy)
                    found.append(self._fit_kind(made.value, flat, spot=spot).after(edit))
        fitting = [outcome for outcome in found if not outcome.faults]
        if fitting:
            return min(fitting, key=lambda outcome: outcome.rank)
        if listed or not admits(flat, value):
            wanted = " or ".join(sorted(flat.types or ())) or "something else"
            return _fail(spot, f"expected {wanted}, got {kind_of(value)}")
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
                outcome = Outcome(value=None, edits=(_dropped(spot.pointer / index, element, faults=outcome.faults),))
            else:
                kept.append(outcome.value)
            parts.append(outcome)
        least = flat.keywords.get("minItems", 0)
        if (value and not kept) or len(kept) < least:
            return Outcome(value=None, faults=tuple(faults) or (Fault(spot.pointer, f"expected {least} elements"),))
        return _join(kept, parts)

    def _fit_object(self, value: JsonObject, flat: FlatSchema, *, spot: Spot) -> Outcome:
        """Make each member fit: renamed, repaired, or dropped where it may be absent; add what has to be there."""
        source = None if spot.source is None else choose_alternative(self.source, spot.source, value=value)
        names = self._name_members(value, flat, source=source)
        kept: JsonObject = {}
        parts: list[Outcome] = []
        for name, member in value.items():
            known = source.properties.get(name) if source is not None else None
            outcome = self._fit_member((name, names.get(name, name)), member, flat=flat, spot=spot, source=known)
            if names.get(name, name) in kept or (name not in names and outcome.value is None and not _is_kept(outcome)):
                outcome = attrs.evolve(outcome, value=_ABSENT)
            if outcome.value is not _ABSENT:
                kept[names.get(name, name)] = outcome.value
            parts.append(outcome)
        parts.append(self._drop_dependent(kept, value, spot=spot))
        parts.append(self._add_required(kept, flat, spot=spot, source=source))
        parts.append(Outcome(value=None, notes=note_missing(self, kept, flat=flat, source=source, spot=spot)))
        return _join(kept, parts)
