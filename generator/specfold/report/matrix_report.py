"""Many documents side by side as text, JSON and Markdown, and as a plain table others may colour."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import attrs

from specfold.compare.table import Cell, Matrix, Row, RowClass
from specfold.document import JsonObject
from specfold.report.layout import WIDTH, column_widths, escape_markdown, lay_row, say_count

_ABSENT = "\N{EN DASH}"
_DEEPER = "\u00a0\u00a0"  # wrapped like a letter, seen as a space
_MARKS = {RowClass.SAME: "=", RowClass.DIFFERS: "≠", RowClass.ONLY_IN: "+"}
_LEGEND = f"= same everywhere   ≠ differs   + only in one   {_ABSENT} not there   ~ inferred   * must be there"


@attrs.frozen(kw_only=True)
class TextTable:
    """
    One section of a matrix as texts.

    Attributes:
        title: its heading.
        header: the names of the columns, the first two for the row's class and path.
        rows: the cells as texts.
        classes: the class of each row, for whoever colours it.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    classes: tuple[RowClass, ...]


def matrix_tables(matrix: Matrix) -> tuple[TextTable, ...]:
    """Return each section of a matrix as a table of texts."""
    tables = []
    for section in matrix.sections:
        rows = [row for row in matrix.rows if row.section == section]
        tables.append(
            TextTable(
                title=section,
                header=("", "", *matrix.columns),
                rows=tuple((_MARKS[row.row_class], row.path, *_cell_texts(row)) for row in rows),
                classes=tuple(row.row_class for row in rows),
            )
        )
    return tuple(tables)


def _cell_texts(row: Row) -> tuple[str, ...]:
    """Return the cells of a row as texts."""
    return tuple(_say_cell(cell) for cell in row.cells)


def _say_cell(cell: Cell | None) -> str:
    """Write one cell."""
    if cell is None:
        return _ABSENT
    return f"~ {cell.text}" if cell.inferred else cell.text


def matrix_to_text(matrix: Matrix, *, width: int = WIDTH) -> str:
    """Return a matrix as plain text that fits a width; cells are wrapped."""
    lines: list[str] = []
    tables = matrix_tables(matrix)
    widths = _shared_widths(tables, width=width)
    for table in tables:
        only = _only_column(table)
        shown, shares = (table, widths) if only is None else _narrow_table(table, only, width=width)
        lines.extend([shown.title, "─" * len(shown.title)])
        if only is None:
            lines.extend(lay_row(shown.header, shares))
        for row, label in zip(shown.rows, _nest([row[1] for row in shown.rows]), strict=True):
            lines.extend(lay_row((row[0], label, *row[2:]), shares))
        lines.append("")
    lines.append(_LEGEND)
    lines.append(summarise_matrix(matrix))
    return "\n".join(lines) + "\n"


def _only_column(table: TextTable) -> int | None:
    """Return the column that alone has anything in a section, None where several have."""
    filled = {index for row in table.rows for index, text in enumerate(row) if index > 1 and text != _ABSENT}
    return next(iter(filled)) if len(filled) == 1 and len(table.header) > 3 else None


def _narrow_table(table: TextTable, only: int, *, width: int) -> tuple[TextTable, tuple[int, ...]]:
    """Return a section that one document alone has, without the empty columns, and the widths of the rest."""
    rows = tuple((*row[:2], row[only]) for row in table.rows)
    title = f"{table.title} ({table.header[only]} only)"
    narrow = attrs.evolve(table, title=title, header=("", "", table.header[only]), rows=rows)
    labels = max(len(label) for label in _nest([row[1] for row in rows]))
    paths = min(labels, max(18, width * 40 // 100))
    return narrow, (1, paths, width - paths - 5)


def _nest(paths: Sequence[str]) -> Iterator[str]:
    """Yield each path as it reads below the rows before it: `messages[].role` under `messages` is an indented `.role`."""
    around: list[str] = []
    for path in paths:
        while around and not path.startswith((f"{around[-1]}.", f"{around[-1]}[", f"{around[-1]}.*")):
            around.pop()
        yield _DEEPER * len(around) + (path[len(around[-1]) :].removeprefix("[]").lstrip(".") if around else path)
        around.append(path)


def _shared_widths(tables: Sequence[TextTable], *, width: int) -> tuple[int, ...]:
    """Return one set of column widths for all sections, so that a vendor stays in its column."""
    rows = [row for table in tables for row in (table.header, *table.rows)]
    if not rows:
        return ()
    labels = [label for table in tables for label in _nest([row[1] for row in table.rows])]
    paths = min(max(len(label) for label in labels), max(18, width * 28 // 100))
    rest = column_widths([row[2:] for row in rows], width=width - paths - 5)
    return (1, paths, *rest)


def summarise_matrix(matrix: Matrix) -> str:
    """Return one line that counts the rows by class."""
    counts = matrix.counts
    return (
        f"{', '.join(matrix.columns)}: {say_count(len(matrix.rows), 'row')}: {counts['same']} same, "
        f"{counts['differs']} differ, {counts['only-in']} in one only."
    )


def matrix_to_json(matrix: Matrix) -> str:
    """Return a matrix as JSON: columns, rows with their cells, and the counts."""
    value = {
        "columns": list(matrix.columns),
        "rows": [_row_to_json(row, matrix.columns) for row in matrix.rows],
        "summary": dict(matrix.counts),
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _row_to_json(row: Row, columns: Sequence[str]) -> JsonObject:
    """Return one row as a JSON object."""
    cells = {
        name: None if cell is None else {"text": cell.text, "inferred": cell.inferred, **cell.facts}
        for name, cell in zip(columns, row.cells, strict=True)
    }
    return {"section": row.section, "path": row.path, "class": row.row_class.value, "cells": cells}


def matrix_to_markdown(matrix: Matrix) -> str:
    """Return a matrix as Markdown, one table for each section."""
    lines: list[str] = []
    for table in matrix_tables(matrix):
        lines.extend([f"## {escape_markdown(table.title)}", ""])
        lines.append("| | member | " + " | ".join(escape_markdown(name) for name in matrix.columns) + " |")
        lines.append("| --- " * len(table.header) + "|")
        lines.extend(_markdown_rows(table))
        lines.append("")
    lines.extend([_LEGEND.replace("   ", " · "), "", summarise_matrix(matrix)])
    return "\n".join(lines) + "\n"


def _markdown_rows(table: TextTable) -> Iterator[str]:
    """Yield the rows of one Markdown table."""
    for row in table.rows:
        yield "| " + " | ".join(escape_markdown(text) for text in row) + " |"
