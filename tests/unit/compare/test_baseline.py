"""How a document differs from the one it imitates."""

from __future__ import annotations

from specfold.compare.baseline import differences_from
from specfold.compare.table import RowClass
from tests.unit.compare.builders import document, request_of

BASE = {"type": "object", "properties": {"n": {"type": "integer", "maximum": 4}, "m": {"type": "string"}}}


def test_only_what_differs_is_listed() -> None:
    """A row has the cell of the baseline first, and rows that agree are left out."""
    other = {"type": "object", "properties": {"n": {"type": "integer"}, "m": {"type": "string"}}}

    rows = differences_from(request_of(BASE), request_of(other))

    assert [(row.path, row.row_class) for row in rows] == [("n", RowClass.WIDER)]
    assert [cell.text for cell in rows[0].cells if cell] == ["integer, ≤ 4", "integer"]


def test_nothing_differs_from_itself() -> None:
    """A document has no differences from itself."""
    assert differences_from(request_of(BASE), request_of(BASE)) == ()


def test_an_operation_of_one_side_is_one_row() -> None:
    """The members of an operation that the other side lacks are not listed."""
    body = {"content": {"application/json": {"schema": BASE}}}
    more = document(paths={"/others": {"post": {"operationId": "o", "requestBody": body, "responses": {}}}})

    rows = differences_from(document(paths={}), more)

    assert [(row.section, row.row_class) for row in rows] == []
