"""Policies: what a team decides about severities and readers, and which decisions are none."""

from __future__ import annotations

import pytest

from specfold.compare.change import Severity
from specfold.compare.diff import diff_documents
from specfold.compare.policy import read_policy
from specfold.errors import InputError
from specfold.reading import parse_document
from tests.unit.compare.builders import found, request_of, response_of


def test_closed_readers_do_not_know_a_value_that_joins() -> None:
    """For closed readers a value that joins an enumeration of an answer is breaking, shown by that value."""
    policy = read_policy(parse_document(b"enum_readers: closed", "policy.yaml"))

    diff = diff_documents(response_of({"enum": ["a"]}), response_of({"enum": ["a", "b"]}), policy=policy)

    (change,) = diff.changes
    assert change.severity is Severity.BREAKING
    assert change.witness is not None
    assert change.witness.instance == "b"
    assert found(diff_documents(request_of({"enum": ["a"]}), request_of({"enum": ["a", "b"]}), policy=policy)) == {
        "info request enum-value-added"
    }


def test_a_rule_has_the_severity_decided_for_it() -> None:
    """A policy changes the severity of a rule."""
    policy = read_policy(parse_document(b"severity: {property-removed: info}", "policy.yaml"))
    old = response_of({"type": "object", "properties": {"a": {}, "b": {}}})

    diff = diff_documents(old, response_of({"type": "object", "properties": {"a": {}}}), policy=policy)

    assert found(diff) == {"info response property-removed"}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("colour: red", "unknown key 'colour'"),
        ("enum_readers: some", "`open` or `closed`"),
        ("severity: [info]", "maps rules to severities"),
        ("severity: {no-such-rule: info}", "no rule is called"),
        ("severity: {property-removed: grave}", "a severity is one of"),
        ("severity: {default-changed: breaking}", "cannot be breaking"),
    ],
)
def test_a_wrong_decision_is_refused(text: str, fault: str) -> None:
    """A policy file that is not what it should be is refused, with what is wrong and a hint."""
    with pytest.raises(InputError, match=fault) as caught:
        read_policy(parse_document(text.encode(), "policy.yaml"))

    assert caught.value.hint
