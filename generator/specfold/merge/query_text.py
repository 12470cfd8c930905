"""RFC 9535 queries are written, for one node and for one item of an array; runs none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from specfold.document import Json

_SHORTHAND: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_ESCAPES: Final[Mapping[str, str]] = {
    "'": "\\'", "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
}  # fmt: skip
_NAMING: Final = ("$ref", "name", "url")  # members by which people know an item of an array


def member_query(query: str, name: str) -> str:
    """Return the query of one member of the object that a query selects."""
    return f"{query}.{name}" if _SHORTHAND.match(name) else f"{query}[{quote(name)}]"


def item_query(query: str, old: list[Json], *, index: int, new: list[Json] | None = None) -> str:
    """
    Return the query of one item of the array that a query selects.

    An item is selected by its own text or by a member that names it, where that tells it apart; else by position.

    Args:
        query: selects the array.
        old: the array before anything is changed.
        index: which item.
        new: the array with its items edited in place; the name must then tell the item apart all the while.
    """
    item = old[index]
    if isinstance(item, str) and new is None and old.count(item) == 1:
        return f"{query}[?@ == {quote(item)}]"
    for name in _NAMING if isinstance(item, dict) else ():
        text = item.get(name)
        if isinstance(text, str) and all(_names_one(items, name, text=text) for items in (old, new or old)):
            return f"{query}[?@{member_query('', name)} == {quote(text)}]"
    return f"{query}[{index}]"


def _names_one(items: list[Json], name: str, *, text: str) -> bool:
    return [item.get(name) for item in items if isinstance(item, dict)].count(text) == 1


def quote(text: str) -> str:
    """Return a text as a string of a query (RFC 9535, 2.3.1.1)."""
    return "'" + "".join(_escape(letter) for letter in text) + "'"


def _escape(letter: str) -> str:
    return _ESCAPES.get(letter) or (letter if letter >= " " else f"\\u{ord(letter):04x}")
