"""Classes, severities and axes as a reader meets them: a mark, a word, an explanation. Decides no class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import attrs


@attrs.frozen(kw_only=True)
class Kind:
    """
    One class of rows or findings on the page.

    Attributes:
        value: its name in programs, a class name on the page.
        mark: a sign that is told apart without colour.
        word: the class in a word or two.
        meaning: what it says, for the legend.
        count: how many there are, where they are counted.
        start: where its piece of a bar begins, in per cent.
        share: how long its piece of a bar is, in per cent.
    """

    value: str
    mark: str
    word: str
    meaning: str
    count: int = 0
    start: float = 0
    share: float = 0


_KNOWN = {
    kind.value: kind
    for kind in (
        Kind(value="same", mark="=", word="same", meaning="every document says the same"),
        Kind(value="narrower", mark="⊂", word="narrower", meaning="the others allow less than the first that has it"),
        Kind(value="wider", mark="⊃", word="wider", meaning="the others allow more than the first that has it"),
        Kind(value="overlapping", mark="∩", word="overlapping", meaning="some values fit all, others do not"),
        Kind(value="disjoint", mark="∥", word="disjoint", meaning="no value fits all"),
        Kind(
            value="differs", mark="≠", word="differs", meaning="some lack it, or the same values with another default"
        ),
        Kind(value="only-in", mark="+", word="one only", meaning="a single document has it"),
        Kind(value="breaking", mark="✕", word="breaking", meaning="what worked before may fail"),
        Kind(value="unknown", mark="?", word="undecided", meaning="not decided, look for yourself"),
        Kind(value="warning", mark="!", word="warning", meaning="works, but not quite as before"),
        Kind(value="info", mark="✓", word="safe", meaning="nobody who follows the old document notices"),
        Kind(value="request", mark="→", word="request", meaning="what is sent"),
        Kind(value="response", mark="←", word="response", meaning="what is answered"),
        Kind(value="behaviour", mark="↻", word="behaviour", meaning="what a default or a limit means"),
        Kind(value="source", mark="#", word="source", meaning="what code written against a client sees"),
    )
}


def kind_of(value: StrEnum) -> Kind:
    """Return how a class is shown; one without a sign of its own shows its name."""
    name = value.value
    return _KNOWN.get(name) or Kind(value=name, mark="·", word=name.replace("-", " "), meaning=name.replace("-", " "))


def count_kinds(order: Iterable[StrEnum], found: Sequence[StrEnum]) -> tuple[Kind, ...]:
    """Return every class of an order with how many were found, and its piece of a bar."""
    kinds: list[Kind] = []
    start = 0.0
    for value in order:
        count = sum(item is value for item in found)
        share = round(100 * count / len(found), 2) if found else 0.0
        kinds.append(attrs.evolve(kind_of(value), count=count, start=round(start, 2), share=share))
        start += share
    return tuple(kinds)
