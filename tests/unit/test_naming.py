"""Names of documents become identifiers that are safe, apart and stable."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specfold.naming import argument_names, class_name, field_names, method_name, snake_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("teamId", "team_id"),
        ("HTTPValidationError", "http_validation_error"),
        ("timestamp_granularities[]", "timestamp_granularities"),
        ("class", "class_"),
        ("list", "list_"),
        ("2x", "field_2x"),
        ("", "field"),
        ("type", "type"),
    ],
)
def test_members_are_called_in_snake_case(text: str, name: str) -> None:
    """Camel case is split, what cannot stand in a name is left out, keywords get an underscore."""
    assert snake_name(text) == name


def test_places_in_the_client_are_identifiers() -> None:
    """A method may be called `list`; one without a resource goes under `api`."""
    assert [method_name("storage.list"), method_name("create"), method_name("a.b); import os #")] == [
        "storage.list",
        "api.create",
        "a.b_import_os",
    ]


@given(st.lists(st.text(max_size=12), unique=True, max_size=12))
def test_any_members_get_distinct_identifiers(wires: list[str]) -> None:
    """Whatever a document calls its members, attributes and arguments are valid and do not meet."""
    for names in (field_names(wires), argument_names(wires)):
        assert list(names) == wires
        assert len(set(names.values())) == len(wires)
        assert all(name.isidentifier() and not keyword.iskeyword(name) for name in names.values())


@given(st.text(max_size=20))
def test_any_text_makes_a_class_name(text: str) -> None:
    """Whatever a document calls a schema, its class has a valid name."""
    name = class_name(text)

    assert name.isidentifier()
    assert not keyword.iskeyword(name)
