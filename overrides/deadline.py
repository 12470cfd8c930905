"""The time a call may take in all: knows a clock and the phases of a request; knows no client."""

from __future__ import annotations

import math
import time
from typing import Any, Final

_LEAST_S: Final = 0.001


class Deadline:
    """
    Say how much of a call's time is left.

    Attributes:
        seconds: how long the call may take in all.
    """

    __slots__ = ("_end", "seconds")

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def lift(self) -> None:
        """Bound nothing any more: what the caller reads from now on takes the caller's time."""
        self._end = math.inf

    @property
    def left_s(self) -> float:
        """The seconds left; negative when it has passed."""
        return self._end - time.monotonic()

    @property
    def has_passed(self) -> bool:
        """Whether nothing is left."""
        return self.left_s <= 0


class CappedTimeouts(dict[str, Any]):
    """Cut the timeout of each phase of a request to what is left when the phase begins, which is when it is looked up."""

    def __init__(self, phases: dict[str, float | None], deadline: Deadline) -> None:
        super().__init__(phases)
        self._deadline = deadline

    def get(self, phase: str, default: Any = None) -> float | None:
        """Return the seconds a phase may take from now, or None for no limit."""
        left = max(self._deadline.left_s, _LEAST_S)
        seconds: float | None = super().get(phase, default)
        if left == math.inf:
            return seconds
        return left if seconds is None else min(seconds, left)

    def __getitem__(self, phase: str) -> float | None:
        """Return the same."""
        return self.get(phase)
