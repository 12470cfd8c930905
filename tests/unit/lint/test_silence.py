"""Silences: accepted findings by rule, pointer and file, each with a reason, none of them idle."""

from __future__ import annotations

import pytest

from specfold.errors import InputError
from specfold.findings import Finding, Severity
from specfold.lint import Silence, apply_silences, find_unused, lint_document, parse_silences
from specfold.pointer import JsonPointer
from specfold.reading import parse_document

SEED = Finding(
    rule="bounds-wide",
    severity=Severity.NOTE,
    message="wide",
    source="openapi/acme/chat.yaml",
    line=7,
    pointer=JsonPointer(("components", "schemas", "Request", "properties", "timestamps[]", "maximum")),
)


@pytest.mark.parametrize(
    ("pointer", "file", "is_covered"),
    [
        ("#/**", "*", True),
        ("#/components/schemas/Request/properties/timestamps[]/maximum", "*", True),
        ("#/components/schemas/*/properties/*/maximum", "openapi/acme/*", True),
        ("#/components/**/max*", "openapi/acme/chat.yaml", True),
        ("/components/schemas/Request/properties/timestamps%5B%5D/maximum", "*", False),
        ("#/components/schemas/Request/properties/timestamps%5B%5D/maximum", "*", True),
        ("#/components/schemas/*", "*", False),
        ("#/components/schemas/Request/properties/timestamps[]/maximum/*", "*", False),
        ("#/**/minimum", "*", False),
        ("#/**", "openapi/bolt/*", False),
        ("#/**", "acme", False),
    ],
)
def test_a_silence_covers_what_its_globs_name(pointer: str, file: str, is_covered: bool) -> None:
    """A star stands for a part of one token or file name, two stars for any number of tokens."""
    silence = Silence(rule="bounds-wide", reason="r", pointer=pointer, file=file)

    kept = apply_silences([SEED], [silence])

    assert kept == (() if is_covered else (SEED,))


def test_another_rule_is_not_covered() -> None:
    """A silence is for one rule."""
    assert apply_silences([SEED], [Silence(rule="default", reason="r")]) == (SEED,)


def test_a_silence_that_covers_nothing_is_a_finding() -> None:
    """An idle silence is found, at its own place."""
    used = Silence(rule="bounds-wide", reason="r", source="lint.toml", line=1)
    idle = Silence(rule="default", reason="r", pointer="#/a", source="lint.toml", line=5)

    (found,) = find_unused([SEED], [used, idle])

    assert str(found) == (
        "lint.toml:5: error [silence-unused] nothing breaks the rule 'default' at #/a in *\n"
        "  hint: remove it, or correct its rule, pointer or file"
    )


def test_lint_document_takes_silences() -> None:
    """Silences of one document are applied, and the idle ones found."""
    text = b"openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {nullable: true}}}\n"
    used, idle = Silence(rule="leftover-keyword", reason="r"), Silence(rule="default", reason="r")

    found = lint_document(parse_document(text, "d.yaml"), [used, idle])

    assert [finding.rule for finding in found] == ["silence-unused"]


def test_parse_silences() -> None:
    """A file of silences gives each with its line; pointer and file may be left out."""
    text = b'# ours\n[[silence]]\nrule = "default"\nreason = "r"\n\n[[silence]]\nrule = "pattern"\nreason = "s"\npointer = "#/a"\nfile = "b"\n'

    assert parse_silences(text, "lint.toml") == (
        Silence(rule="default", reason="r", source="lint.toml", line=2),
        Silence(rule="pattern", reason="s", pointer="#/a", file="b", source="lint.toml", line=6),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x", "lint.toml:1: not TOML"),
        ("\xff", "lint.toml:1: not TOML"),
        ("silences = 1", "lint.toml:1: unknown key 'silences'"),
        ("silence = 1", "lint.toml:1: expected an array of tables"),
        ('[[silence]]\nreason = "r"', "lint.toml:1: a silence names no rule"),
        ('[[silence]]\nrule = "default"', "lint.toml:1: the silence of 'default' gives no reason"),
        ('[[silence]]\nrule = "default"\nreason = ""', "lint.toml:3: expected a string that is not empty"),
        ('[[silence]]\nrule = "defaults"\nreason = "r"', "lint.toml:2: no rule is named 'defaults'"),
        ('[[silence]]\nrule = "zzz"\nreason = "r"', "lint.toml:2: no rule is named 'zzz'"),
        ('[[silence]]\nrule = "schema-form"\nreason = "r"', "lint.toml:2: the rule 'schema-form' cannot be silenced"),
        ('[[silence]]\nrule = "default"\nreason = "r"\npointer = "a"', "lint.toml:4: expected a JSON pointer"),
        ('[[silence]]\nrule = "default"\nreason = "r"\nwhere = "a"', "lint.toml:4: unknown key 'where'"),
    ],
)
def test_a_wrong_file_of_silences_is_refused(text: str, message: str) -> None:
    """A silence that is not what it should be is refused with file and line."""
    with pytest.raises(InputError) as caught:
        parse_silences(text.encode("latin-1"), "lint.toml")

    assert str(caught.value).startswith(message)
