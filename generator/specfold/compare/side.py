"""One of the two documents, ready to be compared: references followed, schemas flattened once, instances checked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping

import attrs

from specfold.compare.change import Axis, Witness
from specfold.compare.contradiction import contradicted, without_contradiction
from specfold.compare.dialect import with_bytes_as_format, without_old_flags
from specfold.compare.proving import Prover
from specfold.compare.unchanged import Unchanged
from specfold.document import Document, Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.anchors import point_references
from specfold.schema.flatten import FlatSchema, Places, flatten_places, is_annotation, local_target, value_at
from specfold.schema.instance import InstanceValidator, InvalidSchemaError
from specfold.schema.path_items import inline_path_items
from specfold.schema.upgrade import upgrade_to_31

_PLAIN = re.compile(r"true|false|-?(0|[1-9][0-9]{0,300})(\.[0-9]{1,300})?")
_DECLARING = frozenset({"if", "dependentSchemas", "unevaluatedProperties", "$ref", "$dynamicRef"})
"""Keywords whose schemas may declare members that are not among those of the object."""
_SURROUNDING = frozenset({"security", "servers"})
_UNUSABLE = (InvalidSchemaError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""How the validator fails on keywords whose values are of the wrong kind: each library function in its own way."""


@attrs.define(eq=False)
class Side:
    """
    One document as the comparison sees it; remembers what it has already flattened.

    Attributes:
        root: the document in the terms of OpenAPI 3.1, its references as pointers, its paths with what they refer to.
    """

    root: JsonObject
    _moved: Mapping[tuple[str, ...], tuple[str, ...]] = attrs.field(factory=dict)
    _flat: dict[Places, FlatSchema] = attrs.field(factory=dict)
    _validator: InstanceValidator | None = None

    @classmethod
    def of(cls, document: Document, *, is_mixed: bool = False) -> Side:
        """Prepare a document; mixed are the versions of the two where one alone is OpenAPI 3.0."""
        root = without_old_flags(point_references(upgrade_to_31(document.value)))
        return cls(*inline_path_items(with_bytes_as_format(root) if is_mixed else root))

    def written_at(self, pointer: JsonPointer) -> JsonPointer:
        """Return where a node is in the document as it was written."""
        place = self._moved.get(pointer.tokens[:3])
        return pointer if place is None else JsonPointer(place + pointer.tokens[3:])

    def flat(self, places: Places) -> FlatSchema:
        """Return all that holds at some places at once."""
        found = self._flat.get(places)
        if found is None:
            found = self._flat[places] = flatten_places(self.root, places)
        return found

    def settle(self, pointer: JsonPointer) -> JsonPointer:
        """Follow references from a node to the node that is meant."""
        seen: set[JsonPointer] = set()
        while pointer not in seen:
            seen.add(pointer)
            node = value_at(self.root, pointer)
            target = local_target(self.root, node.get("$ref")) if isinstance(node, dict) else None
            if target is None:
                break
            pointer = target
        return pointer

    def settle_or_stay(self, pointer: JsonPointer) -> JsonPointer:
        """Follow references from a node that need not exist."""
        try:
            return self.settle(pointer)
        except KeyError:
            return pointer

    def settle_schema(self, pointer: JsonPointer) -> JsonPointer:
        """Follow references from a schema as long as only notes stand beside them."""
        seen: set[JsonPointer] = set()
        while pointer not in seen:
            seen.add(pointer)
            node = value_at(self.root, pointer)
            if not isinstance(node, dict) or not all(name == "$ref" or is_annotation(name) for name in node):
                break
            target = local_target(self.root, node.get("$ref"))
            if target is None:
                break
            pointer = target
        return pointer

    def value(self, pointer: JsonPointer) -> Json:
        """Return the node at a pointer."""
        return value_at(self.root, pointer)

    def object_at(self, pointer: JsonPointer) -> JsonObject:
        """Return the object at a pointer, an empty one when there is something else or nothing."""
        try:
            node = value_at(self.root, pointer)
        except KeyError:
            return {}
        return node if isinstance(node, dict) else {}

    def unfollowed(self, pointer: JsonPointer | None) -> str | None:
        """Return the reference at the end of those from a node, where it leads out of the document; None without one."""
        ref = None if pointer is None else self.object_at(self.settle_or_stay(pointer)).get("$ref")
        return ref if isinstance(ref, str) else None

    def accepts(self, instance: Json, places: Places) -> bool | None:
        """Ask the ordinary validator whether a value is valid at some places at once; None when a schema is wrong."""
        return self.accepts_all(instance, places)

    def sends(self, value: Json, places: Places, *, known: frozenset[str] = frozenset()) -> bool:
        """
        Tell whether a valid value has declared members only, where its schema or one alternative that it takes has any.

        Args:
            value: the value.
            places: its schema.
            known: the members that a schema around this one declares.
        """
        flat = self.flat(places)
        if not isinstance(value, dict) or not may_not_declare(flat):
            return True
        if is_map(flat) and not (known or flat.unions):
            return True
        if flat.additional is not None or "additionalProperties" in flat.origins:
            return True
        known |= {name for name in value if name in flat.properties or name in flat.required or flat.places_of(name)}
        if flat.unions:
            return all(
                any(self.accepts(value, branch) and self.sends(value, branch, known=known) for branch in union.branches)
                for union in flat.unions
            )
        return known.issuperset(value)

    def meant(self, places: Places) -> tuple[JsonPointer | Json, ...]:
        """Return the schemas at some places, or instead of them one without what contradicts its own format."""
        plain = without_contradiction(self.flat(places))
        return places if plain is None else (plain,)

    def accepts_all(self, instance: Json, schemas: Iterable[JsonPointer | Json]) -> bool | None:
        """Ask the ordinary validator whether a value is valid under several schemas; None when one is wrong."""
        if self._validator is None:
            self._validator = InstanceValidator(self.root, strict=True)
        validator = self._validator
        try:
            return all(validator.is_valid(instance, schema) for schema in schemas)
        except _UNUSABLE:
            return None


@attrs.frozen(eq=False)
class Sides:
    """
    The two documents of a comparison.

    Attributes:
        depth: how many comparisons this one is nested in; nested ones look for no witnesses.
        closed_readers: whoever reads an answer knows the listed values only.
        promoted: the rules that a policy calls breaking.
        unchanged: what is the same in both, to the letter; None where the documents were not looked through.
        prover: the containment engine, asked where no example is found; None to do without.
    """

    old: Side
    new: Side
    depth: int = 0
    closed_readers: bool = False
    promoted: frozenset[str] = frozenset()
    unchanged: Unchanged | None = None
    prover: Prover | None = None

    def is_unchanged(self, pair: Pair) -> bool:
        """Tell whether the nodes of a pair are known to be the same; False means that it has to be looked at."""
        if self.unchanged is None or pair.old != pair.new or pair.kind in _SURROUNDING:
            return False
        if pair.kind == "operation":
            return self.unchanged.is_same_around and all(self.unchanged.holds(one.parent.tokens) for one in pair.old)
        return all(self.unchanged.holds(one.tokens) for one in pair.old)

    def slips(self, pair: Pair) -> tuple[str, ...]:
        """Return the keywords on either side that contradict the format beside them."""
        flats = (self.old.flat(pair.old), self.new.flat(pair.new))
        return tuple(sorted({name for flat in flats for name in contradicted(flat)}))

    def nested(self) -> Sides:
        """Return the same documents for a comparison inside this one, which asks whether all that is sent is accepted."""
        return attrs.evolve(self, depth=self.depth + 1, closed_readers=True)

    def find_witness(self, pair: Pair, candidates: tuple[Json, ...]) -> Witness | None:
        """
        Return the first candidate that the sending side accepts and the receiving side refuses, however it reads it.

        What an alternative sends must be refused by all that surrounds the other one; nobody sends undeclared members.
        """
        (sender, sent), (receiver, received) = self.ends(pair)
        meant, awaited = sender.meant(sent), receiver.meant(received)
        if pair.around is not None:
            outer = self.ends(attrs.evolve(pair, old=pair.around[0], new=pair.around[1], around=None))
            meant, awaited = (*meant, *outer[0][1]), outer[1][1]
            sent = outer[0][1]
        for candidate in candidates:
            read = readings(candidate) if pair.textual else (candidate,)
            if (
                all(receiver.accepts_all(one, awaited) is False for one in read)
                and sender.accepts_all(candidate, meant)
                and sender.sends(candidate, sent)
            ):
                return Witness(candidate)
        return None

    def ends(self, pair: Pair) -> tuple[tuple[Side, Places], tuple[Side, Places]]:
        """Return who sends what and who receives it as what."""
        old, new = (self.old, pair.old), (self.new, pair.new)
        return (new, old) if pair.direction is Axis.RESPONSE else (old, new)


def readings(value: Json) -> tuple[Json, ...]:
    """Return what a value may be taken for once it was written as text: itself, texts, or numbers and booleans."""
    return tuple(
        {
            json.dumps(one): one for one in (value, _map_scalars(value, _as_text), _map_scalars(value, _as_plain))
        }.values()
    )


def _map_scalars(value: Json, change: Callable[[Json], Json]) -> Json:
    """Return a value with each scalar in it replaced."""
    if isinstance(value, dict):
        return {name: _map_scalars(item, change) for name, item in value.items()}
    return [_map_scalars(item, change) for item in value] if isinstance(value, list) else change(value)


def _as_text(value: Json) -> Json:
    """Write a number or boolean as text."""
    return value if value is None or isinstance(value, str) else json.dumps(value)


def _as_plain(value: Json) -> Json:
    """Read a text as the number or boolean it may be the text of."""
    return json.loads(value) if isinstance(value, str) and _PLAIN.fullmatch(value) else value


def may_not_declare(flat: FlatSchema) -> bool:
    """Tell whether no keyword of a schema may declare members besides its own."""
    return flat.keywords.keys().isdisjoint(_DECLARING)


def is_map(flat: FlatSchema) -> bool:
    """Tell whether undeclared members are the very purpose of an object."""
    if flat.closed:
        return False
    return flat.additional is not None or "additionalProperties" in flat.origins or not flat.properties


@attrs.frozen
class Pair:
    """
    Two nodes that stand for the same thing, and the way what they describe travels.

    Attributes:
        kind: which comparison they need (`schema`, `parameter`, …).
        old: where the node of the old document is.
        new: where the node of the new document is.
        direction: request or response.
        textual: the value is written as text on the wire (parameters, headers), so every scalar is a string too.
        null_apart: alternatives of unions; whether `null` is valid is said by the unions.
        untyped: the format on the wire (XML) has no types, so what another type means is not defined.
        around: for alternatives, the two schemas whose alternatives they are; these have the last word.
        harmless: why no difference of the two can break anybody, empty where one can.
    """

    kind: str
    old: Places
    new: Places
    direction: Axis
    textual: bool = False
    null_apart: bool = False
    untyped: bool = False
    around: tuple[Places, Places] | None = None
    harmless: str = ""
