"""Many documents side by side as a page: texts, counts and anchors for the template; compares nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

import attrs

from specfold.compare.table import Cell, Matrix, Row, RowClass
from specfold.report.html.kinds import Kind, count_kinds, kind_of
from specfold.report.html.safe import css_string, name_rows
from specfold.report.html.shell import fill_page
from specfold.report.html.verdicts import view_verdicts
from specfold.report.matrix_report import summarise_matrix

_ABSENT = "\N{EN DASH}"
_MOST = 8
_WEAK = {"prose": "prose", "third-party": "third", "mock": "mock", "inferred": "i"}
_STEP = re.compile(r"(?<=\.)(?=.)")


@attrs.frozen(kw_only=True)
class CellView:
    """
    A cell as it is shown.

    Attributes:
        look: class names: `n` absent, `d` unlike most of its row, `i` and others for who says so, where that is weak.
        text: what it says.
    """

    look: str
    text: str


@attrs.frozen(kw_only=True)
class RowView:
    """A row as it is shown: its anchor, its class, its path in two parts, its cells."""

    anchor: str
    kind: Kind
    around: tuple[str, ...]
    name: str
    cells: tuple[CellView, ...]


@attrs.frozen(kw_only=True)
class PartView:
    """One section: its number on the page, its name within its operation, its rows."""

    number: int
    title: str
    rows: tuple[RowView, ...]


@attrs.frozen(kw_only=True)
class GroupView:
    """
    All sections of one operation.

    Attributes:
        number: its number on the page.
        title: the operation, or the section where it belongs to none.
        parts: its sections.
        kinds: its rows by class.
        only: the only column that has anything here, empty when there are several.
        size: how many rows it has.
        differing: how many of them are not the same everywhere.
    """

    number: int
    title: str
    parts: tuple[PartView, ...]
    kinds: tuple[Kind, ...]
    only: str
    size: int
    differing: int


@attrs.frozen(kw_only=True)
class ColumnView:
    """One document in numbers: how many rows it has, has alone, and lacks though all others have them."""

    number: int
    name: str
    has: int
    alone: int
    lacks: int


def matrix_to_html(matrix: Matrix) -> str:
    """Return a matrix as one page that needs nothing beside it."""
    groups = tuple(_view_groups(matrix))
    shared = [group for group in groups if not group.only]
    classes = [row.row_class for row in matrix.rows]
    values = {
        "title": f"{', '.join(matrix.columns)} side by side",
        "summary": summarise_matrix(matrix),
        "noun": "row" if len(matrix.rows) == 1 else "rows",
        "total": len(matrix.rows),
        "kinds": tuple(kind for kind in count_kinds(tuple(RowClass), classes) if kind.count),
        "columns": tuple(_view_columns(matrix)),
        "grids": tuple(view_verdicts(matrix)),
        "groups": groups,
        "most": sorted(shared, key=lambda group: -group.differing)[:_MOST],
        "alone": len(groups) - len(shared),
    }
    return fill_page("matrix.html.jinja", values, rules=_write_rules(matrix.columns, groups))


def _view_groups(matrix: Matrix) -> Iterator[GroupView]:
    """Yield the sections by operation, in the order of the matrix."""
    anchors = iter(name_rows((row.section, row.path) for row in matrix.rows))
    part = 0
    for number, (title, grouped) in enumerate(groupby(matrix.rows, key=lambda row: _split_section(row.section)[0])):
        rows = list(grouped)
        parts = []
        for section, members in groupby(rows, key=lambda row: row.section):
            name = _split_section(section)[1]
            views = tuple(_view_row(row, next(anchors)) for row in members)
            parts.append(PartView(number=part, title=name, rows=views))
            part += 1
        filled = {
            name for row in rows for name, cell in zip(matrix.columns, row.cells, strict=True) if cell is not None
        }
        classes = [row.row_class for row in rows]
        yield GroupView(
            number=number,
            title=title,
            parts=tuple(parts),
            kinds=tuple(kind for kind in count_kinds(tuple(RowClass), classes) if kind.count),
            only=next(iter(filled)) if len(filled) == 1 < len(matrix.columns) else "",
            size=len(rows),
            differing=sum(kind is not RowClass.SAME for kind in classes),
        )


def _split_section(section: str) -> tuple[str, str]:
    """Return the operation of a section and what of it the section holds: `chat.create: request`."""
    operation, colon, part = section.rpartition(": ")
    return (operation, part) if colon else (section, "")


def _view_row(row: Row, anchor: str) -> RowView:
    """Return a row as it is shown; cells unlike most of the row are marked where the row is not the same everywhere."""
    *around, name = _STEP.split(row.path)
    usual = None if row.row_class is RowClass.SAME else _find_usual(row)
    cells = tuple(_view_cell(cell, usual=usual) for cell in row.cells)
    return RowView(anchor=anchor, kind=kind_of(row.row_class), around=tuple(around), name=name, cells=cells)


def _find_usual(row: Row) -> str | None:
    """Return what more cells of a row say than anything else, None where no two say the same."""
    texts = Counter(cell.text for cell in row.cells if cell is not None)
    text, count = texts.most_common(1)[0] if texts else ("", 0)
    return text if count > 1 else None


def _view_cell(cell: Cell | None, *, usual: str | None) -> CellView:
    """Return a cell as it is shown."""
    if cell is None:
        return CellView(look="n", text=_ABSENT)
    unlike = "d" if usual is not None and cell.text != usual else ""
    weak = "i" if cell.inferred else _WEAK.get(cell.provenance, "")
    return CellView(look=" ".join(look for look in (unlike, weak) if look), text=cell.text)


def _view_columns(matrix: Matrix) -> Iterator[ColumnView]:
    """Yield each document in numbers."""
    present = [tuple(cell is not None for cell in row.cells) for row in matrix.rows]
    for index, name in enumerate(matrix.columns):
        yield ColumnView(
            number=index + 2,
            name=name,
            has=sum(cells[index] for cells in present),
            alone=sum(cells[index] and sum(cells) == 1 < len(cells) for cells in present),
            lacks=sum(not cells[index] and sum(cells) == len(cells) - 1 for cells in present),
        )


def _write_rules(columns: Sequence[str], groups: Sequence[GroupView]) -> str:
    """Return the rules that depend on the matrix: widths, names of columns on a narrow page, columns to hide, heights."""
    rules = [f":root{{--least:calc(var(--first) + {8 * len(columns)}rem)}}"]
    for number, name in enumerate(columns, start=2):
        rules.append(f"@media (max-width:46rem){{.t td:nth-child({number})::before{{content:{css_string(name)}}}}}")
        rules.append(f".hide-{number} .t :is(td,th):nth-child({number}){{display:none}}")
    rules.extend(f"#g{group.number} .rows{{--n:{group.size}}}" for group in groups)
    return "\n".join(rules) + "\n"
