"""Rules about examples: every value that a document shows fits the schema beside it; event streams are read as such."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TypeGuard

from specfold.document import Json, JsonObject
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer
from specfold.schema.instance import InvalidSchemaError
from specfold.schema.walk import Node


def check_examples(subject: Subject) -> Iterator[Problem]:
    """Find examples of media types, parameters and headers that their schema refuses."""
    for node in subject.of_kind("media-type", "parameter", "header"):
        if "schema" not in node.value or _is_opaque(node):
            continue
        for pointer, value in iter_examples(subject, node):
            yield from _misfits(subject, value, pointer=pointer, schema=node.pointer / "schema")


def check_schema_examples(subject: Subject) -> Iterator[Problem]:
    """Find examples inside schemas that the schema refuses."""
    for node in subject.of_kind("schema"):
        shown = [(node.pointer / "example", node.value["example"])] if "example" in node.value else []
        if isinstance(node.value.get("examples"), list):
            shown += [
                (node.pointer.join(("examples", index)), item) for index, item in enumerate(node.value["examples"])
            ]
        for pointer, value in shown:
            yield from _misfits(subject, value, pointer=pointer, schema=node.pointer)


def check_examples_once(subject: Subject) -> Iterator[Problem]:
    """Find media types, parameters and headers with both `example` and `examples`, of which OpenAPI allows one."""
    for node in subject.of_kind("media-type", "parameter", "header"):
        if "example" in node.value and "examples" in node.value:
            what = "'example' stands beside 'examples'; OpenAPI allows one of the two"
            yield Problem(node.pointer / "example", what, "move it into examples")


def check_stream_examples(subject: Subject) -> Iterator[Problem]:
    """Find examples of event streams that are no event stream, or whose events their item schema refuses."""
    for node in subject.of_kind("media-type"):
        stream = node.value.get("x-stream")
        if node.tokens[-1] != "text/event-stream" or not _has_item_schema(stream):
            continue
        schema = node.pointer.join(("x-stream", "itemSchema"))
        for pointer, value in iter_examples(subject, node):
            if isinstance(value, str):
                yield from _check_events(subject, value, pointer=pointer, declared=(stream, schema))
            else:
                yield Problem(
                    pointer, "expected a whole event stream as one string", 'write "data: {…}\\n\\n" for each event'
                )


def iter_examples(subject: Subject, node: Node) -> Iterator[tuple[JsonPointer, Json]]:
    """Yield every example value of a media type, parameter or header with its pointer."""
    if "example" in node.value:
        yield node.pointer / "example", node.value["example"]
    examples = node.value.get("examples")
    for name, item in examples.items() if isinstance(examples, dict) else ():
        example = subject.follow(item)
        if "value" in example:
            pointer = node.pointer.join(("examples", name))
            yield (pointer if "$ref" in item else pointer / "value"), example["value"]


def _has_item_schema(stream: Json) -> TypeGuard[JsonObject]:
    return isinstance(stream, dict) and isinstance(stream.get("itemSchema"), dict | bool)


def _is_opaque(node: Node) -> bool:
    """Tell whether the examples of a media type are text of a form this rule does not read."""
    if node.kind != "media-type":
        return False
    name = node.tokens[-1].partition(";")[0].strip().lower()
    return not (name == "application/json" or name.endswith("+json") or name == "*/*" or name.startswith("multipart/"))


def _misfits(subject: Subject, value: Json, *, pointer: JsonPointer, schema: JsonPointer) -> Iterator[Problem]:
    try:
        errors = subject.validator.errors(value, schema)
    except InvalidSchemaError:
        return  # `schema-form` and `dangling-reference` say why
    for error in errors:
        place = pointer.join(error.instance_pointer.tokens)
        hint = f"correct the example, or the schema at {error.schema_pointer.fragment}"
        yield Problem(place, f"the example does not fit: {error.message}", hint)


def _check_events(
    subject: Subject, text: str, *, pointer: JsonPointer, declared: tuple[JsonObject, JsonPointer]
) -> Iterator[Problem]:
    stream, schema = declared
    events = read_events(text)
    terminator = stream.get("terminator")
    if not events:
        yield Problem(pointer, "the example holds no event", 'write "data: {…}\\n\\n" for each event')
    if terminator is not None and events and events[-1] != terminator:
        yield Problem(
            pointer, f"the example does not end with the terminator {terminator!r}", f"add data: {terminator}"
        )
    for number, data in enumerate(events, 1):
        if data == terminator:
            continue
        try:
            value = json.loads(data)
        except ValueError as error:
            yield Problem(pointer, f"event {number} of the example is not JSON: {error}", "correct the event")
            continue
        for problem in _misfits(subject, value, pointer=JsonPointer(), schema=schema):
            where = f" at {problem.pointer}" if problem.pointer.tokens else ""
            what = problem.message.replace(
                "the example does not fit", f"event {number} of the example does not fit{where}"
            )
            yield Problem(pointer, what, problem.hint)


def read_events(text: str) -> list[str]:
    """Return the data of each event of a stream that is complete in a string; comments and other fields are skipped."""
    events, data = [], list[str]()
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if not line and data:
            events.append("\n".join(data))
            data = []
        name, _, value = line.partition(":")
        if name == "data":
            data.append(value.removeprefix(" "))
    return events
