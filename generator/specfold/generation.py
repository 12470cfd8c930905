"""Generate and check the clients of a family: the pipeline for each, one formatting for all, trees compared and swapped."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from specfold.errors import SpecfoldError
from specfold.family import Family, Member
from specfold.lint import parse_silences
from specfold.pipeline import ClientBuild, Inputs, build_client, merge_baseline
from specfold.tree import FileTree, TreeChange
from specfold.world.documents import DocumentReader
from specfold.world.family_folder import SILENCE_FILE, FamilyFolder
from specfold.world.formatter import format_tree

Announce = Callable[[str], None]


@attrs.frozen(kw_only=True)
class Generated:
    """
    The outcome for one vendor.

    Attributes:
        member: which client.
        build: what the stages made, None when one refused.
        files: the formatted client.
        also_read: inputs beyond the declared ones.
        error: why there is no client.
    """

    member: Member
    build: ClientBuild | None = None
    files: FileTree = attrs.field(factory=lambda: FileTree({}))
    also_read: tuple[str, ...] = ()
    error: SpecfoldError | None = None


def generate_clients(
    folder: FamilyFolder, family: Family, *, members: list[Member], announce: Announce
) -> list[Generated]:
    """
    Build and format the clients of some members; nothing is written.

    Args:
        folder: the family on disk.
        family: its declarations.
        members: which clients.
        announce: told what is being done, for a progress display.
    """
    shared = DocumentReader(folder)
    inputs = Inputs(
        read=shared,
        runtime=folder.load_runtime(),
        silences=parse_silences(folder.load_silences(), SILENCE_FILE),
        baseline=merge_baseline(family, shared),
    )
    results = []
    for member in members:
        announce(f"building {member.vendor}")
        result = _build(folder, family, member=member, inputs=inputs)
        # Each README is compared with the bases of all members, so those are inputs of every client.
        results.append(attrs.evolve(result, also_read=(*shared.seen, *result.also_read)))
    announce("formatting")
    built = {result.member.vendor: result.build for result in results if result.build is not None}
    python = {
        f"{vendor}/{path}": content
        for vendor, build in built.items()
        for path, content in build.files.files.items()
        if path.endswith(".py") and "/_runtime/" not in path
    }
    formatted = format_tree(FileTree(python)).files if python else {}
    return [attrs.evolve(result, files=_formatted(result, formatted)) for result in results]


def _build(folder: FamilyFolder, family: Family, *, member: Member, inputs: Inputs) -> Generated:
    reader = DocumentReader(folder)
    try:
        build = build_client(family, member, inputs=attrs.evolve(inputs, read=reader))
    except SpecfoldError as error:
        return Generated(member=member, error=error)
    return Generated(member=member, build=build, also_read=tuple(reader.seen))


def _formatted(result: Generated, formatted: Mapping[str, bytes]) -> FileTree:
    if result.build is None:
        return FileTree({})
    vendor = result.member.vendor
    files = result.build.files.files
    return FileTree({path: formatted.get(f"{vendor}/{path}", content) for path, content in files.items()})


def save_clients(folder: FamilyFolder, family: Family, *, results: list[Generated]) -> dict[str, bool]:
    """Swap in every client that was built and write the lock; return which of them changed."""
    known = {member.vendor for member in family.members}
    lock = {vendor: entry for vendor, entry in folder.load_lock().items() if vendor in known}
    changed: dict[str, bool] = {}
    for result in results:
        if result.error is None:
            vendor = result.member.vendor
            changed[vendor] = folder.save_client(vendor, result.files)
            lock[vendor] = folder.lock_of(result.member, result.files, also_read=result.also_read)
    folder.save_lock(lock)
    return changed


@attrs.frozen(kw_only=True)
class Drift:
    """
    How a client on disk departs from what it should be.

    Attributes:
        vendor: which client; empty for files that belong to none.
        reasons: inputs that changed since it was generated.
        changes: files that are not what generating now would write.
        error: why generating now would fail.
    """

    vendor: str
    reasons: tuple[str, ...] = ()
    changes: tuple[TreeChange, ...] = ()
    error: SpecfoldError | None = None


def regenerate_drift(
    folder: FamilyFolder, family: Family, *, stale: dict[str, tuple[str, ...]], announce: Announce
) -> list[Drift]:
    """Compare stale clients with what generating now would write."""
    drifts = []
    for result in generate_clients(
        folder, family, members=[member for member in family.members if member.vendor in stale], announce=announce
    ):
        vendor, reasons = result.member.vendor, stale[result.member.vendor]
        if result.error is not None:
            drifts.append(Drift(vendor=vendor, reasons=reasons, error=result.error))
        else:
            changes = tuple(result.files.compare_with(folder.load_client(vendor)))
            drifts.append(Drift(vendor=vendor, reasons=reasons, changes=changes))
    return drifts
