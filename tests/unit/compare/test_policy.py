"""Policies: what a team decides about severities and readers, and which decisions are none."""

from __future__ import annotations

import pytest

from specfold.compare.change import Severity
from specfold.compare.diff import diff_documents
from specfold.compare.policy import Policy, read_policy
from specfold.errors import InputError
from specfold.reading import parse_document
from specfold.report.diff_report import diff_to_text
from specfold.report.html.diff_page import diff_to_html
from tests.unit.compare.builders import document, found, request_of, response_of


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


def test_what_a_policy_calls_breaking_is_shown() -> None:
    """A rule made breaking has an example checked on both sides, where there is one."""
    policy = read_policy(
        parse_document(b"severity: {parameter-removed: breaking, enum-value-added: breaking}", "p.yaml")
    )
    old = document({"parameters": [{"name": "a", "in": "query"}], "responses": {}})

    (gone,) = diff_documents(old, document({"responses": {}}), policy=policy).changes
    (more,) = diff_documents(response_of({"enum": ["a"]}), response_of({"enum": ["a", "b"]}), policy=policy).changes

    assert gone.severity is more.severity is Severity.BREAKING
    assert gone.witness is not None
    assert gone.witness.instance == {"parameter": "query a"}
    assert more.witness is not None
    assert more.witness.instance == "b"


def test_what_no_example_shows_is_not_breaking_by_decision() -> None:
    """A rule made breaking keeps its severity where nothing shows the change, and says so."""
    names = ("property-removed", "operation-added", "header-removed")
    policy = Policy(severity=dict.fromkeys(names, Severity.BREAKING))
    headers = {"200": {"description": "", "headers": {"X-A": {}}}}
    old = document({"responses": headers})
    new = document(paths={"/things": {"post": {"responses": {"200": {"description": ""}}}, "get": {"responses": {}}}})
    body = {"type": "object", "properties": {"a": {}, "b": {}}}

    diffs = (
        diff_documents(old, new, policy=policy),
        diff_documents(request_of(body), request_of({"type": "object", "properties": {"a": {}}}), policy=policy),
    )

    for change in (change for diff in diffs for change in diff.changes):
        assert change.severity is not Severity.BREAKING
        assert change.message.endswith("(breaking by policy, but no example shows it)")


def test_what_a_policy_plays_down_is_not_called_safe() -> None:
    """A breaking change made info stands apart from what is safe, and says what it was."""
    policy = Policy(severity={"type-changed": Severity.INFO})

    diff = diff_documents(request_of({"type": "string"}), request_of({"type": "integer"}), policy=policy)

    (change,) = diff.changes
    assert change.message.endswith("(info by policy, else breaking)")
    assert "INFO (1): decided by policy" in diff_to_text(diff)
    assert "nobody who follows the old document notices, or so by policy" in diff_to_html(diff)


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
