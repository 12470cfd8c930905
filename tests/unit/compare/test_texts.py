"""Texts made for a pattern, and slips a format reveals."""

from __future__ import annotations

import re

import pytest

from specfold.compare.contradiction import contradicted
from specfold.compare.side import Side
from specfold.compare.texts import texts_for, texts_matching
from specfold.document import Document, JsonObject
from specfold.pointer import JsonPointer

PATTERNS = [
    "^[a-z]+$", r"^\d{3}-\d{4}$", r"^[^/\s]+$", r"^[^\d]x$", r"^[^a-zA-Z0-9_]$", r"^[^\w]$", r"^[^\D]$", "^(?:ab|cd)?e$", r"^\S+@\S+$",
    "^proj_.{3,}$", r"^[\w-]{8}$", "^[^a]b$", "(?=a)a", "^a*?b$", r"^.$", "^[αβ]$", "^(?>ab)c$", "^$", r"^\s\W\D$", "^[^a]$", r"[\s]",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_text_matches_its_pattern(pattern: str) -> None:
    """Each text made for a pattern matches it, and there is one."""
    found = texts_for(pattern)

    assert found
    assert all(re.search(pattern, text) for text in found)


def test_a_text_fits_a_length() -> None:
    """Texts are made longer where they must be, and none is longer than it may be."""
    found = texts_for("^[a-z]+", 5, most=8)

    assert found
    assert all(5 <= len(text) <= 8 for text in found)


@pytest.mark.parametrize("pattern", ["(", r"\p{L}", "(?<"])
def test_a_pattern_of_another_dialect_gives_nothing(pattern: str) -> None:
    """A pattern that cannot be read gives no text and matches none."""
    assert texts_for(pattern) == ()
    assert texts_matching(pattern, ["a"]) == ()


@pytest.mark.parametrize(
    ("schema", "slips"),
    [
        ({"format": "uuid", "maxLength": 35}, {"maxLength"}),
        ({"format": "uuid", "maxLength": 36, "minLength": 36}, set()),
        ({"format": "ipv4", "minLength": 16}, {"minLength"}),
        ({"format": "date", "pattern": "^[0-9-]+$"}, set()),
        ({"format": "date", "pattern": "^[0-9]+$"}, {"pattern"}),
        ({"format": "date", "pattern": "^[z-a]+$"}, set()),
        ({"format": "date", "pattern": "[a-z]"}, set()),
        ({"maxLength": 1}, set()),
    ],
)
def test_a_slip_is_a_bound_no_value_of_the_format_meets(schema: JsonObject, slips: set[str]) -> None:
    """A length or a set of characters that excludes every value of the format is a slip, anything less is none."""
    side = Side.of(Document({"openapi": "3.1.0", "schema": schema}, "document.yaml"))

    assert contradicted(side.flat((JsonPointer(("schema",)),))) == slips
