"""One side of a comparison: what a value may arrive as once it was written as text."""

from __future__ import annotations

import pytest

from specfold.compare.side import readings
from specfold.document import Json


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a", ("a",)),
        (1, (1, "1")),
        (True, (True, "true")),
        ("1.50", ("1.50", 1.5)),
        ("false", ("false", False)),
        ("01", ("01",)),
        (None, (None,)),
        ({"a": [1, "2", None]}, ({"a": [1, "2", None]}, {"a": ["1", "2", None]}, {"a": [1, 2, None]})),
    ],
)
def test_a_text_is_read_in_every_way(value: Json, expected: tuple[Json, ...]) -> None:
    """A value is itself, the texts it is written as, and the numbers and booleans those may be taken for."""
    assert repr(readings(value)) == repr(expected)
