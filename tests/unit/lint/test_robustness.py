"""Lint answers whatever it is given: any part of a document may be anything."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from specfold.document import Document
from specfold.lint import lint_document
from specfold.reading import parse_document

CASES = Path(__file__).parents[2] / "cases"
TEXTS = {path.parents[1].name: path.read_bytes() for path in sorted(CASES.glob("lint-*/input/orders.yaml"))}
DOCUMENTS = [json.dumps(parse_document(text, name).value) for name, text in TEXTS.items()]
JUNK: list[Any] = [
    *(None, True, 0, -1, 1.5, 10**400, float("inf"), float("nan"), "", "x", "(", "#/", [], [None], [1, "a", {}], {}),
    *({"a": 1}, {"$ref": 1}, {"$ref": "#/components"}, {"$ref": "#/components/schemas/Order"}, {"x": {"$ref": "#"}}),
]
KEYWORDS = ("x-error", "discriminator", "enum", "allOf", "oneOf", "x-stream", "default", "required", "items", "pattern")


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every container of a document with each of its keys or positions."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in items:
        yield value, key
        yield from places(child)


@settings(max_examples=200)
@given(
    text=st.sampled_from(DOCUMENTS),
    edits=st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(JUNK)), min_size=1, max_size=3),
    extra=st.sampled_from(KEYWORDS),
)
def test_lint_never_crashes(text: str, edits: list[tuple[int, Any]], extra: str) -> None:
    """A document with any of its parts replaced by anything is findings, not an exception."""
    value = json.loads(text)
    for number, junk in edits:
        found = list(places(value))
        container, key = found[number % len(found)]
        container[key] = deepcopy(junk)
        if isinstance(container, dict) and number % 3 == 0:
            container[extra] = deepcopy(junk)

    findings = lint_document(Document(value, "d.yaml"))

    assert all(finding.hint and finding.source and finding.line for finding in findings)
    assert all(finding.pointer is not None for finding in findings)
