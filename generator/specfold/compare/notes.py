"""Changes of two schemas that leave what is valid alone: defaults, deprecation, tags, marks, composition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specfold.compare.exchange import choice_exchange
from specfold.compare.facts import Fact, make_fact, show_exchange
from specfold.compare.meaning import read_tag, same_meaning
from specfold.compare.meeting import Meeting
from specfold.compare.naming import show
from specfold.compare.side import Side
from specfold.document import Json, JsonObject
from specfold.schema.anchors import UNFOLLOWED
from specfold.schema.edit import is_same
from specfold.schema.flatten import Places, is_annotation

LIFETIME_MARKS: Mapping[str, str] = {"x-stability-level": "stability-changed", "x-sunset": "sunset-changed"}
_FEW = 4
_EXTENSIBLE = "x-extensible-enum"


def compare_notes(meeting: Meeting) -> Iterator[Fact]:
    """Yield changes of meaning that leave what is valid alone: default, deprecation, discriminator."""
    old, new = meeting.old.keywords, meeting.new.keywords
    for keyword in UNFOLLOWED:
        values = (old.get(keyword), new.get(keyword))
        if values != (None, None):
            message = say_unfollowed(*values)
            yield meeting.fact("reference-unfollowed", keyword, message=message, values=values, candidates=None)
    if ("default" in old) != ("default" in new) or not is_same(old.get("default"), new.get("default")):
        verb = "changed" if "default" in old and "default" in new else "added" if "default" in new else "removed"
        before = show(old["default"]) if "default" in old else "none"
        after = show(new["default"]) if "default" in new else "none"
        message = f"default {verb}: {before} → {after}"
        values = (old.get("default"), new.get("default"))
        yield meeting.fact(f"default-{verb}", "default", message=message, values=values)
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        rule = "property-deprecated" if new.get("deprecated") else "property-undeprecated"
        message = "is now deprecated" if new.get("deprecated") else "is no longer deprecated"
        yield meeting.fact(rule, "deprecated", message=message)
    for keyword, flag in (("readOnly", "read"), ("writeOnly", "write")):
        if bool(old.get(keyword)) != bool(new.get(keyword)):
            rule = f"property-became-{'' if new.get(keyword) else 'not-'}{flag}-only"
            message = f"is {'now' if new.get(keyword) else 'no longer'} {flag}-only"
            yield meeting.fact(rule, keyword, message=message)
    if not same_meaning(
        (meeting.sides.old.root, read_tag(old.get("discriminator"))),
        (meeting.sides.new.root, read_tag(new.get("discriminator"))),
    ):
        tags = (old.get("discriminator"), new.get("discriminator"))
        message = "discriminator: " + "; ".join(_say_tags(*tags))
        yield meeting.fact("discriminator-changed", "discriminator", message=message, values=tags)

    yield from _compare_marks(meeting)
    yield from _compare_extensible(meeting)
    yield from _compare_composition(meeting)


def _say_tags(old: Json, new: Json) -> Iterator[str]:
    """Say what differs between two discriminators: the member that is looked at, and what its values mean."""
    first, second = _object(old), _object(new)
    before, after = first.get("propertyName"), second.get("propertyName")
    if before != after:
        yield f"member {say_mark(before)} → {say_mark(after)}"
    known, present = _object(first.get("mapping")), _object(second.get("mapping"))
    differing = [value for value in {**known, **present} if known.get(value) != present.get(value)]
    for value in differing[:_FEW]:
        yield f"{show(value)} means {_say_target(known.get(value))} → {_say_target(present.get(value))}"
    if len(differing) > _FEW:
        yield f"and {len(differing) - _FEW} values more"


def _object(value: Json) -> JsonObject:
    """Return a value that is an object, an empty one for any other."""
    return value if isinstance(value, dict) else {}


def _say_target(target: Json) -> str:
    """Name the schema that a value of a tag stands for."""
    return "nothing" if target is None else str(target).rpartition("/")[2]


def say_unfollowed(old: Json, new: Json) -> str:
    """Say that nobody looks at what references lead to."""
    named = " and ".join(dict.fromkeys(show(ref) for ref in (old, new) if ref is not None))
    return f"{named} {'is' if None in (old, new) or old == new else 'are'} not followed, so a change there is not seen"


def _compare_marks(meeting: Meeting) -> Iterator[Fact]:
    """Yield changes of the extensions that tell how long something lasts."""
    for keyword, rule in LIFETIME_MARKS.items():
        before, after = meeting.old.keywords.get(keyword), meeting.new.keywords.get(keyword)
        if before != after:
            message = f"{keyword}: {say_mark(before)} → {say_mark(after)}"
            yield meeting.fact(rule, keyword, message=message, values=(before, after))


def say_mark(value: Json) -> str:
    """Write the value of a mark, or that there is none."""
    return "none" if value is None else show(value)


def _compare_extensible(meeting: Meeting) -> Iterator[Fact]:
    """Yield the values that joined or left an open enumeration: readers expect more, servers know just these."""
    lists = [flat.keywords.get(_EXTENSIBLE) for flat in (meeting.old, meeting.new)]
    old, new = (value if isinstance(value, list) else None for value in lists)
    if old is None or new is None:
        return
    lost, gained = [value for value in old if value not in new], [value for value in new if value not in old]
    if gained:
        message = f"{', '.join(map(show, gained))} joined the open enumeration"
        yield meeting.fact("extensible-value-added", _EXTENSIBLE, message=message, values=(None, gained))
    if lost:
        message = f"{', '.join(map(show, lost))} left the open enumeration"
        at = (meeting.old.place_of(_EXTENSIBLE), meeting.new.place_of(_EXTENSIBLE))
        fact = make_fact(
            meeting.pair, "extensible-value-removed", message=f"{meeting.name}: {message}", at=at, values=(lost, None)
        )
        exchange = choice_exchange("request", "value", value=lost[0], known=(old, new))
        yield show_exchange(meeting.sides, fact, exchange=exchange)


def _compare_composition(meeting: Meeting) -> Iterator[Fact]:
    """Yield that `allOf` has more or fewer parts, where it stands on both sides or the parts are notes only."""
    old, new = _parts_of(meeting.sides.old, meeting.pair.old), _parts_of(meeting.sides.new, meeting.pair.new)
    if len(old) == len(new) or not ((old and new) or all(_is_note(part) for part in (*old, *new))):
        return
    message = f"allOf has {len(new)} parts, had {len(old)}"
    yield meeting.fact("all-of-changed", "allOf", message=message, values=(len(old), len(new)))


def _parts_of(side: Side, places: Places) -> list[Json]:
    """Return the parts of the `allOf` at some places."""
    return [part for place in places for part in side.object_at(place).get("allOf") or ()]


def _is_note(schema: Json) -> bool:
    """Tell whether a schema only describes."""
    return isinstance(schema, dict) and all(is_annotation(keyword) for keyword in schema)
