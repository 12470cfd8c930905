"""Rules about declared event streams: each names the schema of its items."""

from __future__ import annotations

from collections.abc import Iterator

from specfold.lint.rule import Problem
from specfold.lint.subject import Subject

_USAGE = ("request", "always", "never")


def check_streams(subject: Subject) -> Iterator[Problem]:
    """Find stream declarations without an item schema, or with members that mean nothing."""
    for node in subject.of_kind("stream"):
        schema = node.value.get("itemSchema")
        if not isinstance(schema, dict) or not schema:
            hint = "add itemSchema: {$ref: '#/components/schemas/…'}"
            yield Problem(node.pointer, "the stream declares no item schema", hint)
        elif "$ref" not in schema:
            hint = "move it to components and refer to it, so that chunks have a class"
            yield Problem(node.pointer / "itemSchema", "the item schema has no name", hint)
        usage = node.value.get("usage", "never")
        if usage not in _USAGE:
            yield Problem(
                node.pointer / "usage", f"expected one of {', '.join(_USAGE)}, found {usage!r}", "correct the value"
            )
        if not isinstance(node.value.get("terminator"), str | None):
            yield Problem(node.pointer / "terminator", "expected a string or null", 'write terminator: "[DONE]"')
        for name in node.value:
            if name not in {"itemSchema", "terminator", "usage"}:
                yield Problem(
                    node.pointer / name, f"x-stream has no member {name!r}", "known: itemSchema, terminator, usage"
                )


def check_undeclared_streams(subject: Subject) -> Iterator[Problem]:
    """Find event streams of responses that say nothing about their events."""
    for node in subject.of_kind("media-type"):
        described = {"x-stream", "itemSchema", "schema"} & node.value.keys()
        if node.tokens[-1] == "text/event-stream" and not described:
            yield Problem(node.pointer, "nothing says what the events hold", "add x-stream with itemSchema")
