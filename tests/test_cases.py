"""
The one runner of the golden cases: each folder of `tests/cases/` is a family, a command and what must come of it.

Knows the layout of a case (`input/`, `command.txt`, `expected-exit.txt`, `expected-error.txt`, `expected/`, and `expected-output.txt`
where the answer itself is promised); knows no command.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from specfold.tree import FileTree
from specfold.world.disk import read_tree, swap_tree

CASES = Path(__file__).parent / "cases"


def generated_tree(family: Path) -> FileTree:
    """Return what was generated, without the copied runtime and the lock, whose digests change with specfold itself."""
    files = read_tree(family / "generated").files
    return FileTree(
        {path: content for path, content in files.items() if "/_runtime/" not in path and path != "specfold.lock"}
    )


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_cases(case: str, tmp_path: Path, command_line: Callable[..., tuple[int, str, str]], *, refresh: bool) -> None:
    """A command answers with the recorded exit code and message, and writes the recorded tree or nothing."""
    folder = CASES / case
    family = tmp_path / "family"
    shutil.copytree(folder / "input", family)

    code, output, errors = command_line(*(folder / "command.txt").read_text().split(), directory=family)

    if refresh:
        rewrite(folder, errors, tree=generated_tree(family))
        rewrite_output(folder, output)
    assert code == int((folder / "expected-exit.txt").read_text()), errors
    assert errors == read_expected_error(folder)
    assert output == read_expected_output(folder, output)
    assert list(read_tree(folder / "expected").compare_with(generated_tree(family))) == []


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_cases_say_why_they_exist(case: str) -> None:
    """Each case tells a reader what it guards."""
    text = (CASES / case / "why.md").read_text()

    assert len(text.split()) > 5


def read_expected_error(folder: Path) -> str:
    """Return what the command must print on the error stream; nothing when the case records nothing."""
    path = folder / "expected-error.txt"
    return f"error: {path.read_text().strip()}\n" if path.exists() else ""


def read_expected_output(folder: Path, output: str) -> str:
    """Return what the command must answer; whatever it answered when the case records nothing."""
    path = folder / "expected-output.txt"
    return path.read_text() if path.exists() else output


def rewrite(folder: Path, errors: str, *, tree: FileTree) -> None:
    """Record what the command did."""
    if errors:
        (folder / "expected-error.txt").write_text(errors.removeprefix("error: "))
    if tree.files:
        swap_tree(folder / "expected", tree)


def rewrite_output(folder: Path, output: str) -> None:
    """Record what the command answered, in a case that promises the answer."""
    if (folder / "expected-output.txt").exists():
        (folder / "expected-output.txt").write_text(output)
