"""Rules about `x-error`, which says where an error body holds its facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specfold.document import Json
from specfold.lint.members import child_schemas, is_open
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer

_FACTS: Final = ("message", "type", "code", "param")


def check_error_pointers(subject: Subject) -> Iterator[Problem]:
    """Find pointers of `x-error` that are none, or that lead to nothing in the schema beside them."""
    for node in subject.of_kind("schema"):
        if "x-error" not in node.value:
            continue
        declared = node.value["x-error"]
        if not isinstance(declared, dict):
            yield Problem(
                node.pointer / "x-error", "expected an object of JSON pointers", "write message: /error/message"
            )
            continue
        for fact, text in declared.items():
            fault, hint = _fault_of(subject, node.value, fact=fact, text=text)
            if fault:
                yield Problem(node.pointer.join(("x-error", fact)), fault, hint)


def _fault_of(subject: Subject, schema: Json, *, fact: str, text: Json) -> tuple[str, str]:
    if fact not in _FACTS:
        return f"x-error has no member {fact!r}", f"known: {', '.join(_FACTS)}"
    if not isinstance(text, str) or not text.startswith("/"):
        return f"expected a JSON pointer, found {text!r}", f"write /error/{fact}, or where it stands in the body"
    here = [schema]
    for token in JsonPointer.parse(text).tokens:
        below = [child for found in here for child in child_schemas(subject, found, token=token)]
        if not below:
            is_unknown = any(is_open(subject, found) for found in here)
            return (
                ("", "") if is_unknown else (f"the schema describes nothing at {text}", f"{token!r} is not known there")
            )
        here = below
    return "", ""
