"""Changes and matrices written out: as text a person reads, as JSON of a fixed shape, as Markdown."""

from __future__ import annotations

import json

import pytest

from specfold.compare.change import Axis, Change, Diff, Severity, Witness
from specfold.compare.rules import RULES
from specfold.compare.table import Cell, Matrix, Row
from specfold.pointer import JsonPointer
from specfold.report.diff_report import diff_to_json, diff_to_markdown, diff_to_text
from specfold.report.layout import code, column_widths, wrap
from specfold.report.matrix_report import matrix_to_json, matrix_to_markdown, matrix_to_text
from specfold.report.rules_report import rules_to_markdown

BREAKING = Change(
    id="maximum-lowered",
    severity=Severity.BREAKING,
    axis=Axis.REQUEST,
    operation="POST /a",
    pointer_old=JsonPointer.parse("/components/schemas/A/maximum"),
    pointer_new=JsonPointer.parse("/components/schemas/B/maximum"),
    message="A: maximum lowered: <= 2 → <= 1",
    before=2,
    after=1,
    witness=Witness(2),
    fingerprint="f1",
    reached=("POST /a", "POST /b"),
)
ADDED = Change(
    id="operation-added",
    severity=Severity.INFO,
    axis=Axis.REQUEST,
    operation="GET /a|b",
    pointer_old=None,
    pointer_new=JsonPointer.parse("/paths/x"),
    message="operation GET /a|b added",
    fingerprint="f2",
    reached=("GET /a|b",),
)
SERVER = Change(
    id="stream-removed",
    severity=Severity.BREAKING,
    axis=Axis.RESPONSE,
    operation="",
    pointer_old=JsonPointer(),
    pointer_new=None,
    message="a stream went",
    witness=Witness("x" * 500),
    fingerprint="f3",
)
WEBHOOK = Change(
    id="webhook-changed",
    severity=Severity.UNKNOWN,
    axis=Axis.RESPONSE,
    operation="",
    pointer_old=JsonPointer(("webhooks",)),
    pointer_new=JsonPointer(("webhooks",)),
    message="webhook differs",
    fingerprint="f4",
)
DIFF = Diff(old="a.yaml", new="b.yaml", changes=(BREAKING, ADDED))


def test_text_of_a_diff() -> None:
    """The text groups changes by severity, says what, where, whom and an example, and counts at the end."""
    text = diff_to_text(DIFF)

    assert text.splitlines() == [
        "BREAKING (1): what worked before may fail",
        "",
        "  A: maximum lowered: <= 2 → <= 1",
        "      request · maximum-lowered · reached from 2 operations, first POST /a",
        "      old /components/schemas/A/maximum",
        "      new /components/schemas/B/maximum",
        "      example (accepted before, refused now): 2",
        "",
        "INFO (1): safe",
        "",
        "  operation GET /a|b added",
        "      request · operation-added",
        "      new /paths/x",
        "",
        "a.yaml → b.yaml: 2 changes: 1 breaking, 1 info.",
    ]


def test_text_of_a_diff_stays_within_the_page() -> None:
    """Long examples are shortened and wrapped; a change without operation says nothing about one."""
    text = diff_to_text(Diff(old="a", new="b", changes=(SERVER, WEBHOOK)), width=60)

    assert "old (the document)" in text
    assert "at /webhooks" in text
    assert "may come now, not expected before" in text
    assert max(map(len, text.splitlines())) <= 60


def test_text_of_no_change() -> None:
    """Two documents that agree get one line."""
    text = diff_to_text(Diff(old="a", new="b", changes=()))

    assert text == "a → b: no change.\n"


def test_json_of_a_diff_has_the_promised_shape() -> None:
    """The JSON has the members the command promises, a null pointer where a side has no node."""
    value = json.loads(diff_to_json(DIFF))

    assert value["summary"] == {"breaking": 1, "unknown": 0, "warning": 0, "info": 1}
    assert set(value["changes"][0]) >= {
        "id", "severity", "axis", "operation", "pointer_old", "pointer_new", "message", "witness", "fingerprint",
    }  # fmt: skip
    assert value["changes"][0]["witness"] == {"instance": 2, "of": "value"}
    assert value["changes"][1]["pointer_old"] is None
    assert value["changes"][1]["witness"] is None


def test_markdown_of_a_diff() -> None:
    """The Markdown is a list for each severity; nothing in a message can become markup."""
    text = diff_to_markdown(DIFF)

    assert "## Breaking (1)" in text
    assert "operation GET /a\\|b added" in text
    assert "example (accepted before, refused now): `2`" in text


def cell(text: str, *, inferred: bool = False) -> Cell:
    """Return a cell that says a text."""
    return Cell(text=text, facts={"type": text}, inferred=inferred)


MATRIX = Matrix(
    columns=("one", "two"),
    rows=(
        Row(section="chat: request", path="messages", cells=(cell("array of object*"), cell("array of object*"))),
        Row(
            section="chat: request", path="messages[].role", cells=(cell("string*"), cell("user | tool", inferred=True))
        ),
        Row(section="chat: request", path="model", cells=(cell("string"), None)),
        Row(section="files: request", path="name", cells=(None, cell("string"))),
    ),
)


def test_text_of_a_matrix() -> None:
    """The text nests members, marks the class of each row, and drops the columns of what one document alone has."""
    text = matrix_to_text(MATRIX, width=60)

    assert text.splitlines() == [
        "chat: request",
        "─────────────",
        "             one               two",
        "=  messages  array of object*  array of object*",
        "≠    role    string*           ~ user | tool",
        "+  model     string            \N{EN DASH}",
        "",
        "files: request (two only)",
        "─────────────────────────",
        "+  name  string",
        "",
        "= same everywhere   ≠ differs   + only in one   \N{EN DASH} not there   ~ inferred   * must be there",
        "after the first that has it: ⊂ accept less   ⊃ accept more   ∩ overlap   ∥ disjoint   ? undecided",
        "one, two: 4 rows: 1 same, 1 differ, 2 in one only.",
    ]


def test_text_of_an_empty_matrix() -> None:
    """A matrix without rows is its legend and a count."""
    text = matrix_to_text(Matrix(columns=("a",), rows=()))

    assert text.endswith("a: 0 rows: 0 same, 0 differ, 0 in one only.\n")


def test_json_of_a_matrix() -> None:
    """The JSON has a cell for each column, with its facts."""
    value = json.loads(matrix_to_json(MATRIX))

    assert value["columns"] == ["one", "two"]
    assert value["rows"][1]["class"] == "differs"
    assert value["rows"][1]["cells"]["two"] == {"text": "user | tool", "inferred": True, "type": "user | tool"}
    assert value["rows"][2]["cells"]["two"] is None
    counted = {name: count for name, count in value["summary"].items() if count}
    assert counted == {"same": 1, "differs": 1, "only-in": 2}


def test_markdown_of_a_matrix() -> None:
    """The Markdown is one table a section; a bar in a cell ends no cell."""
    text = matrix_to_markdown(MATRIX)

    assert "| ≠ | messages[].role | string\\* | ~ user \\| tool |" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("a b c", ["a b", "c"]),
        ("/ab/cd", ["/ab/", "cd"]),
        ("abcdefgh", ["abcd", "efgh"]),
        ("x abcdefgh", ["x", "abcd", "efgh"]),
    ],
)
def test_wrapping_breaks_where_a_reader_would(text: str, expected: list[str]) -> None:
    """Lines break at spaces, else after a slash or dot, else anywhere."""
    lines = wrap(text, 4)

    assert lines == expected


def test_columns_share_what_others_leave() -> None:
    """Narrow columns get what they need, wide ones share the rest."""
    widths = column_widths([["ab", "a" * 50, "b" * 50]], width=50)

    assert widths == (4, 21, 21)


def test_code_in_markdown_may_hold_a_backtick() -> None:
    """Code with a backtick gets a longer fence."""
    text = code("a`b|c")

    assert text == "`` a`b\\|c ``"
    assert code("a``b") == "``` a``b ```"


def test_the_table_of_rules() -> None:
    """Each rule is a row; an axis that is always the same shows the severity of its direction only."""
    lines = rules_to_markdown(RULES.values()).splitlines()

    assert len(lines) == len(RULES) + 2
    assert "| `maximum-lowered` | request or response | breaking | info | The upper bound is lower. |" in lines
    assert "| `operation-added` | request | info |  | The new document has an operation the old one lacks. |" in lines
    assert (
        "| `response-removed` | response |  | breaking | A success status readers wait for is no longer answered. |"
        in lines
    )
