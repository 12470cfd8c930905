"""`specfold overlay apply` and `overlay from`, on files and on vendors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from specfold.reading import parse_document

CommandLine = Callable[..., tuple[int, str, str]]
HEAD = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Give a directory with two documents and three overlays, and no family."""
    for name, text in (
        ("a.yaml", "a: 1\nb: [x]\n"),
        ("b.json", '{"a": {"c": "two\\nlines\\n\\n"}, "b": ["x", "y"]}'),
        ("up.yaml", HEAD + "- {target: $.a, update: 2}\n"),
        ("more.yaml", HEAD + "- {target: $.b, update: [y]}\n"),
        ("idle.yaml", HEAD + "- {target: $.a, update: 1}\n- {target: $.b, update: [z]}\n"),
    ):
        (tmp_path / name).write_text(text)
    return tmp_path


def test_overlays_are_applied_in_order(files: Path, command_line: CommandLine) -> None:
    """The document is printed with every overlay applied, as YAML unless asked otherwise."""
    code, output, errors = command_line("overlay", "apply", "a.yaml", "up.yaml", "more.yaml", directory=files)
    as_json = command_line("overlay", "apply", "a.yaml", "up.yaml", "--format", "json", directory=files)

    assert (code, output, errors) == (0, "a: 2\nb:\n  - x\n  - 'y'\n", "")
    assert json.loads(as_json[1]) == {"a": 2, "b": ["x"]}


def test_what_an_overlay_need_not_say_is_an_error(files: Path, command_line: CommandLine) -> None:
    """The strict reading prints no document; the fault has its file, line, pointer and hint."""
    code, output, errors = command_line("overlay", "apply", "a.yaml", "idle.yaml", directory=files)

    assert (code, output) == (1, "")
    assert errors == (
        "error: idle.yaml:4 #/actions/0: the action is redundant now: #/a is already so (a.yaml:1)\n"
        "  hint: remove the action\n"
    )


def test_the_lenient_reading_makes_it_a_note(files: Path, command_line: CommandLine) -> None:
    """The letter of the standard applies such an overlay; what was found goes to the error stream."""
    code, output, errors = command_line("overlay", "apply", "a.yaml", "idle.yaml", "--lenient", directory=files)

    assert (code, output) == (0, "a: 1\nb:\n  - x\n  - z\n")
    assert errors.startswith("note: idle.yaml:4 #/actions/0: [overlay-no-op] the action is redundant now")
    assert "hint: remove the action" in errors


@pytest.mark.parametrize(("old", "new"), [("a.yaml", "b.json"), ("b.json", "a.yaml")])
def test_what_is_derived_turns_a_into_b(old: str, new: str, files: Path, command_line: CommandLine) -> None:
    """The printed overlay, applied to A, prints B."""
    code, output, errors = command_line("overlay", "from", old, new, directory=files)
    (files / "derived.yaml").write_text(output)

    applied = command_line("overlay", "apply", old, "derived.yaml", directory=files)

    assert (code, errors, applied[0]) == (0, "", 0)
    assert parse_document(applied[1].encode(), "x").value == parse_document((files / new).read_bytes(), new).value


def test_documents_that_are_the_same_have_no_action(files: Path, command_line: CommandLine) -> None:
    """There is nothing to derive, and the note says that this is no overlay by the standard."""
    code, output, errors = command_line("overlay", "from", "a.yaml", "a.yaml", "--format", "json", directory=files)

    assert code == 0
    assert json.loads(output)["actions"] == []
    assert errors.startswith("note: the documents are the same")


def test_vendors_are_documents_too(shop: Path, command_line: CommandLine) -> None:
    """Between two vendors of a family the overlay names what differs."""
    code, output, _ = command_line("overlay", "from", "bolt", "acme", directory=shop)

    assert code == 0
    assert "  - target: $.components.schemas.NewOrder.properties.count\n    update:\n      maximum: 5\n" in output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("apply", "a.yaml", "none.yaml"), "the file does not exist"),
        (("apply", "none.yaml", "up.yaml"), "the file does not exist"),
        (("apply", "a.yaml"), "Missing argument"),
        (("from", "a.yaml"), "Missing argument"),
    ],
)
def test_wrong_use_ends_in_exit_2(
    arguments: tuple[str, ...], words: str, files: Path, command_line: CommandLine
) -> None:
    """What is not there is named, without a traceback."""
    code, _, errors = command_line("overlay", *arguments, directory=files)

    assert code == 2
    assert words in errors
