"""Documents of different versions: what each writes in its own way is the same, what one does not know means nothing."""

from __future__ import annotations

import attrs
import pytest

from specfold.compare.diff import diff_documents
from specfold.document import Document, Json, JsonObject
from tests.unit.compare.builders import compare_requests, compare_responses, document, found, request_of


def of_version(document_: Document, version: str) -> Document:
    """Return a document as one of another version."""
    return attrs.evolve(document_, value={**document_.value, "openapi": version})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "format": "binary"}, {"type": "string", "contentMediaType": "application/octet-stream"}),
        ({"type": "string", "format": "binary"}, {"contentMediaType": "application/octet-stream"}),
        ({"type": "string", "format": "binary"}, {"type": "string", "format": "binary"}),
        ({"type": "string", "format": "byte"}, {"type": "string", "contentEncoding": "base64"}),
    ],
)
def test_bytes_are_the_same_in_each_version(old: Json, new: Json) -> None:
    """The formats of bytes of OpenAPI 3.0 are the content keywords of later versions."""
    before = of_version(request_of(old), "3.0.3")

    assert found(diff_documents(before, request_of(new))) == set()
    assert found(diff_documents(request_of(new), before)) == set()


def test_other_encodings_of_bytes_differ() -> None:
    """An encoding that OpenAPI 3.0 cannot say is undecided."""
    before = of_version(request_of({"type": "string", "format": "byte"}), "3.0.3")

    diff = diff_documents(before, request_of({"type": "string", "contentEncoding": "base64url"}))

    assert "unknown request keyword-changed" in found(diff)


def test_flags_of_another_version_mean_nothing() -> None:
    """A bound that is a flag of OpenAPI 3.0 is not taken for a bound in OpenAPI 3.1, and is one cause only."""
    flagged = {"type": "integer", "minimum": 5, "exclusiveMinimum": True}

    assert found(compare_requests(flagged, {"type": "integer", "minimum": 6})) == {"breaking request minimum-raised"}
    assert found(compare_requests(flagged, {"type": "integer", "minimum": 5})) == set()


def test_no_place_has_a_name_that_is_not_in_the_document() -> None:
    """A keyword with a value of the wrong kind is placed by its own name."""
    diff = compare_requests({"minLength": "a"}, {"minLength": "b"})

    assert {str(change.pointer_old).rpartition("/")[2] for change in diff.changes} == {"minLength"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (None, "https://example.com/mine", {"unknown request dialect-changed"}),
        ("https://example.com/mine", "https://example.com/mine", set()),
        (None, "https://spec.openapis.org/oas/3.1/dialect/base", set()),
        ("https://json-schema.org/draft/2020-12/schema", None, set()),
    ],
)
def test_another_dialect_is_told(old: str | None, new: str | None, expected: set[str]) -> None:
    """A dialect nobody here knows is undecided; the default may be said or left out."""
    parts: list[JsonObject] = [{} if one is None else {"jsonSchemaDialect": one} for one in (old, new)]

    assert found(diff_documents(document(**parts[0]), document(**parts[1]))) == expected


def test_what_holds_at_once_is_said_in_words() -> None:
    """Formats and patterns that hold together are joined by `and`."""
    formats = compare_requests({"format": "email"}, {"format": "email", "allOf": [{"format": "uuid"}]})
    patterns = compare_responses(
        {"pattern": "a"}, {"pattern": "a", "allOf": [{"pattern": "b"}, {"allOf": [{"pattern": "c"}]}]}
    )

    assert "email → email and uuid" in formats.changes[0].message
    assert '"a" → "a" and "b" and "c"' in patterns.changes[0].message
