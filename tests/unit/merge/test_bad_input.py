"""The golden cases of bad input, asked of the functions themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from specfold.errors import SpecfoldError
from specfold.merge import merge_member
from specfold.world.documents import DocumentReader
from specfold.world.family_folder import FamilyFolder

CASES = Path(__file__).parents[2] / "cases"
NAMES = sorted(
    case.name
    for case in CASES.iterdir()
    if (case / "expected-error.txt").exists() and (case / "command.txt").read_text() == "merge\n"
)


@pytest.mark.parametrize("name", NAMES)
def test_bad_input_has_its_message(name: str) -> None:
    """Every case of bad input gives exactly the message and exit code it expects."""
    folder = FamilyFolder(CASES / name / "input")

    with pytest.raises(SpecfoldError) as caught:
        merge_member(folder.load_family().members[0], DocumentReader(folder))

    assert f"{caught.value}\n" == (CASES / name / "expected-error.txt").read_text()
    assert f"{caught.value.exit_code}\n" == (CASES / name / "expected-exit.txt").read_text()
