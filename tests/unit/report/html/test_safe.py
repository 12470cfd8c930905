"""Document text on a page: shown and never obeyed, and anchors that stay what they are."""

from __future__ import annotations

import pytest

from specfold.report.html.safe import css_string, name_rows, split_steps
from specfold.report.layout import show_controls


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 漢 \N{ZERO WIDTH JOINER}", "plain é 漢 \N{ZERO WIDTH JOINER}"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\u202eb", "a\\u202eb"),
        ("\u2066x\u2069", "\\u2066x\\u2069"),
        ("\x00\x1b[31m", "\\u0000\\u001b[31m"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\udb40\\udc41"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    """Control characters, direction marks and halves of pairs are written as escapes; what a reader sees stays."""
    assert show_controls(text) == shown


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("A.b_c: null is not valid", ("A.", "b_c: null is not valid")),
        ("/paths/~1a/get", ("/paths/", "~1a/", "get")),
        ("none → 1. Then ... a/", ("none → 1. Then ... a/",)),
        ("", ("",)),
    ],
)
def test_a_line_may_end_after_each_step(text: str, pieces: tuple[str, ...]) -> None:
    """A name or a path is broken after a step, not within a word, and joined again it is the same."""
    found = split_steps(text)

    assert found == pieces
    assert "".join(found) == text


def test_a_css_string_holds_nothing_that_ends_it() -> None:
    """Quotes, angle brackets and backslashes are escapes in CSS."""
    assert css_string('a"</style>\\') == '"a\\22 \\3c \\2f style\\3e \\5c "'


def test_anchors_do_not_depend_on_the_other_rows() -> None:
    """A row keeps its anchor whatever rows are around it; equal keys are told apart."""
    alone = name_rows([("a", "b")])

    among = name_rows([("x",), ("a", "b"), ("ab",), ("a", "b")])

    assert among[1] == alone[0]
    assert among[3] == f"{alone[0]}-2"
    assert len(set(among)) == 4


def test_keys_with_the_same_short_digest_are_told_apart() -> None:
    """Two keys whose short digests are equal get long ones."""
    keys = [("69235",), ("95303",)]  # found by search: sha256 of both begins with the same 8 digits

    names = name_rows(keys)

    assert len(set(names)) == 2
