"""Ratios of interleaved measurements and the table they make; knows bounds and aims, not what is measured."""

from __future__ import annotations

import gc
import json
import os
import platform
import statistics
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Final

from attrs import asdict, frozen

_PACKAGES: Final = (
    "openai",
    "httpx",
    "httpx2",
    "httpx-aiohttp",
    "h11",
    "msgspec",
    "attrs",
    "pydantic",
    "openapi-python-client",
    "mypy",
)


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


def print_rows(rows: Iterable[Row]) -> list[Row]:
    """Print rows as one table, each when it is measured; return them."""
    print("| what | median | min to max | at least | aim | verdict | medians of both sides |")
    print("| --- | --- | --- | --- | --- | --- | --- |", flush=True)
    measured = []
    for row in rows:
        measured.append(row)
        bounds = [_bound(row, bound) for bound in (row.at_least, row.aim)]
        low, high = row.spread
        cells = [row.what, f"{row.value:.3g} {row.unit}", f"{low:.3g} to {high:.3g}", *bounds, row.verdict, row.detail]
        print("| " + " | ".join(cells) + " |", flush=True)
    return measured


def to_json(rows: Iterable[Row], **options: Any) -> str:
    """Write rows, the facts of the machine and the options of the run as JSON."""
    measured = [{**asdict(row), "verdict": row.verdict} for row in rows]
    return json.dumps({"facts": facts(), **options, "rows": measured}, indent=1) + "\n"


def _bound(row: Row, bound: float | None) -> str:
    return "" if bound is None else f"{'≤' if row.is_cost else '≥'} {bound:g}"


def facts() -> dict[str, Any]:
    """Return what numbers depend on: date, machine, interpreter, versions."""
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": platform.machine(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in _PACKAGES},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
