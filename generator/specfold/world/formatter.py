"""Format Python source: one call of the pinned formatter for all files of all clients."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from ruff import find_ruff_bin  # type: ignore[import-untyped]  # the package ships no types

from specfold.errors import SpecfoldError
from specfold.tree import FileTree
from specfold.world.disk import read_tree, write_tree

_SETTINGS = ("--isolated", "--no-cache", "--quiet")
_STYLE = ("--line-length", "120", "--target-version", "py311")


def format_tree(tree: FileTree) -> FileTree:
    """
    Return a tree with every Python file formatted, its imports sorted and those nobody uses taken out.

    Raises:
        SpecfoldError: a file is no Python; the renderer is at fault, not the document.
    """
    with tempfile.TemporaryDirectory(prefix="specfold-") as directory:
        root = Path(directory)
        write_tree(root, tree)
        _run(root, "check", "--fix", "--select", "I001,F401,TC005", *_SETTINGS, *_STYLE, ".")
        _run(root, "format", *_SETTINGS, *_STYLE, ".")
        return read_tree(root)


def _run(root: Path, *arguments: str) -> None:
    # The executable is the one installed beside this package; nothing of a document is on the command line.
    done = subprocess.run([find_ruff_bin(), *arguments], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - fixed program, fixed arguments
    if done.returncode != 0:
        detail = (done.stdout + done.stderr).strip().replace(str(root), "")
        raise SpecfoldError(
            f"the rendered source cannot be formatted: {detail}",
            hint="this is a fault of specfold; please report the document",
        )
