"""The lock says what a client was made from, and what has changed since."""

from __future__ import annotations

import attrs
import pytest

from specfold.errors import InputError
from specfold.lock import VendorLock, dump_lock, parse_lock

LOCK = VendorLock(
    inputs={"a": "1", "b": "2"}, overrides={"o": "1"}, generator="g", renderers={"r": "1.0"}, outputs={"x": "1"}
)


def test_a_lock_survives_being_written() -> None:
    """What is dumped is parsed back, byte for byte the same on every run."""
    text = dump_lock({"b": LOCK, "a": LOCK})

    assert parse_lock(text, "lock") == {"a": LOCK, "b": LOCK}
    assert text == dump_lock({"a": LOCK, "b": LOCK})


def test_every_kind_of_change_is_named() -> None:
    """New, gone and changed inputs, another specfold and another renderer are told apart."""
    now = attrs.evolve(LOCK, inputs={"a": "9", "c": "3"}, overrides={}, generator="h", renderers={"r": "2.0"})

    assert list(LOCK.stale_against(now)) == [
        "input a has changed",
        "input b is gone",
        "input c is new",
        "override o is gone",
        "specfold itself has changed",
        "r is 2.0, was 1.0",
    ]
    assert list(LOCK.stale_against(LOCK)) == []


@pytest.mark.parametrize(
    "text", [b"", b"{}", b"[]", b'{"version": 1, "vendors": {"a": {}}}', b'{"version": 1, "vendors": []}']
)
def test_a_file_that_is_no_lock_is_refused(text: bytes) -> None:
    """The hint says how to go on."""
    with pytest.raises(InputError, match="no lock file") as caught:
        parse_lock(text, "generated/specfold.lock")

    assert "specfold generate" in str(caught.value.hint)
