"""Parameters and headers of two operations: which is which, what must be sent, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specfold.compare.change import Axis
from specfold.compare.exchange import choice_exchange, missing_exchange
from specfold.compare.facts import Fact, Step, make_fact, prove, show_exchange
from specfold.compare.kinds import effective_types
from specfold.compare.meeting import schema_pair
from specfold.compare.paths import template_names
from specfold.compare.sample import NoSampleError, build_sample
from specfold.compare.side import Pair, Side, Sides, readings
from specfold.compare.styles import compare_marks, compare_styles, schema_place, style_of
from specfold.document import JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import Places

_NOT_PARAMETERS = frozenset({"accept", "content-type", "authorization"})  # OpenAPI 3.1, Parameter Object: ignored


@attrs.frozen
class _Parameter:
    """One parameter of an operation: how it is found, where it is, what it says."""

    key: tuple[str, str]
    name: str
    pointer: JsonPointer
    value: JsonObject


def pair_parameters(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield how the parameters of two operations differ, and the pairs to compare."""
    old, new = read_parameters(sides.old, pair.old[0]), read_parameters(sides.new, pair.new[0])
    moved = _find_moved(old, new)
    for first, second in moved:
        message = f"parameter {first.name} moved from {first.key[0]} to {second.key[0]}"
        at = (first.pointer, second.pointer)
        fact = make_fact(pair, "parameter-moved", message=message, at=at, values=(first.key[0], second.key[0]))
        known = ([f"{first.key[0]} {first.name}"], [f"{second.key[0]} {second.name}"])
        yield show_exchange(
            sides, fact, exchange=choice_exchange("request", "parameter", value=known[0][0], known=known)
        )
        yield Pair("parameter", (first.pointer,), (second.pointer,), Axis.REQUEST)
    apart = {parameter.pointer for both in moved for parameter in both}
    for key in sorted({*old, *new}):
        first_one, second_one = old.get(key), new.get(key)
        if first_one and second_one:
            yield from _pair_same(pair, first_one, new=second_one)
            continue
        came = first_one is None
        alone = second_one or first_one
        if alone is not None and alone.pointer not in apart:
            required = "required-" if alone.value.get("required") else ""
            rule = f"{required}parameter-{'added' if came else 'removed'}"
            kind = "required " if required else ""
            message = f"{kind}{alone.key[0]} parameter {alone.name} {'added' if came else 'removed'}"
            values = (None, alone.name) if came else (alone.name, None)
            place = (None, alone.pointer) if came else (alone.pointer, None)
            fact = make_fact(pair, rule, message=message, at=place, values=values)
            sent = f"{alone.key[0]} {alone.name}"
            exchange = (
                missing_exchange("request", alone.key[0], names=(None, alone.name))
                if came
                else choice_exchange("request", "parameter", value=sent, known=([sent], []))
            )
            yield show_exchange(sides, fact, exchange=exchange)


def read_parameters(side: Side, operation: JsonPointer) -> dict[tuple[str, str], _Parameter]:
    """Return the parameters of an operation, those of its path included, by place and name."""
    positions = {name: str(index) for index, name in enumerate(template_names(operation.parent.tokens[-1]))}
    found: dict[tuple[str, str], _Parameter] = {}
    for holder in (operation.parent, operation):
        listed = side.object_at(holder).get("parameters")
        for index in range(len(listed) if isinstance(listed, list) else 0):
            pointer = side.settle(holder / "parameters" / index)
            value = side.object_at(pointer)
            place, name = str(value.get("in", "")), str(value.get("name", value.get("$ref", "")))
            if place == "header" and name.lower() in _NOT_PARAMETERS:
                continue
            key = name.lower() if place == "header" else positions.get(name, name) if place == "path" else name
            found[place, key] = _Parameter((place, key), name, pointer, value)
    return found


def _find_moved(
    old: dict[tuple[str, str], _Parameter], new: dict[tuple[str, str], _Parameter]
) -> list[tuple[_Parameter, _Parameter]]:
    """Return the parameters that kept their name and travel in another place; the names of headers have no case."""
    gone = [parameter for key, parameter in old.items() if key not in new]
    came = [parameter for key, parameter in new.items() if key not in old]
    found = []
    for parameter in gone:
        here = [other for other in gone if other.name.lower() == parameter.name.lower()]
        there = [other for other in came if _is_named_like(parameter, other)]
        if len(here) == 1 and len(there) == 1:
            found.append((parameter, there[0]))
    return found


def _is_named_like(old: _Parameter, new: _Parameter) -> bool:
    """Tell whether two parameters of different places have the same name."""
    places = {old.key[0], new.key[0]}
    if "header" in places:
        return len(places) == 2 and old.name.lower() == new.name.lower()
    return len(places) == 2 and old.name == new.name


def _pair_same(pair: Pair, old: _Parameter, *, new: _Parameter) -> Iterator[Step]:
    """Yield the pair of a parameter, and its new name where the wire does not show it."""
    if old.name != new.name and old.key[0] == "path":
        message = f"path parameter {old.name} is now called {new.name}"
        at = (old.pointer, new.pointer)
        yield make_fact(pair, "parameter-renamed", message=message, at=at, values=(old.name, new.name))
    yield Pair("parameter", (old.pointer,), (new.pointer,), Axis.REQUEST)


def compare_parameters(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield how two parameters differ, and the pair of their schemas."""
    old, new = sides.old.object_at(pair.old[0]), sides.new.object_at(pair.new[0])
    name = f"{old.get('in', '')} parameter {old.get('name', '')}"
    before, after = bool(old.get("required")), bool(new.get("required"))
    if before != after:
        rule = "parameter-became-required" if after else "parameter-became-optional"
        message = f"{name} {'must now be sent' if after else 'need no longer be sent'}"
        fact = make_fact(pair, rule, message=message, values=(before, after))
        asked = (old.get("name") if before else None, new.get("name") if after else None)
        exchange = missing_exchange("request", str(new.get("in", "")), names=asked)
        yield show_exchange(sides, fact, exchange=exchange)
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        rule = "parameter-deprecated" if new.get("deprecated") else "parameter-undeprecated"
        yield make_fact(pair, rule, message=f"{name} is {'now' if new.get('deprecated') else 'no longer'} deprecated")
    yield from compare_styles(sides, pair, name=name, rule="parameter-style-changed")
    yield from compare_marks(sides, pair, name=name)
    yield from pair_values(sides, pair, name=name)


def pair_values(sides: Sides, pair: Pair, *, name: str) -> Iterator[Step]:
    """Yield the pair of the schemas of two parameters or headers, or the pair of their contents."""
    old, new = schema_place(sides.old, pair.old[0]), schema_place(sides.new, pair.new[0])
    if old is None and new is None:
        yield Pair("content", pair.old, pair.new, pair.direction)
        return
    if old is None or new is None:
        is_content = any(
            "content" in side.object_at(at[0]) for side, at in ((sides.old, pair.old), (sides.new, pair.new))
        )
        what = "schema and content cannot be compared" if is_content else "only one document has a schema"
        message = f"{name}: {what}"
        yield make_fact(pair, "keyword-changed", message=message)
        return
    if pair.direction is Axis.REQUEST and _spreads_scalar(sides, pair, schemas=(old, new)):
        yield _spread_fact(sides, attrs.evolve(pair, old=old, new=new), name=name)
        items = sides.new.flat(new).items
        if items is not None:
            yield schema_pair(sides, (old, items), direction=pair.direction, textual=True)
        return
    yield schema_pair(sides, (old, new), direction=pair.direction, textual=True)


def _spreads_scalar(sides: Sides, pair: Pair, *, schemas: tuple[Places, Places]) -> bool:
    """Tell whether a scalar became an array whose elements are repeated as `name=value`, as one value was before."""
    parameter = sides.new.object_at(pair.new[0])
    if style_of(parameter) != ("form", True):
        return False
    old = effective_types(sides.old, sides.old.flat(schemas[0]))
    new = effective_types(sides.new, sides.new.flat(schemas[1]))
    return new == {"array"} and not old & {"array", "object"}


def _spread_fact(sides: Sides, pair: Pair, *, name: str) -> Fact:
    """Return that a parameter may be repeated, or that one value alone is no longer enough."""
    elements = sides.new.flat(pair.new).items or ()
    fact = make_fact(pair, "type-widened", message=f"{name}: may now be repeated; one value is written as before")
    try:
        value = build_sample(sides.old, pair.old, direction=pair.direction)
    except NoSampleError:
        value = ""
    lists = [[reading] for reading in readings(value)]
    if any(sides.new.accepts(one, pair.new) or not sides.new.accepts(one[0], elements) for one in lists):
        return fact
    message = f"{name}: may now be repeated, and one value alone is no longer enough"
    graver = make_fact(pair, "type-changed", message=message)
    return prove(sides, pair, fact=graver, candidates=[value])
