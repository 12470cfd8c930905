"""Another tool's cases: 240 pairs of documents with its opinion on each; skipped where the folder is absent."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from specfold.compare.change import Axis, Diff, Severity
from specfold.compare.diff import diff_documents
from specfold.document import Document

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("SPECFOLD_PEER_CASES", ROOT.parent / "shared" / "peer-cases")) / "oasdiff"
UNKNOWN_SHARE = 0.08
AGREEMENT = 0.9
RECALL = 0.95
DISAGREEMENTS: dict[str, tuple[str, ...]] = {
    "the property is read-only, so it is not sent: the pattern narrows what is answered only": (
        "breaking-add-pattern",
        "breaking-add-pattern-recursive",
    ),
    "a bound added to what may be sent refuses values that were accepted; shown by an example": (
        "request-body-max-length-set",
        "request-body-max-set",
        "request-parameter-exclusive-min-set",
        "request-parameter-max-length-set",
        "request-property-max-length-set",
        "request-property-max-set",
    ),
    "another pattern refuses texts that were accepted; shown by an example": ("breaking-modify-parameter-pattern",),
    "a list of values dropped from a request accepts more than before": ("breaking-request-body-enum-removed",),
    "a stability level of an extension is no promise about the wire": (
        "endpoint-stability-stable-to-draft-decreased",
        "request-property-stability-invalid-level",
        "request-property-stability-stable-to-draft-decreased",
    ),
    "the limit says nothing about values of the declared type": (
        "request-body-max-length-increased",
        "request-body-min-length-increased",
        "request-parameter-max-decreased",
        "request-parameter-max-items-decreased",
    ),
    "the schema is that of an array, which has no members: no array is refused for lacking one": ("breaking-any-of",),
    "every UUID is a valid host name, so what is answered now was expected before; undecided": (
        "response-property-format-changed",
    ),
    "a default is what the server does when nothing is sent: behaviour, never breaking on the wire": (
        "request-parameter-default-value-added",
        "request-parameter-default-value-changed",
        "request-parameter-default-value-changed-and-renamed-parameter",
        "request-parameter-default-value-removed",
    ),
    "members that a condition let in fall under `unevaluatedProperties` now; shown by an example": (
        "sub-schema-traversal-deleted-property",
    ),
}
"""Why we decide otherwise, and for which pairs."""

pytestmark = [
    pytest.mark.peers,
    pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the cases of oasdiff are not at {FOLDER}"),
]


@pytest.fixture(scope="module")
def pairs() -> list[tuple[dict[str, Any], Diff]]:
    """Give each case with our diff of it."""
    index = json.loads((FOLDER / "index.json").read_bytes())
    return [(case, diff_documents(_read(case["base"]), _read(case["revision"]))) for case in index]


def _read(name: str) -> Document:
    return Document(json.loads((FOLDER / name).read_bytes()), name)


def test_every_pair_is_compared(pairs: list[tuple[dict[str, Any], Diff]]) -> None:
    """No pair of documents stops the comparison."""
    assert len(pairs) == 240


def test_each_disagreement_on_what_breaks_has_a_reason(pairs: list[tuple[dict[str, Any], Diff]]) -> None:
    """Our verdict is the other tool's, except for the pairs listed with a reason."""
    differing = {case["id"] for case, diff in pairs if case["breaking"] != (diff.counts["breaking"] > 0)}

    assert differing == {name for names in DISAGREEMENTS.values() for name in names}


def test_the_verdicts_mostly_agree(pairs: list[tuple[dict[str, Any], Diff]]) -> None:
    """At least nine of ten verdicts on what breaks are those of the other tool."""
    agreeing = [case["id"] for case, diff in pairs if case["breaking"] == (diff.counts["breaking"] > 0)]

    assert len(agreeing) / len(pairs) >= AGREEMENT


def test_what_the_other_tool_finds_is_found(pairs: list[tuple[dict[str, Any], Diff]]) -> None:
    """For each kind of finding, both ways, we find something that reaches the operation the other tool names."""
    kinds = {check["id"]: check["kind"] for check in json.loads((FOLDER / "checks.json").read_bytes())}
    hits: dict[str, list[bool]] = {}

    for case, diff in pairs:
        back = diff_documents(_read(case["revision"]), _read(case["base"]))
        for entries, found in ((case["expected"], diff), (case["reverse_expected"], back)):
            for entry in entries:
                hits.setdefault(kinds[entry["id"]], []).append(_is_found(entry, found))

    assert {kind: sum(flags) / len(flags) for kind, flags in hits.items() if sum(flags) / len(flags) < RECALL} == {}


def _is_found(entry: dict[str, Any], diff: Diff) -> bool:
    """Tell whether a change reaches the operation of an entry; one without operation is about the document."""
    title = f"{entry.get('operation', '')} {entry.get('path', '')}".strip()
    return any(not title or title in change.reached or title == change.operation for change in diff.changes)


def test_whatever_breaks_is_shown(pairs: list[tuple[dict[str, Any], Diff]]) -> None:
    """Each breaking change has an example; one of an exchange is accepted by one of its schemas and refused by the other."""
    breaking = [change for _, diff in pairs for change in diff.changes if change.severity is Severity.BREAKING]

    assert all(change.witness for change in breaking)
    assert {change.axis for change in breaking} <= {Axis.REQUEST, Axis.RESPONSE}
    for witness in [change.witness for change in breaking if change.witness and change.witness.schemas]:
        old, new = witness.schemas or ({}, {})
        verdicts = {Draft202012Validator(schema).is_valid(witness.instance) for schema in (old, new)}
        assert verdicts == {True, False}


def test_little_is_undecided(pairs: list[tuple[dict[str, Any], Diff]]) -> None:
    """Few changes are left undecided."""
    total = sum(len(diff.changes) for _, diff in pairs)

    undecided = sum(diff.counts["unknown"] for _, diff in pairs)

    assert undecided / total <= UNKNOWN_SHARE
