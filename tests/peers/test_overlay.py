"""The cases of the Overlay standard itself: official outcomes, documents to accept and to refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from specfold.document import Document
from specfold.errors import SpecfoldError
from specfold.merge import apply_overlays, parse_overlay
from specfold.reading import parse_document
from tests.peers.cases import find_cases

pytestmark = pytest.mark.peers
FOLDER = find_cases("overlay")


def read(path: Path) -> Document:
    """Read one document of a case."""
    return parse_document(path.read_bytes(), path.name)


def names(pattern: str) -> list[str]:
    """Return the cases below the folder, by their paths."""
    return sorted(str(path.relative_to(FOLDER)) for path in FOLDER.glob(pattern))


@pytest.mark.parametrize("case", names("compliant-sets/*"))
def test_the_outcome_is_the_official_one(case: str) -> None:
    """Applying the overlay of a set gives the output of that set, without findings."""
    folder = FOLDER / case

    applied = apply_overlays(read(folder / "openapi.yaml"), [parse_overlay(read(folder / "overlay.yaml"))])

    assert applied.document.value == read(folder / "output.yaml").value
    assert applied.findings == ()


@pytest.mark.parametrize("case", names("schema-cases/*/pass/*"))
def test_a_good_overlay_is_accepted(case: str) -> None:
    """An overlay the standard's schema accepts is read."""
    assert parse_overlay(read(FOLDER / case)).actions


@pytest.mark.parametrize("case", names("schema-cases/*/fail/*"))
def test_a_bad_overlay_is_refused(case: str) -> None:
    """An overlay the standard's schema refuses is refused, with its line."""
    with pytest.raises(SpecfoldError) as caught:
        parse_overlay(read(FOLDER / case))

    assert caught.value.line is not None
