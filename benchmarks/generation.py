"""
Generating all clients from nothing against the plain generator run once per merged document, interleaved, cold processes.

Beside it the CPU time of `specfold check` with nothing changed. Run with `python -m benchmarks generation`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.harness import table
from benchmarks.harness.peers import ROOT
from benchmarks.harness.processes import cpu_seconds
from benchmarks.harness.run import Run
from benchmarks.harness.table import Bounds, Row

VENDORS: Final = tuple(tomllib.loads((ROOT / "openapi" / "family.toml").read_text("utf-8"))["members"])


def measure(run: Run) -> Iterator[Row]:
    """Yield the rows that are wanted."""
    yield from run.rows(
        {
            "generate all vendors against openapi-python-client": lambda what: compare(what, run),
            "specfold check with nothing changed, CPU": lambda what: time_check(what, run),
        }
    )


def compare(what: str, run: Run) -> Row:
    """Compare by the wall clock: both are processes of their own."""
    with tempfile.TemporaryDirectory() as directory:
        return table.compare(
            what,
            lambda: time_ours(Path(directory) / "ours"),
            theirs=lambda: sum(time_theirs(vendor, Path(directory) / vendor) for vendor in VENDORS),
            rounds=run.rounds,
            bounds=Bounds(at_least=1, is_cost=True),
        )


def time_ours(place: Path) -> float:
    """Return the seconds one cold generation of the whole family takes, from nothing."""
    shutil.rmtree(place, ignore_errors=True)
    for name in ("openapi", "overrides"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    return time_command("-m", "specfold", "generate", "--family", str(place), directory=place)


def time_theirs(vendor: str, place: Path) -> float:
    """Return the seconds the plain generator takes for one merged document."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    document = ROOT / "generated" / vendor / "openapi.yaml"
    return time_command("-m", "openapi_python_client", "generate", "--path", str(document), directory=place)


def time_command(*arguments: str, directory: Path) -> float:
    """Return the seconds a Python command takes; its failure is ours."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], cwd=directory, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - start


def time_check(what: str, run: Run) -> Row:
    """Measure a cold `specfold check` of this repository."""
    command = [sys.executable, "-m", "specfold", "check"]
    values = [cpu_seconds(command)[0] for _ in range(run.rounds)]
    return table.summarise(what, values, bounds=Bounds(is_cost=True, unit="s"))
