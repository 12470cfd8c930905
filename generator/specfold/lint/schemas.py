"""Rules about what a schema says beside its form and its bounds: defaults and required members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specfold.lint.bounds import forbids
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.schema.instance import InvalidSchemaError
from specfold.schema.instance_message import show
from specfold.schema.walk import Node

_COMPOSING: Final = ("allOf", "anyOf", "oneOf", "$ref", "if", "then", "else", "not", "dependentSchemas")


def check_defaults(subject: Subject) -> Iterator[Problem]:
    """Find defaults that their own schema refuses."""
    for node in subject.of_kind("schema"):
        if "default" not in node.value:
            continue
        try:
            errors = subject.validator.errors(node.value["default"], node.value)
        except InvalidSchemaError:
            continue  # `schema-form`, `pattern` and `dangling-reference` say why
        for error in errors[:1]:
            what = f"the default {show(node.value['default'])} does not fit: {error.message}"
            yield Problem(node.pointer / "default", what, "correct the default or the schema")


def check_required(subject: Subject) -> Iterator[Problem]:
    """Find members that are required and described nowhere."""
    combined = _combined_components(subject)
    for node in subject.of_kind("schema"):
        properties, required = node.value.get("properties"), node.value.get("required")
        if not isinstance(properties, dict) or not isinstance(required, list) or _is_part(node, combined):
            continue
        for index, name in enumerate(required):
            if isinstance(name, str) and name not in properties and not forbids(node.value, name):
                pointer = node.pointer.join(("required", index))
                yield Problem(pointer, f"the member {name!r} is required and not described", "add it to properties")


def _is_part(node: Node, combined: frozenset[str]) -> bool:
    """Tell whether another schema, around this one or inside it, may describe what this one requires."""
    around = node.tokens[-2:-1] if node.tokens[-1].isdecimal() else node.tokens[-1:]
    is_property = node.tokens[-2:-1] == ("properties",)
    return (
        any(keyword in node.value for keyword in _COMPOSING)
        or (not is_property and any(keyword in _COMPOSING for keyword in around))
        or node.pointer.fragment in combined
    )


def _combined_components(subject: Subject) -> frozenset[str]:
    """Return the references that stand in an `allOf` or beside other keywords: others may describe their members."""
    found = set[str]()
    for node in subject.of_kind("schema"):
        ref = node.value.get("$ref")
        if isinstance(ref, str) and (node.tokens[-2:-1] == ("allOf",) or len(node.value) > 1):
            found.add(ref)
    return frozenset(found)
