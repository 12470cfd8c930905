"""What belongs together although it is not called the same: statuses and ranges, paths and slashes, ways to get a token."""

from __future__ import annotations

import pytest

from specfold.compare.diff import diff_documents
from specfold.document import Document, Json, JsonObject
from tests.unit.compare.builders import compare_operations, document, found

TEXT: JsonObject = {"type": "string"}
NUMBER: JsonObject = {"type": "integer"}


def answers(**schemas: Json) -> JsonObject:
    """Return an operation with a JSON answer for some statuses, `s200={...}`."""
    return {
        "responses": {
            status.removeprefix("s"): {"description": "", "content": {"application/json": {"schema": schema}}}
            for status, schema in schemas.items()
        }
    }


ADDED, ERROR_ADDED = "warning response response-added", "info response error-response-added"
BROKEN = "breaking response type-changed"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (answers(s200=TEXT), answers(s2XX=TEXT), {ADDED}),
        (answers(s200=TEXT), answers(s2XX=NUMBER), {ADDED, BROKEN}),
        (answers(s2XX=TEXT), answers(s200=TEXT), set()),
        (answers(s2XX=TEXT), answers(s200=NUMBER), {BROKEN}),
        (answers(s2XX=TEXT), answers(s404=TEXT), {"breaking response response-removed", ERROR_ADDED}),
        (answers(s200=TEXT), answers(default=TEXT), {ERROR_ADDED}),
        (answers(s200=TEXT), answers(default=NUMBER), {ERROR_ADDED, BROKEN}),
        (answers(s200=TEXT, default=NUMBER), answers(default=NUMBER), {BROKEN}),
        (answers(s200=TEXT, default=NUMBER), answers(s200=TEXT, s201=TEXT, default=NUMBER), {ADDED}),
        (answers(s200=TEXT, s4XX=NUMBER), answers(s200=TEXT, s4XX=NUMBER, s404=NUMBER), set()),
        (answers(s200=TEXT, s4XX=NUMBER), answers(s200=TEXT, s4XX=NUMBER, s404=TEXT), {BROKEN}),
        (answers(s200=TEXT, default=NUMBER, s404=NUMBER), answers(s200=TEXT, default=NUMBER), set()),
    ],
)
def test_a_lone_status_is_compared_with_what_covers_it(old: JsonObject, new: JsonObject, expected: set[str]) -> None:
    """A status that one document lists is held against the range or default of the other, which stands for errors."""
    assert compare_operations(old, new) == expected


def body(**schemas: Json) -> JsonObject:
    """Return an operation that is sent a body of some content types: `json` of JSON, `any` of all, `more` of a subtype."""
    types = {"json": "application/json", "any": "*/*", "more": "application/more+json"}
    return {"requestBody": {"content": {types[name]: {"schema": schema} for name, schema in schemas.items()}}}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (body(json=TEXT, any=TEXT), body(any=TEXT), set()),
        (body(json=TEXT, any=TEXT), body(any=NUMBER), {"breaking request type-changed"}),
        (body(any=TEXT), body(any=TEXT, json=NUMBER), {"breaking request type-changed"}),
        (body(json=TEXT, more=TEXT), body(json=TEXT), {"breaking request media-type-removed"}),
    ],
)
def test_a_lone_content_type_is_compared_with_the_range_that_covers_it(
    old: JsonObject, new: JsonObject, expected: set[str]
) -> None:
    """A content type of one document is held against the range of the other that covers it; a subtype is no range."""
    assert compare_operations(old, new) == expected


def paths(*names: str, answer: JsonObject | None = None) -> Document:
    """Return a document with some paths."""
    return document(paths={name: {"get": answer or answers(s200=TEXT)} for name in names})


def test_a_slash_at_the_end_is_told() -> None:
    """A path that gained a slash is the same path, with a warning; its operations are compared."""
    diff = diff_documents(paths("/a"), paths("/a/", answer=answers(s200=NUMBER)))

    assert found(diff) == {"warning request path-slash-changed", BROKEN}
    assert found(diff_documents(paths("/a/"), paths("/a"))) == {"warning request path-slash-changed"}


def test_paths_that_differ_by_a_slash_are_two_where_both_exist() -> None:
    """Where a document has the path with and without a slash, each is compared with its like."""
    both = paths("/a", "/a/")

    assert found(diff_documents(both, both)) == set()
    assert found(diff_documents(both, paths("/a"))) == {"breaking request operation-removed"}
    assert found(diff_documents(paths("/a/"), both)) == {"info request operation-added"}


def secured(flows: JsonObject, scopes: list[str] | None = None) -> Document:
    """Return a document whose callers get a token by one of some flows."""
    scheme = {"type": "oauth2", "flows": flows}
    return document(components={"securitySchemes": {"o": scheme}}, security=[{"o": scopes or ["read"]}])


CODE: JsonObject = {"authorizationUrl": "https://a", "tokenUrl": "https://t", "scopes": {"read": "read", "write": "w"}}
CLIENT: JsonObject = {"tokenUrl": "https://t", "scopes": {"read": "read"}}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"code": CODE}, {"code": {**CODE, "scopes": {"read": "Read.", "all": "All."}}}, set()),
        ({"code": CODE}, {"code": {**CODE, "tokenUrl": "https://u"}}, {"warning request security-url-changed"}),
        ({"code": CODE}, {"code": CODE, "client": CLIENT}, {"info request security-added"}),
        ({"code": CODE, "client": CLIENT}, {"code": CODE}, {"breaking request security-removed"}),
        ({"code": CODE}, {"client": CLIENT}, {"breaking request security-changed"}),
        ({}, {}, set()),
    ],
)
def test_ways_to_get_a_token(old: JsonObject, new: JsonObject, expected: set[str]) -> None:
    """Declared scopes are notes, another URL a warning; a flow that goes is missed."""
    assert found(diff_documents(secured(old), secured(new))) == expected


def test_a_scope_that_is_asked_for_is_missed() -> None:
    """A requirement of one more scope breaks, one scope less does not."""
    one, two = secured({"code": CODE}), secured({"code": CODE}, ["read", "write"])

    assert found(diff_documents(one, two)) == {"breaking request security-removed"}
    assert found(diff_documents(two, one)) == {"info request security-added"}


def test_another_url_is_named() -> None:
    """The message says which URL is another, of which flow where there are several."""
    old, new = secured({"code": CODE, "client": CLIENT}), secured({"code": CODE, "client": {"tokenUrl": "https://u"}})

    (change,) = diff_documents(old, new).changes

    assert change.message == "tokenUrl of oauth2 client: https://t → https://u"


def test_providers_are_told_apart() -> None:
    """Of two providers that differ by their URLs the loss of one is seen."""
    schemes = {name: {"type": "openIdConnect", "openIdConnectUrl": f"https://{name}"} for name in ("a", "b")}
    both, one = (
        document(components={"securitySchemes": schemes}, security=[{name: []} for name in names])
        for names in ("ab", "a")
    )

    assert found(diff_documents(both, one)) == {"breaking request security-removed"}


def test_many_flows_at_once_do_not_multiply_without_end() -> None:
    """A requirement of many schemes with many flows each is read in no time."""
    flows = {str(number): CLIENT for number in range(9)}
    schemes = {str(number): {"type": "oauth2", "flows": flows} for number in range(30)}
    one = document(components={"securitySchemes": schemes}, security=[{name: [] for name in schemes}])

    assert found(diff_documents(one, document(security=[]))) == {"info request security-added"}
