"""Short strings that match a pattern, made by walking its parsed form; whether they do match is asked elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any

_PARSER: Any = import_module("re._parser")  # the standard library's own parser; it has no public name since 3.11
_PREFERRED = "a1A0-_ .:/@éz9Z"
_MAX_TEXT = 4096
_CATEGORIES = {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}
_NOT_IN_CATEGORY = {"CATEGORY_NOT_DIGIT": "a", "CATEGORY_NOT_SPACE": "a", "CATEGORY_NOT_WORD": "-"}


@lru_cache(maxsize=512)
def texts_for(pattern: str, least: int = 0, *, most: int | None = None) -> tuple[str, ...]:
    """
    Return a few strings that match a pattern and fit a length, shortest first; none where it is beyond us.

    Args:
        pattern: a regular expression; what only other dialects know gives nothing.
        least: the fewest characters.
        most: the most characters, None without a limit.
    """
    try:
        parsed = _PARSER.parse(pattern)
        search = re.compile(pattern).search
    except (re.error, OverflowError, RecursionError):
        return ()
    found: dict[str, None] = {}
    for extra in (0, 1, 2, max(0, least)):
        for choice in (0, 1):
            text = _write(parsed, extra=extra, choice=choice)
            for padded in (text, text + "a" * (least - len(text)), text + "0" * (least - len(text))):
                if len(padded) >= least and (most is None or len(padded) <= most) and search(padded):
                    found[padded] = None
    return tuple(sorted(found, key=len))


def texts_matching(pattern: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return those of some texts in which a pattern is found."""
    try:
        search = re.compile(pattern).search
    except (re.error, OverflowError, RecursionError):
        return ()
    return tuple(text for text in texts if search(text))


def _write(parsed: Any, *, extra: int, choice: int) -> str:
    """Write one string for a parsed pattern; repetitions get some more than they must."""
    parts: list[str] = []
    for operator, argument in parsed:
        parts.append(_write_one(str(operator), argument, extra=extra, choice=choice))
        if sum(map(len, parts)) > _MAX_TEXT:
            break
    return "".join(parts)[:_MAX_TEXT]


def _write_one(operator: str, argument: Any, *, extra: int, choice: int) -> str:
    """Write a string for one operator of a parsed pattern; those that only look around write nothing."""
    if operator == "LITERAL":
        return chr(argument)
    if operator == "NOT_LITERAL":
        return next(character for character in _PREFERRED if ord(character) != argument)
    if operator == "ANY":
        return "a"
    if operator == "IN":
        return _pick(argument, choice=choice)
    if operator == "BRANCH":
        branches = argument[1]
        return _write(branches[min(choice, len(branches) - 1)], extra=extra, choice=choice)
    if operator in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        fewest, most, inner = argument
        count = min(int(most), int(fewest) + extra, _MAX_TEXT)
        return _write(inner, extra=0, choice=choice) * count
    if operator == "SUBPATTERN":
        return _write(argument[3], extra=extra, choice=choice)
    return _write(argument, extra=extra, choice=choice) if operator == "ATOMIC_GROUP" else ""


def _pick(members: Any, *, choice: int) -> str:
    """Pick a character of a set, or one that is not in it where the set is negated."""
    negated = str(members[0][0]) == "NEGATE"
    listed = list(_characters(members[1:] if negated else members))
    if negated:
        return next((character for character in _PREFERRED if not _is_in(character, members[1:])), "a")
    return listed[min(choice, len(listed) - 1)] if listed else "a"


def _characters(members: Any) -> Iterator[str]:
    """Yield one character for each part of a set."""
    for operator, argument in members:
        name = str(operator)
        if name == "LITERAL":
            yield chr(argument)
        elif name == "RANGE":
            yield next((one for one in _PREFERRED if argument[0] <= ord(one) <= argument[1]), chr(argument[0]))
        elif name == "CATEGORY":
            yield {**_CATEGORIES, **_NOT_IN_CATEGORY}.get(str(argument), "a")


def _is_in(character: str, members: Any) -> bool:
    """Tell whether a character belongs to a set."""
    tests = {"CATEGORY_DIGIT": str.isdigit, "CATEGORY_SPACE": str.isspace}
    for operator, argument in members:
        name = str(operator)
        if name == "LITERAL" and ord(character) == argument:
            return True
        if name == "RANGE" and argument[0] <= ord(character) <= argument[1]:
            return True
        if name == "CATEGORY":
            test = tests.get(str(argument).replace("NOT_", ""), lambda one: one.isalnum() or one == "_")
            if test(character) != ("NOT" in str(argument)):
                return True
    return False
