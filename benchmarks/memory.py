"""
The memory a process grows by while it streams 20,000 chunks, above what it held after the import: largest resident size.

A new process each time, the peer beside ours. Run with `nox -s benchmarks`, or `python benchmarks/memory.py --rounds 7`.
"""

from __future__ import annotations

import importlib
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.harness import peers, server, table
from benchmarks.harness.answers import Scenario
from benchmarks.harness.peers import ASK
from benchmarks.harness.table import Bounds, Row

INNER = "--in-this-process"
TEXT = Scenario("text", 20_000)
MEBIBYTE = 1 << 20


def main() -> None:
    """Measure and print; or measure one side in this process."""
    peers.use_this_tree()
    if INNER in sys.argv:
        print(grown_by(sys.argv[-2], url=sys.argv[-1]))
        return
    arguments = table.parse_arguments(__doc__)
    with server.running() as url:
        table.report(measure(url, rounds=arguments.rounds, only=arguments.only), arguments=arguments)


def measure(url: str, *, rounds: int, only: str) -> Iterator[Row]:
    """Yield the rows whose name contains a text."""
    rows: dict[str, tuple[str, Bounds]] = {
        "memory while streaming 20,000 chunks": ("ours", Bounds(at_least=6, aim=3, is_cost=True, unit="MB")),
        "the same, final() taken": ("ours with final", Bounds(unit="MB")),
        "the same, openai": ("theirs", Bounds(unit="MB")),
    }
    for what, (side, bounds) in rows.items():
        if only in what:
            yield table.summarise(what, [in_new_process(side, url=url) for _ in range(rounds)], bounds=bounds)


def in_new_process(side: str, *, url: str) -> float:
    """Return the megabytes one side grows by in a process of its own."""
    command = [sys.executable, __file__, INNER, side, url]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def grown_by(side: str, *, url: str) -> float:
    """Return the megabytes this process grows by, streaming one answer; constructing the client counts."""
    make = peers.their_client if side == "theirs" else peers.our_client
    importlib.import_module("openai" if side == "theirs" else f"{peers.PACKAGE}.client")
    before = largest_resident()
    with make(url, TEXT) as client:
        stream = client.chat.completions.create(**ASK, stream=True)
        seen = sum(1 for _ in stream)
        if side == "ours with final" and not stream.final().choices[0].message.content:
            raise SystemExit("an answer without content")
    if seen != TEXT.chunks:
        raise SystemExit(f"{seen} of {TEXT.chunks} chunks were seen")
    return (largest_resident() - before) / MEBIBYTE


def largest_resident() -> int:
    """Return the largest resident size this process ever had, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main()
