"""Document text becomes source text and nothing more."""

from __future__ import annotations

import ast
import tomllib
from typing import Any, Literal, Union

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specfold.render.emit import (
    alias_value,
    docstring,
    literal,
    literal_tuple,
    markdown_text,
    sentence,
    text_lines,
    toml_string,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(JSON)
def test_a_literal_evaluates_to_the_value_it_was_made_of(value: object) -> None:
    """Any JSON value written as source is read back as itself, by a reader that runs nothing."""
    source = literal(value)

    assert ast.literal_eval(source) == value


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80) | st.text(alphabet='"\\{}%\n ', max_size=20))
def test_a_docstring_is_one_string_whatever_it_says(text: str) -> None:
    """Quotes, backslashes and template marks never end a docstring, and its words survive."""
    lines = text_lines(text)

    tree = ast.parse(f"class A:\n    {docstring(lines, indent=4)}\n")

    (statement,) = tree.body
    assert isinstance(statement, ast.ClassDef)
    assert len(statement.body) == 1
    if lines:
        assert (ast.get_docstring(statement) or "").split() == " ".join(lines).split()


@given(st.text(max_size=60))
def test_a_toml_string_is_one_value(text: str) -> None:
    """A title full of quotes and controls stays one string of a TOML file."""
    parsed = tomllib.loads(f"title = {toml_string(text)}")

    assert set(parsed) == {"title"}


def test_literals_refuse_what_is_no_json() -> None:
    """Only JSON values can be written."""
    with pytest.raises(TypeError, match="not a JSON value"):
        literal(object())


def test_a_tuple_of_one_stays_a_tuple() -> None:
    """The comma is there."""
    assert ast.literal_eval(literal_tuple(["a"])) == ("a",)


@pytest.mark.parametrize(
    ("text", "first"),
    [("One. Two.", "One."), ("no end", "no end."), ("", "Nothing."), ("Really? Yes.", "Really?"), ("a\n\nb", "a.")],
)
def test_a_summary_is_one_sentence(text: str, first: str) -> None:
    """The first sentence is taken and ended."""
    assert sentence(text, "Nothing") == first


def test_markdown_text_has_no_markup_of_its_own() -> None:
    """Links, tags, code and table bars are shown, not obeyed."""
    assert markdown_text("a|b <script> [x](y) `z`\n") == r"a\|b \<script\> \[x\](y) \`z\`"


@pytest.mark.parametrize(
    ("options", "source"),
    [
        (["Literal['A']", "str", "None"], "Literal['A'] | str | None"),
        (["dict[str, Any]"], "dict[str, Any]"),
        (["A", "models.A", "None"], "Union['A', 'models.A', 'None']"),
        (["Sequence[A | str]"], "Union['Sequence[A | str]']"),
    ],
)
def test_an_alias_is_a_type_at_run_time(options: list[str], source: str) -> None:
    """What names no class is written plainly; a class is named in quotes, inside a type that is one already."""
    assert alias_value(options) == source

    names = {"Literal": Literal, "Union": Union, "Any": Any}
    assert eval(source, names) | None is not None  # the source is written above
