"""
Times generating all clients from nothing against the plain generator run once per merged document, interleaved.

Cold processes throughout; prints medians, the ratio of each pair, and the CPU time of `specfold check` with nothing changed.
Run with `nox -s benchmarks`, or `python benchmarks/generation.py --rounds 5` in an environment that has both.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    vendors = list(tomllib.loads((ROOT / "openapi" / "family.toml").read_text("utf-8"))["members"])
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as directory:
        for turn in range(rounds):
            place = Path(directory) / str(turn)
            ours.append(time_ours(place / "ours"))
            theirs.append(sum(time_theirs(vendor, place / vendor) for vendor in vendors))
    ratios = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    checks = [cpu_of_check() for _ in range(rounds)]
    print(f"{rounds} rounds, {len(vendors)} documents, wall seconds, median (min to max)")
    print_row("specfold generate, all vendors in one run", ours)
    print_row(f"openapi-python-client generate, {len(vendors)} runs", theirs)
    print_row("ratio", ratios)
    print_row("specfold check with nothing changed, CPU seconds", checks)


def print_row(name: str, values: list[float]) -> None:
    """Print one measured quantity."""
    print(f"  {name:<52} {statistics.median(values):6.2f}  ({min(values):.2f} to {max(values):.2f})")


def time_ours(place: Path) -> float:
    """Return the seconds one cold generation of the whole family takes, from nothing."""
    for name in ("openapi", "overrides"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    return time_command("-m", "specfold", "generate", "--family", str(place), directory=place)


def time_theirs(vendor: str, place: Path) -> float:
    """Return the seconds the plain generator takes for one merged document."""
    place.mkdir(parents=True)
    document = ROOT / "generated" / vendor / "openapi.yaml"
    return time_command("-m", "openapi_python_client", "generate", "--path", str(document), directory=place)


def time_command(*arguments: str, directory: Path) -> float:
    """Return the seconds a Python command takes; its failure is ours."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], cwd=directory, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")
    return time.perf_counter() - start


def cpu_of_check() -> float:
    """Return the CPU seconds of one cold `specfold check` of this repository."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "specfold", "check"],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"the repository is not clean:\n{done.stdout}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
