"""A tree of files as a value: relative path to bytes; compared here, written elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

import attrs


@attrs.frozen
class TreeChange:
    """One file that differs between two trees; `kind` is `changed`, `missing` or `superfluous`."""

    path: str
    kind: str


@attrs.frozen
class FileTree:
    """Files by their path relative to one root, with `/` between the parts."""

    files: Mapping[str, bytes]

    def digest_of(self, path: str) -> str:
        """Return the SHA-256 of one file, in hex."""
        return sha256(self.files[path]).hexdigest()

    def compare_with(self, actual: FileTree) -> Iterator[TreeChange]:
        """Yield, in path order, how `actual` departs from this tree."""
        for path in sorted({*self.files, *actual.files}):
            if path not in actual.files:
                yield TreeChange(path, "missing")
            elif path not in self.files:
                yield TreeChange(path, "superfluous")
            elif self.files[path] != actual.files[path]:
                yield TreeChange(path, "changed")
