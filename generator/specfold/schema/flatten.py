"""
What a schema says once references are followed and `allOf` is merged, with the place of every part kept.

Knows the meaning of the keywords it merges; compares nothing and validates nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.conjunction import NO_TYPE, bundle_dependent, conjoin, types_of
from specfold.schema.edit import is_same
from specfold.schema.parts import (
    Atom,
    MemberRule,
    PartPlaces,
    elements_of,
    member_rules_of,
    properties_of,
    split_unevaluated,
)
from specfold.schema.wellformed import MALFORMED, set_aside_malformed

Places: TypeAlias = PartPlaces
"""A schema named by where it is written; several places mean that all of them hold at once."""

ANNOTATIONS = frozenset(
    {"$anchor", "$comment", "$defs", "$id", "$schema", "definitions", "description", "example", "examples"}
    | {"externalDocs", "summary", "title", "xml"}
)
"""Keywords that say nothing about what is valid (`default`, `deprecated`, `readOnly` are compared on their own)."""

_UNIONS = ("anyOf", "oneOf")


def is_annotation(keyword: str) -> bool:
    """Tell whether a keyword says nothing about what is valid."""
    return keyword in ANNOTATIONS or keyword.startswith("x-")


_MAX_DEPTH = 64
_MAX_EXACT = 2  # unions inside unions in which it is counted how many alternatives accept `null`


@attrs.frozen(kw_only=True)
class SchemaUnion:
    """
    One `anyOf` or `oneOf`, its `null` branch taken out.

    Attributes:
        keyword: `anyOf` or `oneOf`.
        pointer: where the keyword is written.
        branches: where its branches are.
        tag: the property of the discriminator, if one is declared.
    """

    keyword: str
    pointer: JsonPointer
    branches: tuple[Places, ...]
    tag: str | None = None


@attrs.frozen(kw_only=True)
class FlatSchema:
    """
    All that holds at one place, references followed and `allOf` merged.

    Attributes:
        places: where it was asked for.
        keywords: the merged keywords, without the ones the other members hold.
        origins: the schema object that wrote each keyword (the first, if several did).
        types: the types other than `null`, None when any is valid.
        nullable: whether `null` is valid.
        values: what `enum` and `const` leave, `null` aside, None when they are absent.
        properties: the declared members of an object.
        required: the members an object must have.
        additional: the schema of undeclared members, None when they are free.
        closed: whether undeclared members are refused.
        member_rules: what each schema object says of the members it does not declare itself.
        prefix_items: the schemas of the first elements.
        items: the schema of the other elements.
        unions: each `anyOf` and `oneOf` with two or more branches.
        never: whether nothing at all is valid.
    """

    places: Places
    keywords: Mapping[str, Json]
    origins: Mapping[str, JsonPointer]
    types: frozenset[str] | None
    nullable: bool
    values: tuple[Json, ...] | None
    properties: Mapping[str, Places]
    required: tuple[str, ...]
    additional: Places | None
    closed: bool
    member_rules: tuple[MemberRule, ...]
    prefix_items: tuple[Places, ...]
    items: Places | None
    unions: tuple[SchemaUnion, ...]
    never: bool

    def place_of(self, keyword: str) -> JsonPointer:
        """Return where a keyword is written, or else where the schema is."""
        found = self.origins.get(keyword)
        return self.places[0] if found is None else found / keyword

    def places_of(self, name: str) -> Places:
        """Return the schemas a member has to satisfy, declared or not; none where it is free."""
        declared = self.properties.get(name)
        return (
            tuple(place for rule in self.member_rules for place in rule.places_of(name))
            if declared is None
            else declared
        )

    def refuses(self, name: str) -> bool:
        """Tell whether there can be no such member."""
        return any(rule.refuses and rule.other in rule.places_of(name) for rule in self.member_rules)


def value_at(root: JsonObject, pointer: JsonPointer) -> Json:
    """
    Return the node a pointer names.

    Raises:
        KeyError: there is no such node.
    """
    node: Json = root
    for token in pointer.tokens:
        if isinstance(node, dict):
            node = node[token]
        elif isinstance(node, list) and token.isdigit() and int(token) < len(node):
            node = node[int(token)]
        else:
            raise KeyError(str(pointer))
    return node


def local_target(root: JsonObject, reference: Json) -> JsonPointer | None:
    """Return the node a reference inside the document names, None when there is none."""
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return None  # the whole document is no schema
    pointer = JsonPointer.parse(reference)
    try:
        value_at(root, pointer)
    except KeyError:
        return None
    return pointer


def flatten_places(root: JsonObject, places: Places) -> FlatSchema:
    """Return all that holds at some places of a document at once."""
    atoms, unevaluated = split_unevaluated(_gather_atoms(root, places))
    merged, origins = _merge_atoms(attrs.evolve(atom, schema=bundle_dependent(atom.schema)) for atom in atoms)
    rules = (*member_rules_of(atoms), *(() if unevaluated is None else (unevaluated,)))
    closed = any(rule.refuses for rule in rules)
    others = tuple(rule.other for rule in rules if rule.other is not None)
    types = types_of(merged.pop("type", None))
    values = _values_of(atoms)
    never = bool(merged.pop("$never", False)) or types == frozenset({NO_TYPE}) or values == ()
    nullable = all(_admits_null(root, atom) for atom in atoms if not atom.beside_null)
    without_null = None if types is None else types - {"null"}
    listed = None if values is None else tuple(value for value in values if value is not None)
    if values and not listed:
        without_null, listed = frozenset(), None  # null alone, whichever way it is written
    prefix_items, items = elements_of(atoms)
    return FlatSchema(
        places=places,
        keywords={name: value for name, value in merged.items() if name not in _STRUCTURAL},
        origins=origins,
        types=without_null,
        nullable=nullable and not never,
        values=listed,
        properties=properties_of(atoms, rules),
        required=tuple(sorted(merged.get("required", ()))),
        additional=(others or None) if not closed else None,
        closed=closed,
        member_rules=rules,
        prefix_items=prefix_items,
        items=items,
        unions=tuple(_unions_of(root, atoms)),
        never=never,
    )


def flatten_all_of(schema: Json, root: JsonObject) -> Json:
    """
    Return a schema with `allOf` merged into one object; references inside `allOf` are followed.

    Members that several branches declare stay under an `allOf` of their own. A schema without `allOf` is returned as
    it is.
    """
    if not isinstance(schema, dict) or "allOf" not in schema:
        return schema
    atoms = [Atom(JsonPointer(), atom) for atom in _inline_atoms(schema, root, inside=frozenset())]
    merged, _ = _merge_atoms(atoms)
    merged.pop("$never", None)
    for name in ("description", "title"):
        if name in schema:
            merged[name] = schema[name]
    return merged


_STRUCTURAL = frozenset(
    {"properties", "required", "additionalProperties", "items", "prefixItems", "anyOf", "oneOf", "enum", "const"}
)


def _inline_atoms(schema: Json, root: JsonObject, *, inside: frozenset[str]) -> Iterator[JsonObject]:
    """Yield the schema objects that hold at once for a schema that need not be part of the document."""
    if not isinstance(schema, dict):
        yield {} if schema is True else {"not": {}}
        return
    rest = {name: value for name, value in schema.items() if name not in {"allOf", "$ref"}}
    yield rest
    reference = schema.get("$ref")
    target = local_target(root, reference)
    if target is None and reference is not None:
        rest["$ref"] = reference
    elif target is not None and str(target) not in inside:
        yield from _inline_atoms(value_at(root, target), root, inside=inside | {str(target)})
    for branch in schema.get("allOf", ()):
        yield from _inline_atoms(branch, root, inside=inside)


def _gather_atoms(root: JsonObject, places: Places) -> tuple[Atom, ...]:
    """Collect the schema objects that hold at once, in document order, each once."""
    found: dict[tuple[str, ...], Atom] = {}
    seen: set[tuple[str, ...]] = set()
    pending = [(place, False) for place in reversed(places)]
    while pending:
        pointer, beside_null = pending.pop()
        if pointer.tokens in seen:
            continue
        seen.add(pointer.tokens)
        value = value_at(root, pointer)
        if not isinstance(value, dict):
            found[pointer.tokens] = Atom(pointer, _read_plain(value), beside_null)
            continue
        rest, more = _split_schema(root, pointer, schema=set_aside_malformed(value))
        found[pointer.tokens] = Atom(pointer, rest, beside_null)
        pending.extend((place, beside_null or null) for place, null in reversed(more))
    return tuple(found.values())


def _read_plain(schema: Json) -> JsonObject:
    """Return what a schema that is no object says: `true`, `false`, or something that is no schema."""
    if isinstance(schema, bool):
        return {} if schema else {"$never": True}
    return {f"{MALFORMED}schema": schema}


def _split_schema(
    root: JsonObject, pointer: JsonPointer, *, schema: JsonObject
) -> tuple[JsonObject, list[tuple[JsonPointer, bool]]]:
    """Divide a schema object into its own keywords and the places that hold besides (and whether `null` is let in)."""
    rest = dict(schema)
    more: list[tuple[JsonPointer, bool]] = []
    target = local_target(root, schema.get("$ref"))
    if target is not None:
        del rest["$ref"]
        more.append((target, False))
    if isinstance(schema.get("allOf"), list):
        del rest["allOf"]
        more.extend((pointer / "allOf" / index, False) for index in range(len(schema["allOf"])))
    for keyword in _UNIONS:
        branches = schema.get(keyword)
        if not isinstance(branches, list):
            continue
        others = [index for index, branch in enumerate(branches) if not _is_null(root, branch)]
        apart = keyword == "anyOf" or len(branches) == 1 or not _lists_null(root, branches[others[0]] if others else {})
        if len(others) == 1 and apart:
            del rest[keyword]
            more.append((pointer / keyword / others[0], len(branches) > 1))
    return rest, more


def _is_null(root: JsonObject, schema: Json) -> bool:
    """Tell whether a schema accepts `null` and nothing else."""
    if isinstance(schema, dict) and (target := local_target(root, schema.get("$ref"))) is not None:
        schema = value_at(root, target)
    if not isinstance(schema, dict):
        return False
    own = {name: value for name, value in schema.items() if not is_annotation(name)}
    if own.get("enum") == [None] or ("const" in own and own["const"] is None):
        return True
    return own in ({"type": "null"}, {"type": ["null"]})


def _lists_null(root: JsonObject, schema: Json) -> bool:
    """Tell whether a schema says in its own words that it accepts `null` besides other values."""
    if isinstance(schema, dict) and (target := local_target(root, schema.get("$ref"))) is not None:
        schema = value_at(root, target)
    if not isinstance(schema, dict):
        return False
    types, listed = types_of(schema.get("type")), schema.get("enum")
    return (
        "null" in (types or ("null",))
        and (types is not None or isinstance(listed, list))
        and None in (listed or [None])
    )


def _admits_null(root: JsonObject, atom: Atom, *, depth: int = 0) -> bool:
    """Tell whether one schema object lets `null` through."""
    schema = atom.schema
    types = types_of(schema.get("type"))
    if types is not None and "null" not in types:
        return False
    if "enum" in schema and None not in schema["enum"]:
        return False
    if schema.get("$never") or ("const" in schema and schema["const"] is not None):
        return False
    if depth > _MAX_DEPTH:
        return True
    for keyword in _UNIONS:
        branches = schema.get(keyword)
        if not isinstance(branches, list):
            continue
        places = (atom.pointer / keyword / index for index in range(len(branches)))
        admitting = (place for place in places if _place_admits_null(root, place, depth=depth + 1))
        if next(admitting, None) is None:
            return False
        if keyword == "oneOf" and depth < _MAX_EXACT and next(admitting, None) is not None:
            return False  # two alternatives accept it
    return True


def _place_admits_null(root: JsonObject, place: JsonPointer, *, depth: int) -> bool:
    """Tell whether the schema at a place lets `null` through."""
    return all(_admits_null(root, atom, depth=depth) for atom in _gather_atoms(root, (place,)) if not atom.beside_null)


def _values_of(atoms: Iterable[Atom]) -> tuple[Json, ...] | None:
    """Read every `enum` and `const` as one list of values; those of several schema objects hold at once."""
    values: list[Json] | None = None
    for atom in atoms:
        lists = [atom.schema["enum"]] if isinstance(atom.schema.get("enum"), list) else []
        lists += [[atom.schema["const"]]] if "const" in atom.schema else []
        for one in lists:
            values = (
                one if values is None else [value for value in values if any(is_same(value, other) for other in one)]
            )
    return None if values is None else tuple(values)


def _unions_of(root: JsonObject, atoms: Iterable[Atom]) -> Iterator[SchemaUnion]:
    """Yield each union with its branches, `null` taken out."""
    for atom in atoms:
        discriminator = atom.schema.get("discriminator")
        tag = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
        for keyword in _UNIONS:
            branches = atom.schema.get(keyword)
            if isinstance(branches, list) and branches:
                pointer = atom.pointer / keyword
                places = tuple(
                    (pointer / index,) for index, branch in enumerate(branches) if not _is_null(root, branch)
                )
                yield SchemaUnion(keyword=keyword, pointer=pointer, branches=places, tag=tag)


def _merge_atoms(atoms: Iterable[Atom]) -> tuple[JsonObject, dict[str, JsonPointer]]:
    """Merge schema objects that hold at once into one, keyword by keyword."""
    merged: JsonObject = {}
    origins: dict[str, JsonPointer] = {}
    for atom in atoms:
        for keyword, value in atom.schema.items():
            origins.setdefault(keyword, atom.pointer)
            if keyword not in merged:
                merged[keyword] = value
            elif not is_same(merged[keyword], value):
                merged[keyword] = conjoin(keyword, merged[keyword], right=value)
    return merged, origins
