"""
What schema objects that hold at once say of members and elements, each for those it does not name; follows no reference.

One object's `additionalProperties` is about the members that this object does not declare, whatever others declare.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from specfold.document import JsonObject
from specfold.pointer import JsonPointer

PartPlaces: TypeAlias = tuple[JsonPointer, ...]
"""A schema named by where it is written; several places mean that all of them hold at once."""

BRANCHING = ("anyOf", "oneOf", "if", "then", "else", "dependentSchemas")
"""Keywords whose schemas hold for some values only."""
_EVALUATING = ("'$ref'", "'properties'", "'patternProperties'", "'additionalProperties'", "'unevaluatedProperties'")


@attrs.frozen
class Atom:
    """
    One schema object without `$ref` and `allOf`.

    Attributes:
        pointer: where it is written.
        schema: its keywords.
        beside_null: it stands in a union with `null`, so it does not decide whether `null` is valid.
    """

    pointer: JsonPointer
    schema: JsonObject
    beside_null: bool = False


@attrs.frozen
class MemberRule:
    """
    What one schema object says of the members it does not declare.

    Attributes:
        declared: the names it declares.
        patterns: patterns of names, with where the schema of each is.
        other: the schema of all other members, None when they are free.
        refuses: whether there are no other members.
    """

    declared: frozenset[str]
    patterns: tuple[tuple[str, JsonPointer], ...] = ()
    other: JsonPointer | None = None
    refuses: bool = False

    def places_of(self, name: str) -> PartPlaces:
        """Return the schemas a member has to satisfy besides the one that declares it."""
        matching = tuple(place for pattern, place in self.patterns if _is_found(pattern, name))
        if matching or name in self.declared or self.other is None:
            return matching
        return (self.other,)


def _is_found(pattern: str, name: str) -> bool:
    """Tell whether a pattern is found in a name; one that cannot be read matches nothing."""
    try:
        return re.search(pattern, name) is not None
    except (re.error, RecursionError):
        return False


def split_unevaluated(atoms: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], MemberRule | None]:
    """
    Read `unevaluatedProperties` of the outermost schema object as a rule, where no alternative decides what it is about.

    Returns the schema objects without it, and the rule; the objects as they are and None where it cannot be told.
    """
    keyword = "unevaluatedProperties"
    first = atoms[0]
    is_idle = "additionalProperties" in first.schema
    if keyword not in first.schema or (
        not is_idle and any(_may_evaluate(atom.schema, is_first=atom is first) for atom in atoms)
    ):
        return atoms, None
    own = attrs.evolve(first, schema={name: value for name, value in first.schema.items() if name != keyword})
    if is_idle:
        return (own, *atoms[1:]), None  # all members are evaluated already
    value = first.schema[keyword]
    known = [_rule_of(atom) for atom in atoms]
    rule = MemberRule(
        frozenset().union(*(one.declared for one in known)),
        tuple(entry for one in known for entry in one.patterns),
        None if value in ({}, True) else first.pointer / keyword,
        refuses=value is False,
    )
    return (own, *atoms[1:]), rule


def _may_evaluate(schema: JsonObject, *, is_first: bool) -> bool:
    """Tell whether more members than the declared ones may be evaluated by a schema object."""
    if "additionalProperties" in schema or (not is_first and "unevaluatedProperties" in schema) or "$ref" in schema:
        return True
    conditional = str([schema[keyword] for keyword in BRANCHING if keyword in schema])
    return "$dynamicRef" in schema or any(word in conditional for word in _EVALUATING)


def member_rules_of(atoms: Iterable[Atom]) -> Iterator[MemberRule]:
    """Yield what each schema object says of members it does not declare, where it says anything."""
    for atom in atoms:
        rule = _rule_of(atom)
        if rule.patterns or rule.other is not None:
            yield rule


def _rule_of(atom: Atom) -> MemberRule:
    """Read one schema object."""
    schema = atom.schema
    patterns, properties = schema.get("patternProperties"), schema.get("properties")
    value = schema.get("additionalProperties")
    return MemberRule(
        frozenset(properties if isinstance(properties, dict) else ()),
        tuple((name, atom.pointer / "patternProperties" / name) for name in patterns)
        if isinstance(patterns, dict)
        else (),
        atom.pointer / "additionalProperties" if value is False or (isinstance(value, dict) and value) else None,
        refuses=value is False,
    )


def properties_of(atoms: Iterable[Atom], rules: Iterable[MemberRule]) -> dict[str, PartPlaces]:
    """Collect the declared members, each with every place whose schema it has to satisfy."""
    found: dict[str, PartPlaces] = {}
    for atom in atoms:
        properties = atom.schema.get("properties")
        if isinstance(properties, dict):
            for name in properties:
                found[name] = (*found.get(name, ()), atom.pointer / "properties" / name)
    for rule in rules:
        for name, places in found.items():
            found[name] = (*places, *rule.places_of(name))
    return found


def elements_of(atoms: Iterable[Atom]) -> tuple[tuple[PartPlaces, ...], PartPlaces | None]:
    """Collect the schemas of the first elements, position by position, and that of the others."""
    lists = [(atom, atom.schema.get("prefixItems")) for atom in atoms]
    heads = [(atom, len(prefix) if isinstance(prefix, list) else 0) for atom, prefix in lists]
    rest = {
        atom.pointer: atom.pointer / "items" for atom, _ in heads if isinstance(atom.schema.get("items"), dict | bool)
    }
    columns = [
        tuple(
            atom.pointer / "prefixItems" / index if index < count else rest[atom.pointer]
            for atom, count in heads
            if index < count or atom.pointer in rest
        )
        for index in range(max((count for _, count in heads), default=0))
    ]
    return tuple(columns), tuple(rest.values()) or None
