"""How one run of the benchmarks is to go: rounds, clock, selection, what it is compared with; measures nothing itself."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import frozen

from benchmarks.harness.table import Row

# CPU seconds of this process equal wall seconds where the server never makes it wait and nobody else is on the machine.
CLOCKS: Final[dict[str, Callable[[], float]]] = {"wall": time.perf_counter, "cpu": time.process_time}


@frozen(kw_only=True)
class Run:
    """
    Hold what all rows have in common.

    Attributes:
        rounds: pairs of measurements, of which the median counts.
        clock: a name of CLOCKS.
        only: a part of the names of the rows to measure.
        url: the server, for the parts that need one.
        oasdiff: the binary of oasdiff, where it is to be compared with.
        large: two states of a large document, where they are to be compared.
    """

    rounds: int
    clock: str = "wall"
    only: str = ""
    url: str = ""
    oasdiff: str | None = None
    large: tuple[str, str] | None = None

    def rows(self, rows: Mapping[str, Callable[[str], Row]]) -> Iterator[Row]:
        """Measure the rows that are wanted, one after another, given how each is measured by its name."""
        for what, measure in rows.items():
            if self.only in what:
                yield measure(what)

    def seconds(self, action: Callable[[], object]) -> float:
        """Return the seconds something takes, by the clock of this run."""
        now = CLOCKS[self.clock]
        start = now()
        action()
        return now() - start
