"""
Measures generation, clients and comparison against their peers, interleaved, and prints one table: `python -m benchmarks`.

Each row is the median over rounds, ratios pair by pair. Installs nothing: `nox -s benchmarks` does, and runs this.
"""

from __future__ import annotations

import argparse
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from benchmarks import calls, comparing, generation, imports, memory, streaming, typechecking
from benchmarks.harness import peers, table
from benchmarks.harness.run import CLOCKS, Run
from benchmarks.harness.table import Row

PARTS: Final[dict[str, Callable[[Run], Iterator[Row]]]] = {
    "streaming": streaming.measure,
    "calls": calls.measure,
    "imports": imports.measure,
    "memory": memory.measure,
    "typechecking": typechecking.measure,
    "generation": generation.measure,
    "comparing": comparing.measure,
}


def part(name: str) -> str:
    """Accept the name of a part."""
    if name not in PARTS:
        raise argparse.ArgumentTypeError(f"{name!r} is none of {', '.join(PARTS)}")
    return name


def main() -> None:
    """Measure what is asked for and print it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", type=part, metavar="part", help=f"of: {', '.join(PARTS)}; all unless given")
    parser.add_argument("--rounds", type=int, default=5, help="pairs of measurements; medians are shown")
    parser.add_argument("--clock", choices=sorted(CLOCKS), default="wall", help="cpu: for a machine shared with others")
    parser.add_argument("--only", default="", help="measure only rows whose name contains this")
    parser.add_argument("--json", type=Path, help="write the rows and the facts of the machine to this file as well")
    parser.add_argument("--oasdiff", help="the binary of oasdiff, to compare `specfold diff` with")
    parser.add_argument(
        "--large", nargs=2, metavar=("OLD", "NEW"), help="two states of a large document, in JSON, to compare"
    )
    given = parser.parse_args()
    large = tuple(given.large) if given.large else None
    run = Run(rounds=given.rounds, clock=given.clock, only=given.only, oasdiff=given.oasdiff, large=large)
    peers.use_this_tree()
    # Bytecode is kept, as it is where a package is installed: compiling is no part of what an import or a command takes.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    print(f"{run.rounds} rounds, {run.clock} time")
    rows = table.print_rows(itertools.chain.from_iterable(PARTS[name](run) for name in given.parts or PARTS))
    if given.json is not None:
        given.json.write_text(table.to_json(rows, rounds=run.rounds, clock=run.clock), "utf-8")


if __name__ == "__main__":
    main()
