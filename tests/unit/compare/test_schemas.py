"""Two schemas compared, one edit at a time: which rule names it and how grave it is, sent and answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

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


def test_a_breaking_change_without_example_says_so() -> None:
    """Where no example is found, the message says it."""
    diff = compare_requests({"type": "string", "format": "date"}, {"type": "string", "format": "uri"})

    (change,) = diff.changes

    assert change.witness is None
    assert "no example found" in change.message
