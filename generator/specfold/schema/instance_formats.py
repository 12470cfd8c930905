"""What the formats of OpenAPI and JSON Schema refuse, each by one plain check; knows no schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final

from jsonschema import FormatChecker

CHEAP: Final = ("date", "date-time", "ipv4", "ipv6", "uuid")
"""The formats the library knows at next to no cost."""

_SHAPES: Final[Mapping[str, str]] = {
    "email": r"[^@\s]+@[^@\s]+",
    "hostname": r"(?=.{1,253}\.?$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\.?",
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*",
    "url": r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*",
    "time": r"\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})",
    "duration": r"P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)",
    "byte": r"[A-Za-z0-9+/\s]*={0,2}",
    "json-pointer": r"(/([^~]|~[01])*)*",
}
_RANGES: Final[Mapping[str, tuple[float, float]]] = {
    "int32": (-(2**31), 2**31 - 1),
    "int64": (-(2**63), 2**63 - 1),
    "float": (-3.4028235e38, 3.4028235e38),
}

ASSERTED: Final = frozenset({*CHEAP, *_SHAPES, *_RANGES})
"""Every format that refuses something here."""


@lru_cache(maxsize=1)
def strict_formats() -> FormatChecker:
    """Return a checker of every format that refuses something; the one of the library knows few without more packages."""
    checker = FormatChecker(CHEAP)
    for name, shape in _SHAPES.items():
        checker.checkers[name] = (_matches(re.compile(shape)), ())
    for name, (low, high) in _RANGES.items():
        checker.checkers[name] = (_lies_within(low, high), ())
    return checker


def _matches(pattern: re.Pattern[str]) -> Callable[[object], bool]:
    """Return a check of strings; what is no string is not judged."""
    return lambda value: not isinstance(value, str) or pattern.fullmatch(value) is not None


def _lies_within(low: float, high: float) -> Callable[[object], bool]:
    """Return a check of numbers; what is no number is not judged."""
    return lambda value: isinstance(value, bool) or not isinstance(value, int | float) or low <= value <= high
