"""Real commits of a big public document: about one finding per root cause, and release notes that say the fact at once."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from specfold.compare.change import Diff, Severity
from specfold.compare.changelog import write_changelog
from specfold.compare.diff import diff_documents
from specfold.document import Document, Json
from specfold.report.changelog_report import changelog_to_text
from tests.peers.cases import find_cases

pytestmark = pytest.mark.peers
FOLDER = find_cases("openai-history")
CASES: list[dict[str, Any]] = json.loads((FOLDER / "index.json").read_bytes())
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "expected" / "openai-history.toml").read_text("utf-8")
)

# Commits whose notes do not hold their keywords in the first two lines, and why.
MISSED = {
    "855e5d4": "the member moved from one part of an allOf to another: the document says the same as before",
    "db3e531": "two inline schemas became components: the document says the same as before",
    "db14b6e": "five edits: the new members stand in the third line, after the new values",
}


@pytest.fixture(scope="module")
def diffs() -> dict[str, Diff]:
    """Give the diff of each commit."""
    return {case["id"]: diff_documents(*(Document(value, case["id"]) for value in read(case))) for case in CASES}


def read(case: dict[str, Any]) -> tuple[Json, Json]:
    """Return the documents before and after a commit."""
    base, revision = (json.loads((FOLDER / case[side]).read_bytes()) for side in ("base", "revision"))
    return base, revision


def test_few_findings_for_each_root_cause(diffs: dict[str, Diff]) -> None:
    """There are at most 1.3 findings for each root cause, counted by hand before."""
    findings = sum(len(diff.changes) for diff in diffs.values())
    causes = sum(len(entry["root_causes"]) for entry in EXPECTED.values())

    assert list(diffs) == list(EXPECTED)
    assert len(diffs) == 33
    assert findings / causes <= 1.3
    print(f"{findings} findings for {causes} root causes")


def test_the_first_two_lines_say_the_fact(diffs: dict[str, Diff]) -> None:
    """The release notes of at least 28 commits hold in their first two lines what was written down before."""
    silent, changeless = set(), set()

    for name, entry in EXPECTED.items():
        lines = changelog_to_text(write_changelog(diffs[name], title="t")).splitlines()
        head = " ".join(lines[:2])
        if not all(any(word in head for word in spellings) for spellings in entry["keywords"]):
            silent.add(name)
        if entry.get("nothing_for_callers"):
            changeless.add(lines[0])

    assert silent == set(MISSED)
    assert len(EXPECTED) - len(silent) >= 28
    assert changeless == {"No new version: nothing changes."}
    print(f"{len(EXPECTED) - len(silent)} of {len(EXPECTED)} subjects in the first two lines")


def test_whatever_breaks_is_shown(diffs: dict[str, Diff]) -> None:
    """Each breaking change of real commits has an example, and nothing is undecided."""
    changes = [change for diff in diffs.values() for change in diff.changes]

    assert all(change.witness for change in changes if change.severity is Severity.BREAKING)
    assert not [change for change in changes if change.severity is Severity.UNKNOWN]
