"""Two schemas compared, one edit at a time: which rule names it and how grave it is, sent and answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from specfold.compare.change import Severity
from tests.unit.compare.builders import compare_requests, compare_responses, found

EDITS = yaml.safe_load(Path(__file__).with_name("schema_edits.yaml").read_text("utf-8"))


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["edit"])
def test_an_edit_of_what_is_sent(edit: dict[str, Any]) -> None:
    """An edit of a request schema is reported with the severity of the sender's view."""
    diff = compare_requests(edit["old"], edit["new"])

    assert sorted(found(diff)) == edit["sent"]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["edit"])
def test_an_edit_of_what_is_answered(edit: dict[str, Any]) -> None:
    """An edit of a response schema is reported with the severity of the reader's view."""
    diff = compare_responses(edit["old"], edit["new"])

    assert sorted(found(diff)) == edit["answered"]


def test_a_breaking_change_shows_an_example() -> None:
    """A breaking change carries a value that was accepted and is refused."""
    diff = compare_requests({"type": "number", "maximum": 2}, {"type": "number", "maximum": 1})

    (change,) = diff.changes

    assert change.witness is not None
    assert change.witness.instance == 2


def test_what_no_example_shows_is_undecided() -> None:
    """A change that looks grave and cannot be shown is undecided, and the message says why."""
    diff = compare_requests({"type": "string", "format": "date"}, {"type": "string", "format": "made-up"})

    (change,) = diff.changes

    assert change.severity is Severity.UNKNOWN
    assert "no example found" in change.message


def test_a_finite_list_is_tried_to_the_end() -> None:
    """A bound that refuses none of the listed values is safe, and the message says so."""
    diff = compare_requests(
        {"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a", "b"], "maxLength": 2}
    )

    (change,) = diff.changes

    assert (change.severity, change.witness) == (Severity.INFO, None)
    assert "no listed value is refused" in change.message


@pytest.mark.parametrize("slip", [{"maxLength": 20}, {"minLength": 40}, {"pattern": "^[a-z]+$"}])
def test_what_contradicts_the_format_is_set_aside(slip: dict[str, Any]) -> None:
    """A bound that no value of the format satisfies is a slip; the example is a value of the format."""
    diff = compare_requests({"type": "string", "format": "uuid", **slip}, {"type": "integer"})

    change = diff.changes[0]

    assert (change.id, change.severity) == ("type-changed", Severity.BREAKING)
    assert change.witness is not None


def test_a_slip_that_went_is_undecided() -> None:
    """A pattern no value of the format matched promised nothing, so dropping it from an answer is undecided."""
    diff = compare_responses(
        {"type": "string", "format": "date-time", "pattern": "^[a-z]+$"}, {"type": "string", "format": "date-time"}
    )

    (change,) = diff.changes

    assert change.severity is Severity.UNKNOWN
    assert "contradicts the format" in change.message
