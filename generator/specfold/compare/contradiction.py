"""Keywords of a string schema that its format makes impossible; the format is what people meant, the bound a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from specfold.document import JsonObject
from specfold.schema.flatten import FlatSchema

_LENGTHS: Mapping[str, tuple[int, int | None]] = {
    "uuid": (36, 36),
    "date": (10, 10),
    "date-time": (20, None),
    "time": (9, None),
    "ipv4": (7, 15),
    "email": (3, None),
}
_NEEDS: Mapping[str, str] = {
    "uuid": "-",
    "date": "-",
    "date-time": ":",
    "time": ":",
    "ipv4": ".",
    "email": "@",
    "uri": ":",
}
_ONE_SET = re.compile(r"\^(\[[^\[\]]+\])[+*]?\$")


def contradicted(flat: FlatSchema) -> frozenset[str]:
    """Return the keywords that no value of the schema's format can satisfy."""
    name = flat.keywords.get("format")
    return frozenset(_iter_contradicted(flat, str(name))) if name is not None else frozenset()


def without_contradiction(flat: FlatSchema) -> JsonObject | None:
    """Return the schema of a string with a format, without the keywords that contradict it; None without any."""
    slips = contradicted(flat)
    if not slips:
        return None
    kept = {name: value for name, value in flat.keywords.items() if name not in slips}
    if flat.values is not None:
        kept["enum"] = list(flat.values)
    return {**kept, "type": [*sorted(flat.types or {"string"}), *(["null"] if flat.nullable else [])]}


def _iter_contradicted(flat: FlatSchema, name: str) -> Iterator[str]:
    """Yield the keywords that contradict a format."""
    least, most = _LENGTHS.get(name, (0, None))
    longest, shortest = flat.keywords.get("maxLength"), flat.keywords.get("minLength")
    if longest is not None and longest < least:
        yield "maxLength"
    if shortest is not None and most is not None and shortest > most:
        yield "minLength"
    one_set = _ONE_SET.fullmatch(str(flat.keywords.get("pattern", "")))
    needed = _NEEDS.get(name)
    if one_set and needed and not _may_hold(one_set[1], needed):
        yield "pattern"


def _may_hold(characters: str, needed: str) -> bool:
    """Tell whether a set of characters holds one."""
    try:
        return re.fullmatch(characters, needed) is not None
    except re.error:
        return True
