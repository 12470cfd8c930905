"""What a vendor's name stands for: its merged document as generated while that is up to date, else the documents merged anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from specfold.cli.selection import load_as_generated, load_document

CommandLine = Callable[..., tuple[int, str, str]]
VENDORS = ["nexllm", "nexos", "ragparams", "telnyx"]


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_generated_document_says_what_merging_says(vendor: str, root: Path) -> None:
    """Reading the merged document gives the very value that merging gives, of the same types, in the same order."""
    read, merged = (load(vendor, str(root)) for load in (load_as_generated, load_document))

    assert repr(read.value) == repr(merged.value)
    assert read.source == merged.source == vendor
    assert (bool(read.origins), bool(merged.origins)) == (False, True)


@pytest.fixture
def generated(shop: Path, command_line: CommandLine) -> Path:
    """Give the family with its clients generated."""
    assert command_line("generate", directory=shop)[0] == 0
    return shop


def edit(path: Path) -> None:
    """Write another bound into an overlay."""
    path.write_text(path.read_text().replace("5", "4"))


@pytest.mark.parametrize(
    "change",
    [
        lambda root: edit(root / "openapi/acme.overlay.yaml"),
        lambda root: (root / "generated/acme/openapi.yaml").write_text("openapi: 3.1.0\n"),
        lambda root: (root / "generated/acme/openapi.yaml").unlink(),
        lambda root: shutil.rmtree(root / "generated"),
        lambda root: (root / "openapi/lint.toml").write_text(""),
    ],
    ids=["input", "output", "no output", "never generated", "new input"],
)
def test_what_is_not_up_to_date_is_merged(generated: Path, change: Callable[[Path], object]) -> None:
    """After any change of inputs or of the merged document itself, its node origins show that it was merged anew."""
    before = load_as_generated("acme", str(generated))

    change(generated)

    after = load_as_generated("acme", str(generated))
    assert (bool(before.origins), bool(after.origins)) == (False, True)
    assert after.value == load_document("acme", str(generated)).value
