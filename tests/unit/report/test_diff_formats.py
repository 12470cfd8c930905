"""The formats of a diff for programs: the published JSON shape, SARIF, workflow commands and JUnit."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from specfold.compare.change import Change, Diff, Severity
from specfold.compare.diff import diff_documents
from specfold.document import Document, Origin
from specfold.report.diff_github import diff_to_github
from specfold.report.diff_junit import diff_to_junit
from specfold.report.diff_report import diff_to_json, diff_to_markdown, diff_to_text
from specfold.report.diff_sarif import diff_to_sarif
from tests.unit.compare.builders import document, request_of, response_of

SCHEMA = json.loads((Path(__file__).parents[3] / "docs" / "diff.schema.json").read_bytes())
EMPTY = document({"responses": {}})


def all_kinds() -> Diff:
    """Return a diff with every severity and with witnesses of values and of exchanges."""
    old: list[Document] = [
        request_of({"type": "string"}),
        response_of({"minLength": 2, "default": 1}),
        response_of({}),
        EMPTY,
    ]
    new: list[Document] = [
        request_of({"type": "integer"}),
        response_of({"minLength": 3, "default": 2}),
        response_of({"contentMediaType": "a/b"}),
        document(paths={}),
    ]
    changes = [change for pair in zip(old, new, strict=True) for change in diff_documents(*pair).changes]
    return Diff(old="old", new="new", changes=tuple(sorted(changes, key=lambda change: change.severity.rank)))


def locate(change: Change) -> Origin | None:
    """Say that what the new document has stands on line 7 of a file with a difficult name."""
    return None if change.pointer_new is None else Origin("a,b:c.yaml", 7)


def test_json_has_the_published_shape() -> None:
    """The JSON of a diff of all kinds, and of one with approvals, is valid against the published schema."""
    validator = Draft202012Validator(SCHEMA)
    approved = [{"id": "type-changed", "fingerprint": "0" * 16, "reason": "agreed", "who": "ana"}]
    diff = all_kinds()

    Draft202012Validator.check_schema(SCHEMA)
    for text in (
        diff_to_json(diff),
        diff_to_json(diff, approved=approved),
        diff_to_json(Diff(old="a", new="a", changes=())),
    ):
        assert list(validator.iter_errors(json.loads(text))) == []
    assert {change.severity for change in diff.changes} == set(Severity)
    assert {change.witness.of for change in diff.changes if change.witness} == {"value", "request"}


def test_sarif_has_a_result_for_each_change() -> None:
    """SARIF names the rules it uses and gives each change its level, place, line and fingerprint."""
    diff = all_kinds()

    run = json.loads(diff_to_sarif(diff, locate=locate, version="1.2.3"))["runs"][0]

    assert [result["partialFingerprints"]["specfold/v1"] for result in run["results"]] == [
        c.fingerprint for c in diff.changes
    ]
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    lines = [result["locations"][0].get("physicalLocation", {}).get("region") for result in run["results"]]
    assert {"startLine": 7} in lines
    assert None in lines


def test_workflow_commands_are_escaped() -> None:
    """A workflow command has one line for each change, with file and line escaped."""
    diff = all_kinds()

    lines = diff_to_github(diff, locate=locate).splitlines()

    assert len(lines) == len(diff.changes) + 1
    assert any(line.startswith("::error file=a%2Cb%3Ac.yaml,line=7,title=breaking%3A type-changed::") for line in lines)
    assert any(line.startswith("::error title=") for line in lines)


@pytest.mark.parametrize(("threshold", "failures"), [(Severity.BREAKING, 2), (Severity.WARNING, 3), (Severity.INFO, 4)])
def test_junit_fails_from_the_threshold_on(threshold: Severity, failures: int) -> None:
    """JUnit has a case for each change; those at the threshold fail, the undecided one is skipped."""
    suite = ET.fromstring(diff_to_junit(all_kinds(), fail_on=threshold))

    assert suite.get("failures") == str(failures)
    assert len(suite.findall(".//failure")) == failures
    assert len(suite.findall(".//skipped")) == 1
    assert len(suite.findall(".//testcase")) == int(suite.get("tests") or 0)


def test_junit_of_nothing_passes() -> None:
    """Without a change there is one case, which passes."""
    suite = ET.fromstring(diff_to_junit(Diff(old="a\x00", new="b", changes=()), fail_on=Severity.INFO))

    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def test_people_see_which_document_refuses_the_example() -> None:
    """Text and Markdown say of an example what it is part of and who refuses it."""
    gone = diff_documents(response_of({}), document({"responses": {"201": {"description": ""}}}))

    text, markdown = diff_to_text(gone), diff_to_markdown(gone)

    assert 'example of a response (answered before, no longer): {"status": "200"}' in text
    assert "example of a response (answered before, no longer): `" in markdown
