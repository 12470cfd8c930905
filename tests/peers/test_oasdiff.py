"""Another tool's cases: 240 pairs of documents with its opinion on each; skipped where the folder is absent."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from specfold.compare.change import Diff
from specfold.compare.diff import diff_documents
from specfold.document import Document

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("SPECFOLD_PEER_CASES", ROOT.parent / "shared" / "peer-cases")) / "oasdiff"
UNKNOWN_SHARE = 0.08
DISAGREEMENTS: dict[str, tuple[str, ...]] = {
    "the property is read-only, so it is not sent: the pattern narrows what is answered only": (
        "breaking-add-pattern",
        "breaking-add-pattern-recursive",
    ),
    "a bound added to what may be sent refuses values that were accepted; shown by an example": (
        "breaking-max-length-from-nil",
        "request-body-max-length-set",
        "request-body-max-set",
        "request-parameter-exclusive-min-set",
        "request-parameter-max-length-set",
        "request-property-max-length-set",
        "request-property-max-set",
    ),
    "another pattern refuses texts that were accepted; shown by an example": ("breaking-modify-parameter-pattern",),
    "a pattern dropped from an answer lets texts through that readers did not expect; shown by an example": (
        "breaking-modify-pattern",
        "response-property-pattern-removed",
    ),
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
    "an object and a string exclude each other; what XML makes of a schema is not defined": (
        "request-body-type-loosely-typed-compatible",
        "response-body-type-loosely-typed-compatible",
    ),
    "a default is what the server does when nothing is sent: behaviour, never breaking on the wire": (
        "request-parameter-default-value-added",
        "request-parameter-default-value-changed",
        "request-parameter-default-value-changed-and-renamed-parameter",
        "request-parameter-default-value-removed",
    ),
    "an enumeration of an extension is not validated by anybody": ("request-parameter-xextensible-enum-value-removed",),
    "the revision requires a member with the empty name; shown by an example": ("request-property-marked-optional",),
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


def test_little_is_undecided(pairs: list[tuple[dict[str, Any], Diff]]) -> None:
    """Few changes are left undecided."""
    total = sum(len(diff.changes) for _, diff in pairs)

    undecided = sum(diff.counts["unknown"] for _, diff in pairs)

    assert undecided / total <= UNKNOWN_SHARE
