"""The values a comparison of many documents returns: rows, cells and how alike a row is. Knows no document."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

import attrs

from specfold.compare.change import Witness
from specfold.compare.value_sets import Atom, Relation, relate
from specfold.document import Json


class RowClass(StrEnum):
    """
    How alike the cells of a row are.

    `narrower` and `wider` are seen from the first document that has the thing: the others accept less, or more.
    `differs` stands for the rest: the same values with another default, a lack, or what is no set of values at all.
    """

    SAME = "same"
    NARROWER = "narrower"
    WIDER = "wider"
    OVERLAPPING = "overlapping"
    DISJOINT = "disjoint"
    UNKNOWN = "unknown"
    DIFFERS = "differs"
    ONLY_IN = "only-in"


WHOLE = "(body)"
"""The path of what a body, or an event of a stream, is as a whole."""

STRENGTHS = ("seed", "sdk", "published", "prose", "third-party", "mock", "inferred")
"""Who says something, the strongest first."""


@attrs.frozen(kw_only=True)
class Cell:
    """
    What one document says about one thing.

    Attributes:
        text: it in words, short enough for a table.
        facts: it as data: `type`, `required`, `nullable`, `default`, `enum`, `bounds`, …
        inferred: whether the document marks it as inferred rather than documented.
        provenance: who says so, the strongest of those named, empty where nobody is named.
        values: what is accepted, None where the cell is about something else.
        name: what the document calls it where that is not the path of the row.
        alias: what the document states it is another name of.
    """

    text: str
    facts: Mapping[str, Json]
    inferred: bool = False
    provenance: str = ""
    values: frozenset[Atom] | None = None
    name: str = ""
    alias: str = ""


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
        relations = set(self.relations)
        alike = len(present) == len(self.cells) and len({_key([cell.facts, cell.name]) for cell in present}) == 1
        return RowClass.SAME if alike and relations <= {Relation.EQUAL} else _class_of(relations)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How the values of the other cells stand to those of the first; and whether any two are disjoint."""
        sets = [cell.values for cell in self.cells if cell is not None and cell.values is not None]
        pairs = [(one, other) for index, one in enumerate(sets) for other in sets[index + 1 :]]
        found = [relate(one, other) for one, other in pairs]
        return (*found[: max(0, len(sets) - 1)], *(one for one in found if one is Relation.DISJOINT))

    def relation(self, source: int, target: int) -> Relation | None:
        """Return how the values of one column stand to those of another, None where one has none."""
        one, other = self.cells[source], self.cells[target]
        if one is None or other is None or one.values is None or other.values is None:
            return None
        return relate(one.values, other.values)


def _class_of(relations: set[Relation]) -> RowClass:
    """Return the class of a row by the relations of its cells; the gravest counts."""
    for relation in (Relation.DISJOINT, Relation.UNKNOWN, Relation.OVERLAPPING):
        if relation in relations:
            return RowClass(relation.value)
    moved = relations - {Relation.EQUAL}
    if len(moved) > 1:
        return RowClass.OVERLAPPING
    return RowClass(moved.pop().value) if moved else RowClass.DIFFERS


class Standing(StrEnum):
    """Whether one document can stand in for another."""

    DROP_IN = "drop-in"
    PARTLY = "drop-in for these members only"
    NOT = "not"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class DropIn:
    """
    One operation of two documents, in one direction.

    Attributes:
        operation: what it is called in the table.
        source: the document that requests are written for, and whose answers are expected.
        target: the document that stands in for it.
        direction: `request`: what is sent to the source is sent to the target; `response`: what the target answers is
            read by those who expect the source's answers.
        standing: the verdict.
        assumed: what a drop-in rests on: `open readers` (or `open servers`), that expect values, members and statuses
            they do not know; empty where it rests on nothing.
        members: the members that can be sent as they are, where not all can.
        blame: the first thing that stands in the way.
        message: what is wrong with it.
        witness: a value that is valid where it is sent and refused where it is received.
        findings: how many things stand in the way, are undecided, or are left to what is assumed.
        counts: the leaf members of the request by what becomes of them; empty for answers.
    """

    operation: str
    source: str
    target: str
    direction: str
    standing: Standing
    assumed: str = ""
    members: tuple[str, ...] = ()
    blame: str = ""
    message: str = ""
    witness: Witness | None = None
    findings: int = 0
    counts: Mapping[str, int] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Matrix:
    """
    Many documents side by side.

    Attributes:
        columns: what the documents are called.
        rows: the rows, grouped by section.
        verdicts: whether one document can stand in for another, operation by operation and way by way.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    verdicts: tuple[DropIn, ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings, in order."""
        return tuple(dict.fromkeys(row.section for row in self.rows))

    @property
    def counts(self) -> Mapping[str, int]:
        """Count the rows by class."""
        found = Counter(row.row_class for row in self.rows)
        return {kind.value: found[kind] for kind in RowClass}


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
