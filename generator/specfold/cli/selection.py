"""Which family, which vendors, which documents a command means; reads what their names stand for."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from specfold.errors import InputError
from specfold.family import Family, Member
from specfold.world.family_folder import FamilyFolder

if TYPE_CHECKING:
    from specfold.document import Document
    from specfold.merge import MergeResult
    from specfold.world.documents import DocumentReader

_VENDOR = re.compile(r"^[a-z][a-z0-9_-]*(:[^/\\]+)?$")


def open_family(given: str | None) -> tuple[FamilyFolder, Family]:
    """
    Find and read the family a command works on.

    Raises:
        InputError: there is none, or its declaration is not valid.
    """
    folder = FamilyFolder.find(Path(given) if given is not None else None, Path.cwd())
    return folder, folder.load_family()


def choose_members(family: Family, vendors: list[str] | None) -> list[Member]:
    """
    Return the members of those names, in the order of the family; all of them when none is named.

    Raises:
        InputError: the family has no such vendor.
    """
    for vendor in vendors or []:
        find_member(family, vendor)
    return [member for member in family.members if not vendors or member.vendor in vendors]


def find_member(family: Family, vendor: str) -> Member:
    """
    Return one member.

    Raises:
        InputError: the family has no such vendor.
    """
    member = family.member(vendor)
    if member is None:
        known = ", ".join(item.vendor for item in family.members)
        raise InputError(
            f"the family {family.name} has no vendor {vendor!r}", source=family.source, hint=f"vendors: {known}"
        )
    return member


def load_document(name: str, family: str | None) -> Document:
    """
    Return the document a name stands for, every node with its origin.

    Args:
        name: a vendor, a version of it (`VENDOR:VERSION`) or a file, each optionally `@GITREV`.
        family: the directory given with `--family`.

    Raises:
        InputError: nothing of that name, or it cannot be read.
        SpecfoldError: a vendor's documents do not make one.
    """
    found = _find_file(name)
    return attrs.evolve(merge_vendor(name, family)[0].document, source=name) if found is None else _read_file(found)


def load_whole(name: str, family: str | None) -> Document:
    """
    Return the document a name stands for, what it refers to in other files included.

    Arguments and errors are those of `load_document`.
    """
    found = _find_file(name)
    if found is None:
        return load_document(name, family)
    from specfold.schema.references import may_leave

    path, shown, revision = found
    document = _read_file(found)
    if not may_leave(document.value):
        return document
    from specfold.merge.bundle import bundle_file
    from specfold.schema.anchors import point_references
    from specfold.world.documents import NeighbourReader

    read = NeighbourReader(path, shown, revision=revision)
    pointed = attrs.evolve(document, value=point_references(document.value))
    return bundle_file(read.path, pointed, root=read.root, read=read)


def load_as_generated(name: str, family: str | None) -> Document:
    """
    Return the same as `load_whole`; of a vendor's, whose merged form is read where it is up to date, no origins.

    Arguments and errors are those of `load_document`, which takes longer.
    """
    if Path(name).exists() or not _VENDOR.match(name) or ":" in name:
        return load_whole(name, family)
    folder, member = _find_vendor(name, family)
    text = folder.load_merged(member.vendor)
    if text is None:
        return load_document(name, family)
    from specfold.document import Document
    from specfold.reading import parse_document

    return Document(parse_document(text, f"generated/{name}/openapi.yaml").value, name)


def _find_file(name: str) -> tuple[Path, str, str | None] | None:
    """Return the file a name stands for, how it is shown and perhaps its revision; None when the name is a vendor's."""
    if Path(name).is_file():
        return Path(name), name, None
    plain, _, revision = name.rpartition("@")
    plain, at = (plain, revision) if plain else (name, None)
    if Path(plain).is_file() or "/" in plain or plain.endswith((".yaml", ".yml", ".json")):
        return Path(plain), plain, at
    return None


def _read_file(found: tuple[Path, str, str | None]) -> Document:
    """Return the document of a file; its title keeps the revision."""
    from specfold.world.documents import read_document

    path, shown, revision = found
    document = read_document(path, shown, revision=revision)
    return document if revision is None else attrs.evolve(document, source=f"{shown}@{revision}")


def merge_vendor(name: str, family: str | None) -> tuple[MergeResult, Member, DocumentReader]:
    """
    Merge the documents a vendor's name stands for.

    Args:
        name: `VENDOR`, `VENDOR:VERSION`, each optionally `@GITREV`.
        family: the directory given with `--family`.

    Raises:
        InputError: nothing of that name, or it cannot be read.
        SpecfoldError: its documents do not make one.
    """
    from specfold.merge import merge_member
    from specfold.world.documents import DocumentReader

    plain, _, revision = name.partition("@")
    if not _VENDOR.match(plain):
        hint = "name an existing file, a vendor, VENDOR:VERSION, or either with @GITREV"
        raise InputError(f"{name!r} is neither a file nor a vendor", hint=hint)
    reader = DocumentReader(_find_folder(plain, family), revision or None)
    vendor, _, version = plain.partition(":")
    member = find_member(reader.read_family(), vendor)
    if version:
        member = _at_version(member, version)
    return merge_member(member, reader), member, reader


def _find_folder(vendor: str, family: str | None) -> FamilyFolder:
    """Find the family that a vendor belongs to."""
    try:
        return FamilyFolder.find(Path(family) if family is not None else None, Path.cwd())
    except InputError as error:
        raise InputError(
            f"{vendor!r} is no file, and there is no family here whose vendor it could be", hint=error.hint
        ) from None


def _find_vendor(vendor: str, family: str | None) -> tuple[FamilyFolder, Member]:
    """Find a vendor and its family."""
    folder = _find_folder(vendor, family)
    return folder, find_member(folder.load_family(), vendor)


def _at_version(member: Member, version: str) -> Member:
    if version not in member.versions:
        known = ", ".join(member.versions) or "none beside the default"
        raise InputError(
            f"{member.vendor} has no version {version!r}",
            source=member.source,
            line=member.line,
            hint=f"versions: {known}",
        )
    return member.at_version(version)


def plural(count: int, noun: str, *, many: str | None = None) -> str:
    """Return a count with its noun."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"
