"""Approved changes: which entries cover which changes, and which entries are stale or wrong."""

from __future__ import annotations

from datetime import date

import pytest

from specfold.compare.approval import apply_approvals, locate_findings, read_approvals
from specfold.compare.change import Diff
from specfold.errors import InputError
from specfold.reading import parse_document
from tests.unit.compare.builders import compare_requests

TODAY = date(2026, 6, 1)


def two_changes() -> Diff:
    """Return a diff of two breaking changes."""
    old = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    new = {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}}}
    return compare_requests(old, new)


def entry(**keys: str) -> str:
    """Return an approval file with one entry."""
    lines = [f"{name}: {value}" for name, value in {"reason": "agreed", "who": "ana", **keys}.items()]
    return "approvals:\n  - " + "\n    ".join(lines) + "\n"


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ({"rule": "type-changed"}, 0),
        ({"rule": "type-changed", "pointer": "'/paths/**/a/type'"}, 1),
        ({"rule": "type-changed", "pointer": "'/paths/*/a/type'"}, 2),
        ({"rule": "type-changed", "expires": "2026-06-01"}, 0),
        ({"rule": "type-changed", "expires": "2026-05-31"}, 2),
    ],
)
def test_an_entry_takes_out_what_it_covers(keys: dict[str, str], left: int) -> None:
    """A rule with a pointer glob covers the changes whose pointer matches, up to its last day."""
    document = parse_document(entry(**keys).encode(), "approvals.yaml")

    approved = apply_approvals(two_changes(), read_approvals(document), source="approvals.yaml", today=TODAY)

    assert len(approved.diff.changes) == left
    assert len(approved.accepted) == 2 - left


def test_a_fingerprint_covers_one_change() -> None:
    """A fingerprint covers its change and no other."""
    diff = two_changes()
    document = parse_document(entry(fingerprint=f"'{diff.changes[1].fingerprint}'").encode(), "approvals.yaml")

    approved = apply_approvals(diff, read_approvals(document), source="approvals.yaml", today=TODAY)

    assert approved.diff.changes == diff.changes[:1]
    assert approved.findings == ()


@pytest.mark.parametrize(
    ("keys", "rule"),
    [
        ({"rule": "type-changed", "expires": "2026-05-31"}, "approval-expired"),
        ({"rule": "minimum-added"}, "approval-unused"),
        ({"fingerprint": "'0000000000000000'"}, "approval-unused"),
    ],
)
def test_stale_entries_are_found_with_their_line(keys: dict[str, str], rule: str) -> None:
    """An entry that has expired or covers nothing is reported with file, line and hint."""
    document = parse_document(entry(**keys).encode(), "approvals.yaml")

    approved = apply_approvals(two_changes(), read_approvals(document), source="approvals.yaml", today=TODAY)
    (finding,) = locate_findings(approved.findings, document)

    assert (finding.rule, finding.source, finding.line) == (rule, "approvals.yaml", 2)
    assert finding.hint


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{}", "no list `approvals`"),
        ("approvals: 1", "no list `approvals`"),
        ("approvals: [1]", "an approval is an object"),
        (entry(rule="type-changed", colour="red"), "unknown key 'colour'"),
        ("approvals: [{rule: type-changed, who: ana}]", "'reason' is missing"),
        (entry(), "names a fingerprint, or a rule"),
        (entry(rule="type-changed", fingerprint="x"), "names a fingerprint, or a rule"),
        (entry(fingerprint="x", pointer="/a"), "a pointer beside it says nothing"),
        (entry(rule="no-such-rule"), "no rule is called 'no-such-rule'"),
        (entry(rule="type-changed", expires="soon"), "`expires` is a day"),
    ],
)
def test_a_wrong_entry_is_refused(text: str, fault: str) -> None:
    """An approval file that is not what it should be is refused, with what is wrong and a hint."""
    document = parse_document(text.encode(), "approvals.yaml")

    with pytest.raises(InputError, match=fault) as caught:
        read_approvals(document)

    assert caught.value.hint
