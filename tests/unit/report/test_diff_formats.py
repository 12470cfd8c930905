"""The formats of a diff for programs: the published JSON shape, SARIF, workflow commands and JUnit."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from jsonschema import Draft202012Validator

from specfold.compare.change import Change, Diff, Severity
from specfold.compare.diff import diff_documents
from specfold.document import Document, Json, Origin
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


EVIL = "a\n::error::\x1b[31m\x85\u202e[l](javascript:x)"


@pytest.fixture
def evil() -> Diff:
    """Give a diff whose titles, names and values want to leave their place."""
    old, new = (request_of({"properties": {EVIL: {"enum": [value]}}}) for value in (EVIL, "z"))
    return diff_documents(attrs.evolve(old, source=EVIL), new)


@pytest.mark.parametrize(
    "write",
    [
        diff_to_text,
        diff_to_json,
        diff_to_markdown,
        lambda diff: diff_to_junit(diff, fail_on=Severity.INFO),
        lambda diff: diff_to_sarif(diff, locate=lambda _: Origin(EVIL, 1), version="1"),
        lambda diff: diff_to_github(diff, locate=lambda _: Origin(EVIL, 1)),
    ],
    ids=["text", "json", "markdown", "junit", "sarif", "github"],
)
def test_no_format_lets_names_out(evil: Diff, write: Callable[[Diff], str]) -> None:
    """Control characters and marks that turn the direction are escaped, and no name starts a line of its own."""
    text = write(evil)

    assert not {"\x1b", "\x85", "\u202e"} & set(text)
    assert not [line for line in text.splitlines() if line.lstrip().startswith("::error::")]


def test_json_says_the_same_however_it_is_escaped(evil: Diff) -> None:
    """What is escaped in JSON is the same text to who reads it."""
    (change,) = json.loads(diff_to_json(evil))["changes"]

    assert change["witness"]["instance"] == {EVIL: EVIL} or change["witness"]["instance"] == EVIL


def _wrap_member(schema: Json, number: int) -> Json:
    """Return an object with a member."""
    return {"properties": {f"member_{number}": schema}}


def test_long_pointers_are_wrapped() -> None:
    """No line is longer than the page, however deep a change is."""
    old, new = (request_of(reduce(_wrap_member, range(20), {"type": name})) for name in ("string", "integer"))

    text = diff_to_text(diff_documents(old, new))

    assert max(map(len, text.splitlines())) <= 100


@attrs.frozen
class Always:
    """Locate every change at one place."""

    place: Origin

    def __call__(self, change: Change) -> Origin:
        """Return the place."""
        del change
        return self.place


def _always(place: Origin, _: Change) -> Origin:
    return place


def test_sarif_has_what_the_standard_asks_for(evil: Diff) -> None:
    """Every member SARIF 2.1.0 requires is there, of its type; names of files are relative references."""
    for diff, source in ((all_kinds(), "a b:c.yaml"), (evil, EVIL)):
        place = Origin(source, 3)
        log = json.loads(diff_to_sarif(diff, locate=Always(place), version="1.2.3"))

        assert log["version"] == "2.1.0"
        (run,) = log["runs"]
        assert run["tool"]["driver"]["name"] == "specfold"
        assert all(rule["id"] and rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"])
        for result in run["results"]:
            assert result["message"]["text"]
            assert result["level"] in {"none", "note", "warning", "error"}
            for location in result["locations"]:
                physical = location["physicalLocation"]
                assert physical["region"]["startLine"] == 3
                assert re.fullmatch(r"\./[A-Za-z0-9%._:/@!$&'()*+,;=~-]+", physical["artifactLocation"]["uri"])
                assert all(isinstance(one["fullyQualifiedName"], str) for one in location["logicalLocations"])
            assert all(isinstance(text, str) for text in result["partialFingerprints"].values())


def test_sarif_takes_no_name_for_a_link(evil: Diff) -> None:
    """Brackets of a name that would make a link are escaped; others stay."""
    lists = diff_documents(request_of({"items": {"type": "string"}}), request_of({"items": {"type": "object"}}))

    texts = [
        json.loads(diff_to_sarif(diff, locate=locate, version="1"))["runs"][0]["results"][0]["message"]["text"]
        for diff in (evil, lists)
    ]

    assert "\\[l\\](javascript:x)" in texts[0]
    assert "request body[]" in texts[1]
