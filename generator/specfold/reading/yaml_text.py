"""YAML texts become values and line numbers; libyaml scans, the meaning of scalars is in `scalars`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from specfold.errors import InputError
from specfold.pointer import JsonPointer
from specfold.reading.limits import MAX_ALIASED_NODES, MAX_DEPTH
from specfold.reading.scalars import resolve_plain, resolve_tagged

Tokens: TypeAlias = tuple[str, ...]
_Event: TypeAlias = Any  # the C parser has no types

_HINT = "correct the syntax at this line"
_HINTS = {
    "mapping values are not allowed": "a colon followed by a space starts a value: quote the text, or check the indentation",
    "could not find expected ':'": "a key needs a colon and a space after it, on the same line",
    "found unexpected end of stream": "a quote or a bracket is opened and never closed",
    "did not find expected key": "check the indentation of this line and the quotes before it",
    "did not find expected '-' indicator": "the items of one array start in the same column",
}


def read_yaml(text: str, source: str) -> tuple[object, dict[Tokens, int]]:
    """
    Read one YAML document.

    Returns:
        The value, and for the tokens of every node the line that wrote it (the key's line for a member).

    Raises:
        InputError: the text is not YAML, or not a YAML that JSON can hold.
    """
    reader = _Reader(text, source)
    try:
        return reader.read(), reader.lines
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        hint = "remove the character, or write it as an escape in double quotes"
        raise InputError(f"not YAML: {error.reason}", source=source, line=line, hint=hint) from error
    except yaml.MarkedYAMLError as error:
        raise _explain(error, text, source=source) from error


def _explain(error: yaml.MarkedYAMLError, text: str, *, source: str) -> InputError:
    mark = error.problem_mark or error.context_mark
    what = ", ".join(part for part in (error.context, error.problem) if part)
    if mark is None:
        return InputError(f"not YAML: {what}", source=source, hint=_HINT)
    hint = next((hint for words, hint in _HINTS.items() if words in what), _HINT)
    if text[mark.index : mark.index + 1] == "\t":
        hint = "indent with spaces; YAML allows no tab here"
    return InputError(f"not YAML: {what}", source=source, line=mark.line + 1, hint=hint)


class _Reader:
    """Walk the events of one text; recursion is bounded by `MAX_DEPTH`."""

    def __init__(self, text: str, source: str) -> None:
        self.source = source
        self.lines: dict[Tokens, int] = {}
        self._next: Callable[[], _Event] = yaml.CSafeLoader(text).get_event
        self._anchors: dict[str, tuple[object, Tokens] | None] = {}
        self._aliased = 0

    def read(self) -> object:
        self._next()  # stream start
        event = self._next()
        if type(event) is StreamEndEvent:
            self.lines[()] = 1
            return None
        event = self._next()
        self.lines[()] = event.start_mark.line + 1
        value = self._value(event, (), depth=0)
        event = self._next()
        while type(event) is DocumentEndEvent:
            event = self._next()
        if type(event) is not StreamEndEvent:
            self._refuse(
                "expected one document, found a second one", event, hint="remove the `---` line and split the file"
            )
        return value

    def _value(self, event: _Event, tokens: Tokens, *, depth: int) -> object:
        kind = type(event)
        if kind is ScalarEvent:
            value = self._scalar(event)
        elif kind is AliasEvent:
            return self._alias(event, tokens)
        else:
            if depth >= MAX_DEPTH:
                self._refuse(f"nested more than {MAX_DEPTH} levels deep", event, hint="split the document")
            if event.anchor is not None:
                self._anchors[event.anchor] = None
            if kind is MappingStartEvent:
                self._check_tag(event, "map")
                value = self._mapping(tokens, depth + 1)
            else:
                self._check_tag(event, "seq")
                value = self._sequence(tokens, depth + 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, tokens)
        return value

    def _mapping(self, tokens: Tokens, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        lines = self.lines
        get_event = self._next
        while type(event := get_event()) is not MappingEndEvent:
            key = event.value if type(event) is ScalarEvent else self._refuse_key(event)
            child = (*tokens, key)
            if key in found:
                self._refuse_twice(event, child)
            if key == "<<" and event.implicit[0]:
                self._refuse(
                    "the merge key `<<` is not part of YAML 1.2", event, hint="write the members out, or use a `$ref`"
                )
            lines[child] = event.start_mark.line + 1
            if event.anchor is not None:
                self._anchors[event.anchor] = (key, child)
            found[key] = self._value(get_event(), child, depth=depth)
        return found

    def _sequence(self, tokens: Tokens, depth: int) -> list[object]:
        found: list[object] = []
        while type(event := self._next()) is not SequenceEndEvent:
            child = (*tokens, str(len(found)))
            self.lines[child] = event.start_mark.line + 1
            found.append(self._value(event, child, depth=depth))
        return found

    def _scalar(self, event: _Event) -> object:
        try:
            if event.implicit[0]:
                return resolve_plain(event.value)
            if event.implicit[1] or event.tag is None:
                return event.value
            return resolve_tagged(event.tag, event.value)
        except ValueError as error:
            self._refuse(str(error), event, hint="quote the text if a string is meant")

    def _alias(self, event: _Event, tokens: Tokens) -> object:
        if event.anchor not in self._anchors:
            self._refuse(
                f"the alias *{event.anchor} has no anchor before it", event, hint=f"write &{event.anchor} first"
            )
        anchored = self._anchors[event.anchor]
        if anchored is None:
            self._refuse(
                f"the alias *{event.anchor} contains itself", event, hint="use a `$ref` for a recursive structure"
            )
        value, home = anchored
        self._copy_lines(value, home, tokens=tokens, event=event)
        return value

    def _copy_lines(self, value: object, home: Tokens, *, tokens: Tokens, event: _Event) -> None:
        self._aliased += 1
        if self._aliased > MAX_ALIASED_NODES:
            self._refuse(
                f"aliases add more than {MAX_ALIASED_NODES} nodes", event, hint="use `$ref` in place of aliases"
            )
        if len(tokens) > MAX_DEPTH:
            self._refuse(f"nested more than {MAX_DEPTH} levels deep", event, hint="use `$ref` in place of aliases")
        members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for name, member in members:
            self.lines[*tokens, str(name)] = self.lines[*home, str(name)]
            self._copy_lines(member, (*home, str(name)), tokens=(*tokens, str(name)), event=event)

    def _check_tag(self, event: _Event, kind: str) -> None:
        if event.tag not in {None, f"tag:yaml.org,2002:{kind}"}:
            self._refuse(f"the tag {event.tag} has no meaning here", event, hint="remove the tag")

    def _refuse_key(self, event: _Event) -> NoReturn:
        self._refuse("expected a text as key, found a structure or an alias", event, hint="quote the key")

    def _refuse_twice(self, event: _Event, child: Tokens) -> NoReturn:
        self._refuse(
            f"the key {child[-1]!r} is here twice, first on line {self.lines[child]}",
            event,
            pointer=JsonPointer(child),
            hint="remove one of the two, or rename it",
        )

    def _refuse(self, what: str, event: _Event, *, hint: str, pointer: JsonPointer | None = None) -> NoReturn:
        raise InputError(what, source=self.source, line=event.start_mark.line + 1, pointer=pointer, hint=hint)
