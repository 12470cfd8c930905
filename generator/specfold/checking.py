"""Find clients that are not what their inputs make of them, by digests alone; generates nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specfold.family import Family
from specfold.lock import VendorLock
from specfold.tree import FileTree, TreeChange
from specfold.world.family_folder import FamilyFolder


def find_stale_inputs(
    folder: FamilyFolder, family: Family, *, lock: Mapping[str, VendorLock]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each vendor whose lock does not fit its present inputs, with what changed."""
    for member in family.members:
        locked = lock.get(member.vendor)
        if locked is None:
            yield member.vendor, ("it was never generated",)
            continue
        present = folder.lock_of(member, FileTree({}), also_read=tuple(locked.inputs))
        reasons = tuple(locked.stale_against(present))
        if reasons:
            yield member.vendor, reasons


def find_changed_outputs(folder: FamilyFolder, vendor: str, *, locked: VendorLock) -> Iterator[TreeChange]:
    """Yield, in path order, the files of a client that are not what was generated."""
    actual = folder.load_client(vendor)
    for path in sorted({*locked.outputs, *actual.files}):
        if path not in actual.files:
            yield TreeChange(path, "missing")
        elif path not in locked.outputs:
            yield TreeChange(path, "superfluous")
        elif locked.outputs[path] != actual.digest_of(path):
            yield TreeChange(path, "changed")
