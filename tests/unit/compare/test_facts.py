"""Facts and what shows them: an example is tried on both sides, or the fact is undecided."""

from __future__ import annotations

from specfold.compare.change import Axis, Severity
from specfold.compare.exchange import choice_exchange
from specfold.compare.facts import make_fact, show_exchange
from specfold.compare.side import Pair, Side, Sides
from specfold.pointer import JsonPointer
from tests.unit.compare.builders import document


def test_an_exchange_that_shows_nothing_leaves_a_fact_undecided() -> None:
    """A part of an exchange that both documents accept proves no break."""
    side = Side.of(document())
    root = JsonPointer()
    fact = make_fact(Pair("operation", (root,), (root,), Axis.REQUEST), "operation-removed", message="gone")
    both = choice_exchange("request", "method", value="GET", known=(["GET"], ["GET"]))

    shown = show_exchange(Sides(side, side), fact, exchange=both)

    assert (shown.severity, shown.witness) == (Severity.UNKNOWN, None)
    assert shown.message == "gone (no example found that shows it)"
