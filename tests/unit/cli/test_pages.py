"""`matrix --format html` and `diff --format html`: one file, small enough to send, the same in every run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

CommandLine = Callable[..., tuple[int, str, str]]
LARGEST = 300_000


def test_the_changes_become_a_page(shop: Path, command_line: CommandLine) -> None:
    """The page has the finding, the value that shows it and a command that sends it; the exit code is that of any diff."""
    code, output, _ = command_line("diff", "bolt", "acme", "--format", "html", directory=shop)

    shown = unescape(output).replace("<wbr>", "")
    found = [text in shown for text in ("NewOrder.count: maximum lowered", '{"sku": "a", "count": 9}')]
    assert (code, output[:15], found) == (1, "<!doctype html>", [True, True])


def test_the_matrix_becomes_a_page(shop: Path, command_line: CommandLine) -> None:
    """The page is written to a file and has every member and every vendor."""
    code, output, _ = command_line("matrix", "--format", "html", "--output", "m.html", directory=shop)

    text = (shop / "m.html").read_text("utf-8")
    assert (code, output) == (0, "")
    assert all(f"<bdi>{vendor}</bdi>" in text for vendor in ("acme", "bolt"))
    assert all(f">{member}</a>" in text for member in ("sku", "count"))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_our_own_page_is_small_and_always_the_same(seed: str, root: Path, command_line: CommandLine) -> None:
    """The page of our own vendors stays below 300 kB and does not depend on the order of sets."""
    code, output, _ = command_line("matrix", "--format", "html", directory=root)
    command = [sys.executable, "-m", "specfold", "matrix", "--format", "html"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    again = subprocess.run(command, cwd=root, env=environment, capture_output=True, encoding="utf-8", check=True)

    assert code == 0
    assert len(output.encode()) < LARGEST
    assert output == again.stdout
