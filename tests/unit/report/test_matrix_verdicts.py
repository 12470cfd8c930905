"""The classes of rows, who says something, and who can stand in for whom, as text, JSON and Markdown."""

from __future__ import annotations

import json

from specfold.compare.change import Witness
from specfold.compare.table import Cell, DropIn, Matrix, Row, Standing
from specfold.compare.value_sets import Atom
from specfold.report.matrix_report import matrix_to_json, matrix_to_markdown, matrix_to_text

NUMBER = Cell(text="number", facts={"type": "number"}, values=frozenset({Atom(kind="number")}), provenance="seed")
INTEGER = Cell(
    text="max_tokens: integer",
    facts={"type": "integer"},
    values=frozenset({Atom(kind="integer")}),
    provenance="prose",
    name="max_tokens",
)
REFUSED = DropIn(
    operation="chat",
    source="one",
    target="two",
    direction="request",
    standing=Standing.PARTLY,
    members=("model", "n"),
    blame="Request.limit",
    message="Request.limit: type narrowed from number to integer",
    witness=Witness(0.5),
    findings=3,
    counts={"identical": 4, "ignored": 0, "narrower": 1},
)
FINE = DropIn(
    operation="chat",
    source="two",
    target="one",
    direction="response",
    standing=Standing.DROP_IN,
    assumed="open readers",
    message='Answer.kind: "y" is valid there',
    findings=1,
)
EMPTY = DropIn(operation="chat", source="two", target="one", direction="request", standing=Standing.PARTLY)
NONE = DropIn(operation="chat", source="one", target="two", direction="response", standing=Standing.NOT)
MATRIX = Matrix(
    columns=("one", "two"),
    rows=(Row(section="chat: request", path="limit", cells=(NUMBER, INTEGER)),),
    verdicts=(REFUSED, FINE, EMPTY, NONE),
)


def test_text_of_classes_and_verdicts() -> None:
    """A row has the mark of its class; each verdict is a line or two with witness and counts."""
    text = matrix_to_text(MATRIX)

    assert text.splitlines() == [
        "chat: request",
        "─────────────",
        "          one     two",
        "⊂  limit  number  max_tokens: integer",
        "",
        "who can stand in for whom",
        "─────────────────────────",
        "A → B: do requests written for A do at B, and answers of B for readers of A's? here is A, there B",
        "chat",
        "  one → two requests: drop-in for these members only (model, n)",
        "      Request.limit: type narrowed from number to integer; 2 more; e.g. 0.5",
        "      members: 4 identical, 1 narrower",
        "  two → one answers: drop-in, open readers assumed",
        '      Answer.kind: "y" is valid there',
        "  two → one requests: drop-in for these members only (none)",
        "  one → two answers: no drop-in",
        "",
        "= same everywhere   ≠ differs   + only in one   \N{EN DASH} not there   ~ inferred   * must be there",
        "after the first that has it: ⊂ accept less   ⊃ accept more   ∩ overlap   ∥ disjoint   ? undecided",
        "one, two: 1 row: 0 same, 1 differ (1 narrower), 0 in one only.",
    ]


def test_json_of_classes_and_verdicts() -> None:
    """A cell says who says so and what it is called there; a verdict has its witness."""
    value = json.loads(matrix_to_json(MATRIX))

    assert value["rows"][0]["class"] == "narrower"
    assert value["rows"][0]["cells"]["one"] == {
        "text": "number", "inferred": False, "provenance": "seed", "type": "number",
    }  # fmt: skip
    assert value["rows"][0]["cells"]["two"]["name"] == "max_tokens"
    assert value["drop_in"][0] == {
        "operation": "chat",
        "from": "one",
        "to": "two",
        "direction": "request",
        "verdict": "drop-in for these members only",
        "assumed": "",
        "members": ["model", "n"],
        "blame": "Request.limit",
        "message": "Request.limit: type narrowed from number to integer",
        "witness": {"instance": 0.5, "of": "value"},
        "findings": 3,
        "counts": {"identical": 4, "ignored": 0, "narrower": 1},
    }
    assert value["drop_in"][1]["witness"] is None
    assert value["drop_in"][1]["assumed"] == "open readers"


def test_markdown_of_verdicts() -> None:
    """The verdicts are a table at the end."""
    text = matrix_to_markdown(MATRIX)

    assert "| chat | one | two | request | drop-in for these members only (model, n) | Request.limit: type" in text
    assert (
        '| chat | two | one | response | drop-in, open readers assumed | Answer.kind: "y" is valid there |  |' in text
    )
    assert "| chat | two | one | request | drop-in for these members only (none) |  |  |" in text


def test_a_name_from_a_document_moves_no_cursor() -> None:
    """Control characters of a document are written as escapes on a terminal."""
    row = Row(section="chat: request", path="a\n\x1b[31m", cells=(NUMBER, NUMBER))

    text = matrix_to_text(Matrix(columns=("one", "two"), rows=(row,)))

    assert r"a\n\u001b[31m" in text
    assert "\x1b" not in text
