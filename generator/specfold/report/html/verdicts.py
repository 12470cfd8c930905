"""Whether one document can stand in for another as a grid for each operation, with reasons; passes no verdict."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import attrs

from specfold.compare.change import Axis
from specfold.compare.table import DropIn, Matrix, Standing
from specfold.document import Json
from specfold.report.html.kinds import Kind, kind_of
from specfold.report.html.safe import name_rows

_MANY = 60
_STANDINGS = {
    Standing.DROP_IN: Kind(value="fits", mark="✓", word="fits", meaning="can stand in"),
    Standing.PARTLY: Kind(value="partly", mark="◐", word="in part", meaning="can stand in for some members only"),
    Standing.NOT: Kind(value="not", mark="✕", word="no", meaning="cannot stand in"),
    Standing.UNKNOWN: Kind(value="unknown", mark="?", word="undecided", meaning="not decided"),
}


@attrs.frozen(kw_only=True)
class VerdictView:
    """
    One verdict as it is shown.

    Attributes:
        anchor: its name on the page.
        source: the document people wrote for.
        target: the document that would stand in for it.
        way: what travels: a request, or an answer.
        kind: the verdict.
        blame: the first thing that stands in the way.
        message: what is wrong with it.
        more: how many other things stand in the way.
        members: the members that can be sent as they are, where not all can.
        counts: what becomes of the members, in words.
        shown: a value that shows it, empty where there is none.
        exact: the value as it is copied, in ASCII.
    """

    anchor: str
    source: str
    target: str
    way: Kind
    kind: Kind
    blame: str
    message: str
    more: int
    members: str
    counts: str
    shown: str
    exact: str


@attrs.frozen(kw_only=True)
class GridView:
    """
    The verdicts about one operation.

    Attributes:
        title: the operation.
        targets: the documents that might stand in, the columns.
        rows: for each document people wrote for, the verdicts about each of the targets.
        reasons: the verdicts that are not plainly yes.
        is_open: whether it is unfolded at first.
    """

    title: str
    targets: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[VerdictView, ...], ...]], ...]
    reasons: tuple[VerdictView, ...]
    is_open: bool


def view_verdicts(matrix: Matrix) -> Iterator[GridView]:
    """Yield a grid for each operation that documents share, in the order of the matrix; the first is unfolded."""
    anchors = name_rows((found.operation, found.source, found.target, found.direction) for found in matrix.verdicts)
    views = [
        (found.operation, _view_verdict(found, anchor=anchor.replace("row-", "fit-", 1)))
        for found, anchor in zip(matrix.verdicts, anchors, strict=True)
    ]
    ranks = {row.path: index for index, row in enumerate(matrix.rows)}
    titles = sorted(dict.fromkeys(title for title, _ in views), key=lambda title: ranks.get(title, len(ranks)))
    for index, title in enumerate(titles):
        members = [view for operation, view in views if operation == title]
        names = [name for name in matrix.columns if any(name in {view.source, view.target} for view in members)]
        yield GridView(
            title=title,
            targets=tuple(names),
            rows=tuple((source, _cells_of(members, source=source, targets=names)) for source in names),
            reasons=tuple(view for view in members if view.kind is not _STANDINGS[Standing.DROP_IN]),
            is_open=index == 0,
        )


def _cells_of(
    views: Sequence[VerdictView], *, source: str, targets: Sequence[str]
) -> tuple[tuple[VerdictView, ...], ...]:
    """Return the verdicts about each target for those who wrote for one document."""
    return tuple(tuple(view for view in views if (view.source, view.target) == (source, target)) for target in targets)


def _view_verdict(found: DropIn, *, anchor: str) -> VerdictView:
    """Return a verdict as it is shown."""
    witness = found.witness
    line = "" if witness is None else json.dumps(witness.instance, ensure_ascii=False)
    return VerdictView(
        anchor=anchor,
        source=found.source,
        target=found.target,
        way=kind_of(Axis(found.direction)),
        kind=_kind_of(found),
        blame="" if _kind_of(found) is _STANDINGS[Standing.DROP_IN] else found.blame,
        message=f"{found.assumed} assumed: {found.message}" if found.assumed else found.message,
        more=max(0, found.findings - 1),
        members=", ".join(found.members) or ("none" if found.standing is Standing.PARTLY else ""),
        counts=", ".join(f"{count} {name}" for name, count in found.counts.items() if count),
        shown=line if witness is None or len(line) <= _MANY else _write_lines(witness.instance),
        exact="" if witness is None else json.dumps(witness.instance),
    )


def _kind_of(found: DropIn) -> Kind:
    """Return how a verdict is shown; one that rests on open servers or readers says so."""
    kind = _STANDINGS[found.standing]
    return attrs.evolve(kind, word=f"{kind.word} if open") if found.assumed else kind


def _write_lines(value: Json) -> str:
    """Write a value a member a line."""
    return json.dumps(value, ensure_ascii=False, indent=2)
