"""Which values a schema keyword may have; a keyword with another one is set aside under a name of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from specfold.document import Json, JsonObject

MALFORMED: Final = "malformed "
"""What the name of a keyword set aside starts with."""


def set_aside_malformed(schema: JsonObject) -> JsonObject:
    """Return a schema object whose keywords have values of the right kind; the others are kept under other names."""
    if all(_is_well_formed(keyword, value) for keyword, value in schema.items()):
        return schema
    return {
        keyword if _is_well_formed(keyword, value) else f"{MALFORMED}{keyword}": value
        for keyword, value in schema.items()
    }


def _is_well_formed(keyword: str, value: Json) -> bool:
    check = _CHECKS.get(keyword)
    return check is None or check(value)


def _is_number(value: Json) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_count(value: Json) -> bool:
    return _is_number(value) and value >= 0 and float(value).is_integer()


def _is_text(value: Json) -> bool:
    return isinstance(value, str)


def _is_schema(value: Json) -> bool:
    return isinstance(value, dict | bool)


def _is_list(value: Json) -> bool:
    return isinstance(value, list)


def _is_list_of_texts(value: Json) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_list_of_schemas(value: Json) -> bool:
    return isinstance(value, list) and all(_is_schema(item) for item in value)


def _is_map_of_schemas(value: Json) -> bool:
    return isinstance(value, dict) and all(_is_schema(item) for item in value.values())


def _is_type(value: Json) -> bool:
    return isinstance(value, str) or _is_list_of_texts(value)


def _is_object(value: Json) -> bool:
    return isinstance(value, dict)


def _is_step(value: Json) -> bool:
    return _is_number(value) and value > 0


_CHECKS: Final[Mapping[str, Callable[[Json], bool]]] = {
    "type": _is_type,
    "enum": _is_list,
    "required": _is_list_of_texts,
    "properties": _is_map_of_schemas,
    "discriminator": _is_object,
    "multipleOf": _is_step,
    **dict.fromkeys(("$ref", "pattern", "format"), _is_text),
    **dict.fromkeys(("items", "additionalProperties"), _is_schema),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _is_list_of_schemas),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _is_number),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _is_count),
}
