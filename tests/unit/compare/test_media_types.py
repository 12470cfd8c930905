"""Media types of answers across versions of OpenAPI: events of streams, references."""

from __future__ import annotations

import pytest

from specfold.compare.diff import diff_documents
from specfold.document import Document, JsonObject
from tests.unit.compare.builders import document, found


def stream_of(version: str, media_type: JsonObject) -> Document:
    """Return a document of some version whose operation answers a stream."""
    answer = {"description": "", "content": {"text/event-stream": media_type}}
    found = document({"responses": {"200": answer}})
    return Document({**found.value, "openapi": version}, "stream.yaml")


@pytest.mark.parametrize("old", [{"schema": {"type": "string"}}, {"x-stream": {"itemSchema": {"type": "string"}}}])
def test_events_are_compared_across_versions(old: JsonObject) -> None:
    """The schema of an event is the same in our form, in that of OpenAPI 3.2 and in that of documents without either."""
    same = diff_documents(stream_of("3.1.0", old), stream_of("3.2.0", {"itemSchema": {"type": "string"}}))
    other = diff_documents(stream_of("3.1.0", old), stream_of("3.2.0", {"itemSchema": {"type": "integer"}}))

    assert found(same) == set()
    assert found(other) == {"breaking response type-changed"}


def test_media_types_may_be_references() -> None:
    """A media type named by reference (OpenAPI 3.2) is compared as if it stood there."""
    plain = {"schema": {"type": "string"}}
    old = document({"responses": {"200": {"content": {"application/json": plain}}}})
    new = document(
        {"responses": {"200": {"content": {"application/json": {"$ref": "#/components/mediaTypes/Text"}}}}},
        components={"mediaTypes": {"Text": plain}},
    )

    assert diff_documents(old, new).changes == ()
