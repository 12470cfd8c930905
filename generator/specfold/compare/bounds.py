"""Bounds of two schemas: numbers, lengths, counts, steps, patterns; decided by comparing the limits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import ceil, floor
from string import ascii_letters

import attrs

from specfold.compare.change import Severity
from specfold.compare.exchange import size_exchange
from specfold.compare.facts import Fact, show_exchange
from specfold.compare.kinds import effective_types
from specfold.compare.meeting import Meeting
from specfold.compare.naming import show
from specfold.compare.sample import TEXTS, is_hidden
from specfold.compare.side import is_map, may_not_declare
from specfold.compare.texts import texts_for
from specfold.document import Json
from specfold.schema.flatten import FlatSchema

_SIZES = (
    ("minLength", "maxLength", "length", "string"),
    ("minItems", "maxItems", "items", "array"),
    ("minProperties", "maxProperties", "properties", "object"),
)
_MAX_SIZE = 2048
_NUMERIC = frozenset({"number", "integer"})
_APPLIES = {
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), _NUMERIC),
    **{keyword: frozenset({kind}) for *keywords, _, kind in _SIZES for keyword in keywords},
    "pattern": frozenset({"string"}),
    "uniqueItems": frozenset({"array"}),
}


def compare_bounds(meeting: Meeting) -> Iterator[Fact]:
    """Yield how limits differ, for the types both sides allow."""
    types = effective_types(meeting.sides.old, meeting.old) & effective_types(meeting.sides.new, meeting.new)
    yield from _compare_idle(meeting, types)
    if types & _NUMERIC or _both_numeric(meeting):
        yield from _compare_limit(meeting, lower=True)
        yield from _compare_limit(meeting, lower=False)
        yield from _compare_step(meeting)
    for least, most, noun, kind in _SIZES:
        if kind in types:
            yield from _compare_size(meeting, least, base=f"min-{noun}", lower=True)
            yield from _compare_size(meeting, most, base=f"max-{noun}", lower=False)
    if "string" in types:
        yield from _compare_pattern(meeting)
    if "array" in types:
        yield from _compare_unique(meeting)


def _compare_idle(meeting: Meeting, types: frozenset[str]) -> Iterator[Fact]:
    """Yield the limits that differ and say nothing about any value both sides allow."""
    for keyword, kinds in _APPLIES.items():
        if kinds & types or (kinds == _NUMERIC and _both_numeric(meeting)):
            continue
        old, new = meeting.old.keywords.get(keyword), meeting.new.keywords.get(keyword)
        if old != new:
            message = f"{keyword}: {_say_none(old)} → {_say_none(new)}, without effect on values of this type"
            yield meeting.fact("idle-keyword-changed", keyword, message=message, values=(old, new))


def _both_numeric(meeting: Meeting) -> bool:
    """Tell whether numbers are valid on both sides, integer on one of them."""
    old = effective_types(meeting.sides.old, meeting.old)
    return bool(old & _NUMERIC and effective_types(meeting.sides.new, meeting.new) & _NUMERIC)


def limit_of(flat: FlatSchema, *, lower: bool) -> tuple[float, bool] | None:
    """Return the tighter of the inclusive and the exclusive limit, and whether it is exclusive."""
    inclusive = flat.keywords.get("minimum" if lower else "maximum")
    exclusive = flat.keywords.get("exclusiveMinimum" if lower else "exclusiveMaximum")
    written: tuple[tuple[Json, bool], ...] = ((inclusive, False), (exclusive, True))
    limits: list[tuple[float, bool]] = [(value, flag) for value, flag in written if _is_number(value)]
    if not limits:
        return None
    sign = 1 if lower else -1
    return max(limits, key=lambda limit: (sign * limit[0], limit[1]))


def _both_whole(meeting: Meeting) -> bool:
    """Tell whether numbers are whole on both sides."""
    sides = ((meeting.sides.old, meeting.old), (meeting.sides.new, meeting.new))
    return all(effective_types(side, flat) & _NUMERIC == {"integer"} for side, flat in sides)


def _round_limit(limit: tuple[float, bool] | None, *, lower: bool) -> tuple[float, bool] | None:
    """Return the limit as the outermost whole number that it lets in."""
    if limit is None:
        return None
    value, exclusive = limit
    if exclusive:
        return (floor(value) + 1 if lower else ceil(value) - 1), False
    return (ceil(value) if lower else floor(value)), False


def _is_number(value: Json) -> bool:
    """Tell whether a value is a number; booleans are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _compare_limit(meeting: Meeting, *, lower: bool) -> Iterator[Fact]:
    """Yield how the lower or the upper bound of numbers differs."""
    old, new = limit_of(meeting.old, lower=lower), limit_of(meeting.new, lower=lower)
    if _both_whole(meeting):
        old, new = _round_limit(old, lower=lower), _round_limit(new, lower=lower)
    if old == new:
        return
    noun = "minimum" if lower else "maximum"
    sign = 1 if lower else -1
    if old is None or new is None:
        verb = "added" if old is None else "removed"
    else:
        tighter = (sign * new[0], new[1]) > (sign * old[0], old[1])
        verb = ("raised" if tighter else "lowered") if lower else ("lowered" if tighter else "raised")
    keyword = _keyword_of(meeting, noun)
    message = f"{noun} {verb}: {_say_limit(old, lower=lower)} → {_say_limit(new, lower=lower)}"
    values = (None if old is None else old[0], None if new is None else new[0])
    candidates = _numbers_near([limit[0] for limit in (old, new) if limit is not None], sign=sign)
    yield meeting.fact(f"{noun}-{verb}", keyword, message=message, values=values, candidates=candidates)


def _keyword_of(meeting: Meeting, noun: str) -> str:
    """Choose the keyword to point at: the exclusive one where only that is written."""
    exclusive = "exclusive" + noun.capitalize()
    written = {*meeting.old.origins, *meeting.new.origins}
    return exclusive if exclusive in written and noun not in written else noun


def _say_limit(limit: tuple[float, bool] | None, *, lower: bool) -> str:
    """Write a limit with its sign."""
    if limit is None:
        return "none"
    sign = (">" if lower else "<") + ("" if limit[1] else "=")
    return f"{sign} {show(limit[0])}"


def _numbers_near(limits: list[float], *, sign: int) -> list[Json]:
    """Return numbers at and just beyond limits, simplest first."""
    near = [value - sign * step for value in limits for step in (0, 1, 0.5, 0.001)]
    return [int(value) if float(value).is_integer() else value for value in [*near, 0, 1, -1]]


def _compare_step(meeting: Meeting) -> Iterator[Fact]:
    """Yield how `multipleOf` differs."""
    old, new = (flat.keywords.get("multipleOf") for flat in (meeting.old, meeting.new))
    if _both_whole(meeting):
        old, new = (None if step is not None and _divides(step, 1) else step for step in (old, new))
    if old == new:
        return
    if old is None or new is None:
        rule = "multiple-of-added" if old is None else "multiple-of-removed"
    elif _divides(old, new):
        rule = "multiple-of-narrowed"
    else:
        rule = "multiple-of-widened" if _divides(new, old) else "multiple-of-changed"
    steps = [step for step in (old, new) if step is not None]
    candidates = [step * factor for step in steps for factor in (1, 2, 3)] + [1, 2, 3, 0.5]
    message = f"{rule.replace('-', ' ')}: {_say_none(old)} → {_say_none(new)}"
    yield meeting.fact(rule, "multipleOf", message=message, values=(old, new), candidates=candidates)


def _divides(step: float, value: float) -> bool:
    """Tell whether a value is a multiple of a step."""
    (top, per), (unit, per_unit) = (Decimal(str(one)).as_integer_ratio() for one in (value, step))
    return top * per_unit % (per * unit) == 0


def _compare_size(meeting: Meeting, keyword: str, *, base: str, lower: bool) -> Iterator[Fact]:
    """Yield how a length or a count differs; no lower limit and zero are the same."""
    old, new = meeting.old.keywords.get(keyword), meeting.new.keywords.get(keyword)
    if lower:
        old, new = old or None, new or None
    if old == new:
        return
    if old is None or new is None:
        verb = "added" if old is None else "removed"
    else:
        verb = "raised" if new > old else "lowered"
    limits = [int(limit) for limit in (old, new) if limit is not None]
    sizes = [size for limit in limits for size in (limit, limit - 1 if lower else limit + 1)] + [0]
    message = f"{keyword} {verb}: {_say_none(old)} → {_say_none(new)}"
    candidates = [
        value for size in sizes if 0 <= size <= _MAX_SIZE for value in _values_of_size(meeting, keyword, size=size)
    ]
    fact = meeting.fact(f"{base}-{verb}", keyword, message=message, values=(old, new), candidates=candidates)
    if fact.severity is Severity.UNKNOWN and max(limits) > _MAX_SIZE and _is_free_text(meeting):
        plain = meeting.fact(f"{base}-{verb}", keyword, message=message, values=(old, new), candidates=None)
        size = max(limits) if lower or None in (old, new) else min(limits) + 1
        fact = show_exchange(meeting.sides, plain, exchange=size_exchange(size, keyword, limits=(old, new)))
    if fact.severity is Severity.UNKNOWN and keyword.endswith("Properties") and _is_ever_met(meeting, keyword):
        fact = attrs.evolve(
            fact, severity=Severity.INFO, message=f"{meeting.name}: {message}; always met by what is sent"
        )
    yield fact


def _is_ever_met(meeting: Meeting, keyword: str) -> bool:
    """Tell whether what is sent has enough members, or too few to have too many, whatever the limit of the sender."""
    (side, flat), limit = meeting.sender, meeting.receiver[1].keywords.get(keyword)
    hidden = {name for name, at in flat.properties.items() if is_hidden(side, at, direction=meeting.pair.direction)}
    needed, known = set(flat.required) - hidden, {*flat.properties, *flat.required} - hidden
    if keyword == "minProperties":
        return len(needed) >= (limit or 0)
    is_closed = (
        not (is_map(flat) or flat.unions or flat.member_rules) and may_not_declare(flat) and not meeting.pair.around
    )
    return is_closed and (limit is None or len(known) <= limit)


def _is_free_text(meeting: Meeting) -> bool:
    """Tell whether a string may have any length its limits allow, so that the limits alone decide."""
    flat = meeting.sender[1]
    return (
        meeting.pair.around is None
        and flat.types == frozenset({"string"})
        and not ({"pattern", "format"} & set(flat.keywords) or flat.values or flat.unions)
    )


def _say_none(value: Json) -> str:
    """Write a limit, or that there is none."""
    return "none" if value is None else show(value)


def _values_of_size(meeting: Meeting, keyword: str, *, size: int) -> list[Json]:
    """Return values of a length or count."""
    if keyword.endswith("Length"):
        pattern = meeting.sender[1].keywords.get("pattern")
        return ["a" * size, "1" * size, *(texts_for(pattern, size, most=size) if isinstance(pattern, str) else ())]
    side, flat = meeting.sender
    if keyword.endswith("Items"):
        items = flat.items
        fill = [0] if items is None else meeting.samples_of(side, items)
        distinct: list[Json] = [list(range(size))] if items is None else []
        return [[value] * size for value in fill] + distinct
    return [members for fill in ("", 0) for members in _objects_of_size(meeting, size, fill=fill)]


def _objects_of_size(meeting: Meeting, size: int, *, fill: Json) -> list[Json]:
    """Return objects of some members, the required ones first; undeclared ones only where the sender has any."""
    side, flat = meeting.sender
    found: list[Json] = []
    for members in meeting.objects():
        known = dict(members)
        for name, places in flat.properties.items():
            if name not in known and not is_hidden(side, places, direction=meeting.pair.direction):
                known.update([(name, value) for value in meeting.samples_of(side, places)])
        if is_map(flat):
            free = [fill] if flat.additional is None else meeting.samples_of(side, flat.additional)
            known.update({f"member_{index}": value for value in free for index in range(size - len(known))})
        if len(members) <= size <= len(known):
            found.append(dict(list(known.items())[:size]))
    return found


def _compare_pattern(meeting: Meeting) -> Iterator[Fact]:
    """Yield how `pattern` differs; two patterns are compared by trying texts."""
    old, new = meeting.old.keywords.get("pattern"), meeting.new.keywords.get("pattern")
    if old == new:
        return
    rule = "pattern-added" if old is None else "pattern-removed" if new is None else "pattern-changed"
    if new in {".*", "^.*$"}:
        rule = "pattern-removed"
    elif old in {".*", "^.*$"}:
        rule = "pattern-added"
    message = f"{rule.replace('-', ' ')}: {_say_none(old)} → {_say_none(new)}"
    written = [text for pattern in (old, new) if isinstance(pattern, str) for text in texts_for(pattern)]
    candidates = [*meeting.samples(), *TEXTS, *written, *ascii_letters, *(text * 5 for text in TEXTS)]
    yield meeting.fact(rule, "pattern", message=message, values=(old, new), candidates=candidates)


def _compare_unique(meeting: Meeting) -> Iterator[Fact]:
    """Yield whether elements must differ."""
    old, new = bool(meeting.old.keywords.get("uniqueItems")), bool(meeting.new.keywords.get("uniqueItems"))
    if old == new:
        return
    side, flat = meeting.sender
    items = [0] if flat.items is None else meeting.samples_of(side, flat.items)
    message = "elements must now differ" if new else "elements may now repeat"
    rule = "unique-items-added" if new else "unique-items-removed"
    candidates = [[item, item] for item in items]
    yield meeting.fact(rule, "uniqueItems", message=message, values=(old, new), candidates=candidates)
