"""Rules about schemas: their form, their bounds, what 3.0 left behind, defaults, discriminators."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, TypeGuard

from jsonschema import Draft202012Validator

from specfold.document import Json
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.schema.instance import InvalidSchemaError
from specfold.schema.instance_message import explain, show
from specfold.schema.walk import Node

_PAIRS: Final = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
    ("minContains", "maxContains"),
)
_NUMBERS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_COMPOSING: Final = frozenset({"allOf", "anyOf", "oneOf", "$ref"})
_INT64: Final = 2**63


def check_schema_form(subject: Subject) -> Iterator[Problem]:
    """Find keywords whose value JSON Schema does not allow."""
    for node in _top_schemas(subject):
        if isinstance(node.value.get("$ref"), str) and len(node.value) == 1:
            continue
        for error in _metaschema().iter_errors(node.value):
            leaf = _deepest(error)
            sentence = f"{leaf.message}" if len(leaf.message) < 160 else explain(leaf)
            yield Problem(
                node.pointer.join(leaf.absolute_path), f"no valid JSON Schema: {sentence}", "see JSON Schema 2020-12"
            )


def check_bounds(subject: Subject) -> Iterator[Problem]:
    """Find bounds that no value can meet."""
    for node in subject.of_kind("schema"):
        for low, high in _PAIRS:
            lowest, highest = node.value.get(low), node.value.get(high)
            if _is_number(lowest) and _is_number(highest) and lowest > highest:
                what = f"no value is at least {lowest} ({low}) and at most {highest} ({high})"
                yield Problem(node.pointer / low, what, "exchange or correct the two")
        if node.value.get("enum") == []:
            yield Problem(node.pointer / "enum", "an empty enum admits no value", "list the values, or remove enum")


def check_wide_bounds(subject: Subject) -> Iterator[Problem]:
    """Note bounds that signed 64-bit integers do not reach."""
    for node in subject.of_kind("schema"):
        for name in _NUMBERS:
            bound = node.value.get(name)
            if _is_number(bound) and not -_INT64 <= bound < _INT64:
                hint = "readers that hold numbers in 64 bits cannot hold this one"
                yield Problem(node.pointer / name, f"the bound {bound} lies outside 64 bits", hint)


def check_nullable(subject: Subject) -> Iterator[Problem]:
    """Find `nullable`, which OpenAPI 3.1 does not have."""
    for node in subject.of_kind("schema"):
        if "nullable" in node.value:
            what = "OpenAPI 3.1 has no 'nullable'; it says nothing here"
            yield Problem(node.pointer / "nullable", what, "write type: [<type>, 'null']")


def check_defaults(subject: Subject) -> Iterator[Problem]:
    """Find defaults that their own schema refuses."""
    for node in subject.of_kind("schema"):
        if "default" not in node.value:
            continue
        try:
            errors = subject.validator.errors(node.value["default"], node.value)
        except InvalidSchemaError:
            continue  # `schema-form` and `dangling-reference` say why
        for error in errors[:1]:
            what = f"the default {show(node.value['default'])} does not fit: {error.message}"
            yield Problem(node.pointer / "default", what, "correct the default or the schema")


def check_required(subject: Subject) -> Iterator[Problem]:
    """Find members that are required and described nowhere."""
    for node in subject.of_kind("schema"):
        properties, required = node.value.get("properties"), node.value.get("required")
        if not isinstance(properties, dict) or not isinstance(required, list):
            continue
        if not _COMPOSING.isdisjoint(node.value):
            continue  # another part may describe it
        for index, name in enumerate(required):
            if isinstance(name, str) and name not in properties:
                pointer = node.pointer.join(("required", index))
                yield Problem(pointer, f"the member {name!r} is required and not described", "add it to properties")


def check_discriminators(subject: Subject) -> Iterator[Problem]:
    """Find discriminators whose member a branch does not describe."""
    for node in subject.of_kind("schema"):
        discriminator = node.value.get("discriminator")
        name = discriminator.get("propertyName") if isinstance(discriminator, dict) else None
        if not isinstance(name, str):
            continue
        branches = [
            (union, node.value[union]) for union in ("oneOf", "anyOf") if isinstance(node.value.get(union), list)
        ]
        for index, (union, branch) in (
            (index, (union, item)) for union, items in branches for index, item in enumerate(items)
        ):
            target = subject.follow(branch)
            if (
                isinstance(target.get("properties"), dict)
                and "allOf" not in target
                and name not in target["properties"]
            ):
                what = f"the branch does not describe {name!r}, which the discriminator needs"
                yield Problem(node.pointer.join((union, index)), what, f"add {name} to its properties")


def _top_schemas(subject: Subject) -> Iterator[Node]:
    """Yield the schemas that are not inside another one."""
    inside: tuple[str, ...] | None = None
    for node in subject.of_kind("schema"):
        if inside is None or node.tokens[: len(inside)] != inside:
            inside = node.tokens
            yield node


@cache
def _metaschema() -> Any:
    return Draft202012Validator(Draft202012Validator.META_SCHEMA)


def _deepest(error: Any) -> Any:
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return error


def _is_number(value: Json) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
