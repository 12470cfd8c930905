"""Suppressions: a rule is switched off only for a reason, written on the same line."""

from __future__ import annotations

import re
import tokenize
from pathlib import Path

import pytest

from tests.quality.repository import name_of, python_files

SWITCH = re.compile(r"#\s*(?:ruff:\s*noqa|noqa|type:\s*ignore|mypy:|pragma:\s*no\s*(?:cover|branch))")


def test_every_suppression_has_its_reason() -> None:
    """Every noqa, type: ignore and no cover says why, on its line."""
    unexplained = [place for path in python_files() for place in unexplained_in(path)]

    assert unexplained == []


@pytest.mark.parametrize(
    ("comment", "is_explained"),
    [
        ("# noqa: S603", False),
        ("# noqa: S603  # our own interpreter", True),
        ("# type: ignore[index]", False),
        ("# type: ignore[index]  # checked above", True),
        ("# pragma: no cover", False),
        ("# pragma: no cover - only on other systems", True),
    ],
)
def test_a_reason_is_told_from_a_code(comment: str, is_explained: bool) -> None:
    """A rule's code alone is no reason; words after it are."""
    assert has_reason(comment) is is_explained


def unexplained_in(path: Path) -> list[str]:
    """Return the places of a file where a rule is switched off without a reason."""
    with path.open("rb") as file:
        comments = [token for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT]
    return [f"{name_of(path)}:{comment.start[0]}" for comment in comments if not has_reason(comment.string)]


def has_reason(comment: str) -> bool:
    """Tell whether a comment switches nothing off, or says why it does."""
    switch = SWITCH.search(comment)
    if switch is None:
        return True
    rest = comment[switch.end() :]
    words = re.sub(r"^\s*:\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*|^\[[^\]]*\]", "", rest)
    return len(re.findall(r"[a-z]{2,}", words)) >= 2
