"""Words laid out on a page of plain text: wrapping, columns, indentation; knows nothing of what it lays out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

WIDTH = 100
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BREAKS = re.compile(r"(?<=[/._\]])(?=[^/._\]])|(?<=[a-z]-)(?=[a-z])|(?<=[a-z])(?=[A-Z])")


def wrap(text: str, width: int) -> list[str]:
    """
    Break a text into lines, at spaces, or else inside a long word after one of `/._[]-`, or else anywhere.

    An empty text is one empty line.
    """
    width = max(width, 4)
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if len(joined) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for piece in _pieces(word, width):
            if len(lines[-1]) + len(piece) > width:
                lines.append("")
            lines[-1] += piece
    return lines


def _pieces(word: str, width: int) -> Iterator[str]:
    """Yield the parts between which a long word may be broken."""
    for part in _BREAKS.split(word):
        for start in range(0, len(part), width):
            yield part[start : start + width]


def indent(text: str, by: int, *, hanging: int = 0, width: int = WIDTH) -> Iterator[str]:
    """Yield a text wrapped and indented; lines after the first are indented further by `hanging`."""
    for index, line in enumerate(wrap(text, width - by - hanging)):
        yield " " * (by + (hanging if index else 0)) + line


def column_widths(rows: Sequence[Sequence[str]], *, width: int, gap: int = 2) -> tuple[int, ...]:
    """
    Share a width among columns: each gets what its longest cell needs, as long as there is room for the others.

    Columns that need little get it; the rest share what is left evenly.
    """
    count = len(rows[0]) if rows else 0
    needs = [max((len(row[index]) for row in rows), default=0) for index in range(count)]
    room = width - gap * (count - 1)
    widths = [0] * count
    pending = sorted(range(count), key=lambda index: needs[index])
    while pending:
        index = pending.pop(0)
        widths[index] = max(4, min(needs[index], room // (len(pending) + 1)))
        room -= widths[index]
    return tuple(widths)


def lay_row(cells: Sequence[str], widths: Sequence[int], *, gap: int = 2) -> Iterator[str]:
    """Yield the lines of one row, its cells wrapped to their columns."""
    columns = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for index in range(max(len(column) for column in columns)):
        parts = [
            (column[index] if index < len(column) else "").ljust(width)
            for column, width in zip(columns, widths, strict=True)
        ]
        yield (" " * gap).join(parts).rstrip().replace("\u00a0", " ")


def say_count(number: int, noun: str) -> str:
    """Write a number with its noun: `1 change`, `2 changes`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def escape_markdown(text: str) -> str:
    """Escape what would end or format a cell of a Markdown table."""
    for character in ("\\", "|", "<", "*", "_", "`"):
        text = text.replace(character, f"\\{character}")
    return " ".join(text.split())


def code(text: str) -> str:
    """Write a text as Markdown code, also inside a table."""
    fence = "``" if "`" in text else "`"
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{' '.join(text.split())}{pad}{fence}".replace("|", "\\|")


def write_lines(lines: Iterable[str]) -> str:
    """Join lines; what would move the cursor or ring the bell of a terminal is written as an escape."""
    return "".join(f"{_CONTROL.sub(_escape, line)}\n" for line in lines)


def _escape(found: re.Match[str]) -> str:
    """Write one character as an escape."""
    return found[0].encode("unicode_escape").decode()
