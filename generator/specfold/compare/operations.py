"""Two operations compared: what is declared about them, and the parts they lead to."""

from __future__ import annotations

from collections.abc import Iterator

from specfold.compare.change import Axis
from specfold.compare.exchange import body_exchange, choice_exchange
from specfold.compare.facts import Fact, Step, make_fact, show_exchange
from specfold.compare.meaning import same_meaning
from specfold.compare.messages import pair_contents, pair_responses
from specfold.compare.notes import LIFETIME_MARKS, say_mark
from specfold.compare.parameters import pair_parameters
from specfold.compare.side import Pair, Side, Sides
from specfold.compare.surroundings import pair_security, pair_servers
from specfold.document import JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.client_method import client_method

_UNREASONED = ("callbacks",)


def compare_operations(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield how two operations differ and the pairs of their parts."""
    old, new = sides.old.object_at(pair.old[0]), sides.new.object_at(pair.new[0])
    yield from _compare_names(pair, old, new=new)
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        rule = "operation-deprecated" if new.get("deprecated") else "operation-undeprecated"
        yield make_fact(
            pair, rule, message=f"the operation is {'now' if new.get('deprecated') else 'no longer'} deprecated"
        )
    for keyword, rule in LIFETIME_MARKS.items():
        if old.get(keyword) != new.get(keyword):
            values = (old.get(keyword), new.get(keyword))
            message = f"{keyword} of the operation: {say_mark(values[0])} → {say_mark(values[1])}"
            yield make_fact(pair, rule, message=message, values=values)
    for keyword in _UNREASONED:
        first, second = {"properties": {"": old.get(keyword)}}, {"properties": {"": new.get(keyword)}}
        if not same_meaning((sides.old.root, first), (sides.new.root, second)):
            at = (_below(pair.old[0], old, keyword=keyword), _below(pair.new[0], new, keyword=keyword))
            yield make_fact(
                pair, "operation-part-changed", message=f"{keyword} differ, which is not reasoned about", at=at
            )
    yield from pair_parameters(sides, pair)
    yield from _compare_bodies(sides, pair)
    yield from pair_responses(sides, pair)
    yield from pair_security(sides, pair)
    yield from pair_servers(sides, pair)


def _below(pointer: JsonPointer, node: JsonObject, *, keyword: str) -> JsonPointer | None:
    """Return the place of a keyword, None where it is not written."""
    return pointer / keyword if keyword in node else None


def _compare_names(pair: Pair, old: JsonObject, *, new: JsonObject) -> Iterator[Fact]:
    """Yield that the operation is called otherwise."""
    before, after = old.get("operationId"), new.get("operationId")
    if before != after:
        verb = "added" if before is None else "removed" if after is None else "changed"
        message = f"operationId {verb}: {before or 'none'} → {after or 'none'}"
        yield make_fact(pair, f"operation-id-{verb}", message=message, values=(before, after))
    before, after = _place_in_client(pair.old[0], old), _place_in_client(pair.new[0], new)
    if before != after:
        message = f"called {after} in the client, was {before}"
        yield make_fact(pair, "client-method-changed", message=message, values=(before, after))


def _place_in_client(pointer: JsonPointer, operation: JsonObject) -> str:
    """Return where a client has an operation, stated or derived."""
    path, method = pointer.tokens[-2:]
    return client_method(operation, method=method, path=path)


def _compare_bodies(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield how the request bodies differ as a whole, and the pairs of their contents."""
    old, new = _body_of(sides.old, pair.old[0]), _body_of(sides.new, pair.new[0])
    if old is None and new is None:
        return
    if old is not None and new is not None:
        yield Pair("request-body", (old,), (new,), Axis.REQUEST)
        return
    came = old is None
    side, place = (sides.new, new) if came else (sides.old, old)
    required = place is not None and bool(side.object_at(place).get("required"))
    rule = f"{'required-' if required else ''}request-body-{'added' if came else 'removed'}"
    message = f"a {'required ' if required else ''}request body {'added' if came else 'removed'}"
    fact = make_fact(pair, rule, message=message, at=(old, new))
    if came:
        yield show_exchange(sides, fact, exchange=body_exchange(required=(False, required)))
        return
    kinds = list(side.object_at(place).get("content") or ()) if place is not None else []
    exchange = choice_exchange(
        "request", "content_type", value=kinds[0] if kinds else "*/*", known=(kinds or ["*/*"], [])
    )
    yield show_exchange(sides, fact, exchange=exchange)


def _body_of(side: Side, operation: JsonPointer) -> JsonPointer | None:
    """Return where the request body is."""
    return side.settle(operation / "requestBody") if "requestBody" in side.object_at(operation) else None


def compare_request_bodies(sides: Sides, pair: Pair) -> Iterator[Step]:
    """Yield whether the body must be sent, and the pairs of its contents."""
    old = bool(sides.old.object_at(pair.old[0]).get("required"))
    new = bool(sides.new.object_at(pair.new[0]).get("required"))
    if old != new:
        rule = "request-body-became-required" if new else "request-body-became-optional"
        message = "the request body must now be sent" if new else "the request body need no longer be sent"
        fact = make_fact(pair, rule, message=message, values=(old, new))
        yield show_exchange(sides, fact, exchange=body_exchange(required=(old, new)))
    yield from pair_contents(sides, pair)
