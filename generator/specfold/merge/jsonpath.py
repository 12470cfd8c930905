"""RFC 9535 queries by the jsonpath library, to the letter; knows no overlay."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import jsonpath
from jsonpath import CompoundJSONPath, JSONPath

from specfold.document import Json

Tokens = tuple[str, ...]

_QUOTED: Final = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)
_DASHED_SHORTHAND: Final = re.compile(r"\.\s*((?:[A-Za-z_]|[^\x00-\x7f])(?:[A-Za-z0-9_]|[^\x00-\x7f])*-[A-Za-z0-9_-]*)")


class QueryError(Exception):
    """Say why a text is no RFC 9535 query; `hint` says what to write."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.hint = hint


class _Environment(jsonpath.JSONPathEnvironment):
    max_recursion_depth = 300  # documents are read up to 200 levels, overlays may add to them


@cache
def _environment() -> _Environment:
    return _Environment(strict=True)


def select(query: str, value: Json) -> list[Tokens]:
    """
    Return the tokens of every node a query selects, in order, each once.

    Raises:
        QueryError: the text is no query.
    """
    try:
        matches = compile_query(query).finditer(value)
        parts = [match.parts for match in matches]
    except jsonpath.JSONPathError as error:
        raise QueryError(_first_line(error), _HINT) from error
    return list(dict.fromkeys(tuple(str(part) for part in found) for found in parts))


@cache
def compile_query(query: str) -> JSONPath | CompoundJSONPath:
    """
    Return a query ready to run.

    Raises:
        QueryError: the text is no query.
    """
    dashed = _DASHED_SHORTHAND.search(_QUOTED.sub(lambda found: "'" + " " * (len(found[0]) - 2) + "'", query))
    if dashed:  # RFC 9535, 2.5.1.1: a shorthand name holds letters, digits and `_`; the library is milder
        name = dashed[1]
        msg = f"a shorthand name holds no dash, found .{name}"
        raise QueryError(msg, f"write ['{name}'] in place of .{name}")
    try:
        return _environment().compile(query)
    except jsonpath.JSONPathError as error:
        raise QueryError(_first_line(error), _HINT) from error


_HINT: Final = "write an RFC 9535 query that starts with $, for example $.paths['/chat/completions'].post"


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
