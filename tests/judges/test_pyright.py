"""A second type checker, in its strict mode, agrees with mypy about calls of the generated clients."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.quality.repository import members

pytestmark = pytest.mark.judges


def test_pyright_finds_the_wrong_calls_and_no_others(root: Path, judges: Path, tmp_path: Path) -> None:
    """Every wrong call of `tests/typing` is an error at its place, and nothing else is."""
    (tmp_path / "repository").symlink_to(root)  # pyright takes relative folders only
    settings = {
        "include": ["repository/tests/typing"],
        "extraPaths": [f"repository/generated/{vendor}" for vendor in members()],
        "typeCheckingMode": "strict",
        "reportUnnecessaryTypeIgnoreComment": "error",
        "pythonVersion": "3.11",
    }
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))

    command = [str(judges / "pyright"), "--pythonpath", sys.executable, "--outputjson", "-p", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)

    report = json.loads(done.stdout)
    assert [f"{item['range']['start']['line']}: {item['message']}" for item in report["generalDiagnostics"]] == []
    assert report["summary"]["filesAnalyzed"] >= 1
