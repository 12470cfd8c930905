"""Official example documents of others become clients: nothing dropped, and everything written is Python."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from specfold.world.disk import read_tree
from tests.peers.cases import find_cases

REFUSED = {"3.2-tags-example": "specfold merges 3.0 and 3.1"}
FAMILY = '[family]\nname = "x"\n[members.x]\ndocuments = ["doc.yaml"]\n'


pytestmark = pytest.mark.peers

EXAMPLES = sorted(find_cases("openapi-docs").glob("learn-examples/*/*.yaml"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_official_example_becomes_a_client(
    example: Path, tmp_path: Path, command_line: Callable[..., tuple[int, str, str]]
) -> None:
    """Every operation and schema reaches the client, or the document is refused with a reason."""
    (tmp_path / "openapi").mkdir()
    (tmp_path / "openapi" / "doc.yaml").write_bytes(example.read_bytes())
    (tmp_path / "openapi" / "family.toml").write_text(FAMILY)

    code, output, errors = command_line("generate", directory=tmp_path)

    if example.stem in REFUSED:
        assert (code, "hint:" in errors) == (1, True)
        return
    assert code == 0, errors
    assert "dropped: 0" in output
    for path, content in read_tree(tmp_path / "generated").files.items():
        if path.endswith(".py"):
            ast.parse(content)
