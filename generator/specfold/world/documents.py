"""Read documents of a family from disk or from a git revision, and remember which were read."""

from __future__ import annotations

import os
from pathlib import Path

from specfold.document import Document
from specfold.errors import InputError, SpecfoldError
from specfold.family import Family, parse_family
from specfold.reading import parse_document
from specfold.world.disk import read_file
from specfold.world.family_folder import FAMILY_FILE, FamilyFolder
from specfold.world.git import find_repository, read_at_revision


class DocumentReader:
    """
    Read the documents of one family.

    Args:
        folder: the family.
        revision: the git revision to read at, None for the files on disk.

    Attributes:
        seen: what was read, below the family's root, in order.
    """

    def __init__(self, folder: FamilyFolder, revision: str | None = None) -> None:
        self._folder = folder
        self._revision = revision
        self.seen: dict[str, None] = {}

    def __call__(self, path: str, layer: str) -> Document:
        """
        Return one document, given its path below `openapi/` and its layer.

        Raises:
            InputError: it cannot be found or parsed.
            SpecfoldError: it lies outside the family, behind a link.
        """
        shown = f"openapi/{path}"
        self.seen[shown] = None
        return parse_document(self._read(shown), shown, layer=layer)

    def read_family(self) -> Family:
        """Return the family as declared at the revision."""
        return parse_family(self._read(FAMILY_FILE), FAMILY_FILE)

    def _read(self, shown: str) -> bytes:
        path = self._folder.root / shown
        if self._revision is not None:
            return read_at_revision(path, self._revision, shown=shown)
        if path.is_symlink() and not path.resolve().is_relative_to(self._folder.root.resolve()):
            raise SpecfoldError(
                "this is a link to a file outside the family", source=shown, hint="copy the file into the family"
            )
        return read_file(path, shown)


class NeighbourReader:
    """
    Read the files that one document refers to: below the directory of its repository, or else below its own.

    Args:
        path: the document.
        shown: how the user named it.
        revision: the git revision to read at, None for the files on disk.

    Attributes:
        root: the directory, as the user would name it.
        path: the document below it.
    """

    def __init__(self, path: Path, shown: str, *, revision: str | None = None) -> None:
        place = Path(os.path.normpath(path.absolute()))  # `..` is taken out, links are kept
        self._directory = find_repository(place) or place.parent
        self._shown = Path(shown).parent
        self._revision = revision
        self.path = place.relative_to(self._directory).as_posix()
        self.root = f"the directory {self._directory.name}"

    def __call__(self, path: str, _layer: str) -> Document:
        """
        Return one document, given its path below the directory.

        Raises:
            InputError: it cannot be found or parsed, or lies outside the directory, behind a link.
        """
        shown = os.path.normpath(self._shown / os.path.relpath(path, Path(self.path).parent))
        place = self._directory / path
        if self._revision is None and not place.resolve().is_relative_to(self._directory.resolve()):
            hint = "copy the file there"
            raise InputError(f"this is a link to a file outside {self.root}", source=shown, hint=hint)
        return read_document(place, shown, revision=self._revision)


def read_document(path: Path, shown: str, *, revision: str | None = None) -> Document:
    """
    Return a document that belongs to no family.

    Raises:
        InputError: it cannot be found or parsed.
    """
    text = read_file(path, shown) if revision is None else read_at_revision(path, revision, shown=shown)
    return parse_document(text, shown)
