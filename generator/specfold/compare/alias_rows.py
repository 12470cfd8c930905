"""Rows that are one thing under several names, made one row. Knows the names of cells; reads no document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import attrs

from specfold.compare.aliases import names_of
from specfold.compare.table import Cell
from specfold.document import JsonObject

Column: TypeAlias = dict[str, Cell]
"""What one document has in one section, by path."""


def unite_aliases(columns: Sequence[Column]) -> list[Column]:
    """Return columns in which one thing stands at one path, whatever each document calls it."""
    paths = list(dict.fromkeys(path for column in columns for path in column))
    renamed: dict[str, str] = {}
    for path in paths:
        target = _canonical(path, columns, paths=paths)
        if target != path and not all(path in column and target in column for column in columns):
            renamed[path] = target
    return [_unite(column, renamed) for column in columns]


def _canonical(path: str, columns: Sequence[Column], *, paths: Iterable[str]) -> str:
    """Return the path a thing is shown at: what its cells state, else the family's name where that is a row too."""
    parent, dot, name = path.rpartition(".")
    alias = next((column[path].alias for column in columns if path in column and column[path].alias), "")
    beside = f"{parent}{dot}{alias}"
    if alias:
        return beside if beside in paths else alias
    other = next((known for known in sorted(names_of(name, {})) if known != name), None)
    return other if other is not None and not parent and other in paths else path


def _unite(column: Column, renamed: dict[str, str]) -> Column:
    """Return a column with its cells at their canonical paths; two that meet become one."""
    found: Column = {}
    for path, cell in column.items():
        target = renamed.get(path, path)
        named = attrs.evolve(cell, name=path, text=f"{path}: {cell.text}") if target != path else cell
        found[target] = _meet(found[target], named) if target in found else named
    return found


def _meet(one: Cell, other: Cell) -> Cell:
    """Return the cell of a thing that a document has under two names, the canonical one first."""
    first, second = (other, one) if one.name and not other.name else (one, other)
    facts: JsonObject = {**first.facts, "aliases": {second.name: dict(second.facts)}}
    return attrs.evolve(first, text=f"{first.text}; {second.text}", facts=facts)
