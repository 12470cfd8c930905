"""Where a family's files are on disk: its declaration, its runtime, its clients, its lock. Parses no OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import attrs

from specfold.family import Family, Member, parse_family
from specfold.lock import VendorLock, dump_lock, parse_lock
from specfold.tree import FileTree
from specfold.world.disk import find_family, read_file, read_tree, swap_tree, write_file
from specfold.world.versions import generator_digest, renderer_versions, shipped_overrides

FAMILY_FILE = "openapi/family.toml"
SILENCE_FILE = "openapi/lint.toml"
LOCK_FILE = "generated/specfold.lock"
MERGED_FILE = "openapi.yaml"


@attrs.frozen
class FamilyFolder:
    """The directory of one family."""

    root: Path

    @classmethod
    def find(cls, given: Path | None, start: Path) -> FamilyFolder:
        """
        Find the family: the directory given, or the nearest from `start` upward.

        Raises:
            InputError: there is none.
        """
        return cls(find_family(start, given))

    def load_family(self) -> Family:
        """
        Read `openapi/family.toml`.

        Raises:
            InputError: it cannot be read or is no valid declaration.
        """
        return parse_family(read_file(self.root / FAMILY_FILE, FAMILY_FILE), FAMILY_FILE)

    def load_runtime(self) -> FileTree:
        """Return the hand-written runtime: the family's own `overrides/`, or the one that comes with specfold."""
        own = self.root / "overrides"
        return read_tree(own if own.is_dir() else shipped_overrides())

    def load_silences(self) -> bytes:
        """Return the text of `openapi/lint.toml`, the findings that are accepted; empty when there is none."""
        path = self.root / SILENCE_FILE
        return read_file(path, SILENCE_FILE) if path.is_file() else b""

    def load_lock(self) -> dict[str, VendorLock]:
        """
        Return the lock of each vendor; empty when nothing was generated yet.

        Raises:
            InputError: the file is no lock.
        """
        path = self.root / LOCK_FILE
        return parse_lock(path.read_bytes(), LOCK_FILE) if path.is_file() else {}

    def save_lock(self, vendors: dict[str, VendorLock]) -> None:
        """Write the lock."""
        write_file(self.root / LOCK_FILE, dump_lock(vendors))

    def client_directory(self, vendor: str) -> Path:
        """Return where a client is generated."""
        return self.root / "generated" / vendor

    def load_client(self, vendor: str) -> FileTree:
        """Return the client as it is on disk."""
        return read_tree(self.client_directory(vendor))

    def save_client(self, vendor: str, tree: FileTree) -> bool:
        """Swap a client in; return whether it changed."""
        return swap_tree(self.client_directory(vendor), tree)

    def stray_files(self, vendors: list[str]) -> list[str]:
        """Return the files below `generated/` that belong to no vendor and are not the lock."""
        below = [path for path in read_tree(self.root / "generated").files if path.partition("/")[0] not in vendors]
        return [f"generated/{path}" for path in below if f"generated/{path}" != LOCK_FILE]

    def load_merged(self, vendor: str) -> bytes | None:
        """Return the merged document of a vendor as it was generated; None when it is not what its inputs make now."""
        locked = self.load_lock().get(vendor)
        if (
            locked is None
            or locked.generator != generator_digest()
            or set(locked.inputs) != self._present(locked.inputs)
        ):
            return None
        if any(_digest(self.root / path) != digest for path, digest in locked.inputs.items()):
            return None
        path = self.client_directory(vendor) / MERGED_FILE
        text = path.read_bytes() if path.is_file() else b""
        return text if locked.outputs.get(MERGED_FILE) == sha256(text).hexdigest() else None

    def _present(self, paths: Iterable[str]) -> set[str]:
        return {path for path in {*paths, SILENCE_FILE} if (self.root / path).is_file()}

    def lock_of(self, member: Member, outputs: FileTree, *, also_read: tuple[str, ...]) -> VendorLock:
        """
        Return the lock that fits the present inputs.

        Args:
            member: which client.
            outputs: its files.
            also_read: inputs beyond the declared ones, below the family's root.
        """
        declared = [f"openapi/{path}" for path in (*member.base, *member.documents, *member.overlays)]
        paths = sorted({FAMILY_FILE, SILENCE_FILE, *declared, *also_read})
        runtime = self.load_runtime()
        return VendorLock(
            inputs={path: _digest(self.root / path) for path in paths if (self.root / path).is_file()},
            overrides={path: runtime.digest_of(path) for path in sorted(runtime.files)},
            generator=generator_digest(),
            renderers=renderer_versions(),
            outputs={path: outputs.digest_of(path) for path in sorted(outputs.files)},
        )


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
