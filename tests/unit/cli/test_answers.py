"""Commands that answer a question, on files and on vendors."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

CommandLine = Callable[..., tuple[int, str, str]]


def test_diff_needs_no_family(shop: Path, tmp_path: Path, command_line: CommandLine) -> None:
    """Two files anywhere can be compared; a breaking change ends in exit 1."""
    text = (shop / "openapi" / "base.yaml").read_text()
    (tmp_path / "a.yaml").write_text(text)
    (tmp_path / "b.yaml").write_text(text.replace("maximum: 9", "maximum: 3"))

    code, output, _ = command_line("diff", "a.yaml", "b.yaml", directory=tmp_path)

    assert code == 1
    assert "count" in output
    assert command_line("diff", "a.yaml", "a.yaml", directory=tmp_path)[0] == 0


def test_diff_of_vendors_has_the_published_json_shape(shop: Path, command_line: CommandLine) -> None:
    """Every change has the members people's scripts rely on, and the summary counts them."""
    code, output, _ = command_line("diff", "bolt", "acme", "--format", "json", directory=shop)

    answer = json.loads(output)
    assert code == 1
    assert answer["summary"]["breaking"] == 1
    wanted = {"id", "severity", "axis", "operation", "pointer_old", "pointer_new", "message", "witness", "fingerprint"}
    assert all(wanted <= set(change) for change in answer["changes"])


def test_documents_are_read_at_a_git_revision(shop: Path, command_line: CommandLine) -> None:
    """`VENDOR@REV` and `FILE@REV` stand for the state of that commit."""
    git = ("git", "-c", "user.name=t", "-c", "user.email=t@t.example")
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-qm", "one")):
        subprocess.run([*git, *arguments], cwd=shop, check=True)
    base = shop / "openapi" / "base.yaml"
    base.write_text(base.read_text().replace("maximum: 9", "maximum: 7"))

    by_vendor = command_line("diff", "bolt@HEAD", "bolt", directory=shop)
    by_file = command_line("diff", "openapi/base.yaml@HEAD", "openapi/base.yaml", directory=shop)
    unknown = command_line("diff", "bolt@nowhere", "bolt", directory=shop)

    assert (by_vendor[0], by_file[0], unknown[0]) == (1, 1, 2)
    assert "9" in by_vendor[1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("diff", "missing.yaml", "bolt"), "the file does not exist"),
        (("diff", "nobody", "bolt"), "has no vendor 'nobody'"),
        (("diff", "bolt:2026-01", "bolt"), "has no version '2026-01'"),
        (("diff", "Not A Name", "bolt"), "is neither a file nor a vendor"),
        (("lint", "missing.yaml"), "the file does not exist"),
    ],
)
def test_a_document_that_cannot_be_found_is_wrong_use(
    shop: Path, command_line: CommandLine, arguments: tuple[str, ...], words: str
) -> None:
    """Exit 2 with what was looked for; never a traceback."""
    code, _, errors = command_line(*arguments, directory=shop)

    assert code == 2
    assert words in errors
    assert "hint:" in errors
    assert "Traceback" not in errors


def test_lint_counts_what_it_finds(shop: Path, command_line: CommandLine) -> None:
    """A clean family exits 0, a document with a dangling reference 1."""
    (shop / "bad.yaml").write_text(
        (shop / "openapi" / "base.yaml").read_text().replace("schemas/Order'", "schemas/Gone'")
    )

    good = command_line("lint", directory=shop)
    bad = command_line("lint", "bad.yaml", "--format", "json", directory=shop)

    assert good[0] == 0
    assert "2 documents: 0 errors" in good[1]
    assert bad[0] == 1
    assert any(finding["severity"] == "error" and finding["line"] for finding in json.loads(bad[1]))


def test_merge_writes_the_document_alone(shop: Path, command_line: CommandLine) -> None:
    """`merge` writes one file a vendor and says how many nodes come from where."""
    code, output, _ = command_line("merge", "acme", directory=shop)

    assert code == 0
    assert output.startswith("acme: 47 nodes (46 base, 0 documents, 1 overlays)")
    assert [path.name for path in (shop / "generated").rglob("*") if path.is_file()] == ["openapi.yaml"]


def test_the_matrix_is_written_to_a_file(shop: Path, command_line: CommandLine) -> None:
    """`--output` takes any format, `--only-different` leaves out what all agree on."""
    code, output, _ = command_line(
        "matrix", "--format", "markdown", "--only-different", "--output", "m.md", directory=shop
    )

    text = (shop / "m.md").read_text()
    assert (code, output) == (0, "")
    assert "count" in text
    assert "| sku |" not in text


def test_a_directory_that_does_not_exist_is_not_made(shop: Path, command_line: CommandLine) -> None:
    """A table for a place that does not exist is wrong use, and nothing is created."""
    code, output, errors = command_line("matrix", "--output", "nowhere/m.md", directory=shop)

    assert (code, output) == (2, "")
    assert "nowhere: there is no such directory" in errors
    assert not (shop / "nowhere").exists()


@pytest.mark.parametrize("command", ["merge", "generate", "check", "lint", "diff", "matrix", "mock"])
def test_every_command_teaches_itself(command: str, command_line: CommandLine) -> None:
    """`--help` says in whole sentences what a command does and what each option means."""
    code, output, _ = command_line(command, "--help")

    assert code == 0
    assert len(output.split()) > 40


def test_help_lists_every_command(command_line: CommandLine) -> None:
    """The first page names the commands and the exit codes."""
    _, output, _ = command_line("--help")

    assert all(
        name in output for name in ("merge", "generate", "check", "lint", "diff", "matrix", "mock", "Exit codes")
    )


def test_the_version_is_told(command_line: CommandLine) -> None:
    """`--version` prints it and stops."""
    assert command_line("--version")[1].startswith("specfold 0.")
