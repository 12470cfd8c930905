"""How many random examples a slow property gets: so many in plain `nox`, as many times more as the profile asks for."""

from __future__ import annotations

from hypothesis import settings

_USUAL = 100
"""The examples of a property that says nothing, in the profile of plain `nox`."""


def examples(count: int) -> settings:
    """Return settings for a property of which this many examples are enough for every day."""
    return settings(max_examples=count * settings().max_examples // _USUAL)
