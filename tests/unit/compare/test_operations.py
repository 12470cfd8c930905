"""Two documents compared around their schemas: operations, parameters, bodies, statuses, headers, streams, security."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.diff import diff_documents
from specfold.document import Document, JsonObject
from tests.unit.compare.builders import compare_operations, document, found

TEXT: JsonObject = {"type": "string"}
NUMBER: JsonObject = {"type": "number"}
LIST: JsonObject = {"type": "array", "items": TEXT}
BEARER = {"type": "http", "scheme": "bearer"}
KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}


def query(schema: Any = None, **more: Any) -> JsonObject:
    """Return an operation with one query parameter."""
    return {"parameters": [{"name": "a", "in": "query", "schema": schema or TEXT, **more}]}


def body(*media_types: str, **more: Any) -> JsonObject:
    """Return an operation with a request body of some content types."""
    return {
        "requestBody": {"content": {name: {"schema": TEXT} for name in media_types or ("application/json",)}, **more}
    }


def answers(**statuses: Any) -> JsonObject:
    """Return an operation with some answers, `s200={...}`."""
    return {"responses": {status.removeprefix("s"): {"description": "", **value} for status, value in statuses.items()}}


def stream(**facts: Any) -> JsonObject:
    """Return an operation that answers a stream of events."""
    return answers(s200={"content": {"text/event-stream": {"x-stream": {"itemSchema": TEXT, **facts}}}})


def content(**media_type: Any) -> JsonObject:
    """Return an operation that answers one JSON media type."""
    return answers(s200={"content": {"application/json": media_type}})


HELD: JsonObject = {"x-client-method": "things.make"}
MOVED_IN_CLIENT = "warning source client-method-changed"
CASES: list[tuple[str, JsonObject, JsonObject, set[str]]] = [
    ("deprecated", {}, {"deprecated": True}, {"warning behaviour operation-deprecated"}),
    ("undeprecated", {"deprecated": True}, {}, {"info behaviour operation-undeprecated"}),
    ("callbacks", {}, {"callbacks": {"a": {}}}, {"unknown request operation-part-changed"}),
    ("operationId added", HELD, {**HELD, "operationId": "a"}, {"info source operation-id-added"}),
    ("operationId removed", {**HELD, "operationId": "a"}, HELD, {"info source operation-id-removed"}),
    (
        "operationId changed",
        {**HELD, "operationId": "a"},
        {**HELD, "operationId": "b"},
        {"info source operation-id-changed"},
    ),
    (
        "operationId the client is named by",
        {"operationId": "a"},
        {"operationId": "b"},
        {"info source operation-id-changed", MOVED_IN_CLIENT},
    ),
    ("tag the client is named by", {"tags": ["a"]}, {"tags": ["b"]}, {MOVED_IN_CLIENT}),
    ("tag nothing is named by", {**HELD, "tags": ["a"]}, {**HELD, "tags": ["b"]}, set()),
    (
        "client method",
        {"x-client-method": "a.b"},
        {"x-client-method": "a.c"},
        {"warning source client-method-changed"},
    ),
    ("parameter added", {}, query(), {"info request parameter-added"}),
    ("required parameter added", {}, query(required=True), {"breaking request required-parameter-added"}),
    ("parameter removed", query(), {}, {"warning request parameter-removed"}),
    ("parameter required", query(), query(required=True), {"breaking request parameter-became-required"}),
    ("parameter optional", query(required=True), query(), {"info request parameter-became-optional"}),
    ("parameter deprecated", query(), query(deprecated=True), {"warning behaviour parameter-deprecated"}),
    ("parameter undeprecated", query(deprecated=True), query(), {"info behaviour parameter-undeprecated"}),
    ("parameter moved", query(), query(**{"in": "header"}), {"breaking request parameter-moved"}),
    ("parameter type as text", query(NUMBER), query(TEXT), {"info request type-changed"}),
    ("parameter may repeat", query(TEXT), query(LIST), {"info request type-widened"}),
    ("parameter type", query(TEXT), query(NUMBER), {"breaking request type-changed"}),
    ("parameter style", query(LIST), query(LIST, explode=False), {"breaking request parameter-style-changed"}),
    ("style of a scalar", query(), query(style="spaceDelimited", explode=False), set()),
    (
        "parameter as content",
        {"parameters": [{"name": "a", "in": "query", "content": {"application/json": {"schema": TEXT}}}]},
        {"parameters": [{"name": "a", "in": "query", "content": {"application/json": {"schema": NUMBER}}}]},
        {"breaking request type-changed"},
    ),
    (
        "schema became content",
        query(),
        {"parameters": [{"name": "a", "in": "query", "content": {"application/json": {"schema": TEXT}}}]},
        {"unknown request keyword-changed"},
    ),
    (
        "header names have no case",
        {"parameters": [{"name": "X-A", "in": "header", "schema": TEXT}]},
        {"parameters": [{"name": "x-a", "in": "header", "schema": TEXT}]},
        set(),
    ),
    (
        "headers that are no parameters",
        {},
        {"parameters": [{"name": "Accept", "in": "header", "schema": TEXT}]},
        set(),
    ),
    ("body added", {}, body(), {"info request request-body-added"}),
    ("body removed", body(), {}, {"breaking request request-body-removed"}),
    ("required body added", {}, body(required=True), {"breaking request required-request-body-added"}),
    ("body required", body(), body(required=True), {"breaking request request-body-became-required"}),
    ("body optional", body(required=True), body(), {"info request request-body-became-optional"}),
    ("media type added", body("a/b"), body("a/b", "a/c"), {"info request media-type-added"}),
    ("media type removed", body("a/b", "a/c"), body("a/b"), {"breaking request media-type-removed"}),
    ("media type widened", body("a/b"), body("a/*"), {"info request media-type-widened"}),
    ("media type narrowed", body("*/*"), body("a/b"), {"breaking request media-type-narrowed"}),
    ("media type parameters", body("a/b"), body("a/b; q=1"), {"info request media-type-parameters-changed"}),
    (
        "encoding",
        body(),
        {"requestBody": {"content": {"application/json": {"schema": TEXT, "encoding": {"a": {}}}}}},
        {"unknown request encoding-changed"},
    ),
    ("answer schema added", content(), content(schema=TEXT), {"info response type-narrowed"}),
    ("answer schema removed", content(schema=TEXT), content(), {"warning response type-widened"}),
    ("status added", answers(), answers(s201={}), {"warning response response-added"}),
    ("status removed", answers(s200={}), answers(), {"breaking response response-removed"}),
    ("error added", answers(), answers(s404={}), {"info response error-response-added"}),
    ("error removed", answers(default={}), answers(), {"info response error-response-removed"}),
    (
        "header added",
        answers(s200={"headers": {"Content-Type": {}}}),
        answers(s200={"headers": {"X-A": {}}}),
        {"info response header-added"},
    ),
    (
        "required header removed",
        answers(s200={"headers": {"X-A": {"required": True}}}),
        answers(s200={}),
        {"breaking response required-header-removed"},
    ),
    (
        "header required",
        answers(s200={"headers": {"X-A": {"schema": TEXT}}}),
        answers(s200={"headers": {"x-a": {"schema": TEXT, "required": True}}}),
        {"info response header-became-required"},
    ),
    (
        "header optional",
        answers(s200={"headers": {"x-a": {"schema": TEXT, "required": True}}}),
        answers(s200={"headers": {"x-a": {"schema": TEXT}}}),
        {"breaking response header-became-optional"},
    ),
    ("stream added", answers(s200={}), stream(), {"info response stream-added"}),
    ("stream removed", stream(), answers(s200={}), {"breaking response stream-removed"}),
    ("stream item", stream(), stream(itemSchema=NUMBER), {"breaking response type-changed"}),
    ("terminator added", stream(), stream(terminator="E"), {"breaking response stream-terminator-added"}),
    ("terminator removed", stream(terminator="E"), stream(), {"warning response stream-terminator-removed"}),
    ("usage", stream(usage="never"), stream(usage="always"), {"warning behaviour stream-usage-changed"}),
    ("item schema of 3.2", content(), content(itemSchema=TEXT), {"info response items-added"}),
    ("item schema of 3.2 gone", content(itemSchema=TEXT), content(), {"warning response items-removed"}),
]


@pytest.mark.parametrize(("old", "new", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_an_edit_of_an_operation(old: JsonObject, new: JsonObject, expected: set[str]) -> None:
    """An edit of an operation is reported by one rule."""
    changes = compare_operations(old, new)

    assert changes == expected


PARTS: list[tuple[str, JsonObject, JsonObject, set[str]]] = [
    ("server changed", {"servers": [{"url": "/a/"}]}, {"servers": [{"url": "/b"}]}, {"warning request server-changed"}),
    (
        "server added",
        {"servers": [{"url": "/a"}]},
        {"servers": [{"url": "/a/"}, {"url": "/{v}", "variables": {"v": {"default": "b"}}}]},
        {"info request server-added"},
    ),
    (
        "server removed",
        {"servers": [{"url": "/a"}, {"url": "/b"}]},
        {"servers": [{"url": "/a"}]},
        {"warning request server-removed"},
    ),
    ("security needed", {}, {"security": [{"one": []}]}, {"breaking request security-removed"}),
    (
        "security added",
        {"security": [{"one": []}]},
        {"security": [{"one": []}, {"two": []}]},
        {"info request security-added"},
    ),
    (
        "security removed",
        {"security": [{"one": []}, {"two": []}]},
        {"security": [{"one": []}]},
        {"breaking request security-removed"},
    ),
    (
        "less is enough",
        {"security": [{"one": [], "two": []}]},
        {"security": [{"one": []}]},
        {"info request security-added"},
    ),
    ("another scheme", {"security": [{"one": []}]}, {"security": [{"two": []}]}, {"breaking request security-changed"}),
    ("scheme unknown", {"security": [{"oauth": ["a"]}]}, {"security": [{"oauth": ["a"]}]}, set()),
    ("webhook", {}, {"webhooks": {"a": {"post": {}}}}, {"unknown response webhook-changed"}),
]


@pytest.mark.parametrize(("old", "new", "expected"), [pytest.param(*case[1:], id=case[0]) for case in PARTS])
def test_an_edit_around_the_operations(old: JsonObject, new: JsonObject, expected: set[str]) -> None:
    """An edit of servers, security or webhooks is reported by one rule."""
    schemes = {"securitySchemes": {"one": BEARER, "two": KEY}}

    diff = diff_documents(document(components=schemes, **old), document(components=schemes, **new))

    assert found(diff) == expected


def test_a_renamed_security_scheme_is_no_change() -> None:
    """A security scheme is what it asks for, not what it is called."""
    old = document(components={"securitySchemes": {"one": BEARER}}, security=[{"one": []}])
    new = document(components={"securitySchemes": {"other": {**BEARER, "scheme": "Bearer"}}}, security=[{"other": []}])

    diff = diff_documents(old, new)

    assert diff.changes == ()


def test_operations_come_and_go() -> None:
    """An operation of one side only is added or removed."""
    old = document(paths={"/a": {"get": {"responses": {}}}})
    new = document(paths={"/b": {"get": {"responses": {}}}})

    diff = diff_documents(old, new)

    assert [(change.id, change.operation) for change in diff.changes] == [
        ("operation-removed", "GET /a"),
        ("operation-added", "GET /b"),
    ]


def test_a_moved_operation_is_still_compared() -> None:
    """An operation with the same place in the client is found again at another path."""
    old = document(paths={"/a": {"get": {"x-client-method": "a.list", "responses": {}}}})
    new = document(paths={"/b": {"get": {"x-client-method": "a.list", "responses": {}, **query()}}})

    diff = diff_documents(old, new)

    assert found(diff) == {"breaking request operation-moved", "info request parameter-added"}


def test_a_renamed_path_parameter_shows_in_the_source_only() -> None:
    """The name of a path parameter is not on the wire."""
    paths = [
        {f"/a/{{{name}}}": {"get": {"parameters": [{"name": name, "in": "path", "required": True, "schema": TEXT}]}}}
        for name in "xy"
    ]

    diff = diff_documents(document(paths=paths[0]), document(paths=paths[1]))

    assert found(diff) == {"info source parameter-renamed"}


def test_parameters_of_the_path_hold_for_its_operations() -> None:
    """A parameter moved from an operation to its path is the same parameter."""
    old = document(paths={"/a": {"get": query()}})
    new = document(paths={"/a": {"get": {}, **query()}})

    diff = diff_documents(old, new)

    assert diff.changes == ()


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


@pytest.mark.parametrize("keyword", ["query", "additionalOperations"])
def test_methods_of_other_versions_are_not_passed_over(keyword: str) -> None:
    """An operation of a method we do not compare is undecided when it differs."""
    path: JsonObject = {"post": {"responses": {}}}
    old, new = document(paths={"/a/{x}": path}), document(paths={"/a/{y}": {**path, keyword: {"responses": {}}}})

    assert found(diff_documents(old, new)) == {"unknown request operation-part-changed"}
    assert diff_documents(new, new).changes == ()


def test_links_are_told() -> None:
    """Links of an answer that differ are a change of behaviour."""
    answer = {"description": "", "links": {"next": {"operationId": "a"}}}

    changes = compare_operations({"responses": {"200": answer}}, {"responses": {"200": {**answer, "links": {}}}})

    assert changes == {"info behaviour links-changed"}


@pytest.mark.parametrize(
    ("place", "style", "written"),
    [
        ("query", "form", "p=a&p=b%20c%2Fd k=v"),
        ("query", "pipeDelimited", "p=a|b%20c%2Fd p=k|v"),
        ("query", "deepObject", "p[k]=v"),
        ("path", "simple", "a,b%20c%2Fd k,v"),
        ("path", "label", ".a,b%20c%2Fd .k,v"),
        ("path", "matrix", ";p=a,b%20c%2Fd ;p=k,v"),
    ],
)
def test_another_style_is_shown_as_it_is_written(place: str, style: str, written: str) -> None:
    """A parameter in another style is shown by what the old style writes."""
    parameter: JsonObject = {"name": "p", "in": place, "required": True, "schema": LIST}
    other = {"query": "spaceDelimited", "path": "simple" if style != "simple" else "label"}[place]
    old, new = (
        document(paths={"/a/{p}": {"get": {"parameters": [{**parameter, "style": name}], "responses": {}}}})
        for name in (style, other)
    )

    (change,) = diff_documents(old, new).changes

    assert (change.id, change.severity) == ("parameter-style-changed", "breaking")
    assert change.witness is not None
    assert change.witness.instance == {"written": written}
