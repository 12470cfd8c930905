"""Two documents become a list of changes: one per root cause, with the operations it reaches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TypeAlias

import attrs

from specfold.compare.change import Axis, Change, Diff
from specfold.compare.dialect import is_mixed
from specfold.compare.exchange import Exchange, method_exchange
from specfold.compare.facts import Comparer, Exploration, Fact, Step, explore, make_fact, show_exchange
from specfold.compare.meaning import json_key, same_meaning
from specfold.compare.mentions import Mentions
from specfold.compare.messages import compare_headers, compare_media_types, compare_responses, pair_contents
from specfold.compare.notes import say_mark, say_unfollowed
from specfold.compare.operations import compare_operations, compare_request_bodies
from specfold.compare.parameters import compare_parameters
from specfold.compare.paths import Alignment, align_operations, exact_shape, path_shape
from specfold.compare.policy import Policy
from specfold.compare.proving import Prover
from specfold.compare.schemas import compare_schemas
from specfold.compare.side import Pair, Side, Sides
from specfold.compare.surroundings import compare_security, compare_servers
from specfold.compare.unchanged import Unchanged
from specfold.document import Document
from specfold.pointer import JsonPointer
from specfold.schema.walk import Operation, iter_operations

Methods: TypeAlias = Mapping[str, Collection[str]]
_DIALECT = "jsonSchemaDialect"
_KNOWN = (
    "https://spec.openapis.org/oas/3.1/dialect/base",
    "https://spec.openapis.org/oas/3.1/dialect/2024-11-10",
    "https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
    "https://json-schema.org/draft/2020-12/schema",
)


def _unless_unfollowed(comparer: Comparer) -> Comparer:
    """Return a comparer of parts that may be references, which says so where one leads out of the document."""

    def compare(sides: Sides, pair: Pair) -> Iterator[Step]:
        refs = (sides.old.unfollowed(pair.old[0]), sides.new.unfollowed(pair.new[0]))
        if refs != (None, None):
            yield make_fact(pair, "reference-unfollowed", message=say_unfollowed(*refs), values=refs)
            return
        yield from comparer(sides, pair)

    return compare


_COMPARERS: Mapping[str, Comparer] = {
    "operation": compare_operations,
    "parameter": _unless_unfollowed(compare_parameters),
    "request-body": _unless_unfollowed(compare_request_bodies),
    "response": _unless_unfollowed(compare_responses),
    "header": _unless_unfollowed(compare_headers),
    "content": pair_contents,
    "media-type": _unless_unfollowed(compare_media_types),
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
    left, right = (Side.of(one, is_mixed=is_mixed(old.value, new.value)) for one in (old, new))
    unchanged = Unchanged.of(left.root, right.root)
    sides = Sides(
        left,
        right,
        closed_readers=policy.closed_readers,
        promoted=policy.promoted,
        unchanged=unchanged,
        prover=prover,
    )
    alignment = align_operations(iter_operations(sides.old.root), iter_operations(sides.new.root))
    starts = {_start(pair): pair for pair in alignment.both}
    known = (_methods_of(left), _methods_of(right))
    exploration = explore(sides, starts, comparers=_COMPARERS)
    reached = _attribute(exploration, starts)
    found = [
        *_alignment_facts(sides, alignment, known=known),
        *((fact, ()) for fact in _webhook_facts(sides)),
        *_path_facts(sides, known),
        *((fact, ()) for fact in _dialect_facts(sides)),
        *((fact, reached[pair]) for pair, facts in exploration.facts.items() for fact in facts),
    ]
    mentions = (Mentions(sides.old.root), Mentions(sides.new.root))
    united = _unite((_as_written(fact, sides), operations) for fact, operations in found)
    made = (policy.apply(_make_change(fact, operations, mentions=mentions)) for fact, operations in united)
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


def _alignment_facts(
    sides: Sides, alignment: Alignment, *, known: tuple[Methods, Methods]
) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """Yield the operations that came, went or moved."""
    yield from _lone_facts(sides, alignment, known=known)
    for pair in alignment.both:
        old, new = pair
        if _moved(old, new):
            message = f"{old.client_method} moved from {old.title} to {new.title}"
            values = (old.title, new.title)
            fact = make_fact(_start(pair), "operation-moved", message=message, values=values)
            yield show_exchange(sides, fact, exchange=_request_line(old, known)), (old.title,)
        elif old.path.endswith("/") != new.path.endswith("/"):
            message = f"path {old.path} is now {new.path}; some servers tell the two apart"
            at, values = (old.pointer.parent, new.pointer.parent), (old.path, new.path)
            yield make_fact(_start(pair), "path-slash-changed", message=message, at=at, values=values), (old.title,)


def _lone_facts(
    sides: Sides, alignment: Alignment, *, known: tuple[Methods, Methods]
) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """Yield the operations that came or went."""
    for operation in alignment.only_old:
        fact = _lone_fact(operation, "operation-removed")
        yield show_exchange(sides, fact, exchange=_request_line(operation, known)), (operation.title,)
    for operation in alignment.only_new:
        yield _lone_fact(operation, "operation-added"), (operation.title,)


def _request_line(operation: Operation, known: tuple[Methods, Methods]) -> Exchange:
    """Return a request to an operation of the old document."""
    shape = exact_shape(operation.path)
    old, new = (sorted(methods.get(shape, ())) for methods in known)
    return method_exchange(operation.method, operation.path, known=(old, new))


def _methods_of(side: Side) -> Methods:
    """Return the methods of each path, by the shape of the path."""
    found: dict[str, set[str]] = {}
    for operation in (*iter_operations(side.root), *_other_operations(side)):
        found.setdefault(exact_shape(operation.path), set()).add(operation.method.upper())
    return found


def _moved(old: Operation, new: Operation) -> bool:
    """Tell whether two aligned operations stand at different methods or path shapes."""
    return (old.method, path_shape(old.path)) != (new.method, path_shape(new.path))


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
    """Yield each webhook that came, went or differs; none is reasoned about."""
    place = JsonPointer(("webhooks",))
    old, new = sides.old.object_at(place), sides.new.object_at(place)
    for name in sorted({*old, *new}):
        pair = Pair("webhook", (place / name,), (place / name,), Axis.RESPONSE)
        first, second = {"properties": {"": old.get(name)}}, {"properties": {"": new.get(name)}}
        if (name in old) != (name in new):
            verb = "added" if name in new else "removed"
            at = (place / name if name in old else None, place / name if name in new else None)
            yield make_fact(pair, f"webhook-{verb}", message=f"webhook {name} {verb}", at=at)
        elif not same_meaning((sides.old.root, first), (sides.new.root, second)):
            yield make_fact(pair, "webhook-changed", message=f"webhook {name} differs, which is not reasoned about")


def _dialect_facts(sides: Sides) -> Iterator[Fact]:
    """Yield that schemas are written in another dialect."""
    old, new = sides.old.root.get(_DIALECT), sides.new.root.get(_DIALECT)
    if old != new and not {str(old or _KNOWN[0]), str(new or _KNOWN[0])} <= set(_KNOWN):
        place = JsonPointer((_DIALECT,))
        pair = Pair("document", (JsonPointer(),), (JsonPointer(),), Axis.REQUEST)
        at = (None if old is None else place, None if new is None else place)
        message = f"{_DIALECT}: {say_mark(old)} → {say_mark(new)}; schemas are compared as those of OpenAPI 3.1"
        yield make_fact(pair, "dialect-changed", message=message, at=at, values=(old, new))


def _path_facts(sides: Sides, known: tuple[Methods, Methods]) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """Yield paths nobody can follow, and operations of other methods (OpenAPI 3.2), which are not reasoned about."""
    old, new = _paths_by_shape(sides.old), _paths_by_shape(sides.new)
    for shape in sorted({*old, *new}):
        at = (old.get(shape), new.get(shape))
        refs = (sides.old.unfollowed(at[0]), sides.new.unfollowed(at[1]))
        if refs != (None, None):
            pair = Pair("path", (), (), Axis.REQUEST)
            yield make_fact(pair, "reference-unfollowed", message=say_unfollowed(*refs), at=at, values=refs), ()
    alignment = align_operations(_other_operations(sides.old), _other_operations(sides.new))
    for before, after in alignment.both:
        first, second = ({"properties": {"": one.value}} for one in (before, after))
        if not same_meaning((sides.old.root, first), (sides.new.root, second)):
            message = f"operation {before.title} differs, which is not reasoned about"
            yield make_fact(_start((before, after)), "operation-part-changed", message=message), (before.title,)
    yield from _lone_facts(sides, alignment, known=known)


def _other_operations(side: Side) -> Iterator[Operation]:
    """Yield the operations whose methods are new in OpenAPI 3.2."""
    for place in _paths_by_shape(side).values():
        item = side.object_at(place)
        for holder, names in ((place, ["query"]), (more := place / "additionalOperations", side.object_at(more))):
            for name in names:
                value = side.object_at(holder).get(name)
                if isinstance(value, dict):
                    path, pointer = place.tokens[-1], holder / name
                    yield Operation(
                        path=path, method=name, pointer=pointer, value=value, path_item=item, client_method=""
                    )


def _paths_by_shape(side: Side) -> dict[str, JsonPointer]:
    """Return where each path is, by its shape."""
    place = JsonPointer(("paths",))
    return {path_shape(str(path)): place / str(path) for path in side.object_at(place)}


def _as_written(fact: Fact, sides: Sides) -> Fact:
    """Return a fact that names the places where its nodes are written."""
    old = None if fact.old is None else sides.old.written_at(fact.old)
    new = None if fact.new is None else sides.new.written_at(fact.new)
    return fact if (old, new) == (fact.old, fact.new) else attrs.evolve(fact, old=old, new=new)


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
