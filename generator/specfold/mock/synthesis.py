"""Schema → instance: valid by construction, checked at the end, and steered by a wanted value; knows no HTTP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

import attrs

from specfold.document import Json, JsonObject
from specfold.mock.dice import Dice
from specfold.mock.pattern import PatternNotSupportedError
from specfold.mock.scalars import make_boolean, make_number, make_text
from specfold.mock.shape import Shapes, UnusableSchemaError, declared_types
from specfold.schema.instance import InstanceValidator, InvalidSchemaError

_RICH_DEPTH = 5
_UNION_DEPTH = 3
_MAX_DEPTH = 24
_MAX_ITEMS = 100
_LISTS = frozenset({"", "data", "items", "results"})


class Absent(Enum):
    """The type of `ABSENT`: nothing is wanted here, which is not the same as wanting null."""

    ABSENT = 0


ABSENT: Final = Absent.ABSENT


class _Wish(Enum):
    """What may be wanted of an object member besides a value."""

    NOTHING = 0
    ANYTHING = 1


class CannotSynthesiseError(ValueError):
    """No valid instance of a schema was found; the text says of which place and why."""


@attrs.frozen
class OneOf:
    """Wanted values in order of preference: the first that the schema allows is taken."""

    values: tuple[Json, ...]


@attrs.frozen(kw_only=True)
class Hints:
    """
    What the request says about members of the answer, by name.

    Attributes:
        names: member name to value, used wherever a member of this name allows the value.
        count: how many entries the list of the answer has.
    """

    names: Mapping[str, Json] = attrs.field(factory=dict)
    count: int | None = None


@attrs.frozen(kw_only=True)
class _Place:
    """Where in the instance a value is being made."""

    dice: Dice
    hints: Hints
    name: str = ""
    depth: int = 0
    position: int | None = None
    sparse: bool = False

    def member(self, name: str) -> _Place:
        return attrs.evolve(self, dice=self.dice.child(name), name=name, depth=self.depth + 1)

    def item(self, position: int) -> _Place:
        names = {name: value for name, value in self.hints.names.items() if name != "id"}
        return attrs.evolve(
            self,
            dice=self.dice.child(position),
            hints=Hints(names=names),
            depth=self.depth + 1,
            position=position,
        )


class Synthesiser:
    """Makes instances for the schemas of one document."""

    def __init__(self, root: Json, validator: InstanceValidator) -> None:
        self._shapes = Shapes(root)
        self._validator = validator

    def make(self, schema: Json, dice: Dice, *, wanted: Json = ABSENT, hints: Hints | None = None) -> Json:
        """
        Return a valid instance, as near to `wanted` as the schema allows.

        Of a wanted object, members are kept where the schema allows them; optional members that are not wanted are
        left out. Where nothing is wanted, optional members are made too.

        Raises:
            CannotSynthesiseError: no valid instance was found.
        """
        reason = ""
        for sparse in (False, True):
            place = _Place(dice=dice, hints=hints or Hints(), sparse=sparse)
            try:
                instance = self._value(schema, place, wanted=wanted)
                errors = self._validator.errors(instance, schema)
            except (UnusableSchemaError, PatternNotSupportedError, InvalidSchemaError) as error:
                raise CannotSynthesiseError(str(error)) from error
            if not errors:
                return instance
            reason = f"{str(errors[0].instance_pointer) or '/'}: {errors[0].message}"
        raise CannotSynthesiseError(reason)

    def accepts(self, schema: Json, instance: Json) -> bool:
        """Tell whether an instance is valid."""
        return self._validator.is_valid(instance, schema)

    def _value(self, schema: Json, place: _Place, *, wanted: Json) -> Json:
        """Make the value of one place."""
        if place.depth > _MAX_DEPTH:
            msg = f"{place.name}: the schema requires itself without end"
            raise CannotSynthesiseError(msg)
        flat = self._shapes.flatten(schema)
        if isinstance(wanted, OneOf):
            wanted = next((value for value in wanted.values if self.accepts(flat, value)), ABSENT)
        if "const" in flat:
            return flat["const"]
        if "enum" in flat:
            return self._member_of(flat, wanted)
        if "anyOf" in flat or "oneOf" in flat:
            return self._branch(flat, place, wanted=wanted)
        if not _is_container(wanted):
            candidates = (value for value in (wanted, *_samples(flat)) if value is not ABSENT)
            wanted = next((value for value in candidates if self.accepts(flat, value)), ABSENT)
        types = declared_types(flat)
        if isinstance(wanted, Mapping) and "object" in (types or ("object",)):
            return self._object(flat, place, wanted=wanted)
        if isinstance(wanted, list) and "array" in (types or ("array",)):
            return self._array(flat, place, wanted=wanted)
        if wanted is not ABSENT and not _is_container(wanted):
            return wanted
        return self._fresh(flat, place)

    def _member_of(self, flat: JsonObject, wanted: Json) -> Json:
        """Choose of an enumeration: what is wanted, else the first that is not null."""
        allowed = [value for value in flat["enum"] if self.accepts(flat, value)]
        if not allowed:
            msg = "an enumeration without a value that its own schema allows"
            raise CannotSynthesiseError(msg)
        if wanted in allowed:
            return wanted
        return next((value for value in allowed if value is not None), None)

    def _fresh(self, flat: JsonObject, place: _Place) -> Json:
        """Make a value where nothing is wanted."""
        types = declared_types(flat)
        if not types:
            return {} if place.depth == 0 else make_text(flat, place.dice, name=place.name)
        kind = next((name for name in types if name != "null"), "null")
        if kind == "object":
            return self._object(flat, place, wanted=None)
        if kind == "array":
            return self._array(flat, place, wanted=None)
        if kind == "string":
            return make_text(flat, place.dice, name=place.name)
        if kind == "boolean":
            return make_boolean(place.name)
        if kind == "null":
            return None
        if place.position is not None and place.name == "index" and self.accepts(flat, place.position):
            return place.position
        return make_number(flat | {"type": kind}, place.dice, name=place.name)

    def _branch(self, flat: JsonObject, place: _Place, *, wanted: Json) -> Json:
        """Make a value of a union: the branch that keeps most of what is wanted, else the first that works."""
        best: Json = ABSENT
        best_kept = -1
        deep = place.depth > _UNION_DEPTH  # far down, null ends a schema that contains itself
        branches = sorted(self._shapes.variants(flat), key=lambda branch: (declared_types(branch) == ("null",)) != deep)
        for branch in branches:
            try:
                value = self._value(branch, place, wanted=wanted)
            except (CannotSynthesiseError, PatternNotSupportedError):
                continue
            kept = 0 if wanted is ABSENT else _kept(wanted, value)
            if kept > best_kept and self.accepts(flat, value):
                best, best_kept = value, kept
            if best is not ABSENT and wanted is ABSENT:
                break
        if best is ABSENT:
            msg = f"{place.name or 'the root'}: no variant of the union can be made"
            raise CannotSynthesiseError(msg)
        return best

    def _object(self, flat: JsonObject, place: _Place, *, wanted: Mapping[str, Json] | None) -> JsonObject:
        """Make an object: declared members in their order, then what the schema lets in besides."""
        properties: JsonObject = flat.get("properties", {})
        required = flat.get("required", ())
        made: JsonObject = {}
        for name, schema in properties.items():
            inner = place.member(name)
            wish = self._wish(schema, inner, wanted=wanted)
            value = self._member(schema, inner, wish=wish, is_required=name in required)
            if value is not _Wish.NOTHING:
                made[name] = value
        others = flat.get("additionalProperties", True)
        for name in (*(wanted or {}), *required):
            if name not in properties and name not in made and (others is not False or name in required):
                made[name] = self._value(others, place.member(name), wanted=(wanted or {}).get(name, ABSENT))
        while len(made) < flat.get("minProperties", 0) and others is not False:
            name = f"key{len(made) + 1}"
            made[name] = self._value(others, place.member(name), wanted=ABSENT)
        return made

    def _wish(self, schema: Json, place: _Place, *, wanted: Mapping[str, Json] | None) -> Json:
        """Return what is wanted of a member: the request's word, the wanted value, anything, or nothing."""
        hint = place.hints.names.get(place.name, ABSENT)
        if hint is not ABSENT and self.accepts(schema, hint):
            return hint
        if wanted is not None:
            return wanted.get(place.name, _Wish.NOTHING)
        return _Wish.NOTHING if place.sparse or place.depth > _RICH_DEPTH else _Wish.ANYTHING

    def _member(self, schema: Json, place: _Place, *, wish: Json, is_required: bool) -> Json:
        """Make an object member; nothing when it is optional and the wish cannot be met."""
        if wish is _Wish.NOTHING:
            if not is_required:
                return _Wish.NOTHING
            wish = None if not place.sparse and self.accepts(schema, None) else ABSENT
        target = ABSENT if wish is _Wish.ANYTHING else wish
        try:
            value = self._value(schema, place, wanted=target)
        except (CannotSynthesiseError, PatternNotSupportedError):
            if is_required:
                raise
            return _Wish.NOTHING
        if is_required or target is ABSENT or _meets(value, target) or "const" in self._shapes.flatten(schema):
            return value
        return _Wish.NOTHING

    def _array(self, flat: JsonObject, place: _Place, *, wanted: Sequence[Json] | None) -> list[Json]:
        """Make an array: as long as wanted or hinted, inside the bounds of the schema."""
        prefix = flat.get("prefixItems", [])
        items = flat.get("items", True)
        unique = flat.get("uniqueItems", False)
        low, high = flat.get("minItems", 0), flat.get("maxItems", _MAX_ITEMS)
        length = max(low, 1, len(prefix)) if wanted is None else len(wanted)
        if place.hints.count is not None and place.name in _LISTS:
            length = place.hints.count
        length = max(low, min(length, high, _MAX_ITEMS))
        if items is False:
            length = min(length, len(prefix))
        made: list[Json] = []
        for position in range(length):
            schema = prefix[position] if position < len(prefix) else items
            wish = wanted[position] if wanted is not None and position < len(wanted) else ABSENT
            made.append(self._item(schema, place.item(position), wish=wish, taken=made if unique else []))
        return made

    def _item(self, schema: Json, place: _Place, *, wish: Json, taken: Sequence[Json]) -> Json:
        """Make an array item that is none of those already taken."""
        value = self._value(schema, place, wanted=wish)
        for attempt in range(_MAX_ITEMS):
            if value not in taken:
                return value
            options = self._shapes.flatten(schema).get("enum", ())
            again = attrs.evolve(place, dice=place.dice.child(attempt))
            value = options[attempt] if attempt < len(options) else self._value(schema, again, wanted=ABSENT)
        msg = f"{place.name}: not enough different items"
        raise CannotSynthesiseError(msg)


def _is_container(value: Json) -> bool:
    return isinstance(value, Mapping | list)


def _samples(flat: JsonObject) -> list[Json]:
    """Return the values a flat schema itself shows: example, examples, default."""
    examples = flat.get("examples", [])
    shown = [flat[keyword] for keyword in ("example", "default") if keyword in flat]
    return [*(examples if isinstance(examples, list) else []), *shown]


def _meets(value: Json, wish: Json) -> bool:
    """Tell whether a value is what was wished; of objects and arrays only the kind must agree."""
    if isinstance(wish, OneOf):
        return value in wish.values
    if _is_container(wish):
        return isinstance(value, Mapping) == isinstance(wish, Mapping) and _is_container(value)
    return bool(value == wish)


def _kept(wanted: Json, value: Json) -> int:
    """Count the leaves of a wanted value that a made value still has."""
    if isinstance(wanted, Mapping) and isinstance(value, Mapping):
        return sum(_kept(wanted[name], value[name]) + 1 for name in wanted if name in value)
    if isinstance(wanted, list) and isinstance(value, list):
        return sum(_kept(ours, theirs) for ours, theirs in zip(wanted, value, strict=False))
    return int(_meets(value, wanted))
