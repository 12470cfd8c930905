"""`x-pagination` becomes facts: where items and cursor are, and which keywords take them."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.errors import SpecfoldError
from specfold.normal import PaginationFacts
from specfold.normalise import normalise_document

CURSOR = {"parameter": "page after", "from": "/id"}


def pagination(declared: Any) -> PaginationFacts | None:
    """Return what an operation with two query parameters says of its pages."""
    parameters: list[Any] = [{"name": name, "in": "query", "schema": {}} for name in ("page after", "limit", "size")]
    operation = {"x-pagination": declared, "parameters": parameters}
    root = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/things": {"get": operation}}}
    return normalise_document(root).operations[0].pagination


def test_pages_are_read() -> None:
    """Pointers become paths, parameters their keywords; the limit is `limit` unless another is named."""
    assert pagination({"items": "/data/list", "cursor": CURSOR}) == PaginationFacts(
        items=("data", "list"), parameter="page_after", cursor=("id",), limit="limit"
    )
    assert pagination({"items": "", "cursor": CURSOR, "limit": "size"}) == PaginationFacts(
        items=(), parameter="page_after", cursor=("id",), limit="size"
    )
    assert pagination({"items": "", "cursor": CURSOR, "limit": "none"}) == PaginationFacts(
        items=(), parameter="page_after", cursor=("id",), limit=None
    )
    assert pagination(None) is None


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ({}, "names the cursor None, which is no query parameter"),
        ([], "names the cursor None"),
        ({"cursor": {"parameter": "after", "from": "/id"}, "items": ""}, "names the cursor 'after'"),
        ({"cursor": CURSOR}, "expected a JSON pointer, found None"),
        ({"cursor": {**CURSOR, "from": "id"}, "items": ""}, "expected a JSON pointer, found 'id'"),
    ],
)
def test_an_incomplete_extension_is_an_error_with_its_place(declared: Any, said: str) -> None:
    """The error names what is missing, where, and how it is written."""
    with pytest.raises(SpecfoldError, match=said) as caught:
        pagination(declared)

    assert str(caught.value.pointer).startswith("/paths/~1things/get/x-pagination")
    assert caught.value.hint
