"""Document text made safe to look at and to point to; knows characters, not what the text says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from specfold.report.layout import show_controls

_STEP = re.compile(r"(?<=\S[./])(?=[^\s./])")
_PLAIN = re.compile(r"[A-Za-z0-9]")


def split_steps(text: str) -> tuple[str, ...]:
    """Return a text in the pieces between which a line may end: after each step of a name or a path."""
    return tuple(_STEP.split(text))


def css_string(text: str) -> str:
    """Write a text as a CSS string; every character that is no letter or digit is escaped."""
    escaped = "".join(char if _PLAIN.match(char) else f"\\{ord(char):x} " for char in show_controls(text))
    return f'"{escaped}"'


def name_rows(keys: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """
    Return an anchor for each row, `row-` and a short digest of its key: the same in every run, and in any order.

    Keys that share a short digest get a longer one; equal keys are told apart by their number.
    """
    digests = [hashlib.sha256("\0".join(key).encode("utf-8", "surrogatepass")).hexdigest() for key in keys]
    short: dict[str, set[str]] = {}
    for digest in digests:
        short.setdefault(digest[:8], set()).add(digest)
    seen: dict[str, int] = {}
    names = []
    for digest in digests:
        name = digest[:8] if len(short[digest[:8]]) == 1 else digest
        seen[name] = seen.get(name, 0) + 1
        names.append(f"row-{name}" if seen[name] == 1 else f"row-{name}-{seen[name]}")
    return tuple(names)
