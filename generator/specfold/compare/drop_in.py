"""Whether one document can stand in for another: per operation and way, with a witness and the member to blame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

import attrs

from specfold.compare.change import Axis, Change, Severity
from specfold.compare.diff import diff_documents
from specfold.compare.drop_in_part import Described, read_part
from specfold.compare.naming import name_node
from specfold.compare.side_by_side import say_side_by_side
from specfold.compare.table import WHOLE, Cell, DropIn, Row, Standing
from specfold.compare.value_sets import Relation
from specfold.pointer import JsonPointer

_WIRE = (Axis.REQUEST, Axis.RESPONSE)
_KNOWN = frozenset({"operation-moved", "server-added", "server-removed", "server-changed"})
"""What a client knows of each document: where it is."""
_EXPECTED = frozenset({"property-removed", "header-removed"})
"""What readers who expect what may be missing have to bear anyway."""
_FATES = ("identical", "accepted", "narrower", "ignored", "rejected", "unknown")
_AT_ODDS = frozenset({"narrower", "rejected", "unknown"})
_KEYWORDS = frozenset({"type", "enum", "const", "required", "format", "pattern", "multipleOf", "uniqueItems"}) | {
    f"{end}{what}" for end in ("min", "max") for what in ("imum", "Length", "Items", "Properties")
}
_GRAVE = frozenset({Severity.BREAKING, Severity.UNKNOWN})


def judge_columns(columns: Sequence[Described], rows: Sequence[Row]) -> Iterator[DropIn]:
    """Yield a verdict for each operation that two documents share, either way and in both directions."""
    for (source_index, source), (target_index, target) in permutations(enumerate(columns), 2):
        changes = [
            change
            for change in diff_documents(source.document, target.document).changes
            if change.severity is not Severity.INFO and change.axis in _WIRE and change.id not in _KNOWN
        ]
        for name, operation in source.operations.items():
            if name not in target.operations:
                continue
            reaching = [change for change in changes if operation.title in change.reached]
            for axis in _WIRE:
                found = [change for change in reaching if change.axis is axis and not _is_expected(change)]
                verdict = _judge(found, columns=(source, target), name=name, axis=axis)
                if axis is Axis.REQUEST:
                    sent = _list_sent(rows, f"{name}: request", column=source_index)
                    verdict = _weigh(verdict, sent, columns=(source_index, target_index))
                yield verdict


def _is_expected(change: Change) -> bool:
    """Tell whether an answer lacks what could be missing all along."""
    return change.axis is Axis.RESPONSE and change.severity is Severity.WARNING and change.id in _EXPECTED


def _judge(changes: Sequence[Change], *, columns: tuple[Described, Described], name: str, axis: Axis) -> DropIn:
    """Return the verdict that some changes amount to."""
    grave = [change for change in changes if change.severity in _GRAVE]
    breaking = [change for change in grave if change.severity is Severity.BREAKING]
    standing = Standing.NOT if breaking else Standing.UNKNOWN if grave else Standing.DROP_IN
    members: tuple[str, ...] = ()
    blamed = breaking or grave or changes
    if breaking and axis is Axis.REQUEST:
        part = read_part(columns[0], columns[1], name=name)
        obstacles = part.list_obstacles(breaking)
        members = part.fitting
        standing = Standing.NOT if obstacles else Standing.PARTLY
        blamed = obstacles or breaking
    shown = next((change for change in blamed if change.witness is not None), next(iter(blamed), None))
    return DropIn(
        operation=name,
        source=columns[0].name,
        target=columns[1].name,
        direction=axis.value,
        standing=standing,
        assumed=f"open {'servers' if axis is Axis.REQUEST else 'readers'}" if changes and not grave else "",
        members=members,
        blame="" if shown is None else _blame(shown, columns),
        message="" if shown is None else say_side_by_side(shown.message),
        witness=None if shown is None else shown.witness,
        findings=len(grave or changes),
    )


def _blame(change: Change, columns: tuple[Described, Described]) -> str:
    """Name the member a change is about."""
    places = ((change.pointer_old, columns[0]), (change.pointer_new, columns[1]))
    names = (
        name_node(column.side.root, pointer.parent if _is_keyword(pointer) else pointer)
        for pointer, column in places
        if pointer is not None
    )
    return next(names, "")


def _is_keyword(pointer: JsonPointer) -> bool:
    """Tell whether a pointer names a keyword of a schema, not a member or a part that is one."""
    *around, last = ("", *pointer.tokens)
    return last in _KEYWORDS and around[-1] != "properties"


def _list_sent(rows: Sequence[Row], section: str, *, column: int) -> list[Row]:
    """Return the leaf members that requests of a document may hold; its body where that has no members."""
    found = [row for row in rows if row.section == section and _is_sent(row.cells[column])]
    members = [row for row in found if not row.path.startswith("(")]
    paths = [row.path for row in members]
    leaves = [row for row in members if not any(path.startswith((f"{row.path}.", f"{row.path}[")) for path in paths)]
    return leaves or [row for row in found if row.path == WHOLE]


def _is_sent(cell: Cell | None) -> bool:
    """Tell whether a document has a member that requests may hold."""
    return cell is not None and not cell.facts.get("readOnly")


def _weigh(verdict: DropIn, sent: Sequence[Row], *, columns: tuple[int, int]) -> DropIn:
    """Return a verdict with what becomes of each member; where a row is at odds with a drop-in, it is undecided."""
    fates = {row.path: _fate(row, columns) for row in sent}
    counts = {name: list(fates.values()).count(name) for name in _FATES}
    odd = next((path for path, fate in fates.items() if fate in _AT_ODDS), None)
    if verdict.standing is Standing.DROP_IN and odd is not None:
        message = f"{odd}: not all values are known to be accepted there"
        verdict = attrs.evolve(verdict, standing=Standing.UNKNOWN, assumed="", blame=odd, message=message, findings=1)
    return attrs.evolve(verdict, counts=counts)


def _fate(row: Row, columns: tuple[int, int]) -> str:
    """Return what becomes of a member at the target."""
    relation = row.relation(*columns)
    if relation is None:
        return "ignored"
    fates = {Relation.EQUAL: "identical", Relation.WIDER: "accepted", Relation.DISJOINT: "rejected"}
    return fates.get(relation, "unknown" if relation is Relation.UNKNOWN else "narrower")
