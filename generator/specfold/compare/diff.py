"""Two documents become a list of changes: one per root cause, with the operations it reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

import attrs

from specfold.compare.change import Axis, Change, Diff
from specfold.compare.exchange import Exchange, method_exchange
from specfold.compare.facts import Comparer, Exploration, Fact, explore, make_fact, show_exchange
from specfold.compare.meaning import json_key, same_meaning
from specfold.compare.mentions import Mentions
from specfold.compare.messages import compare_headers, compare_media_types, compare_responses
from specfold.compare.operations import compare_operations, compare_request_bodies
from specfold.compare.parameters import compare_parameters
from specfold.compare.paths import Alignment, align_operations, path_shape
from specfold.compare.policy import Policy
from specfold.compare.proving import Prover
from specfold.compare.schemas import compare_schemas
from specfold.compare.side import Pair, Side, Sides
from specfold.compare.surroundings import compare_security, compare_servers
from specfold.compare.unchanged import Unchanged
from specfold.document import Document
from specfold.pointer import JsonPointer
from specfold.schema.walk import Operation, iter_operations

_OTHER_METHODS = ("query", "additionalOperations")
_COMPARERS: Mapping[str, Comparer] = {
    "operation": compare_operations,
    "parameter": compare_parameters,
    "request-body": compare_request_bodies,
    "response": compare_responses,
    "header": compare_headers,
    "media-type": compare_media_types,
    "schema": compare_schemas,
    "security": compare_security,
    "servers": compare_servers,
}


def diff_documents(old: Document, new: Document, *, policy: Policy | None = None, prover: Prover | None = None) -> Diff:
    """
    Return all changes from one document to another, gravest first.

    Args:
        old: the document that was known.
        new: the document that takes its place.
        policy: how changes are judged; by the table of rules when left out.
        prover: the containment engine, asked where no example is found; None to do without.
    """
    policy = policy or Policy()
    left, right = Side.of(old), Side.of(new)
    unchanged = Unchanged.of(left.root, right.root)
    sides = Sides(left, right, closed_readers=policy.closed_readers, unchanged=unchanged, prover=prover)
    alignment = align_operations(iter_operations(sides.old.root), iter_operations(sides.new.root))
    starts = {_start(pair): pair for pair in alignment.both}
    exploration = explore(sides, starts, comparers=_COMPARERS)
    reached = _attribute(exploration, starts)
    found = [
        *_alignment_facts(sides, alignment),
        *((fact, ()) for fact in _webhook_facts(sides)),
        *((fact, ()) for fact in _path_facts(sides)),
        *((fact, reached[pair]) for pair, facts in exploration.facts.items() for fact in facts),
    ]
    mentions = (Mentions(sides.old.root), Mentions(sides.new.root))
    made = (policy.apply(_make_change(fact, operations, mentions=mentions)) for fact, operations in _unite(found))
    changes = sorted(made, key=_order)
    return Diff(old=old.source, new=new.source, changes=tuple(changes))


def _start(pair: tuple[Operation, Operation]) -> Pair:
    """Return the pair of two operations."""
    return Pair("operation", (pair[0].pointer,), (pair[1].pointer,), Axis.REQUEST)


def _attribute(
    exploration: Exploration, starts: Mapping[Pair, tuple[Operation, Operation]]
) -> dict[Pair, tuple[str, ...]]:
    """Return the operations that reach each pair."""
    reached: dict[Pair, list[str]] = {pair: [] for pair in exploration.facts}
    for start, (operation, _) in starts.items():
        for pair in exploration.reachable_from(start):
            reached[pair].append(operation.title)
    return {pair: tuple(names) for pair, names in reached.items()}


def _alignment_facts(sides: Sides, alignment: Alignment) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """Yield the operations that came, went or moved."""
    for operation in alignment.only_old:
        fact = _lone_fact(operation, "operation-removed")
        yield show_exchange(sides, fact, exchange=_request_line(sides, operation)), (operation.title,)
    for operation in alignment.only_new:
        yield _lone_fact(operation, "operation-added"), (operation.title,)
    for pair in alignment.both:
        old, new = pair
        fact = make_fact(
            _start(pair),
            "operation-moved",
            message=f"{old.client_method} moved from {old.title} to {new.title}",
            values=(old.title, new.title),
        )
        if _moved(old, new):
            yield show_exchange(sides, fact, exchange=_request_line(sides, old)), (old.title,)


def _request_line(sides: Sides, operation: Operation) -> Exchange:
    """Return a request to an operation of the old document."""
    shape = path_shape(operation.path)
    old, new = (
        sorted({one.method.upper() for one in iter_operations(side.root) if path_shape(one.path) == shape})
        for side in (sides.old, sides.new)
    )
    return method_exchange(operation.method, operation.path, known=(old, new))


def _moved(old: Operation, new: Operation) -> bool:
    """Tell whether two aligned operations stand at different methods or path shapes."""
    return not align_operations([old], [attrs.evolve(new, value={}, client_method="")]).both


def _lone_fact(operation: Operation, rule: str) -> Fact:
    """Return that an operation came or went."""
    place = (operation.pointer,)
    came = rule == "operation-added"
    at = (None, operation.pointer) if came else (operation.pointer, None)
    return make_fact(
        Pair("operation", place, place, Axis.REQUEST),
        rule,
        message=f"operation {operation.title} {'added' if came else 'removed'}",
        at=at,
        values=(None, operation.title) if came else (operation.title, None),
    )


def _webhook_facts(sides: Sides) -> Iterator[Fact]:
    """Yield each webhook that differs; none is reasoned about."""
    place = JsonPointer(("webhooks",))
    old, new = sides.old.object_at(place), sides.new.object_at(place)
    for name in sorted({*old, *new}):
        first, second = {"properties": {"": old.get(name)}}, {"properties": {"": new.get(name)}}
        if not same_meaning((sides.old.root, first), (sides.new.root, second)):
            at = (place / name if name in old else None, place / name if name in new else None)
            pair = Pair("webhook", (place,), (place,), Axis.RESPONSE)
            yield make_fact(pair, "webhook-changed", message=f"webhook {name} differs", at=at)


def _path_facts(sides: Sides) -> Iterator[Fact]:
    """Yield each path whose operations of other methods (OpenAPI 3.2) differ; none is reasoned about."""
    old, new = _paths_by_shape(sides.old), _paths_by_shape(sides.new)
    for shape in sorted(set(old) & set(new)):
        for keyword in _OTHER_METHODS:
            places = (old[shape], new[shape])
            items = (sides.old.object_at(places[0]), sides.new.object_at(places[1]))
            first, second = ({"properties": {"": item.get(keyword)}} for item in items)
            if not same_meaning((sides.old.root, first), (sides.new.root, second)):
                pair = Pair("path", (places[0],), (places[1],), Axis.REQUEST)
                message = f"{keyword} of {places[0].tokens[-1]} differ, which is not reasoned about"
                at = tuple(
                    place / keyword if keyword in item else None for place, item in zip(places, items, strict=True)
                )
                yield make_fact(pair, "operation-part-changed", message=message, at=(at[0], at[1]))


def _paths_by_shape(side: Side) -> dict[str, JsonPointer]:
    """Return where each path is, by its shape."""
    place = JsonPointer(("paths",))
    return {path_shape(str(path)): place / str(path) for path in side.object_at(place)}


def _unite(found: Iterable[tuple[Fact, tuple[str, ...]]]) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """Yield each fact once, the gravest of its like, with all operations that reach it."""
    facts: dict[tuple[object, ...], Fact] = {}
    operations: dict[tuple[object, ...], dict[str, None]] = {}
    for fact, names in found:
        key = (fact.rule, fact.axis, fact.old, fact.new, json_key([fact.before, fact.after]))
        known = facts.get(key)
        if known is None or (fact.severity.rank, fact.witness is None) < (known.severity.rank, known.witness is None):
            facts[key] = fact
        operations.setdefault(key, {}).update(dict.fromkeys(names))
    for known_key, united in facts.items():
        yield united, tuple(sorted(operations[known_key]))


def _make_change(fact: Fact, operations: tuple[str, ...], *, mentions: tuple[Mentions, Mentions]) -> Change:
    """Return the change a fact amounts to."""
    known, place = (mentions[0], fact.old) if fact.new is None else (mentions[1], fact.new)
    return Change(
        id=fact.rule,
        severity=fact.severity,
        axis=fact.axis,
        operation=operations[0] if operations else "",
        pointer_old=fact.old,
        pointer_new=fact.new,
        message=fact.message,
        before=fact.before,
        after=fact.after,
        witness=fact.witness,
        fingerprint=_fingerprint(fact),
        reached=operations,
        members=known.names_of(place) if place is not None else (),
    )


def _fingerprint(fact: Fact) -> str:
    """Name a change across runs: rule, axis, pointer, and the values before and after."""
    pointer = fact.old if fact.old is not None else fact.new
    parts = [fact.rule, fact.axis.value, str(pointer), json_key([fact.before, fact.after])]
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


def _order(change: Change) -> tuple[object, ...]:
    """Sort by severity, axis, operation, place and rule."""
    place = change.pointer_old if change.pointer_old is not None else change.pointer_new
    axes = list(Axis)
    return (
        change.severity.rank,
        axes.index(change.axis),
        change.operation,
        str(place),
        str(change.pointer_new),
        change.id,
        json_key([change.before, change.after]),
    )
