"""Instances for schemas that a request brings along; trusts nothing in them, knows no document."""

from __future__ import annotations

from typing import Final

from specfold.document import Json, JsonObject
from specfold.mock.dice import Dice
from specfold.mock.synthesis import CannotSynthesiseError, Synthesiser
from specfold.schema.instance import InstanceValidator, InvalidSchemaError

_SELF: Final = {"$ref": "#/$defs/schema"}
_SELVES: Final = {"type": "array", "items": _SELF}
_BRANCHES: Final = {**_SELVES, "minItems": 1}
_TEXT: Final = {"type": "string"}
_NUMBER: Final = {"type": "number"}
_BY_NAME: Final = {"type": "object", "additionalProperties": _SELF}
_TYPE: Final = {"enum": ["null", "boolean", "object", "array", "number", "integer", "string"]}
_COUNT: Final = {"type": "integer", "minimum": 0}
_SCHEMA_OF_SCHEMAS: Final[JsonObject] = {
    "$defs": {
        "schema": {
            "type": ["object", "boolean"],
            "properties": {
                **dict.fromkeys(("$id", "$schema", "$anchor", "$dynamicRef", "$dynamicAnchor"), False),
                **dict.fromkeys(("$ref", "pattern", "format", "contentEncoding"), _TEXT),
                **dict.fromkeys(("$defs", "properties", "patternProperties", "dependentSchemas"), _BY_NAME),
                **dict.fromkeys(("allOf", "anyOf", "oneOf"), _BRANCHES),
                **dict.fromkeys(("items", "additionalProperties", "propertyNames", "contains"), _SELF),
                **dict.fromkeys(("not", "if", "then", "else", "unevaluatedItems", "unevaluatedProperties"), _SELF),
                **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), _COUNT),
                **dict.fromkeys(("minProperties", "maxProperties", "minContains", "maxContains"), _COUNT),
                **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _NUMBER),
                "type": {"anyOf": [_TYPE, {"type": "array", "items": _TYPE}]},
                "enum": {"type": "array"},
                "examples": {"type": "array"},
                "required": {"type": "array", "items": {"type": "string"}},
                "dependentRequired": {"type": "object", "additionalProperties": {"type": "array"}},
                "prefixItems": _SELVES,
                "uniqueItems": {"type": "boolean"},
                "multipleOf": {"type": "number", "exclusiveMinimum": 0},
            },
        }
    }
}
_MOST_LEVELS: Final = 40


def instance_of(schema: Json, dice: Dice) -> Json:
    """Return an instance of a schema from a request; None when there is none, or when it is no schema at all."""
    bare = _without_names(schema, 0)
    try:
        if InstanceValidator(_SCHEMA_OF_SCHEMAS).is_valid(bare, _SELF):
            return Synthesiser(bare, InstanceValidator(bare)).make(bare, dice)
    except (CannotSynthesiseError, InvalidSchemaError):
        return None
    return None


def _without_names(schema: Json, level: int) -> Json:
    """Return a schema without what names it or its dialect, and without levels nobody needs."""
    if level > _MOST_LEVELS:
        return True
    if isinstance(schema, dict):
        kept = {name: value for name, value in schema.items() if name not in ("$id", "$schema")}
        return {name: _without_names(value, level + 1) for name, value in kept.items()}
    return [_without_names(value, level + 1) for value in schema] if isinstance(schema, list) else schema
