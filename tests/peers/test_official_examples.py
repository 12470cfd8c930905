"""Documents others wrote, official examples and real ones: comparing each with itself gives nothing."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
import yaml

from specfold.compare.diff import diff_documents
from specfold.compare.matrix import build_matrix
from specfold.document import Document, Json

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("SPECFOLD_PEER_CASES", ROOT.parent / "shared" / "peer-cases"))
FILES = [
    *sorted(FOLDER.glob("openapi-docs/learn-examples/*/*")),
    *sorted(FOLDER.glob("openapi-docs/oas31-schema-tests/pass/*")),
    *sorted(FOLDER.glob("openapi-docs/openai-chat/*")),
    *sorted(FOLDER.glob("openai-history/pairs/*")),
]
OURS = sorted((ROOT / "generated").glob("*/openapi.yaml"))

pytestmark = [
    pytest.mark.peers,
    pytest.mark.skipif(not FILES, reason=f"the documents of others are not at {FOLDER}"),
]


def read(path: Path) -> Document:
    """Read one document."""
    text = path.read_text("utf-8")
    return Document(json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=yaml.CSafeLoader), path.name)


def rewrite(value: Json) -> Json:
    """Return a value with its members in reverse order and with every schema component called otherwise."""
    if isinstance(value, dict):
        copy = {name: rewrite(item) for name, item in reversed(value.items())}
        if isinstance(copy.get("propertyName"), str) and isinstance(copy.get("mapping"), dict):
            named = copy["mapping"].items()  # a target may be a bare name
            copy["mapping"] = {tag: name if "#" in name else f"{name}Renamed" for tag, name in named}
        return copy
    if isinstance(value, list):
        return [rewrite(item) for item in value]
    return f"{value}Renamed" if isinstance(value, str) and re.fullmatch(r"#/components/schemas/[^/]+", value) else value


def rename(document: Document) -> Document:
    """Return a reordered copy of a document under other component names."""
    value = rewrite(document.value)
    schemas = (value.get("components") or {}).get("schemas") if isinstance(value, dict) else None
    if isinstance(schemas, dict):
        for name in list(schemas):
            schemas[f"{name}Renamed"] = schemas.pop(name)
    return Document(value, "renamed")


@pytest.mark.parametrize("path", [*FILES, *OURS], ids=lambda path: f"{path.parent.name}-{path.name}")
def test_order_and_names_of_components_do_not_matter(path: Path) -> None:
    """A document does not differ from a reordered copy under other component names, names themselves aside."""
    document = read(path)

    found = {change.id for change in diff_documents(document, rename(document)).changes}

    assert found <= {"component-renamed"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_document_does_not_differ_from_itself(path: Path) -> None:
    """A document is compared with itself and described, and nothing differs."""
    document = read(path)

    diff = diff_documents(document, document)
    matrix = build_matrix({"one": document})

    assert diff.changes == ()
    assert matrix.counts["differs"] == 0
