"""The options of `diff` and the command `changelog`, from files to exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

CommandLine = Callable[..., tuple[int, str, str]]

DOCUMENT = """
openapi: 3.1.0
info: {{title: T, version: '1'}}
paths:
  /a:
    post:
      requestBody: {{content: {{application/json: {{schema: {{{schema}}}}}}}}}
      responses: {{'200': {{description: ok}}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with two documents that differ in one breaking and one undecided way."""
    (tmp_path / "old.yaml").write_text(DOCUMENT.format(schema="type: integer, maximum: 5"))
    (tmp_path / "new.yaml").write_text(DOCUMENT.format(schema="type: integer, maximum: 4"))
    (tmp_path / "odd.yaml").write_text(DOCUMENT.format(schema="type: integer, maximum: 5, not: {const: 9}"))
    return tmp_path


def test_an_approved_change_does_not_count(folder: Path, command_line: CommandLine) -> None:
    """A change that is approved leaves exit code 0, and JSON lists it apart."""
    (folder / "ok.yaml").write_text("approvals: [{rule: maximum-lowered, reason: agreed, who: ana}]")

    code, output, error = command_line(
        "diff", "old.yaml", "new.yaml", "--ignore", "ok.yaml", "--format", "json", directory=folder
    )

    found = json.loads(output)
    assert code == 0
    assert found["changes"] == []
    assert [(entry["id"], entry["who"]) for entry in found["approved"]] == [("maximum-lowered", "ana")]
    assert "1 change approved in ok.yaml" in error


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ("rule: minimum-added, reason: r, who: w", "matches no change"),
        ("rule: maximum-lowered, reason: r, who: w, expires: 2020-01-31", "expired on 2020-01-31"),
    ],
)
def test_a_stale_approval_fails(folder: Path, command_line: CommandLine, entry: str, fault: str) -> None:
    """An approval that matches nothing or has expired is reported with its place and a hint, exit code 1."""
    (folder / "stale.yaml").write_text(f"approvals:\n  - {{{entry}}}\n")

    code, _, error = command_line(
        "diff", "old.yaml", "old.yaml" if "added" in entry else "new.yaml", "--ignore", "stale.yaml", directory=folder
    )

    assert code == 1
    assert "stale.yaml:2" in error
    assert fault in error
    assert "hint:" in error


@pytest.mark.parametrize("option", ["--ignore", "--policy"])
def test_a_wrong_file_is_wrong_use(folder: Path, command_line: CommandLine, option: str) -> None:
    """An approval or policy file that is none is an error with place and hint, exit code 2."""
    (folder / "wrong.yaml").write_text("colour: red\n")

    code, _, error = command_line("diff", "old.yaml", "new.yaml", option, "wrong.yaml", directory=folder)

    assert code == 2
    assert "wrong.yaml" in error
    assert "hint:" in error


def test_a_policy_decides(folder: Path, command_line: CommandLine) -> None:
    """A policy that makes a rule harmless makes the exit code 0."""
    (folder / "policy.yaml").write_text("severity: {maximum-lowered: info}")

    assert command_line("diff", "old.yaml", "new.yaml", directory=folder)[0] == 1
    assert command_line("diff", "old.yaml", "new.yaml", "--policy", "policy.yaml", directory=folder)[0] == 0


def test_what_is_undecided_fails_under_strict(folder: Path, command_line: CommandLine) -> None:
    """An undecided change is exit code 3 under --strict and 0 otherwise."""
    assert command_line("diff", "old.yaml", "odd.yaml", directory=folder)[0] == 0
    assert command_line("diff", "old.yaml", "odd.yaml", "--strict", directory=folder)[0] == 3


@pytest.mark.parametrize(
    ("format_", "start"),
    [
        ("html", "<!doctype html>"),
        ("junit", "<?xml"),
        ("sarif", "{"),
        ("github", "::error file=new.yaml,line="),
        ("markdown", "# old"),
    ],
)
def test_every_format_is_written(folder: Path, command_line: CommandLine, format_: str, start: str) -> None:
    """Each format is written, with the line of the document where it names lines."""
    code, output, _ = command_line("diff", "old.yaml", "new.yaml", "--format", format_, directory=folder)

    assert code == 1
    assert output.startswith(start)


def test_lines_of_what_went_are_those_of_the_old_document(folder: Path, command_line: CommandLine) -> None:
    """What only the old document has is placed there."""
    (folder / "none.yaml").write_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n")

    _, output, _ = command_line("diff", "old.yaml", "none.yaml", "--format", "github", directory=folder)

    assert output.startswith("::error file=old.yaml,line=6,")


def test_a_changelog_of_a_vendor(shop: Path, command_line: CommandLine) -> None:
    """Two states of a vendor, by revision and as it is now, become release notes in each format."""
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    for arguments in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "a"],
    ):
        subprocess.run([git, *arguments], cwd=shop, check=True)
    base = shop / "openapi" / "base.yaml"
    base.write_text(base.read_text().replace("minimum: 1, maximum: 9", "minimum: 1, maximum: 8"))

    code, text, _ = command_line("changelog", "bolt", "@HEAD", directory=shop)
    _, markdown, _ = command_line("changelog", "bolt", "@HEAD", ".", "--format", "markdown", directory=shop)
    _, answer, _ = command_line("changelog", "bolt", "@HEAD", "--format", "json", directory=shop)

    assert code == 0
    assert text.startswith("- BREAKING: Lower the maximum of NewOrder.count from 9 to 8 (POST /orders).")
    assert markdown.startswith("## Bolt\n\n### Breaking\n")
    assert json.loads(answer)["step"] == "major"
    assert command_line("changelog", "bolt", "2026-01", directory=shop)[0] == 2


def test_a_changelog_of_two_files(folder: Path, command_line: CommandLine) -> None:
    """Two files need no family; the same file twice needs no version."""
    code, output, _ = command_line("changelog", "Things", "old.yaml", "old.yaml", directory=folder)

    assert (code, output) == (0, "No new version: nothing changes.\n")


@pytest.mark.parametrize(
    ("text", "code", "fault"),
    [
        ("a: 1", 2, "expected an OpenAPI document of version 3, found no member `openapi`"),
        ("swagger: '2.0'", 2, "convert a Swagger 2.0 document first"),
        ("openapi: 4.0.0", 2, "found openapi: '4.0.0'"),
        (DOCUMENT.format(schema="$ref: '#/components/schemas/Gone'"), 2, "leads nowhere"),
        (DOCUMENT.format(schema="allOf: [{$ref: '#/a'}, {$ref: '#/b'}]"), 2, "and 1 more lead nowhere"),
        (DOCUMENT.format(schema="properties: {a: {nullable: true}, b: {nullable: false}}"), 0, "(nor do 1 more)"),
        (DOCUMENT.format(schema="type: string, nullable: true"), 0, "this `nullable` means nothing since OpenAPI 3.1"),
        (
            DOCUMENT.format(schema="minimum: 1, exclusiveMinimum: true"),
            0,
            "write the bound itself as `exclusiveMinimum`",
        ),
    ],
)
def test_what_cannot_be_compared_is_said(
    folder: Path, command_line: CommandLine, text: str, code: int, fault: str
) -> None:
    """A document of another kind, and one whose references lead nowhere, is refused with place and hint."""
    (folder / "bad.yaml").write_text(text)

    found, _, error = command_line("diff", "bad.yaml", "bad.yaml", directory=folder)

    assert found == code
    assert fault in error
    assert "bad.yaml" in error
    assert "hint:" in error


def test_what_looks_like_a_reference_in_data_is_none(folder: Path, command_line: CommandLine) -> None:
    """An example that holds a reference to nowhere is data."""
    (folder / "odd.yaml").write_text(DOCUMENT.format(schema="examples: [{$ref: '#/nowhere'}]"))

    assert command_line("diff", "odd.yaml", "odd.yaml", directory=folder)[0] == 0
