"""Documents others wrote, official examples and real ones: comparing each with itself gives nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from specfold.compare.diff import diff_documents
from specfold.compare.matrix import build_matrix
from specfold.document import Document

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("SPECFOLD_PEER_CASES", ROOT.parent / "shared" / "peer-cases"))
FILES = [
    *sorted(FOLDER.glob("openapi-docs/learn-examples/*/*")),
    *sorted(FOLDER.glob("openapi-docs/oas31-schema-tests/pass/*")),
    *sorted(FOLDER.glob("openapi-docs/openai-chat/*")),
    *sorted(FOLDER.glob("openai-history/pairs/*")),
]

pytestmark = [
    pytest.mark.peers,
    pytest.mark.skipif(not FILES, reason=f"the documents of others are not at {FOLDER}"),
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_document_does_not_differ_from_itself(path: Path) -> None:
    """A document is compared with itself and described, and nothing differs."""
    text = path.read_text("utf-8")
    value = json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=yaml.CSafeLoader)
    document = Document(value, path.name)

    diff = diff_documents(document, document)
    matrix = build_matrix({"one": document})

    assert diff.changes == ()
    assert matrix.counts["differs"] == 0
