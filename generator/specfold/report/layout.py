"""Words laid out on a page of plain text: wrapping, columns, indentation, escapes; knows nothing of what it lays out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

WIDTH = 100
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of what follows
    "\u2028\u2029\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"  # separators, tags, halves of pairs
)
_BREAKING = {"\n": "\\n", "\t": "\\t"}
_BREAKS = re.compile(r"(?<=[/._\]])(?=[^/._\]])|(?<=[a-z]-)(?=[a-z])|(?<=[a-z])(?=[A-Z])")


def show_controls(text: str) -> str:
    r"""Write what cannot be seen, turns the reading direction or is no character as `\u202e`, so that a reader sees it."""
    return _UNSEEN.sub(lambda match: json_escape(match.group()), text)


def json_escape(character: str) -> str:
    r"""Write one character as JSON does in ASCII: `\u202e`, two of them beyond the first plane."""
    code = ord(character)
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"


def on_one_line(text: str) -> str:
    r"""Write a text that others wrote so that it stays on its line: `\n`, `\u001b`."""
    if text.isprintable():
        return text
    return show_controls("".join(_BREAKING.get(character, character) for character in text))


def wrap(text: str, width: int) -> list[str]:
    """
    Break a text into lines, at spaces, or else inside a long word after one of `/._[]-`, or else anywhere.

    An empty text is one empty line; what would break a line, or cannot be seen, is escaped.
    """
    width = max(width, 4)
    lines = [""]
    for word in on_one_line(text).split(" "):
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
    needs = [max((len(on_one_line(row[index])) for row in rows), default=0) for index in range(count)]
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
    return on_one_line(" ".join(text.split()))


def code(text: str) -> str:
    """Write a text as Markdown code, also inside a table."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{on_one_line(' '.join(text.split()))}{pad}{fence}".replace("|", "\\|")


def write_lines(lines: Iterable[str]) -> str:
    """Join lines that hold texts others wrote, each staying on its line."""
    return "".join(f"{on_one_line(line)}\n" for line in lines)
