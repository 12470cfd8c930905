"""Which line of a TOML text writes which key; knows nothing of what the keys mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

Keys = tuple[str, ...]

_KEY: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED: Final = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_ARRAY_TABLE: Final = re.compile(rf"\s*\[\[\s*({_DOTTED})\s*\]\]")
_TABLE: Final = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]\s*(?:#.*)?\Z")
_MEMBER: Final = re.compile(rf"\s*({_DOTTED})\s*=")


def locate_keys(text: str) -> Mapping[Keys, int]:
    """
    Return the line of every table and key, elements of arrays of tables numbered from 0.

    Keys inside inline tables and multi-line values are not told apart; their table's line stands for them.
    """
    lines: dict[Keys, int] = {}
    counts: dict[Keys, int] = {}
    table: Keys = ()
    for number, line in enumerate(text.splitlines(), 1):
        if found := _ARRAY_TABLE.match(line):
            keys = _split(found[1])
            lines.setdefault(keys, number)
            table = (*keys, str(counts.get(keys, 0)))
            counts[keys] = counts.get(keys, 0) + 1
            lines[table] = number
        elif found := _TABLE.match(line):
            table = _split(found[1])
            _note(lines, table, number=number)
        elif found := _MEMBER.match(line):
            _note(lines, (*table, *_split(found[1])), number=number)
    return lines


def line_of(lines: Mapping[Keys, int], keys: Keys) -> int | None:
    """Return the line of a key, or of the nearest table around it that is known."""
    for end in range(len(keys), 0, -1):
        if keys[:end] in lines:
            return lines[keys[:end]]
    return None


def _note(lines: dict[Keys, int], keys: Keys, *, number: int) -> None:
    for end in range(1, len(keys) + 1):
        lines.setdefault(keys[:end], number)


def _split(dotted: str) -> Keys:
    return tuple(part[1:-1] if part[0] in "\"'" else part for part in re.findall(_KEY, dotted))
