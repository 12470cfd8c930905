"""The containment engine: what it settles, what it leaves, and that nobody needs it."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare import proving
from specfold.compare.change import Severity
from specfold.compare.diff import diff_documents
from specfold.compare.proving import Prover
from specfold.document import Json, JsonObject
from tests.unit.compare.builders import request_of, response_of


class AbsentEngine(Prover):
    """The adapter as it is where the extra is not installed."""

    _engine = None


@pytest.fixture
def prover() -> Prover:
    """Give the adapter with the engine behind it."""
    found = Prover()
    if not found.is_there:
        pytest.skip("the containment engine is not installed: pip install 'specfold[prove]'")
    return found


# A member asked of arrays says nothing about them; no example can show it, and only the engine proves it.
VACUOUS = (
    {"oneOf": [{"type": "array", "properties": {"id": {"type": "string"}}}, {"type": "string"}]},
    {"oneOf": [{"type": "array", "properties": {"id": {"type": "string"}}, "required": ["id"]}, {"type": "string"}]},
)


def test_the_engine_settles_what_no_example_shows(prover: Prover) -> None:
    """A change that no example shows is safe once the engine has proved that all that is sent is accepted."""
    old, new = (request_of(schema) for schema in VACUOUS)

    (without,) = diff_documents(old, new).changes
    (settled,) = diff_documents(old, new, prover=prover).changes

    assert (without.severity, settled.severity) == (Severity.UNKNOWN, Severity.INFO)
    assert "proved" in settled.message


def test_the_engine_is_asked_about_formats_that_hold_at_once(prover: Prover) -> None:
    """A value of two formats has either of them, which no example can show and the engine proves."""
    old = {"type": "string", "format": "email"}
    new = {"allOf": [old, {"format": "uuid"}]}

    (change,) = diff_documents(response_of(old), response_of(new), prover=prover).changes

    assert (change.id, change.severity) == ("format-changed", Severity.INFO)


def test_nobody_needs_the_engine() -> None:
    """Where the engine is absent every answer is that nothing is known, and the diff is the one without it."""
    absent = AbsentEngine()
    old, new = (request_of(schema) for schema in VACUOUS)

    answers = (absent.covers({}, {}), absent.subtract({}, {}), absent.satisfiable({}), absent.validate(1, {}))

    assert answers == (None, None, None, None)
    assert not absent.is_there
    assert diff_documents(old, new, prover=absent).changes == diff_documents(old, new).changes


def test_an_engine_that_cannot_be_imported_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package is no error."""

    def refuse(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(proving, "import_module", refuse)

    assert not Prover().is_there


def test_the_four_functions(prover: Prover) -> None:
    """The engine covers, subtracts, decides whether anything is valid, and validates."""
    narrow, wide = {"type": "integer", "minimum": 1}, {"type": "integer"}

    assert prover.covers(wide, narrow) is True
    assert prover.covers(narrow, wide) is False
    assert prover.validate(0, prover.subtract(wide, narrow)) is True
    assert prover.satisfiable({"type": "string", "minLength": 2, "maxLength": 1}) is False
    assert prover.validate(0, narrow) is False


@pytest.mark.parametrize("wrong", [{"$ref": "#/nowhere"}, {"type": "int"}, {"pattern": "(?<"}])
def test_a_schema_the_engine_refuses_is_undecided(prover: Prover, wrong: JsonObject) -> None:
    """A schema the engine cannot use gives no answer rather than an error."""
    assert prover.covers(wrong, {}) is None
    assert prover.subtract({}, wrong) is None
    assert prover.satisfiable(wrong) is None
    assert prover.validate("a", wrong) is None


class Disproving(Prover):
    """An engine that says no, and of what."""

    rest: Json = None

    def covers(self, wide: Json, narrow: Json) -> bool | None:
        """Say no."""
        return False if wide != narrow else None

    def subtract(self, left: Json, right: Json) -> Json:
        """Say what is sent and refused."""
        return None if left == right else self.rest


@pytest.mark.parametrize(
    ("rest", "severity"),
    [
        ({"type": "string", "enum": ["zz9zz"]}, Severity.BREAKING),
        ({"anyOf": [False, {"enum": ["zz9zz"]}]}, Severity.BREAKING),
        ({"enum": ["zz"]}, Severity.UNKNOWN),
        (None, Severity.UNKNOWN),
    ],
)
def test_what_the_engine_disproves_is_tried(rest: Json, severity: Severity) -> None:
    """What the engine says is sent and refused becomes an example only if the ordinary validator agrees."""
    engine = Disproving()
    engine.rest = rest
    old, new = (request_of({"type": "string", "pattern": pattern}) for pattern in ("^zz.zz$|^zz$", "^zz[^9]zz$|^zz$"))

    (change,) = diff_documents(old, new, prover=engine).changes

    assert change.severity is severity
    assert (change.witness is None) == (severity is Severity.UNKNOWN)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "format": "made-up"},
        {"not": {"type": "string"}},
        {"anyOf": [{"required": ["a"]}, {"required": ["b"]}], "properties": {"a": {}, "b": {}}},
    ],
)
def test_what_cannot_be_written_alone_is_undecided(prover: Prover, schema: JsonObject) -> None:
    """A schema with a part that is not understood is not handed to the engine."""
    other = {**schema, "contentMediaType": "a/b"}

    (change,) = diff_documents(response_of(schema), response_of(other), prover=prover).changes

    assert change.severity is Severity.UNKNOWN


def test_a_recursive_sender_is_written_once(prover: Prover) -> None:
    """Components that refer to themselves are handed to the engine as definitions."""
    node: JsonObject = {
        "type": ["object", "null"],
        "required": ["a"],
        "properties": {
            "a": {"enum": ["x", None]},
            "next": {"$ref": "#/components/schemas/Node"},
            "list": {"type": "array", "prefixItems": [{"type": "integer"}], "items": {"type": "string"}},
            "map": {
                "type": "object",
                "additionalProperties": {"oneOf": [{"type": "string"}, {"type": "null"}, {"const": 1}]},
            },
        },
    }
    reference = {"$ref": "#/components/schemas/Node"}

    (change,) = diff_documents(
        request_of(reference, Node=node), request_of(reference, Node={**node, "contentMediaType": "a/b"}), prover=prover
    ).changes

    assert change.severity is Severity.UNKNOWN
