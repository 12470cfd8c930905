"""Read a file as it was at a git revision."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from specfold.errors import InputError


def find_repository(path: Path) -> Path | None:
    """Return the directory of the repository that a file is in, None where it is in none."""
    return next((one for one in path.absolute().parents if (one / ".git").exists()), None)


def read_at_revision(path: Path, revision: str, *, shown: str) -> bytes:
    """
    Return the content of a file at a revision.

    Raises:
        InputError: git is not installed, or it has no such file or revision.
    """
    program = shutil.which("git")
    if program is None:
        raise InputError(
            "git is not installed, so a revision cannot be read",
            source=shown,
            hint="install git, or name a file without @REVISION",
        )
    if revision.startswith("-"):
        raise InputError(
            f"{revision!r} is no git revision", source=shown, hint="write FILE@REVISION, for example VENDOR@HEAD~1"
        )
    # `REV:./name` is resolved by git against the directory it runs in; the file's own may be gone by now.
    directory = next((one for one in path.absolute().parents if one.is_dir()), path.parent)
    command = [program, "-C", str(directory), "show", f"{revision}:./{path.absolute().relative_to(directory)}"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - fixed program, the revision cannot be an option
    if done.returncode != 0:
        detail = done.stderr.decode(errors="replace").strip().splitlines()
        raise InputError(
            f"git has no {shown} at {revision}: {detail[0] if detail else 'unknown revision'}",
            hint="check the revision with git log",
        )
    return done.stdout
