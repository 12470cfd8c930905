"""How one document differs from the one it imitates, as rows. Writes no words of its own."""

from __future__ import annotations

from specfold.compare.matrix import build_rows
from specfold.compare.table import Row, RowClass
from specfold.document import Document

BASELINE = "baseline"
DOCUMENT = "document"


def differences_from(baseline: Document, document: Document) -> tuple[Row, ...]:
    """
    Return the rows in which a document differs from its baseline, the baseline's cell first.

    An operation that one of them lacks is one row among the operations; its members are left out.
    """
    rows = build_rows({BASELINE: baseline, DOCUMENT: document})
    filled: dict[str, set[int]] = {}
    for row in rows:
        present = {index for index, cell in enumerate(row.cells) if cell is not None}
        filled.setdefault(_operation_of(row), set()).update(present)
    return tuple(row for row in rows if row.row_class is not RowClass.SAME and len(filled[_operation_of(row)]) > 1)


def _operation_of(row: Row) -> str:
    """Return the operation whose section a row stands in, or else the section."""
    operation, colon, _ = row.section.rpartition(": ")
    return operation if colon else row.section
