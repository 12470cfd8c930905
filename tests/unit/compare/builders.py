"""Small documents for the tests of comparisons; knows only the shape of OpenAPI."""

from __future__ import annotations

from typing import Any

from specfold.compare.change import Diff
from specfold.compare.diff import diff_documents
from specfold.document import Document, JsonObject


def document(operation: JsonObject | None = None, **parts: Any) -> Document:
    """Return a document with one operation, `POST /things`, and other top-level parts."""
    value: JsonObject = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, **parts}
    value.setdefault("paths", {"/things": {"post": operation or {"responses": {}}}})
    return Document(value, "document.yaml")


def request_of(schema: Any, **components: Any) -> Document:
    """Return a document whose operation sends a schema."""
    body = {"content": {"application/json": {"schema": schema}}}
    return document({"requestBody": body, "responses": {}}, components={"schemas": components})


def response_of(schema: Any, **components: Any) -> Document:
    """Return a document whose operation answers a schema."""
    answer = {"description": "ok", "content": {"application/json": {"schema": schema}}}
    return document({"responses": {"200": answer}}, components={"schemas": components})


def found(diff: Diff) -> set[str]:
    """Return the changes as `severity axis rule`."""
    return {f"{change.severity} {change.axis} {change.id}" for change in diff.changes}


def compare_operations(old: JsonObject, new: JsonObject, **parts: Any) -> set[str]:
    """Return the changes between two operations, as `severity axis rule`."""
    return found(diff_documents(document(old, **parts), document(new, **parts)))


def compare_requests(old: Any, new: Any) -> Diff:
    """Return the changes between two schemas that are sent."""
    return diff_documents(request_of(old), request_of(new))


def compare_responses(old: Any, new: Any) -> Diff:
    """Return the changes between two schemas that are answered."""
    return diff_documents(response_of(old), response_of(new))
