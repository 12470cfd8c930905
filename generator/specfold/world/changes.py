"""Which files below some folders change, as it happens: the adapter of the library that asks the system; knows no family."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from watchfiles import Change, watch

_QUIET_MS: Final = 200
"""So long nothing must change before what has changed is told: editors write a file in several steps."""
_READY_MS: Final = 500
"""After so long without a change it is known that the system looks."""
_WORDS: Final = {Change.added: "added", Change.deleted: "removed", Change.modified: "changed"}


def iter_changes(root: Path, folders: list[Path]) -> Iterator[dict[str, str]]:
    """
    Wait for files to change and yield what did, again and again, until a KeyboardInterrupt; first, once it looks, nothing.

    Args:
        root: what paths are relative to.
        folders: the folders to look at, with all below them; caches and hidden files of editors are left out.

    Yields:
        Path, with slashes, to `added`, `removed` or `changed`, sorted by path.
    """
    there = [folder for folder in folders if folder.is_dir()]
    is_looking = False
    for changes in watch(*there, step=_QUIET_MS, rust_timeout=_READY_MS, yield_on_timeout=True):
        if not changes and is_looking:
            continue
        is_looking = True
        named = {Path(os.path.relpath(name, root)).as_posix(): _WORDS[change] for change, name in changes}
        yield dict(sorted(named.items()))
