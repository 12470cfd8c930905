"""The vendor sheets, which lie beside the repository or where SPECFOLD_SHEETS says; knows only how to find them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def sheets(root: Path) -> Path:
    """Give the folder of the vendor sheets; skip where it is absent."""
    folder = Path(os.environ.get("SPECFOLD_SHEETS") or root.parent / "shared" / "vendors")
    if not (folder / "telnyx.md").is_file():
        pytest.skip(f"the vendor sheets are not here: {folder} (SPECFOLD_SHEETS names another folder)")
    return folder
