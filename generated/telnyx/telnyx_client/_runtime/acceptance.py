"""Schemas compiled to functions that say yes or no at once; what they refuse or leave open, `validation` looks at closely."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, Final

from .branches import ALL_RULES
from .keywords import identity

# Takes a value and how many references led to it.
Predicate = Callable[[Any, int], bool]

# `validation` refuses what lies too deep; these stay well above, and leave such values to it.
_MOST_REFERENCES: Final = 12
_DEEPEST_SCHEMA: Final = 8


class _Undecided(Exception):  # noqa: N818  # no error: the close look decides
    """Say that nothing quick can be said."""


def _undecided(_value: Any, _depth: int) -> bool:
    raise _Undecided


def _is_number(value: Any) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


_TYPES: Final[Mapping[str, Predicate]] = {
    "null": lambda value, _: value is None,
    "boolean": lambda value, _: isinstance(value, bool),
    "integer": lambda value, _: _is_number(value) and (isinstance(value, int) or value.is_integer()),
    "number": lambda value, _: _is_number(value),
    "string": lambda value, _: isinstance(value, str),
    "array": lambda value, _: isinstance(value, (list, tuple)),
    "object": lambda value, _: type(value) is dict or isinstance(value, Mapping),  # the second is slow
}
_LIMITS: Final[Mapping[str, Callable[[Any], Predicate]]] = {
    "minimum": lambda bound: lambda value, _: not _is_number(value) or value >= bound,
    "maximum": lambda bound: lambda value, _: not _is_number(value) or value <= bound,
    "exclusiveMinimum": lambda bound: lambda value, _: not _is_number(value) or value > bound,
    "exclusiveMaximum": lambda bound: lambda value, _: not _is_number(value) or value < bound,
    "minLength": lambda bound: lambda value, _: not isinstance(value, str) or len(value) >= bound,
    "maxLength": lambda bound: lambda value, _: not isinstance(value, str) or len(value) <= bound,
    "minItems": lambda bound: lambda value, _: not isinstance(value, (list, tuple)) or len(value) >= bound,
    "maxItems": lambda bound: lambda value, _: not isinstance(value, (list, tuple)) or len(value) <= bound,
}
_OF_OBJECTS: Final = frozenset({"properties", "required", "additionalProperties"})


class Acceptance:
    """
    Say quickly that a value fits a component, which is how nearly all calls go.

    Args:
        schemas: component name to JSON Schema; `$ref` is a component name.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_predicates", "_schemas")

    def __init__(self, schemas: Mapping[str, Any]) -> None:
        self._schemas = schemas
        self._predicates: dict[str, Predicate] = {}

    def accepts(self, value: Any, schema: Any) -> bool:
        """Say whether a value certainly fits a schema that is a reference; False says nothing."""
        name = schema.get("$ref") if isinstance(schema, Mapping) and len(schema) == 1 else None
        if not isinstance(name, str):
            return False
        try:
            return self._component(name)(value, 0)
        except (_Undecided, RecursionError):
            return False

    def _component(self, reference: str) -> Predicate:
        """Compile a component when it is first asked for; one that is not there allows everything."""
        predicate = self._predicates.get(reference)
        if predicate is None:
            schema = self._schemas.get(reference.rpartition("/")[2], True)
            predicate = self._predicates[reference] = self._compile(schema, 0)
        return predicate

    def _compile(self, schema: Any, level: int) -> Predicate:
        if isinstance(schema, bool):
            return lambda _value, _depth: schema
        if not isinstance(schema, Mapping) or level > _DEEPEST_SCHEMA:
            return _undecided
        parts = [self._keyword(keyword, schema, level=level) for keyword in schema if keyword in ALL_RULES]
        if "type" in schema:
            parts.insert(0, _of_type(schema))
        return _all(parts)

    def _keyword(self, keyword: str, schema: Mapping[str, Any], *, level: int) -> Predicate:
        bound = schema[keyword]
        if keyword in _OF_OBJECTS:
            # One function for the three keywords, made where the first of them stands.
            first = next(name for name in schema if name in _OF_OBJECTS)
            return self._object(schema, level=level) if keyword == first else _TRUE
        if keyword in _LIMITS:
            return _LIMITS[keyword](bound)
        if keyword == "$ref":
            return self._reference(bound)
        if keyword == "items" and "prefixItems" not in schema:
            return _items(self._compile(bound, level + 1))
        if keyword in {"allOf", "anyOf", "oneOf"}:
            return _COMBINED[keyword]([self._compile(branch, level + 1) for branch in bound])
        if keyword == "const":
            return _enum([bound])
        return _enum(bound) if keyword == "enum" else _undecided

    def _reference(self, name: str) -> Predicate:
        def refer(value: Any, depth: int) -> bool:
            if depth > _MOST_REFERENCES:
                raise _Undecided
            return self._component(name)(value, depth + 1)

        return refer

    def _object(self, schema: Mapping[str, Any], *, level: int) -> Predicate:
        if "patternProperties" in schema:
            return _undecided
        members = {name: self._compile(part, level + 1) for name, part in schema.get("properties", {}).items()}
        required = tuple(schema.get("required", ()))
        others = self._compile(schema.get("additionalProperties", True), level + 1)

        def fits(value: Any, depth: int) -> bool:
            if type(value) is not dict and not isinstance(value, Mapping):
                return True
            for name in required:
                if name not in value:
                    return False
            for name, item in value.items():  # noqa: SIM110  # `all` would cost a generator
                if not members.get(name, others)(item, depth):
                    return False
            return True

        return fits


def _TRUE(_value: Any, _depth: int) -> bool:  # noqa: N802  # a constant that is called
    return True


def _all(parts: list[Predicate]) -> Predicate:
    parts = [part for part in parts if part is not _TRUE]
    if len(parts) == 1:
        return parts[0]

    def fits(value: Any, depth: int) -> bool:
        for part in parts:  # noqa: SIM110  # `all` would cost a generator
            if not part(value, depth):
                return False
        return True

    return fits


def _any(parts: list[Predicate]) -> Predicate:
    def fits(value: Any, depth: int) -> bool:
        for part in parts:  # noqa: SIM110  # `any` would cost a generator
            if part(value, depth):
                return True
        return False

    return fits


def _one(parts: list[Predicate]) -> Predicate:
    return lambda value, depth: sum(part(value, depth) for part in parts) == 1


_COMBINED: Final[Mapping[str, Callable[[list[Predicate]], Predicate]]] = {"allOf": _all, "anyOf": _any, "oneOf": _one}


def _of_type(schema: Mapping[str, Any]) -> Predicate:
    wanted = schema["type"]
    predicates = [_TYPES[name] for name in (wanted if isinstance(wanted, list) else [wanted])]
    fits = predicates[0] if len(predicates) == 1 else _any(predicates)
    if schema.get("format") != "binary":
        return fits
    return lambda value, depth: fits(value, depth) or _undecided(value, depth)  # bytes and files


def _items(item: Predicate) -> Predicate:
    def fits(value: Any, depth: int) -> bool:
        if isinstance(value, (list, tuple)):
            for entry in value:
                if not item(entry, depth):
                    return False
        return True

    return fits


def _enum(members: list[Any]) -> Predicate:
    if all(isinstance(member, str) for member in members):
        texts = frozenset(members)
        return lambda value, _: isinstance(value, str) and value in texts
    identities = [identity(member) for member in members]
    return lambda value, _: identity(value) in identities
