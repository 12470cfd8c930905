"""Texts for regular expressions."""

from __future__ import annotations

import re

import pytest

from specfold.mock.dice import Dice
from specfold.mock.pattern import PatternNotSupportedError, text_for_pattern

DICE = Dice.of("pattern")


@pytest.mark.parametrize(
    "pattern",
    [
        r"^[A-Z]{2}-\d{3,5}(x|y)?$",
        r"^(?:GET|POST) /\w+$",
        r"^[^a-z]+$",
        r"\bword".removeprefix(r"\b"),
        r"^a*b+c?$",
        r"^a+?b$",
        r"^(?P<year>\d{4})-(?<month>\d\d)$".replace("?<", "?P<"),
        r"^[\w.-]+@[\w-]+\.[a-z]{2,}$",
        r"^[]x]\.\n$".replace(r"\n", ""),
        r"^.\S\D\W$",
        r"^ł$",
        "^\\u0041$",
        r"x{0}y",
        "",
    ],
)
def test_a_text_matches_its_pattern(pattern: str) -> None:
    """A text is found by the pattern it was written for."""
    text = text_for_pattern(pattern, DICE)

    assert re.search(pattern, text)


def test_open_repetitions_grow_to_the_wanted_length() -> None:
    """A text is at least as long as wanted where its pattern is open-ended."""
    text = text_for_pattern("^[a-c]+$", DICE, shortest=20)

    assert len(text) >= 20


@pytest.mark.parametrize(
    "pattern", ["(?=a)b", r"(a)\1", "*a", "(a", "(?i)a", "[a", "a)", "[^\\s\\S]", "^b$a", "(?P<x", "a\\"]
)
def test_what_is_beyond_is_refused(pattern: str) -> None:
    """A pattern beyond the subset is refused by name."""
    with pytest.raises(PatternNotSupportedError, match="pattern"):
        text_for_pattern(pattern, DICE)
