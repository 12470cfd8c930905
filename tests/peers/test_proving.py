"""The verdicts with and without the containment engine, over all cases of other projects, both ways."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from specfold.compare.change import Diff, Severity
from specfold.compare.diff import diff_documents
from specfold.compare.proving import Prover
from specfold.document import Document
from tests.peers.cases import find_cases

pytestmark = pytest.mark.peers
UNKNOWN_SHARE = 0.08


def iter_diffs(prover: Prover) -> Iterator[tuple[Diff, Diff]]:
    """Yield each comparison without the engine and with it."""
    for name in ("oasdiff", "openai-history"):
        folder = find_cases(name)
        for case in json.loads((folder / "index.json").read_bytes()):
            base, revision = (
                Document(json.loads((folder / case[side]).read_bytes()), side) for side in ("base", "revision")
            )
            for old, new in ((base, revision), (revision, base)):
                yield diff_documents(old, new), diff_documents(old, new, prover=prover)


def test_the_engine_turns_no_verdict_round() -> None:
    """With the engine a verdict is the same, or one that was undecided is settled; little is undecided either way."""
    prover = Prover()
    if not prover.is_there:
        pytest.skip("the containment engine is not installed: pip install 'specfold[prove]'")

    pairs = [
        (one, other)
        for without, settled in iter_diffs(prover)
        for one, other in zip(by_name(without), by_name(settled), strict=True)
    ]

    assert all(one == other for one, other in pairs if one[1] is not Severity.UNKNOWN)
    assert [one[0] for one, _ in pairs] == [other[0] for _, other in pairs]
    assert sum(one[1] is Severity.UNKNOWN for one, _ in pairs) / len(pairs) <= UNKNOWN_SHARE


def by_name(diff: Diff) -> list[tuple[str, Severity]]:
    """Return the severity of each change by its fingerprint, in a stable order."""
    return sorted((change.fingerprint, change.severity) for change in diff.changes)
