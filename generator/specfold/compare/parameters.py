"""Parameters and headers of two operations: which is which, what must be sent, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specfold.compare.change import Axis
from specfold.compare.exchange import choice_exchange, missing_exchange
from specfold.compare.facts import Step, make_fact, show_exchange
from specfold.compare.kinds import effective_types
from specfold.compare.meeting import schema_pair
from specfold.compare.paths import template_names
from specfold.compare.side import Pair, Side, Sides
from specfold.document import JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import Places

_NOT_PARAMETERS = frozenset({"accept", "content-type", "authorization"})  # OpenAPI 3.1, Parameter Object: ignored
_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}


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
            exchange = missing_exchange("request", alone.key[0], names=(None, alone.name))
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
    """Return the parameters that kept their name and travel in another place."""
    gone = {key: parameter for key, parameter in old.items() if key not in new}
    came = {key: parameter for key, parameter in new.items() if key not in old}
    found = []
    for parameter in gone.values():
        here = [other for other in gone.values() if other.name.lower() == parameter.name.lower()]
        there = [other for other in came.values() if other.name.lower() == parameter.name.lower()]
        if len(here) == 1 and len(there) == 1:
            found.append((parameter, there[0]))
    return found


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
    if _style_of(old) != _style_of(new) and "content" not in old and "content" not in new and _has_style(sides, pair):
        message = f"{name} is written in another style"
        fact = make_fact(pair, "parameter-style-changed", message=message, values=(_style_of(old), _style_of(new)))
        known = (_written_forms(old), _written_forms(new))
        yield show_exchange(sides, fact, exchange=choice_exchange("request", "written", value=known[0][0], known=known))
    yield from pair_values(sides, pair, name=name)


def _style_of(parameter: JsonObject) -> tuple[str, bool, bool]:
    """Return how a parameter is written: style, explode, whether reserved characters stay."""
    style = str(parameter.get("style", _STYLES.get(str(parameter.get("in")), "simple")))
    return style, bool(parameter.get("explode", style == "form")), bool(parameter.get("allowReserved"))


def _written_forms(parameter: JsonObject) -> list[str]:
    """Return how the list `a`, `b c/d` and the object `{"k": "v"}` are written as this parameter (RFC 6570)."""
    style, explode, reserved = _style_of(parameter)
    name = str(parameter.get("name", ""))
    last = "b%20c/d" if reserved else "b%20c%2Fd"
    separator = {"spaceDelimited": "%20", "pipeDelimited": "|"}.get(style, ",")
    if style == "deepObject":
        return [f"{name}[k]=v"]
    if style in {"form", "spaceDelimited", "pipeDelimited"}:
        joined = f"{name}=a{separator}{last}"
        return [f"{name}=a&{name}={last} k=v"] if explode else [f"{joined} {name}=k{separator}v"]
    prefix = {"label": ".", "matrix": f";{name}="}.get(style, "")
    between = {"label": ".", "matrix": prefix}.get(style, ",") if explode else ","
    return [f"{prefix}a{between}{last} {prefix}k{'=' if explode else ','}v"]


def _has_style(sides: Sides, pair: Pair) -> bool:
    """Tell whether the style shows: it does not where every value is a plain scalar."""
    places = (_schema_place(sides.old, pair.old[0]), _schema_place(sides.new, pair.new[0]))
    kinds = [
        effective_types(side, side.flat(place))
        for side, place in zip((sides.old, sides.new), places, strict=True)
        if place is not None
    ]
    return any(found & {"array", "object"} for found in kinds)


def _schema_place(side: Side, pointer: JsonPointer) -> Places | None:
    """Return where the schema of a parameter is, if it is not given as content."""
    return (pointer / "schema",) if "schema" in side.object_at(pointer) else None


def pair_values(sides: Sides, pair: Pair, *, name: str) -> Iterator[Step]:
    """Yield the pair of the schemas of two parameters or headers, or the pair of their contents."""
    old, new = _schema_place(sides.old, pair.old[0]), _schema_place(sides.new, pair.new[0])
    if old is None and new is None:
        contents = [
            _content_places(side, where) for side, where in ((sides.old, pair.old[0]), (sides.new, pair.new[0]))
        ]
        for key in sorted(set(contents[0]) & set(contents[1])):
            yield Pair("media-type", (contents[0][key],), (contents[1][key],), pair.direction)
        return
    if old is None or new is None:
        message = f"{name}: schema and content cannot be compared"
        yield make_fact(pair, "keyword-changed", message=message)
        return
    if pair.direction is Axis.REQUEST and _spreads_scalar(sides, pair, schemas=(old, new)):
        at = (old[0], new[0])
        message = f"{name}: may now be repeated; one value is written as before"
        yield make_fact(pair, "type-widened", message=message, at=at)
        items = sides.new.flat(new).items
        if items is not None:
            yield schema_pair(sides, (old, items), direction=pair.direction, textual=True)
        return
    yield schema_pair(sides, (old, new), direction=pair.direction, textual=True)


def _content_places(side: Side, pointer: JsonPointer) -> dict[str, JsonPointer]:
    """Return where the media types of a parameter given as content are."""
    content = side.object_at(pointer).get("content")
    return {name: pointer / "content" / name for name in content} if isinstance(content, dict) else {}


def _spreads_scalar(sides: Sides, pair: Pair, *, schemas: tuple[Places, Places]) -> bool:
    """Tell whether a scalar became an array whose elements are repeated as `name=value`, as one value was before."""
    parameter = sides.new.object_at(pair.new[0])
    if _style_of(parameter)[:2] != ("form", True):
        return False
    old = effective_types(sides.old, sides.old.flat(schemas[0]))
    new = effective_types(sides.new, sides.new.flat(schemas[1]))
    return new == {"array"} and not old & {"array", "object"}
