"""Modules that are imported when something of them is first asked for."""

from __future__ import annotations

import sys

import pytest

from overrides.later import Later


def test_nothing_is_imported_until_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The module is imported by the first question, and what was asked for is kept."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    colors = Later("colorsys")
    assert "colorsys" not in sys.modules

    first = colors.rgb_to_hsv

    assert "colorsys" in sys.modules
    assert colors.rgb_to_hsv is first
    assert vars(colors)["rgb_to_hsv"] is first


def test_modules_of_the_runtime_are_named_from_it() -> None:
    """A name that starts with a dot is one of this runtime's."""
    from overrides import pages

    assert Later(".pages").Pagination is pages.Pagination


def test_what_is_not_there_is_said() -> None:
    """A wrong name is the error that the module itself would raise."""
    with pytest.raises(AttributeError, match="no_such_thing"):
        _ = Later(".pages").no_such_thing
