"""
The memory a process grows by while it streams 20,000 chunks, above what it held after the import: largest resident size.

A new process each time, the peer beside ours. Run with `python -m benchmarks memory`.
"""

from __future__ import annotations

import importlib
import resource
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.harness import peers, server, table
from benchmarks.harness.answers import Scenario
from benchmarks.harness.peers import ASK
from benchmarks.harness.run import Run
from benchmarks.harness.table import Bounds, Row

TEXT = Scenario("text", 20_000)
MEBIBYTE = 1 << 20


def measure(run: Run) -> Iterator[Row]:
    """Yield the rows that are wanted, against a server of their own."""
    rows: dict[str, tuple[str, Bounds]] = {
        "memory while streaming 20,000 chunks": ("ours", Bounds(at_least=6, aim=3, is_cost=True, unit="MB")),
        "the same memory, final() taken": ("ours with final", Bounds(unit="MB")),
        "the same memory, certificates read": ("ours with certificates", Bounds(unit="MB")),
        "the same memory, openai": ("theirs", Bounds(unit="MB")),
        "memory of the whole process": ("ours whole", Bounds(unit="MB")),
        "memory of the whole process, openai": ("theirs whole", Bounds(unit="MB")),
    }
    with server.running() as url:
        yield from run.rows(
            {
                what: partial(in_new_processes, side=side, url=url, run=run, bounds=bounds)
                for what, (side, bounds) in rows.items()
            }
        )


def in_new_processes(what: str, *, side: str, url: str, run: Run, bounds: Bounds) -> Row:
    """Measure the megabytes one side grows by, in processes of its own."""
    command = [sys.executable, "-m", "benchmarks.memory", side, url]
    values = [
        float(subprocess.run(command, check=True, capture_output=True, text=True, cwd=peers.ROOT).stdout)
        for _ in range(run.rounds)
    ]
    return table.summarise(what, values, bounds=bounds)


def grown_by(side: str, *, url: str) -> float:
    """Return the megabytes this process grows by, streaming one answer; constructing the client counts."""
    make = peers.their_client if side.startswith("theirs") else peers.our_client
    before = 0
    if not side.endswith(" whole"):
        # A client imports its HTTP library when it is made; what importing takes is no part of what streaming takes.
        for module in ("openai",) if side == "theirs" else ("httpx", peers.PACKAGE):
            importlib.import_module(module)
        before = largest_resident()
    if side == "ours with certificates":  # the server has no TLS
        importlib.import_module(f"{peers.PACKAGE}._runtime.http").shared_ssl_context()
    with make(url, TEXT) as client:
        stream = client.chat.completions.create(**ASK, stream=True)
        seen = sum(1 for _ in stream)
        if side == "ours with final" and not stream.final().choices[0].message.content:
            raise SystemExit("an answer without content")
    if seen != TEXT.chunks:
        raise SystemExit(f"{seen} of {TEXT.chunks} chunks were seen")
    return (largest_resident() - before) / MEBIBYTE


def largest_resident() -> int:
    """Return the largest resident size this program ever had, in bytes; what started the process does not count."""
    status = Path("/proc/self/status")
    if status.is_file():  # the figure of `getrusage` is never below that of the process this one was forked from
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":  # the process of its own
    peers.use_this_tree()
    print(grown_by(sys.argv[1], url=sys.argv[2]))
