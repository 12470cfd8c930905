"""The examples of the Evil \"\"\" {{ 7*7 }} \\ document, decoded and encoded back."""

from __future__ import annotations

import json

import pytest
from evil_client import models

EXAMPLES = []

MODELS = [
    "Rec",
    "ABCInner",
    "ABC",
    "ABC2",
    "SchemaNone",
    "Mapping2",
    "Aliases",
    "Choice2",
    "Define2",
    "TXImportOsRequestListItem",
    "TXImportOsRequestNestedA",
    "TXImportOsRequestNestedB",
    "TXImportOsRequestAllInner",
    "TXImportOsRequestAll",
    "TXImportOsRequestDeep",
    "TXImportOsRequest",
]


@pytest.mark.parametrize(("model", "text"), EXAMPLES)
def test_documented_answers_come_back_as_they_were(model: str, text: str) -> None:
    """A documented answer is decoded into its class and encoded back to the same JSON."""
    answer = json.loads(text)

    decoded = getattr(models, model).from_dict(answer)

    assert type(decoded).__name__ == model
    assert decoded.to_dict() == answer


@pytest.mark.parametrize("model", MODELS)
def test_members_the_document_does_not_know_are_kept(model: str) -> None:
    """An object of members nobody described survives decoding and encoding."""
    unknown = {"a member of tomorrow": [{"nested": None}]}

    decoded = getattr(models, model).from_dict(unknown)

    assert decoded.to_dict() == unknown
