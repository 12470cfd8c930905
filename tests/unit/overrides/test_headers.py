"""Headers laid over each other: names in lower case, the last counts, None takes away."""

from __future__ import annotations

import pytest

from overrides.headers import lay_headers


@pytest.mark.parametrize(
    ("layers", "laid"),
    [
        ([("User-Agent", "acme"), ("X-A", " 1\t")], {"user-agent": "acme", "x-a": "1"}),
        ([("a", "1"), ("A", "2")], {"a": "2"}),
        ([("a", "1"), ("A", None), ("b", None)], {}),
        ([("a", None), ("a", "1")], {"a": "1"}),
        ([], {}),
    ],
)
def test_the_last_of_a_name_counts(layers: list[tuple[str, str | None]], laid: dict[str, str]) -> None:
    """Whatever its case; None removes what came before it, not what comes after."""
    assert lay_headers(layers) == laid
