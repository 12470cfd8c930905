"""`specfold lint`: what it answers, which silences it takes, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

NOTE = '[[silence]]\nrule = "{rule}"\nreason = "Accepted."\n'
DOCUMENT = """
openapi: 3.1.0
info: {title: T, version: '1'}
components: {schemas: {A: {type: integer, nullable: true, default: x}}}
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Give a document of no family, with two warnings."""
    path = tmp_path / "doc.yaml"
    path.write_text(DOCUMENT)
    return path


def test_findings_as_json(command_line: Run, document: Path) -> None:
    """For programs, each finding says rule, severity, message, file, line, pointer and hint."""
    code, output, _ = command_line("lint", str(document), "--format", "json")

    first, second = json.loads(output)
    assert (code, first["rule"], second["rule"]) == (0, "leftover-keyword", "default")
    assert (first["severity"], first["file"], first["line"]) == ("warning", str(document), 4)
    assert first["pointer"] == "/components/schemas/A/nullable"
    assert "" not in {first["message"], first["hint"]}


def test_names_do_not_act_on_the_terminal(command_line: Run, tmp_path: Path) -> None:
    """Control characters of a document's names are written out, in findings and in errors."""
    evil = tmp_path / "evil.yaml"
    evil.write_text(DOCUMENT.replace("A:", '"A\\e[31m\\u202e":'))

    _, output, _ = command_line("lint", str(evil))
    _, _, error = command_line("diff", "gone\x1b.yaml", str(evil))

    assert "nullable" in output
    assert "gone\\u001b.yaml" in error
    assert not {"\x1b", "\u202e"} & {*output, *error}


def test_a_file_of_silences_can_be_named(command_line: Run, document: Path) -> None:
    """`--silence` accepts findings; one that matches nothing fails the run."""
    silences = document.parent / "silences.toml"
    silences.write_text(NOTE.format(rule="default") + NOTE.format(rule="pattern"))

    code, output, _ = command_line("lint", document.name, "--silence", "silences.toml")

    assert code == 1
    assert "[default]" not in output
    assert "silences.toml:4: error [silence-unused] nothing breaks the rule 'pattern'" in output
    assert output.endswith("1 document: 1 error, 1 warning or note, 1 silenced\n")


def test_a_file_of_silences_that_is_missing_is_wrong_use(command_line: Run, document: Path) -> None:
    """A silence file that does not exist stops the command."""
    code, _, errors = command_line("lint", document.name, "--silence", "none.toml")

    assert (code, errors.partition("\n")[0]) == (2, "error: none.toml: the file does not exist")


def test_the_family_has_silences(command_line: Run, shop: Path) -> None:
    """`openapi/lint.toml` is read by itself; what it says of other members is idle only when all are linted."""
    text = (shop / "openapi" / "base.yaml").read_text()
    (shop / "openapi" / "base.yaml").write_text(text.replace("maximum: 9}", "maximum: 9, default: 7}"))
    silence = NOTE.format(rule="default") + 'file = "openapi/acme*"\n' + NOTE.format(rule="default")
    (shop / "openapi" / "lint.toml").write_text(silence)

    bolt, bolt_output, _ = command_line("lint", "bolt", directory=shop)
    both, both_output, _ = command_line("lint", directory=shop)

    assert (bolt, bolt_output) == (0, "1 document: 0 errors, 0 warnings and notes\n")
    assert both == 1
    assert "openapi/lint.toml:1: error [silence-unused]" in both_output


def test_what_shared_documents_break_is_said_once(command_line: Run, shop: Path) -> None:
    """A finding in the base of two vendors is one finding."""
    text = (shop / "openapi" / "base.yaml").read_text()
    (shop / "openapi" / "base.yaml").write_text(text.replace("sku: {type: string}", "sku: {type: string, default: 5}"))

    code, output, _ = command_line("lint", directory=shop)

    assert (code, output.count("[default]")) == (0, 1)
    assert output.endswith("2 documents: 0 errors, 1 warning or note\n")


def test_a_family_that_is_not_there_is_wrong_use(command_line: Run, document: Path) -> None:
    """A family that is named has to exist, even where only a file is linted."""
    code, _, errors = command_line("lint", document.name, "--family", "nowhere")

    assert (code, errors.startswith("error: ")) == (2, True)
