"""Many documents side by side as text, JSON and Markdown, and as a plain table others may colour."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

import attrs

from specfold.compare.table import Cell, DropIn, Matrix, Row, RowClass, Standing
from specfold.document import JsonObject
from specfold.report.layout import (
    WIDTH,
    code,
    column_widths,
    escape_markdown,
    indent,
    lay_row,
    on_one_line,
    say_count,
    write_lines,
)

_ABSENT = "\N{EN DASH}"
_DEEPER = "\u00a0\u00a0"  # wrapped like a letter, seen as a space
_MARKS = {
    RowClass.SAME: "=",
    RowClass.NARROWER: "⊂",
    RowClass.WIDER: "⊃",
    RowClass.OVERLAPPING: "∩",
    RowClass.DISJOINT: "∥",
    RowClass.UNKNOWN: "?",
    RowClass.DIFFERS: "≠",
    RowClass.ONLY_IN: "+",
}
_LEGEND = (
    f"= same everywhere   ≠ differs   + only in one   {_ABSENT} not there   ~ inferred   * must be there",
    "after the first that has it: ⊂ accept less   ⊃ accept more   ∩ overlap   ∥ disjoint   ? undecided",
)
_DETAILS = ("narrower", "wider", "overlapping", "disjoint", "unknown")
_EXAMPLE = 60
_VERDICTS = "who can stand in for whom"
_DIRECTIONS = "A → B: do requests written for A do at B, and answers of B for readers of A's? here is A, there B"


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
    lines.extend(_verdict_lines(matrix, width=width))
    lines.extend(_LEGEND)
    lines.extend(indent(summarise_matrix(matrix), 0, hanging=2, width=width))
    return write_lines(lines)


def _verdict_lines(matrix: Matrix, *, width: int) -> Iterator[str]:
    """Yield whether one document can stand in for another, operation by operation."""
    if not matrix.verdicts:
        return
    yield from (_VERDICTS, "─" * len(_VERDICTS), _DIRECTIONS)
    for operation in dict.fromkeys(verdict.operation for verdict in matrix.verdicts):
        yield operation
        for verdict in matrix.verdicts:
            if verdict.operation == operation:
                for index, text in enumerate(_say_verdict(verdict)):
                    yield from indent(text, 6 if index else 2, hanging=2 if index else 4, width=width)
    yield ""


def _shorten(text: str, limit: int) -> str:
    """Return the beginning of a text that is too long."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _say_verdict(verdict: DropIn) -> Iterator[str]:
    """Yield one verdict: who, which way, whether; what is in the way; what becomes of the members."""
    way = "requests" if verdict.direction == "request" else "answers"
    yield f"{verdict.source} → {verdict.target} {way}: {_say_standing(verdict)}"
    parts = [verdict.message] if verdict.message else []
    if verdict.findings > 1:
        parts.append(f"{verdict.findings - 1} more")
    if verdict.witness is not None:
        parts.append(f"e.g. {_shorten(json.dumps(verdict.witness.instance, ensure_ascii=False), _EXAMPLE)}")
    if parts:
        yield "; ".join(parts)
    counts = [f"{count} {name}" for name, count in verdict.counts.items() if count]
    if counts:
        yield f"members: {', '.join(counts)}"


def _say_standing(verdict: DropIn) -> str:
    """Write whether a document can stand in, which members do where not all do, and what is assumed."""
    if verdict.standing is Standing.PARTLY:
        return f"{verdict.standing.value} ({', '.join(verdict.members) or 'none'})"
    standing = "no drop-in" if verdict.standing is Standing.NOT else verdict.standing.value
    return f"{standing}, {verdict.assumed} assumed" if verdict.assumed else standing


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
    for path in map(on_one_line, paths):
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
    differ = len(matrix.rows) - counts["same"] - counts["only-in"]
    details = [f"{counts[kind]} {kind}" for kind in _DETAILS if counts[kind]]
    shown = f" ({', '.join(details)})" if details else ""
    return (
        f"{', '.join(matrix.columns)}: {say_count(len(matrix.rows), 'row')}: {counts['same']} same, "
        f"{differ} differ{shown}, {counts['only-in']} in one only."
    )


def matrix_to_json(matrix: Matrix) -> str:
    """Return a matrix as JSON: columns, rows with their cells, and the counts."""
    value = {
        "columns": list(matrix.columns),
        "rows": [_row_to_json(row, matrix.columns) for row in matrix.rows],
        "summary": dict(matrix.counts),
        "drop_in": [_verdict_to_json(verdict) for verdict in matrix.verdicts],
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _verdict_to_json(verdict: DropIn) -> JsonObject:
    """Return one verdict as a JSON object."""
    return {
        "operation": verdict.operation,
        "from": verdict.source,
        "to": verdict.target,
        "direction": verdict.direction,
        "verdict": verdict.standing.value,
        "assumed": verdict.assumed,
        "members": list(verdict.members),
        "blame": verdict.blame,
        "message": verdict.message,
        "witness": _witness_to_json(verdict),
        "findings": verdict.findings,
        "counts": dict(verdict.counts),
    }


def _row_to_json(row: Row, columns: Sequence[str]) -> JsonObject:
    """Return one row as a JSON object."""
    cells = {name: None if cell is None else _cell_to_json(cell) for name, cell in zip(columns, row.cells, strict=True)}
    return {"section": row.section, "path": row.path, "class": row.row_class.value, "cells": cells}


def _witness_to_json(verdict: DropIn) -> JsonObject | None:
    """Return the witness of a verdict as a JSON object, null where there is none."""
    witness = verdict.witness
    return None if witness is None else {"instance": witness.instance, "of": witness.of}


def _cell_to_json(cell: Cell) -> JsonObject:
    """Return one cell as a JSON object; who says so and what it is called there only where that is known."""
    value: JsonObject = {"text": cell.text, "inferred": cell.inferred}
    if cell.provenance:
        value["provenance"] = cell.provenance
    if cell.name:
        value["name"] = cell.name
    return {**value, **cell.facts}


def matrix_to_markdown(matrix: Matrix) -> str:
    """Return a matrix as Markdown, one table for each section."""
    lines: list[str] = []
    for table in matrix_tables(matrix):
        lines.extend([f"## {escape_markdown(table.title)}", ""])
        lines.append("| | member | " + " | ".join(escape_markdown(name) for name in matrix.columns) + " |")
        lines.append("| --- " * len(table.header) + "|")
        lines.extend(_markdown_rows(table))
        lines.append("")
    lines.extend(_markdown_verdicts(matrix))
    lines.extend([*(legend.replace("   ", " · ") for legend in _LEGEND), "", summarise_matrix(matrix)])
    return "\n".join(lines) + "\n"


def _markdown_rows(table: TextTable) -> Iterator[str]:
    """Yield the rows of one Markdown table."""
    for row in table.rows:
        yield "| " + " | ".join(escape_markdown(text) for text in row) + " |"


def _markdown_verdicts(matrix: Matrix) -> Iterator[str]:
    """Yield who can stand in for whom, one table an operation with what is sent and what is read."""
    if not matrix.verdicts:
        return
    yield from (
        f"## {_VERDICTS}",
        "",
        "| operation | from | to | | verdict | in the way | example |",
        "| --- " * 7 + "|",
    )
    for verdict in matrix.verdicts:
        shown = "" if verdict.witness is None else json.dumps(verdict.witness.instance, ensure_ascii=False)
        texts = [verdict.operation, verdict.source, verdict.target, verdict.direction]
        texts += [_say_standing(verdict), verdict.message]
        yield f"| {' | '.join(escape_markdown(text) for text in texts)} | {code(_shorten(shown, _EXAMPLE)) if shown else ''} |"
    yield ""
