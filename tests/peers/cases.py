"""Where the cases of other projects are: beside the repository, or where `SPECFOLD_PEER_CASES` says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PEER_CASES = Path(os.environ.get("SPECFOLD_PEER_CASES") or Path(__file__).parents[3] / "shared" / "peer-cases")


def find_cases(name: str) -> Path:
    """Return one set of cases; skip the module where it is absent."""
    folder = PEER_CASES / name
    if not folder.is_dir():
        pytest.skip(f"the cases of other projects are not here: {name}", allow_module_level=True)
    return folder
