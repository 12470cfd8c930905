"""How the values of parameters and headers are written on the wire (RFC 6570), and what of it shows; reads no schema itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from specfold.compare.change import Severity
from specfold.compare.exchange import choice_exchange
from specfold.compare.facts import Fact, make_fact, show_exchange
from specfold.compare.kinds import effective_types
from specfold.compare.side import Pair, Side, Sides
from specfold.document import JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.flatten import Places

_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_NEVER_RESERVED = frozenset({"boolean", "integer", "number"})


def style_of(parameter: JsonObject) -> tuple[str, bool]:
    """Return how a parameter or header is written: its style, and whether its parts are spread."""
    style = str(parameter.get("style", _STYLES.get(str(parameter.get("in")), "simple")))
    return style, bool(parameter.get("explode", style == "form"))


def schema_place(side: Side, pointer: JsonPointer) -> Places | None:
    """Return where the schema of a parameter or header is, if it is not given as content."""
    return (pointer / "schema",) if "schema" in side.object_at(pointer) else None


def compare_styles(sides: Sides, pair: Pair, *, name: str, rule: str) -> Iterator[Fact]:
    """Yield that values are written in another style, where values of their types show it."""
    old, new = sides.old.object_at(pair.old[0]), sides.new.object_at(pair.new[0])
    if "content" in old or "content" in new or old.get("in") != new.get("in"):
        return  # said by the content types, or by the move
    kinds = _shapes_of(_types_of(sides, pair))
    texts = [[_write(parameter, shape) for shape in kinds] for parameter in (old, new)]
    shown = [both for both in zip(*texts, strict=True) if both[0] != both[1]]
    if not shown:
        return
    before, after = [first for first, _ in shown], [second for _, second in shown]
    fact = make_fact(pair, rule, message=f"{name} is written in another style", values=(style_of(old), style_of(new)))
    of, sent = ("request", before) if rule.startswith("parameter") else ("response", after)
    known = ([" ".join(before)], [" ".join(after)])
    yield show_exchange(sides, fact, exchange=choice_exchange(of, "written", value=" ".join(sent), known=known))


def compare_marks(sides: Sides, pair: Pair, *, name: str) -> Iterator[Fact]:
    """Yield whether reserved characters stay as they are, and whether a query parameter may be empty."""
    old, new = sides.old.object_at(pair.old[0]), sides.new.object_at(pair.new[0])
    before, after = bool(old.get("allowReserved")), bool(new.get("allowReserved"))
    if before != after and _types_of(sides, pair) - _NEVER_RESERVED:
        message = f"reserved characters in {name} are now {'sent as they are' if after else 'escaped'}"
        yield make_fact(pair, "parameter-encoding-changed", message=message, values=(before, after))
    before, after = bool(old.get("allowEmptyValue")), bool(new.get("allowEmptyValue"))
    if before == after:
        return
    rule = f"parameter-empty-value-{'added' if after else 'removed'}"
    message = f"{name} may {'now be empty' if after else 'no longer be empty'}"
    written = f"{new.get('name', '')}="
    fact = make_fact(pair, rule, message=message, values=(before, after))
    if before and _takes_empty_text(sides.new, pair.new[0]):
        message += " by permission, but an empty text is valid"
        yield attrs.evolve(fact, severity=Severity.INFO, message=message)
        return
    exchange = choice_exchange("request", "written", value=written, known=([written], []))
    yield show_exchange(sides, fact, exchange=exchange)


def _takes_empty_text(side: Side, pointer: JsonPointer) -> bool:
    """Tell whether the schema of a parameter is content with a text of no characters."""
    place = schema_place(side, pointer)
    return place is not None and side.accepts("", place) is True


def _types_of(sides: Sides, pair: Pair) -> frozenset[str]:
    """Return the types that values have on either side."""
    places = ((sides.old, schema_place(sides.old, pair.old[0])), (sides.new, schema_place(sides.new, pair.new[0])))
    return frozenset().union(*(effective_types(side, side.flat(place)) for side, place in places if place is not None))


def _shapes_of(types: Iterable[str]) -> list[str]:
    """Return the shapes of values that are told apart when they are written."""
    shapes = {"array": "array", "object": "object"}
    return sorted({shapes.get(kind, "scalar") for kind in types})


def _write(parameter: JsonObject, shape: str) -> str:
    """Write the scalar `v`, the list `a`, `b c` or the object `{"k": "v"}` as this parameter."""
    style, explode = style_of(parameter)
    name = str(parameter.get("name", ""))
    if shape == "scalar":
        return {"simple": "v", "label": ".v", "matrix": f";{name}=v"}.get(style, f"{name}=v")
    if style == "deepObject":
        return f"{name}[k]=v"
    parts = ["a", "b%20c"] if shape == "array" else ["k=v"] if explode else ["k", "v"]
    spread = f"{name}=" if explode and shape == "array" else ""
    if style in {"simple", "label"}:
        return ("." if style == "label" else "") + ("." if explode and style == "label" else ",").join(parts)
    if style == "matrix":
        return "".join(f";{spread}{part}" for part in parts) if explode else f";{name}={','.join(parts)}"
    separator = {"spaceDelimited": "%20", "pipeDelimited": "|"}.get(style, ",")
    return "&".join(spread + part for part in parts) if explode else f"{name}={separator.join(parts)}"
