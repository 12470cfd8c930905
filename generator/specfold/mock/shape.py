"""What a schema looks like once references and `allOf` are out of the way; makes and checks no instance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from specfold.document import Json, JsonObject
from specfold.schema.references import resolve

_MAX_HOPS = 40
_TYPE_OF_KEYWORD = {
    "properties": "object",
    "additionalProperties": "object",
    "patternProperties": "object",
    "required": "object",
    "items": "array",
    "prefixItems": "array",
    "minItems": "array",
    "pattern": "string",
    "format": "string",
    "minLength": "string",
    "maxLength": "string",
    "contentMediaType": "string",
    "minimum": "number",
    "maximum": "number",
    "exclusiveMinimum": "number",
    "exclusiveMaximum": "number",
    "multipleOf": "number",
}


class UnusableSchemaError(ValueError):
    """References lead nowhere, or back to themselves without ever reaching a schema."""


@attrs.frozen(eq=False)
class Shapes:
    """The schemas below one root, looked at structurally."""

    root: Json

    def flatten(self, schema: Json, hops: int = 0) -> JsonObject:
        """
        Follow references and merge `allOf`, one level deep; `true` is `{}`, `false` is `{"not": {}}`.

        Raises:
            UnusableSchemaError: its references reach no schema.
        """
        if isinstance(schema, bool) or not isinstance(schema, Mapping):
            return {"not": {}} if schema is False else {}
        if hops > _MAX_HOPS:
            msg = f"endless reference {schema.get('$ref')!r}"
            raise UnusableSchemaError(msg)
        parts: list[Json] = []
        if "$ref" in schema:
            parts.append(self._resolve(schema["$ref"]))
        parts.extend(schema.get("allOf", ()))
        flat: JsonObject = {}
        for part in parts:
            flat = intersect(flat, self.flatten(part, hops + 1))
        return intersect(flat, {key: value for key, value in schema.items() if key not in ("$ref", "allOf")})

    def _resolve(self, reference: Json) -> Json:
        try:
            return resolve(self.root, str(reference))
        except LookupError as error:
            msg = f"reference {reference!r} leads nowhere"
            raise UnusableSchemaError(msg) from error

    def variants(self, schema: Json, hops: int = 0) -> Iterator[JsonObject]:
        """Yield the flat schema, or each of its `anyOf` and `oneOf` branches, merged with what stands beside them."""
        flat = self.flatten(schema)
        branches = [*flat.get("anyOf", ()), *flat.get("oneOf", ())]
        if not branches or hops > _MAX_HOPS:
            yield flat
            return
        beside = {key: value for key, value in flat.items() if key not in ("anyOf", "oneOf")}
        for branch in branches:
            yield from self.variants(intersect(beside, self.flatten(branch)), hops + 1)

    def member(self, schema: Json, name: str) -> Json | None:
        """Return the schema of an object member, in the first variant that declares it."""
        for variant in self.variants(schema):
            if name in variant.get("properties", {}):
                return variant["properties"][name]
        return None

    def items(self, schema: Json) -> Json | None:
        """Return the schema of an array's items, in the first variant that has one."""
        for variant in self.variants(schema):
            if "items" in variant:
                return variant["items"]
        return None

    def follow(self, schema: Json, *steps: str) -> Json | None:
        """Return the schema at a path of member names, `[]` for the items of an array."""
        here: Json | None = schema
        for step in steps:
            if here is None:
                return None
            here = self.items(here) if step == "[]" else self.member(here, step)
        return here

    def types(self, schema: Json) -> frozenset[str]:
        """Return the types any variant allows; empty when nothing restricts them."""
        found: set[str] = set()
        for variant in self.variants(schema):
            found.update(declared_types(variant))
        return frozenset(found)


def declared_types(flat: JsonObject) -> tuple[str, ...]:
    """Return the types of a flat schema in their order, guessed from other keywords when `type` is missing."""
    declared = flat.get("type")
    if isinstance(declared, str):
        return (declared,)
    if isinstance(declared, list):
        return tuple(name for name in declared if isinstance(name, str))
    return tuple(dict.fromkeys(kind for keyword, kind in _TYPE_OF_KEYWORD.items() if keyword in flat))[:1]


def intersect(first: JsonObject, second: JsonObject) -> JsonObject:
    """Return one schema that says what both say; `second` wins where only one can be kept."""
    merged = dict(first)
    for keyword, value in second.items():
        merged[keyword] = _both(keyword, (merged[keyword], value)) if keyword in merged else value
    return merged


def _both(keyword: str, stated: tuple[Any, Any]) -> Any:
    """Return the value of a keyword that two schemas state."""
    first, second = stated
    merge = _MERGES.get(keyword)
    return second if first == second or merge is None else merge(first, second)


def _united_properties(first: JsonObject, second: JsonObject) -> JsonObject:
    """Return the members of both; one that both declare satisfies both."""
    shared = {name: {"allOf": [first[name], second[name]]} for name in first if name in second}
    return {**first, **second, **shared}


def _both_schemas(first: Json, second: Json) -> Json:
    return False if False in (first, second) else {"allOf": [first, second]}


def _shared_types(first: Json, second: Json) -> list[str]:
    """Return the types both allow; an integer is a number."""
    left = [first] if isinstance(first, str) else first
    right = [second] if isinstance(second, str) else second
    shared = [name for name in right if name in left]
    if "integer" not in shared and {"integer", "number"} <= {*left, *right}:
        shared.append("integer")
    return shared


_MERGES: dict[str, Callable[[Any, Any], Any]] = {
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), min),
    **dict.fromkeys(("properties", "patternProperties"), _united_properties),
    **dict.fromkeys(("items", "additionalProperties"), _both_schemas),
    "required": lambda first, second: [*first, *(name for name in second if name not in first)],
    "enum": lambda first, second: [value for value in second if value in first],
    "type": _shared_types,
}
