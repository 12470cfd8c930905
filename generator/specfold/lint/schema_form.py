"""
Which values the keywords of JSON Schema 2020-12 and the four of OpenAPI may have.

Says what the metaschemas say, node by node, in a fraction of their time and in plainer words; a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeGuard

from specfold.document import Json
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer
from specfold.schema.instance_message import show

TYPES: Final = ("array", "boolean", "integer", "null", "number", "object", "string")
_EXCLUSIVE: Final = ("exclusiveMinimum", "exclusiveMaximum")
_HINT: Final = "see this keyword in JSON Schema 2020-12"
_IDENTIFIER: Final = re.compile(r"^[^#]*#?$")
_ANCHOR: Final = re.compile(r"^[A-Za-z_][-A-Za-z0-9._]*$")


def check_schema_form(subject: Subject) -> Iterator[Problem]:
    """Find keywords whose value JSON Schema does not allow."""
    for node in subject.of_kind("schema"):
        for keyword, value in node.value.items():
            form = _FORMS.get(keyword)
            if form is not None and not form[1](value):
                what = f"expected {form[0]} as {keyword!r}, found {show(value)}"
                is_old = keyword in _EXCLUSIVE and isinstance(value, bool)
                hint = "OpenAPI 3.0 has a flag here; write the bound itself" if is_old else _HINT
                yield Problem(node.pointer / keyword, what, hint)
            elif keyword in _SCHEMAS:
                yield from _check_schemas(node.pointer / keyword, value)


def check_leftovers(subject: Subject) -> Iterator[Problem]:
    """Find keywords of OpenAPI 3.0 and of older JSON Schema that say nothing in OpenAPI 3.1."""
    for node in subject.of_kind("schema"):
        for keyword, hint in _LEFTOVERS.items():
            if keyword in node.value:
                yield Problem(node.pointer / keyword, f"{keyword!r} says nothing in OpenAPI 3.1", hint)


def is_number(value: Json) -> TypeGuard[float]:
    """Tell whether a value is a number; a boolean is none, nor is what YAML calls `.nan`."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value == value  # noqa: PLR0124 - NaN differs from itself


def _check_schemas(pointer: JsonPointer, value: Json) -> Iterator[Problem]:
    """Find entries of a list or map of schemas that are no schema."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for name, entry in entries:
        if not _is_schema(entry):
            what = f"expected a schema: an object, true or false, found {show(entry)}"
            yield Problem(pointer / name, what, "write {} for a schema that admits everything")


def _is_schema(value: Json) -> bool:
    return isinstance(value, dict | bool)


def _is_text(value: Json) -> bool:
    return isinstance(value, str)


def _is_flag(value: Json) -> bool:
    return isinstance(value, bool)


def _is_flags(value: Json) -> bool:
    return isinstance(value, dict) and all(isinstance(flag, bool) for flag in value.values())


def _is_list(value: Json) -> bool:
    return isinstance(value, list)


def _is_map(value: Json) -> bool:
    return isinstance(value, dict)


def _is_count(value: Json) -> bool:
    return is_number(value) and value >= 0 and (isinstance(value, int) or value.is_integer())


def _is_step(value: Json) -> bool:
    return is_number(value) and value > 0


def _is_names(value: Json) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value) and len(set(value)) == len(value)


def _is_names_by_name(value: Json) -> bool:
    return isinstance(value, dict) and all(_is_names(names) for names in value.values())


def _is_type(value: Json) -> bool:
    if isinstance(value, str):
        return value in TYPES
    return _is_names(value) and bool(value) and all(name in TYPES for name in value)


def _is_full_list(value: Json) -> bool:
    return isinstance(value, list) and bool(value)


def _is_discriminator(value: Json) -> bool:
    if not isinstance(value, dict) or not isinstance(value.get("propertyName"), str):
        return False
    mapping = value.get("mapping", {})
    return isinstance(mapping, dict) and all(isinstance(target, str) for target in mapping.values())


def _is_identifier(value: Json) -> bool:
    return isinstance(value, str) and bool(_IDENTIFIER.match(value))


def _is_anchor(value: Json) -> bool:
    return isinstance(value, str) and bool(_ANCHOR.match(value))


_SCHEMAS: Final = frozenset({"$defs", "properties", "patternProperties", "dependentSchemas"}) | {
    "allOf", "anyOf", "oneOf", "prefixItems",
}  # fmt: skip
_FORMS: Final[Mapping[str, tuple[str, Callable[[Json], bool]]]] = {
    "type": (f"one of {', '.join(TYPES)}, or a list of them without repetition", _is_type),
    "enum": ("a list", _is_list),
    "examples": ("a list", _is_list),
    "required": ("a list of distinct strings", _is_names),
    "dependentRequired": ("an object of lists of distinct strings", _is_names_by_name),
    "multipleOf": ("a number above 0", _is_step),
    "$id": ("a URI reference without a fragment", _is_identifier),
    "discriminator": ("an object with a string as propertyName, and strings in mapping", _is_discriminator),
    "$vocabulary": ("an object of true and false", _is_flags),
    "xml": ("an object", _is_map),
    "externalDocs": ("an object", _is_map),
    **dict.fromkeys(("$anchor", "$dynamicAnchor"), ("a plain name", _is_anchor)),
    **dict.fromkeys(("minimum", "maximum", *_EXCLUSIVE), ("a number", is_number)),
    **dict.fromkeys(
        ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains"),
        ("a whole number, 0 or more", _is_count),
    ),
    **dict.fromkeys(
        (
            "$ref", "$dynamicRef", "$schema", "$comment", "title", "description", "format", "pattern", "contentEncoding",
            "contentMediaType",
        ),
        ("a string", _is_text),
    ),
    **dict.fromkeys(("deprecated", "readOnly", "writeOnly", "uniqueItems"), ("true or false", _is_flag)),
    **dict.fromkeys(("$defs", "properties", "patternProperties", "dependentSchemas"), ("an object of schemas", _is_map)),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), ("a list of one or more schemas", _is_full_list)),
    **dict.fromkeys(
        (
            "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "contentSchema",
            "unevaluatedItems", "unevaluatedProperties",
        ),
        ("a schema: an object, true or false", _is_schema),
    ),
}  # fmt: skip
_LEFTOVERS: Final[Mapping[str, str]] = {
    "nullable": "write type: [<type>, 'null'], or remove it",
    "definitions": "write $defs",
    "dependencies": "write dependentRequired or dependentSchemas",
    "additionalItems": "write prefixItems and items",
    "$recursiveRef": "write $dynamicRef",
    "$recursiveAnchor": "write $dynamicAnchor",
}
