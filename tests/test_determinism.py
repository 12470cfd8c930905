"""Two generations of the real family are byte-identical whatever the hash seed, the directory and the environment are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from specfold.world.disk import read_tree


def generate(root: Path, place: Path, **environment: str) -> Path:
    """Copy the family's inputs to a place, generate there in a process of its own, and return what was written."""
    for name in ("openapi", "overrides"):
        shutil.copytree(root / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "specfold", "generate", "--family", str(place)]
    subprocess.run(command, cwd=place.parent, env={**os.environ, **environment}, check=True, capture_output=True)
    return place / "generated"


@pytest.mark.slow
def test_generations_under_different_circumstances_are_the_same_and_are_what_is_committed(
    root: Path, tmp_path: Path
) -> None:
    """Hash seed, working directory, time zone and locale leave no trace, and the repository holds this very tree."""
    first = generate(root, tmp_path / "one", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")
    (tmp_path / "far" / "away").mkdir(parents=True)
    second = generate(root, tmp_path / "far" / "away" / "two", PYTHONHASHSEED="4242", TZ="Asia/Tokyo", LC_ALL="C")

    trees = [read_tree(first), read_tree(second), read_tree(root / "generated")]

    assert list(trees[0].compare_with(trees[1])) == []
    assert list(trees[0].compare_with(trees[2])) == []
