"""Whether one document can stand in for another: per operation and way, with a witness and the member to blame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

import attrs

from specfold.compare.change import Axis, Change, Severity
from specfold.compare.diff import diff_documents
from specfold.compare.naming import name_node
from specfold.compare.port_operations import find_body
from specfold.compare.schemas import is_contained
from specfold.compare.side import Pair, Side, Sides
from specfold.compare.table import WHOLE, DropIn, Row, Standing
from specfold.compare.value_sets import Relation
from specfold.document import Document
from specfold.schema.flatten import FlatSchema
from specfold.schema.walk import Operation

_WIRE = (Axis.REQUEST, Axis.RESPONSE)
_MOVED = "operation-moved"  # a client knows the path of each document
_GRAVE = (Severity.BREAKING, Severity.UNKNOWN)


@attrs.frozen(kw_only=True, eq=False)
class Described:
    """
    One document of the table.

    Attributes:
        name: what it is called.
        document: the document.
        side: the document prepared.
        operations: its operations by their aligned names.
    """

    name: str
    document: Document
    side: Side
    operations: Mapping[str, Operation]


def judge_columns(columns: Sequence[Described], rows: Sequence[Row]) -> Iterator[DropIn]:
    """Yield a verdict for each operation that two documents share, either way and in both directions."""
    for (source_index, source), (target_index, target) in permutations(enumerate(columns), 2):
        changes = [
            change
            for change in diff_documents(source.document, target.document).changes
            if change.severity in _GRAVE and change.axis in _WIRE and change.id != _MOVED
        ]
        for name, operation in source.operations.items():
            if name not in target.operations:
                continue
            reaching = [change for change in changes if operation.title in change.reached]
            for axis in _WIRE:
                found = [change for change in reaching if change.axis is axis]
                verdict = _judge(found, columns=(source, target), name=name, axis=axis)
                if axis is Axis.REQUEST:
                    counts = _count(rows, f"{name}: request", columns=(source_index, target_index))
                    verdict = attrs.evolve(verdict, counts=counts)
                yield verdict


def _judge(changes: Sequence[Change], *, columns: tuple[Described, Described], name: str, axis: Axis) -> DropIn:
    """Return the verdict that some changes amount to."""
    breaking = [change for change in changes if change.severity is Severity.BREAKING]
    standing = Standing.NOT if breaking else Standing.UNKNOWN if changes else Standing.DROP_IN
    members: tuple[str, ...] = ()
    if breaking and axis is Axis.REQUEST:
        members, needed = _fitting_members(*columns, name=name)
        standing = Standing.PARTLY if members and needed <= set(members) else standing
    shown = next((change for change in breaking if change.witness is not None), next(iter(changes), None))
    return DropIn(
        operation=name,
        source=columns[0].name,
        target=columns[1].name,
        direction=axis.value,
        standing=standing,
        members=members,
        blame="" if shown is None else _blame(shown, columns),
        message="" if shown is None else shown.message,
        witness=None if shown is None else shown.witness,
        findings=len(changes),
    )


def _blame(change: Change, columns: tuple[Described, Described]) -> str:
    """Name the member a change is about."""
    for pointer, column in ((change.pointer_old, columns[0]), (change.pointer_new, columns[1])):
        if pointer is not None:
            return name_node(column.side.root, pointer)
    return ""


def _fitting_members(source: Described, target: Described, *, name: str) -> tuple[tuple[str, ...], set[str]]:
    """Return the members of a request that may be sent as they are, and those that have to be sent."""
    flats = [_body_of(column, name) for column in (source, target)]
    if flats[0] is None or flats[1] is None:
        return (), set()
    old, new = flats[0], flats[1]
    sides = Sides(source.side, target.side)
    fitting = []
    for member, places in old.properties.items():
        other = new.properties.get(member)
        if other is not None and is_contained(sides, Pair("schema", places, other, Axis.REQUEST)):
            fitting.append(member)
    return tuple(fitting), {*old.required, *new.required}


def _body_of(column: Described, name: str) -> FlatSchema | None:
    """Return what holds for the body of an operation."""
    place = find_body(column.side, column.operations[name])
    return None if place is None else column.side.flat((place,))


def _count(rows: Sequence[Row], section: str, *, columns: tuple[int, int]) -> dict[str, int]:
    """Count the leaf members of a request by what becomes of them at the target."""
    found = [row for row in rows if row.section == section and row.cells[columns[0]] is not None]
    listed = [row for row in found if row.path != WHOLE] or found
    paths = [row.path for row in listed]
    counts = {"identical": 0, "accepted": 0, "narrower": 0, "ignored": 0, "rejected": 0, "unknown": 0}
    for row in listed:
        if any(path.startswith((f"{row.path}.", f"{row.path}[")) for path in paths):
            continue
        counts[_fate(row, columns)] += 1
    return counts


def _fate(row: Row, columns: tuple[int, int]) -> str:
    """Return what becomes of a member at the target."""
    if row.cells[columns[1]] is None:
        return "ignored"
    relation = row.relation(*columns)
    if relation is None:
        return "unknown"
    fates = {Relation.EQUAL: "identical", Relation.WIDER: "accepted", Relation.DISJOINT: "rejected"}
    return fates.get(relation, "unknown" if relation is Relation.UNKNOWN else "narrower")
