"""The form of schemas: our table says what the metaschema of JSON Schema says."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]  # the package has no types

from specfold.lint import lint_document
from specfold.reading import parse_document

KEYWORDS = sorted(
    {
        keyword
        for part in ("core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "content")
        for keyword in REGISTRY.contents(f"https://json-schema.org/draft/2020-12/meta/{part}")["properties"]
    }
)
VALUES: list[object] = [
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        1.5,
        2.0,
        "",
        "string",
        "a b",
        "#x",
        "x#",
        [],
        ["a"],
        ["a", "a"],
        ["null", "string"],
    ),
    *([{}], [1], [True], {}, {"a": {}}, {"a": 1}, {"a": ["b"]}, {"a": ["b", "b"]}, {"a": True}, {"type": "string"}),
]


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_the_table_agrees_with_the_metaschema(keyword: str) -> None:
    """A value is refused exactly where the metaschema of draft 2020-12 refuses it."""
    judge = Draft202012Validator(Draft202012Validator.META_SCHEMA)

    answers = {json.dumps(value): is_refused(keyword, value) for value in VALUES}

    wanted = {json.dumps(value): not judge.is_valid({keyword: value}) for value in VALUES}
    assert answers == wanted


def is_refused(keyword: str, value: object) -> bool:
    """Tell whether a schema with one keyword breaks the rule about form."""
    schemas = {"A": {keyword: value}}
    text = json.dumps({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "components": {"schemas": schemas}})
    return "schema-form" in {finding.rule for finding in lint_document(parse_document(text.encode(), "d.json"))}
