"""Repeatable choices."""

from __future__ import annotations

from specfold.mock.dice import Dice


def test_same_facts_same_values() -> None:
    """Dice of the same facts give the same values."""
    left, right = Dice.of(1, "a", b"b"), Dice.of(1, "a", b"b")

    assert left.child("x").hexadecimal(9) == right.child("x").hexadecimal(9)


def test_facts_do_not_run_together() -> None:
    """Facts that read alike when joined give different dice."""
    assert Dice.of("ab", "c") != Dice.of("a", "bc")


def test_integers_stay_in_their_range() -> None:
    """An integer lies inside its closed range, and both ends come up."""
    drawn = {Dice.of(number).integer(3, 5) for number in range(50)}

    assert drawn == {3, 4, 5}
