"""The YAML we write: plain where nobody can misread it, quoted elsewhere, blocks for text of several lines."""

from __future__ import annotations

import pytest

from specfold.merge import to_yaml
from specfold.reading import parse_document


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("plain text", "plain text"),
        ("#/components/schemas/A", "'#/components/schemas/A'"),
        ("$ref", "$ref"),
        ("https://api.example.com/v2", "https://api.example.com/v2"),
        ("a: b", "'a: b'"),
        ("a:", "'a:'"),
        ("a #b", "'a #b'"),
        (" a", "' a'"),
        ("a ", "'a '"),
        ("", "''"),
        ("yes", "'yes'"),
        ("On", "'On'"),
        ("null", "'null'"),
        ("n", "'n'"),
        ("200", "'200'"),
        ("3.1.0", "'3.1.0'"),
        ("2001-01-01", "'2001-01-01'"),
        ("0o17", "'0o17'"),
        ("1e3", "'1e3'"),
        (".inf", "'.inf'"),
        ("-", "'-'"),
        ("- a", "'- a'"),
        ("~", "'~'"),
        ("=", "'='"),
        ("<<", "'<<'"),
        ("it's", "it's"),
        ("'quoted'", "'''quoted'''"),
        ("tab\there", '"tab\\there"'),
        ("bell\x07", '"bell\\u0007"'),
        ("line\u2028", '"line\\u2028"'),
        ("two\nlines", "|-\n  two\n  lines"),
        ("two\nlines\n", "|\n  two\n  lines"),
        ("two\n\nlines\n\n", "|+\n  two\n\n  lines\n"),
        (" indented\nline", '" indented\\nline"'),
        ("blank\n  \nline", '"blank\\n  \\nline"'),
        (1, "1"),
        (-9223372036854776000, "-9223372036854776000"),
        (1.0, "1.0"),
        (1e22, "1.0e+22"),
        (1.5e-7, "1.5e-07"),
        (True, "true"),
        (None, "null"),
        ({}, "{}"),
        ([], "[]"),
        ({"200": [1, {"b": [], "c": {}}]}, "\n  '200':\n    - 1\n    - b: []\n      c: {}"),
        ([[1, [2]], {"a": "x\ny"}], "\n  - - 1\n    - - 2\n  - a: |-\n      x\n      y"),
    ],
)
def test_every_value_has_its_form(value: object, text: str) -> None:
    """A value is written in the plainest form that every reader understands."""
    document = {"key": value}

    written = to_yaml(document)

    assert written == f"key:{'' if text.startswith(chr(10)) else ' '}{text}\n"
    assert parse_document(written.encode(), "a.yaml").value == document


@pytest.mark.parametrize(("value", "text"), [({}, "{}\n"), ([], "[]\n"), ("x", "x\n"), ([1], "- 1\n")])
def test_other_roots_have_a_form_too(value: object, text: str) -> None:
    """What is no object can be written as well."""
    assert to_yaml(value) == text


def test_long_keys_are_explicit() -> None:
    """A key longer than YAML allows beside its value is written as an explicit key."""
    value = {"a": {"k" * 1200: {"b": 1}}}

    written = to_yaml(value)

    assert parse_document(written.encode(), "a.yaml").value == value
