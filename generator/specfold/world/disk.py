"""Read and write trees of files; a tree is swapped in whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from specfold.errors import InputError
from specfold.tree import FileTree

_IGNORED = frozenset({"__pycache__"})


def find_family(start: Path, given: Path | None) -> Path:
    """
    Return the directory of the family: the one given, or the nearest upward that holds `openapi/family.toml`.

    Raises:
        InputError: there is none.
    """
    candidates = [given] if given is not None else [start, *start.parents]
    for directory in candidates:
        if (directory / "openapi" / "family.toml").is_file():
            return directory
    where = f"in {given}" if given is not None else f"in {start} or above it"
    raise InputError(
        f"no openapi/family.toml {where}", hint="go to a family's directory, or name one with --family DIR"
    )


def read_file(path: Path, shown: str) -> bytes:
    """
    Return the content of one file.

    Args:
        path: where it is.
        shown: how the user would name it.

    Raises:
        InputError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            "the file does not exist", source=shown, hint="check the name, and the directory you are in"
        ) from None
    except OSError as error:
        raise InputError(
            f"the file cannot be read: {error.strerror}", source=shown, hint="check its permissions"
        ) from error


def read_tree(root: Path) -> FileTree:
    """Return every file below a directory, caches of the interpreter left out; an absent directory is an empty tree."""
    return FileTree(dict(_iter_files(root)))


def _iter_files(root: Path) -> Iterator[tuple[str, bytes]]:
    for directory, names, files in os.walk(root):
        names[:] = sorted(name for name in names if name not in _IGNORED)
        here = Path(directory)
        for name in sorted(files):
            path = here / name
            yield path.relative_to(root).as_posix(), path.read_bytes()


def swap_tree(root: Path, tree: FileTree) -> bool:
    """
    Make a directory hold exactly a tree; return whether it had to change.

    The new tree is written beside the old one and renamed into its place, so that nobody sees half of it.
    """
    if root.is_dir() and not any(tree.compare_with(read_tree(root))):
        return False
    root.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{root.name}-", dir=root.parent))
    try:
        write_tree(fresh, tree)
        fresh.chmod(0o755)
        retired = fresh.with_name(fresh.name + "-old")
        if root.exists():
            root.rename(retired)
        fresh.rename(root)
        shutil.rmtree(retired, ignore_errors=True)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return True


def write_tree(root: Path, tree: FileTree) -> None:
    """Write every file of a tree below a directory; what else is there stays."""
    for name, content in tree.files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_file(path: Path, content: bytes) -> bool:
    """Write one file whole; return whether it had to change."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    Path(name).chmod(0o644)
    Path(name).replace(path)
    return True
