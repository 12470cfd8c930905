"""Commands in processes of their own, and the CPU time they take; knows no command."""

from __future__ import annotations

import resource
import subprocess

from benchmarks.harness.peers import ROOT


def cpu_seconds(command: list[str], *, answers: frozenset[int] = frozenset({0})) -> tuple[float, bytes]:
    """
    Run a command in the root of this tree; return the CPU seconds it took and what it printed.

    Args:
        command: the program and its arguments.
        answers: exit codes that are answers; any other ends the benchmark.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in answers:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout.decode()}{done.stderr.decode()}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout
