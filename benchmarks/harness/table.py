"""Ratios of interleaved measurements and the table they make; knows the issue's two columns, not what is measured."""

from __future__ import annotations

import argparse
import gc
import json
import platform
import statistics
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Final

from attrs import asdict, frozen

DEFAULT_ROUNDS: Final = 7
# CPU seconds of this process equal wall seconds where the server never makes it wait and nobody else is on the machine.
CLOCKS: Final[dict[str, Callable[[], float]]] = {"wall": time.perf_counter, "cpu": time.process_time}
_PACKAGES: Final = ("openai", "httpx", "httpx2", "httpx-aiohttp", "h11", "msgspec", "attrs", "pydantic")


@frozen(kw_only=True)
class Row:
    """
    Be one measured quantity.

    Attributes:
        what: what was measured.
        value: the median.
        spread: the smallest and largest of the rounds.
        unit: written after the value.
        at_least, aim: the bounds of the issue in the same unit, None where it names none.
        is_cost: smaller is better.
        detail: the two medians behind a ratio, in words.
    """

    what: str
    value: float
    spread: tuple[float, float]
    unit: str = "x"
    at_least: float | None = None
    aim: float | None = None
    is_cost: bool = False
    detail: str = ""

    @property
    def verdict(self) -> str:
        """How the value stands to its bounds."""
        if self.at_least is None:
            return ""
        if self._reaches(self.aim):
            return "aim reached"
        return "holds" if self._reaches(self.at_least) else "MISSED"

    def _reaches(self, bound: float | None) -> bool:
        if bound is None:
            return False
        return self.value <= bound if self.is_cost else self.value >= bound


@frozen(kw_only=True)
class Bounds:
    """Be what a row is held against."""

    at_least: float | None = None
    aim: float | None = None
    is_cost: bool = False
    unit: str = "x"


Measure = Callable[[], float]


def compare(what: str, ours: Measure, *, theirs: Measure, rounds: int, bounds: Bounds) -> Row:
    """
    Measure two things turn by turn and return the ratio of each pair: ours to theirs.

    Args:
        what: the name of the row.
        ours: returns a quantity; called once before anything counts.
        theirs: the same of the other side.
        rounds: how many pairs.
        bounds: what the ratio is held against.
    """
    ours(), theirs()
    pairs = [(_undisturbed(ours), _undisturbed(theirs)) for _ in range(rounds)]
    ratios = [mine / other for mine, other in pairs]
    mine, other = (statistics.median(values) for values in zip(*pairs, strict=True))
    return summarise(what, ratios, bounds=bounds, detail=f"{_short(mine)} to {_short(other)}")


def summarise(what: str, values: list[float], *, bounds: Bounds, detail: str = "") -> Row:
    """Make a row of the values of all rounds."""
    return Row(
        what=what,
        value=statistics.median(values),
        spread=(min(values), max(values)),
        detail=detail,
        **asdict(bounds),
    )


def _undisturbed(measure: Measure) -> float:
    gc.collect()  # nobody pays for the other's garbage
    return measure()


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def parse_arguments(description: str | None) -> argparse.Namespace:
    """Read `--rounds` and `--json`, which every benchmark takes."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=DEFAULT_ROUNDS, help="pairs of measurements; medians are shown")
    parser.add_argument("--json", type=Path, help="write the rows and the facts of the machine to this file as well")
    parser.add_argument("--clock", choices=sorted(CLOCKS), default="wall", help="cpu: for a machine shared with others")
    parser.add_argument("--only", default="", help="measure only rows whose name contains this")
    return parser.parse_args()


def report(rows: Iterable[Row], *, arguments: argparse.Namespace) -> None:
    """Print the rows as one table, each when it is measured, and write them as JSON where asked."""
    print(f"{arguments.rounds} rounds, {arguments.clock} time")
    print("| what | median | min to max | at least | aim | verdict | medians of both sides |")
    print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
    measured = []
    for row in rows:
        measured.append({**asdict(row), "verdict": row.verdict})
        bounds = [_bound(row, bound) for bound in (row.at_least, row.aim)]
        low, high = row.spread
        cells = [row.what, f"{row.value:.3g} {row.unit}", f"{low:.3g} to {high:.3g}", *bounds, row.verdict, row.detail]
        print("| " + " | ".join(cells) + " |", flush=True)
    if arguments.json is not None:
        document = {"facts": facts(), "rounds": arguments.rounds, "clock": arguments.clock, "rows": measured}
        arguments.json.write_text(json.dumps(document, indent=1) + "\n", "utf-8")


def _bound(row: Row, bound: float | None) -> str:
    return "" if bound is None else f"{'≤' if row.is_cost else '≥'} {bound:g}"


def facts() -> dict[str, Any]:
    """Return what numbers depend on: date, machine, interpreter, versions."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": platform.machine(),
        "system": platform.system(),
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
