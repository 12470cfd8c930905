"""What changes in meaning when a request moves: other defaults, members that may be ignored. Changes no value."""

from __future__ import annotations

from collections.abc import Iterator

from specfold.compare.aliases import DEPENDENT, names_of
from specfold.compare.naming import show
from specfold.compare.port_members import Both
from specfold.compare.port_values import Note
from specfold.compare.side import Side
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import FlatSchema, Places

_NOTHING: tuple[Json, ...] = (None, "", [], {})


def note_member(side: Side, places: Places, *, pointer: JsonPointer) -> Iterator[Note]:
    """Yield what the target says about a member that is used."""
    keywords = side.flat(places).keywords
    if keywords.get("deprecated") is True:
        yield Note(pointer, "deprecated at the target")
    ignored = keywords.get("x-ignored-by")
    if isinstance(ignored, str):
        yield Note(pointer, f"may be silently ignored at the target, by {ignored}")


def note_defaults(kept: JsonObject, *, both: Both, pointer: JsonPointer) -> Iterator[Note]:
    """Yield each member that is left out and then means something else at the target."""
    if both.source is None:
        return
    noted: set[str] = set()
    for name in both.target.properties:
        target = both.target_of(name)
        source = _partner(name, target, both=both)
        known = names_of(name, target.keywords)
        if name in kept or known & noted or _is_said(name, target, kept=kept, both=both) or _is_idle(name, kept):
            continue
        before = None if source is None else source.keywords.get("default")
        after = target.keywords.get("default")
        if (source is None and after is True) or (source is not None and not _same(before, after)):
            noted |= known
            whose = "not declared at the source" if source is None else f"{_say(before)} at the source"
            yield Note(pointer / name, f"when left out: {whose}, {_say(after)} at the target")


def _is_idle(name: str, kept: JsonObject) -> bool:
    """Tell whether a member is about another one that is not used."""
    return name in DEPENDENT and not kept.get(DEPENDENT[name])


def _partner(name: str, target: FlatSchema, *, both: Both) -> FlatSchema | None:
    """Return what the source says about a member, under whatever name."""
    found = both.source_of(name)
    if found is not None or both.source is None:
        return found
    known = names_of(name, target.keywords)
    for other in both.source.properties:
        flat = both.source_of(other)
        if flat is not None and known & names_of(other, flat.keywords):
            return flat
    return None


def _is_said(name: str, target: FlatSchema, *, kept: JsonObject, both: Both) -> bool:
    """Tell whether another name of a member is used."""
    known = names_of(name, target.keywords)
    return any(
        other in both.target.properties and known & names_of(other, both.target_of(other).keywords) for other in kept
    )


def _same(before: Json, after: Json) -> bool:
    """Tell whether two defaults are the same; none, null and empty are, and so is false."""
    if before in (*_NOTHING, False) and after in (*_NOTHING, False):
        return True
    return bool(before == after)


def _say(default: Json) -> str:
    """Write a default."""
    return "no documented default" if default in _NOTHING else show(default)
