"""JSON texts become values and line numbers; strings are read by the standard library's scanner."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from json import JSONDecodeError, decoder
from typing import Final, NoReturn, TypeAlias

from specfold.errors import InputError
from specfold.pointer import JsonPointer
from specfold.reading.limits import MAX_DEPTH
from specfold.reading.scalars import finite_float

Tokens: TypeAlias = tuple[str, ...]

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_scan_string: Final[Callable[[str, int, bool], tuple[str, int]]] = vars(decoder)["scanstring"]  # not in the stubs
_CONSTANTS: Final[dict[str, tuple[str, bool | None]]] = {
    "t": ("true", True),
    "f": ("false", False),
    "n": ("null", None),
}


class NotJsonError(Exception):
    """Say that a text is not JSON; `line` is where."""

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what)
        self.line = line


def read_json(text: str, source: str) -> tuple[object, dict[Tokens, int]]:
    """
    Read one JSON document.

    Returns:
        The value, and for the tokens of every node the line that wrote it (the key's line for a member).

    Raises:
        NotJsonError: the text does not follow RFC 8259.
        InputError: it does, and has a name twice or nests too deep.
    """
    reader = _Reader(text, source)
    value, end = reader.read(_skip(text, 0), (), depth=0)
    end = _skip(text, end)
    if end != len(text):
        reader.fail("expected the end of the document", end)
    return value, reader.lines


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


class _Reader:
    """Walk one text; recursion is bounded by `MAX_DEPTH`."""

    def __init__(self, text: str, source: str) -> None:
        self.source = source
        self.lines: dict[Tokens, int] = {(): 1}
        self._text = text
        self._starts = [found.end() for found in re.finditer("\n", text)]

    def read(self, at: int, tokens: Tokens, *, depth: int) -> tuple[object, int]:
        """Read the value that starts at a position; return it and where it ends."""
        first = self._text[at : at + 1]
        if first == '"':
            return self._string(at)
        if first in {"{", "["}:
            if depth >= MAX_DEPTH:
                msg = f"nested more than {MAX_DEPTH} levels deep"
                raise InputError(msg, source=self.source, line=self._line(at), hint="split the document")
            return (
                self._object(at + 1, tokens, depth=depth + 1)
                if first == "{"
                else self._array(at + 1, tokens, depth=depth + 1)
            )
        if first in _CONSTANTS:
            word, constant = _CONSTANTS[first]
            if self._text.startswith(word, at):
                return constant, at + len(word)
        return self._number(at)

    def fail(self, what: str, at: int) -> NoReturn:
        """Refuse the text at a position."""
        raise NotJsonError(what, self._line(at))

    def _object(self, at: int, tokens: Tokens, *, depth: int) -> tuple[dict[str, object], int]:
        text, found = self._text, dict[str, object]()
        at = _skip(text, at)
        if text[at : at + 1] == "}":
            return found, at + 1
        while True:
            if text[at : at + 1] != '"':
                self.fail("expected a name in double quotes", at)
            key, end = self._string(at)
            child = (*tokens, key)
            if key in found:
                self._refuse_twice(child, at)
            self.lines[child] = self._line(at)
            end = _skip(text, end)
            if text[end : end + 1] != ":":
                self.fail("expected ':' after a name", end)
            found[key], end = self.read(_skip(text, end + 1), child, depth=depth)
            end = _skip(text, end)
            if text[end : end + 1] == "}":
                return found, end + 1
            if text[end : end + 1] != ",":
                self.fail("expected ',' or '}'", end)
            at = _skip(text, end + 1)

    def _array(self, at: int, tokens: Tokens, *, depth: int) -> tuple[list[object], int]:
        text, found = self._text, list[object]()
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            return found, at + 1
        while True:
            child = (*tokens, str(len(found)))
            self.lines[child] = self._line(at)
            value, end = self.read(at, child, depth=depth)
            found.append(value)
            end = _skip(text, end)
            if text[end : end + 1] == "]":
                return found, end + 1
            if text[end : end + 1] != ",":
                self.fail("expected ',' or ']'", end)
            at = _skip(text, end + 1)

    def _string(self, at: int) -> tuple[str, int]:
        try:
            text, end = _scan_string(self._text, at + 1, True)  # noqa: FBT003 - positional only in the standard library
        except JSONDecodeError as error:
            raise NotJsonError(error.msg, self._line(error.pos)) from error
        return text, end

    def _number(self, at: int) -> tuple[object, int]:
        found = _NUMBER.match(self._text, at)
        if found is None:
            self.fail(
                f"expected a value, found {self._text[at : at + 10]!r}"
                if self._text[at:]
                else "the text ends too early",
                at,
            )
        try:
            return (finite_float(found[0]) if found[2] or found[3] else int(found[1])), found.end()
        except ValueError as error:
            raise NotJsonError(str(error), self._line(at)) from error

    def _line(self, at: int) -> int:
        return bisect_right(self._starts, at) + 1

    def _refuse_twice(self, child: Tokens, at: int) -> NoReturn:
        msg = f"the key {child[-1]!r} is here twice, first on line {self.lines[child]}"
        hint = "remove one of the two, or rename it"
        raise InputError(msg, source=self.source, line=self._line(at), pointer=JsonPointer(child), hint=hint)
