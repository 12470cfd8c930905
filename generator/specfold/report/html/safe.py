"""Document text made safe to look at and to point to; knows characters, not what the text says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of what follows
    "\u2028\u2029\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"  # separators, tags, halves of pairs
)
_STEP = re.compile(r"(?<=\S[./])(?=[^\s./])")
_PLAIN = re.compile(r"[A-Za-z0-9]")


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
