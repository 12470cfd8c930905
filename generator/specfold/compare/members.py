"""The members of a schema as canonical paths (`messages[].role`), with what is said about each; compares nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from specfold.compare.aliases import ALIAS
from specfold.compare.kinds import listed_values
from specfold.compare.naming import show
from specfold.compare.port_convert import kind_of
from specfold.compare.side import Side
from specfold.compare.table import STRENGTHS, Cell
from specfold.compare.value_sets import Atom, name_undecided, read_values
from specfold.document import Json, JsonObject
from specfold.schema.flatten import FlatSchema, Places

_MAX_DEPTH = 8
_MAX_VALUES = 8
_MAX_DIGITS = 12
_TAG_NAMES = ("role", "type", "kind", "object", "event")
_FLAGS = {
    "uniqueItems": "no two alike",
    "readOnly": "read-only",
    "writeOnly": "write-only",
    "deprecated": "deprecated",
    "closed": "closed",
}
_LIMITS = (
    ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", ""),
    ("minLength", "", "maxLength", "", " characters"),
    ("minItems", "", "maxItems", "", " items"),
    ("minProperties", "", "maxProperties", "", " members"),
)


@attrs.frozen(kw_only=True)
class Member:
    """
    One member of one alternative of a schema.

    Attributes:
        path: its canonical path.
        variant: the tag of the alternative it belongs to, empty outside of tagged unions.
        facts: what is said about it.
        provenance: who says so.
        values: what it accepts.
        alias: what it states it is another name of.
    """

    path: str
    variant: str
    facts: JsonObject
    provenance: str
    values: frozenset[Atom]
    alias: str = ""


@attrs.frozen
class _Where:
    """How deep a member is: its path, the alternative, the schemas around it, and the mark it inherits."""

    path: str
    variant: str
    around: tuple[Places, ...]
    provenance: str


def read_members(side: Side, places: Places, *, provenance: str = "", root: str = "") -> dict[str, Cell]:
    """Return a cell for each member of a schema, by canonical path, in document order."""
    found: dict[str, list[Member]] = {}
    for member in _walk(side, places, where=_Where(root, "", (), provenance)):
        found.setdefault(member.path, []).append(member)
    return {path: _merge_variants(members) for path, members in found.items()}


def read_whole(side: Side, places: Places, *, required: bool, provenance: str = "") -> Cell:
    """Return a cell for what a body is as a whole."""
    inherited = read_provenance(side.flat(places).keywords, inherited=provenance)
    return _merge_variants([_describe(side, places, required=required, where=_Where("", "", (), inherited))])


def _walk(side: Side, places: Places, *, where: _Where) -> Iterator[Member]:
    """Yield the members below a schema, those of its alternatives and of its elements too."""
    settled = tuple(side.settle_schema(place) for place in places)
    if settled in where.around or len(where.around) > _MAX_DEPTH:
        return
    flat = side.flat(settled)
    provenance = read_provenance(flat.keywords, inherited=where.provenance)
    where = attrs.evolve(where, around=(*where.around, settled), provenance=provenance)
    for name, member in flat.properties.items():
        path = f"{where.path}.{name}" if where.path else name
        inside = attrs.evolve(where, path=path)
        yield _describe(side, member, required=name in flat.required, where=inside)
        yield from _walk(side, member, where=inside)
    for union in flat.unions:
        for branch in union.branches:
            tag = _tag_of(side, branch) or where.variant
            if ALIAS in side.flat(branch).keywords:
                at = attrs.evolve(where, path=f"{where.path}:{tag}")
                yield _describe(side, branch, required=False, where=at)
            yield from _walk(side, branch, where=attrs.evolve(where, variant=tag))
    for items in (*flat.prefix_items, *([flat.items] if flat.items else [])):
        yield from _walk(side, items, where=attrs.evolve(where, path=f"{where.path}[]"))
    if flat.additional is not None:
        yield from _walk(side, flat.additional, where=attrs.evolve(where, path=f"{where.path}.*"))


def read_provenance(keywords: object, *, inherited: str = "") -> str:
    """Return who says what a node says, the strongest of them; a node without a mark has that of the node around it."""
    mark = keywords.get("x-provenance") if isinstance(keywords, Mapping) else None
    if mark is None:
        return inherited
    named = {str(part) for part in (mark if isinstance(mark, list) else [mark])}
    return next((strength for strength in STRENGTHS if strength in named), "")


def make_cell(text: str, facts: JsonObject, *, provenance: str = "", values: frozenset[Atom] | None = None) -> Cell:
    """Return a cell that knows who says so."""
    return Cell(text=text, facts=facts, inferred=provenance == "inferred", provenance=provenance, values=values)


def _tag_of(side: Side, places: Places) -> str:
    """Return the constant by which an alternative is known."""
    flat = side.flat(places)
    names = [*(name for name in _TAG_NAMES if name in flat.properties), *flat.properties]
    for name in names:
        values = side.flat(flat.properties[name]).values
        if values is not None and len(values) == 1:
            return str(values[0])
    return ""


def _describe(side: Side, places: Places, *, required: bool, where: _Where) -> Member:
    """Return what is said about one member."""
    facts, values = describe_schema(side, places, required=required)
    flat = side.flat(places)
    alias = flat.keywords.get(ALIAS)
    return Member(
        path=where.path,
        variant=where.variant,
        facts=facts,
        provenance=read_provenance(flat.keywords, inherited=where.provenance),
        values=values,
        alias=alias if isinstance(alias, str) else "",
    )


def describe_schema(side: Side, places: Places, *, required: bool) -> tuple[JsonObject, frozenset[Atom]]:
    """Return what a schema says, as data, and the values it accepts."""
    facts = _describe_flat(side, side.flat(places), required=required)
    accepted = read_values(side, places, required=required)
    undecided = name_undecided(accepted)
    return ({**facts, "undecided": undecided} if undecided else facts), accepted


def _describe_flat(side: Side, flat: FlatSchema, *, required: bool) -> JsonObject:
    """Return what a schema says that can be said in words."""
    values = listed_values(side, flat)
    facts: JsonObject = {"type": name_type(side, flat), "required": required}
    if flat.nullable and facts["type"] != "null" and (facts["type"] != "any" or values is not None):
        facts["nullable"] = True
    if "default" in flat.keywords:
        facts["default"] = flat.keywords["default"]
    if values is not None:
        facts["enum"] = list(values)
    bounds = _list_bounds(flat)
    if bounds:
        facts["bounds"] = bounds
    if flat.keywords.get("x-bound") == "prose":
        facts["bound"] = "prose"
    for keyword in ("format", "pattern", "multipleOf"):
        if keyword in flat.keywords:
            facts[keyword] = flat.keywords[keyword]
    facts.update({keyword: True for keyword in _FLAGS if flat.keywords.get(keyword)})
    if flat.closed:
        facts["closed"] = True
    if flat.additional is not None and flat.properties:
        facts["others"] = name_type(side, side.flat(flat.additional))
    return facts


def name_type(side: Side, flat: FlatSchema, *, depth: int = 0) -> str:
    """Write a type the way people do: `array of string`, `string or object`."""
    if depth > 3:
        return "any"
    values = listed_values(side, flat) if flat.types is None else None
    if values is not None:
        return " or ".join(sorted({kind_of(value) for value in values})) or "null"
    if flat.types is None and flat.unions:
        branches = [side.flat(branch) for union in flat.unions for branch in union.branches]
        return " or ".join(dict.fromkeys(_name_part(side, branch, depth=depth + 1) for branch in branches))
    if flat.types is None:
        return "object" if flat.properties else "any"
    names = []
    for kind in sorted(flat.types):
        part = flat.items if kind == "array" else flat.additional if kind == "object" and not flat.properties else None
        inner = "" if part is None else _name_part(side, side.flat(part), depth=depth + 1)
        if not inner or (inner == "any" and kind == "object"):
            names.append(kind)
        else:
            names.append(f"{kind} of {f'({inner})' if ' or ' in inner or ' | ' in inner else inner}")
    return " or ".join(names) or "null"


def _name_part(side: Side, flat: FlatSchema, *, depth: int) -> str:
    """Write an element or an alternative: its values or its type, and its bounds."""
    values = listed_values(side, flat)
    text = name_type(side, flat, depth=depth) if values is None else _say_values(values)
    bounds = _list_bounds(flat)
    if bounds and flat.keywords.get("x-bound") == "prose":
        bounds.append("prose")
    return f"{text} ({', '.join(bounds)})" if bounds else text


def _say_values(values: Sequence[Json]) -> str:
    """Write listed values, a few of them."""
    listed = " | ".join(value if isinstance(value, str) else show(value) for value in values[:_MAX_VALUES])
    return f"{listed} | … {len(values)} in all" if len(values) > _MAX_VALUES else listed


def _list_bounds(flat: FlatSchema) -> list[str]:
    """Write each pair of limits that a schema states."""
    return [text for limit in _LIMITS if (text := _say_bounds(flat, limit))]


def _say_bounds(flat: FlatSchema, limit: tuple[str, str, str, str, str]) -> str:
    """Write a pair of limits: `0 to 2`, `≥ 1`, `> 0 characters`."""
    least, above, most, below, noun = limit
    low, high = flat.keywords.get(least), flat.keywords.get(most)
    over, under = flat.keywords.get(above), flat.keywords.get(below)
    if low is not None and high is not None and over is None and under is None:
        return f"{_say_number(low)} to {_say_number(high)}{noun}"
    signs = ((low, "≥"), (over, ">"), (high, "≤"), (under, "<"))
    return ", ".join(f"{sign} {_say_number(value)}{noun}" for value, sign in signs if value is not None)


def _say_number(value: float) -> str:
    """Write a limit, one of many digits as a power of ten."""
    text = show(value)
    return text if len(text) <= _MAX_DIGITS else f"{value:.3g}"


def _merge_variants(members: list[Member]) -> Cell:
    """Return one cell for a member of one or several alternatives; alternatives that agree are said once."""
    text, facts = _say_variants(members)
    provenance = min((member.provenance for member in members), key=_rank)
    values = frozenset(atom for member in members for atom in member.values)
    cell = make_cell(text, facts, provenance=provenance, values=values)
    return attrs.evolve(cell, alias=next((member.alias for member in members if member.alias), ""))


def _rank(provenance: str) -> int:
    """Return the place of a mark in their order, the strongest first, none before all."""
    return STRENGTHS.index(provenance) if provenance in STRENGTHS else -1


def _say_variants(members: list[Member]) -> tuple[str, JsonObject]:
    """Return what is said about a member of several alternatives, as text and as data."""
    groups: dict[str, list[Member]] = {}
    for member in members:
        groups.setdefault(say_facts(member.facts), []).append(member)
    if len(groups) == 1:
        return next(iter(groups)), members[0].facts
    consts = _as_one_list(members)
    if consts is not None:
        return say_facts(consts), consts
    parts = []
    for text, group in groups.items():
        tags = [tag for tag in dict.fromkeys(member.variant for member in group) if tag]
        parts.append(f"{text} [{', '.join(tags)}]" if tags else text)
    return "; ".join(parts), {"variants": [{"variant": member.variant, **member.facts} for member in members]}


def _as_one_list(members: list[Member]) -> JsonObject | None:
    """Return the tags of the alternatives of a union as one list of values, if that is all they differ in."""
    values: list[Json] = []
    rest: list[JsonObject] = []
    for member in members:
        if "enum" not in member.facts:
            return None
        values.extend(value for value in member.facts["enum"] if value not in values)
        rest.append({name: value for name, value in member.facts.items() if name not in {"enum", "default"}})
    return {**members[0].facts, "enum": values} if all(facts == rest[0] for facts in rest) else None


def say_facts(facts: JsonObject) -> str:
    """Write what is said about a member in a few words; a star says that it must be there."""
    parts = [str(facts["type"]) + (" or null" if facts.get("nullable") else "")]
    if "enum" in facts:
        parts = [_say_values(facts["enum"]) + (" or null" if facts.get("nullable") else "")]
    if facts.get("required"):
        parts[0] += "*"
    mark = " (prose)" if facts.get("bound") == "prose" else ""
    parts.extend(f"{text}{mark}" for text in facts.get("bounds", ()))
    if "default" in facts:
        parts.append(f"default {show(facts['default'], limit=40)}")
    if "format" in facts:
        parts.append(str(facts["format"]))
    if "pattern" in facts:
        parts.append(f"pattern {show(facts['pattern'], limit=24)}")
    if "multipleOf" in facts:
        parts.append(f"in steps of {show(facts['multipleOf'])}")
    if "others" in facts:
        parts.append(f"other members {facts['others']}")
    parts.extend(text for name, text in _FLAGS.items() if facts.get(name))
    parts.extend(f"{name} {facts[name]}" for name in ("style", "explode") if name in facts)
    if "content_type" in facts:
        parts.append(f"as {facts['content_type']}")
    if "undecided" in facts:
        parts.append(f"with {', '.join(facts['undecided'])}")
    return ", ".join(parts)
