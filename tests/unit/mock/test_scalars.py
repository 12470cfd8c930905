"""Single values."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.mock.dice import Dice
from specfold.mock.scalars import make_boolean, make_number, make_text
from specfold.schema.instance import InstanceValidator

DICE = Dice.of("scalars")


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer"},
        {"type": "integer", "minimum": 7},
        {"type": "integer", "maximum": -7},
        {"type": "integer", "exclusiveMinimum": 7, "exclusiveMaximum": 9},
        {"type": "integer", "multipleOf": 5, "minimum": 11},
        {"type": "number", "exclusiveMinimum": 0, "maximum": 0.5},
        {"type": "number", "multipleOf": 0.25, "minimum": 1},
        {"type": "number", "minimum": -3, "maximum": -1},
        {"type": "integer", "minimum": -9223372036854776000, "maximum": 9223372036854776000},
    ],
)
def test_numbers_keep_their_bounds(schema: dict[str, Any]) -> None:
    """A number is valid for the bounds of its schema."""
    number = make_number(schema, DICE, name="size")

    assert InstanceValidator({}).errors(number, schema) == []


def test_a_moment_looks_like_one() -> None:
    """A number whose name says when is a plausible time."""
    assert make_number({"type": "integer"}, DICE, name="created_at") > 1_700_000_000


@pytest.mark.parametrize(
    "form",
    ["date-time", "date", "time", "duration", "uuid", "uri", "email", "hostname", "ipv4", "ipv6", "byte", "binary"],
)
def test_formats_are_kept(form: str) -> None:
    """A text is valid for its format."""
    schema = {"type": "string", "format": form}

    text = make_text(schema, DICE, name="x")

    assert text
    assert InstanceValidator({}).errors(text, schema) == []


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("id", "id-"),
        ("file_id", "file-"),
        ("X-Model-Id", "model-"),
        ("url", "https://"),
        ("api_key", "mock-"),
        ("created", "2026-"),
    ],
)
def test_names_suggest_texts(name: str, start: str) -> None:
    """A text suits the name of its member."""
    assert make_text({}, DICE, name=name).startswith(start)


@pytest.mark.parametrize(("name", "length"), [("filename", 1), ("x-left-limit", 1), ("city", 5), ("note", 3)])
def test_other_names_have_texts_too(name: str, length: int) -> None:
    """Every name has a text."""
    assert len(make_text({}, DICE, name=name)) >= length


def test_lengths_are_kept() -> None:
    """A text is neither shorter nor longer than its schema says."""
    assert len(make_text({"minLength": 60}, DICE, name="x")) >= 60
    assert len(make_text({"maxLength": 2}, DICE, name="x")) == 2


def test_flags_are_set_unless_their_name_says_no() -> None:
    """A truth value is true, except where its name describes a misfortune."""
    assert make_boolean("enabled")
    assert not make_boolean("has_more")
