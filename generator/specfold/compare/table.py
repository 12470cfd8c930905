"""The values a comparison of many documents returns: rows, cells and how alike a row is. Knows no document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum

import attrs

from specfold.document import Json


class RowClass(StrEnum):
    """How alike the cells of a row are."""

    SAME = "same"
    DIFFERS = "differs"
    ONLY_IN = "only-in"


@attrs.frozen(kw_only=True)
class Cell:
    """
    What one document says about one thing.

    Attributes:
        text: it in words, short enough for a table.
        facts: it as data: `type`, `required`, `nullable`, `default`, `enum`, `bounds`, …
        inferred: whether the document marks it as inferred rather than documented.
    """

    text: str
    facts: Mapping[str, Json]
    inferred: bool = False


def _key(facts: Json) -> str:
    """Write facts so that equal ones have equal texts; the order of values and alternatives says nothing."""
    if isinstance(facts, Mapping):
        return json.dumps({name: _key(value) for name, value in facts.items()}, sort_keys=True)
    if isinstance(facts, list):
        return json.dumps(sorted(_key(value) for value in facts))
    return json.dumps(facts)


@attrs.frozen(kw_only=True)
class Row:
    """
    One thing in every document.

    Attributes:
        section: the heading it stands under.
        path: its canonical name, `messages[].content`.
        cells: one for each column, None where the document lacks it.
    """

    section: str
    path: str
    cells: tuple[Cell | None, ...]

    @property
    def row_class(self) -> RowClass:
        """How alike the cells are; where only one document has it, the others are not compared."""
        present = [cell for cell in self.cells if cell is not None]
        if len(present) == 1 < len(self.cells):
            return RowClass.ONLY_IN
        if len(present) == len(self.cells) and len({_key(cell.facts) for cell in present}) == 1:
            return RowClass.SAME
        return RowClass.DIFFERS


@attrs.frozen(kw_only=True)
class Matrix:
    """
    Many documents side by side.

    Attributes:
        columns: what the documents are called.
        rows: the rows, grouped by section.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings, in order."""
        return tuple(dict.fromkeys(row.section for row in self.rows))

    @property
    def counts(self) -> Mapping[str, int]:
        """Count the rows by class."""
        return {kind.value: sum(row.row_class is kind for row in self.rows) for kind in RowClass}


def only_shared(matrix: Matrix) -> Matrix:
    """Return the sections that more than one document has something in; the others have nothing to compare."""
    filled: dict[str, set[int]] = {}
    for row in matrix.rows:
        present = {index for index, cell in enumerate(row.cells) if cell is not None}
        filled.setdefault(row.section, set()).update(present)
    return attrs.evolve(matrix, rows=tuple(row for row in matrix.rows if len(filled[row.section]) > 1))


def only_different(matrix: Matrix) -> Matrix:
    """Return the rows in which the documents do not agree."""
    return attrs.evolve(matrix, rows=tuple(row for row in matrix.rows if row.row_class is not RowClass.SAME))
