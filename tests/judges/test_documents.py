"""The merged documents, judged by validators that are not ours."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
import yaml
from openapi_spec_validator import validate

from tests.quality.repository import members

pytestmark = pytest.mark.judges
VENDORS = sorted(members())


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_specification_is_kept(vendor: str, root: Path) -> None:
    """openapi-spec-validator finds no error in a merged document."""
    document = yaml.safe_load((root / "generated" / vendor / "openapi.yaml").read_text("utf-8"))

    validate(document)


@pytest.mark.parametrize("vendor", VENDORS)
def test_redocly_finds_no_error(vendor: str, judges: Path, root: Path) -> None:
    """Redocly finds no error in a merged document; what it warns of is the vendor's own."""
    document = f"generated/{vendor}/openapi.yaml"
    quiet = {**os.environ, "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    command = [str(judges / "redocly"), "lint", "--format=json", "--config=tests/judges/redocly.yaml", document]

    done = subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, timeout=120, check=False)

    errors = [problem for problem in json.loads(done.stdout)["problems"] if problem["severity"] == "error"]
    assert (done.returncode, errors) == (0, [])
