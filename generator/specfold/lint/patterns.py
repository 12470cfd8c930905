"""
Rules about patterns: are they regular expressions, and do ECMA-262 and Python read them alike?

JSON Schema speaks ECMA-262; what runs here is Python's `re`. Knows the constructs that only one of the two has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer

# Constructs of ECMA-262 with its flag `u` that Python refuses, and something Python reads in their place.
_ONLY_ECMA: Final = (
    (re.compile(r"\\[pP]\{[A-Za-z_0-9=]+\}"), "w", r"\p{…}"),
    (re.compile(r"\\u\{[0-9A-Fa-f]+\}"), "x", r"\u{…}"),
    (re.compile(r"\\c[A-Za-z]"), "x", r"\c…"),
    (re.compile(r"\(\?<(?=[A-Za-z_$])"), "(?P<", "(?<name>…)"),
    (re.compile(r"\\k<([A-Za-z_][A-Za-z0-9_]*)>"), r"(?P=\1)", r"\k<name>"),
    (re.compile(r"\[\^\]"), "[\\\\s\\\\S]", "[^]"),
)
_ONLY_PYTHON: Final = (
    (re.compile(r"(?<!\\)\(\?P[<=>]"), "(?P…)"),
    (re.compile(r"(?<!\\)\(\?[aiLmsux-]+[:)]"), "inline flags"),
    (re.compile(r"(?<!\\)\(\?#"), "(?#…)"),
    (re.compile(r"(?<!\\)\(\?\("), "(?(…)…)"),
    (re.compile(r"(?<!\\)\(\?>"), "(?>…)"),
    (re.compile(r"\\[AZ]"), r"\A or \Z"),
    (re.compile(r"(?<!\\)(?:[*+?]|\{\d*,?\d*\})\+"), "possessive repetition"),
)
_ESCAPED: Final = re.compile(r"\\\\")
_SET: Final = re.compile(r"\[(?:\\.|[^\]\\])+\]")


def check_patterns(subject: Subject) -> Iterator[Problem]:
    """Find patterns that are no regular expression."""
    for pointer, pattern in _patterns(subject):
        reason = refusal_of(pattern)
        if reason is not None:
            yield Problem(pointer, f"the pattern {pattern!r} is no regular expression: {reason}", "correct the pattern")


def check_dialects(subject: Subject) -> Iterator[Problem]:
    """Note patterns that ECMA-262, the dialect of JSON Schema, and Python do not both have."""
    for pointer, pattern in _patterns(subject):
        if refusal_of(pattern) is not None:
            continue
        bare = _SET.sub("[x]", _ESCAPED.sub("", pattern))
        for known, name in _ONLY_PYTHON:
            if known.search(bare):
                hint = "write it as ECMA-262 does; other tools refuse this pattern"
                yield Problem(pointer, f"the pattern uses {name}, which ECMA-262 does not have", hint)
        if not _compiles(pattern):
            names = [name for known, _, name in _ONLY_ECMA if known.search(pattern)]
            hint = "validators written in Python cannot check it; write it with what both have"
            yield Problem(pointer, f"the pattern uses {', '.join(names)}, which Python does not have", hint)


def refusal_of(pattern: str) -> str | None:
    """Return why neither ECMA-262 nor Python reads a pattern; None when one of them does."""
    if _compiles(pattern):
        return None
    for known, stand_in, _ in _ONLY_ECMA:
        pattern = known.sub(stand_in, pattern)
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return str(error)
    return None


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def _patterns(subject: Subject) -> Iterator[tuple[JsonPointer, str]]:
    for node in subject.of_kind("schema"):
        pattern = node.value.get("pattern")
        if isinstance(pattern, str):
            yield node.pointer / "pattern", pattern
        named = node.value.get("patternProperties")
        for key in named if isinstance(named, dict) else ():
            yield node.pointer.join(("patternProperties", key)), key
