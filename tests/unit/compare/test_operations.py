"""Two documents compared around their schemas: operations, parameters, bodies, statuses, headers, streams, security."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.diff import diff_documents
from specfold.document import JsonObject
from tests.unit.compare.builders import compare_operations, document, found

TEXT: JsonObject = {"type": "string"}
NUMBER: JsonObject = {"type": "number"}
LIST: JsonObject = {"type": "array", "items": TEXT}
OBJECT: JsonObject = {"type": "object", "properties": {"k": TEXT}}
EMPTY: JsonObject = {"allowEmptyValue": True}
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
    ("object style", query(OBJECT), query(OBJECT, style="deepObject"), {"breaking request parameter-style-changed"}),
    ("reserved", query(), query(allowReserved=True), {"warning request parameter-encoding-changed"}),
    (
        "reserved of a list",
        query(LIST, allowReserved=True),
        query(LIST),
        {"warning request parameter-encoding-changed"},
    ),
    ("reserved of a number", query(NUMBER), query(NUMBER, allowReserved=True), set()),
    ("empty number", query(NUMBER, **EMPTY), query(NUMBER), {"breaking request parameter-empty-value-removed"}),
    ("empty number allowed", query(NUMBER), query(NUMBER, **EMPTY), {"info request parameter-empty-value-added"}),
    ("empty text", query(TEXT, **EMPTY), query(TEXT), {"info request parameter-empty-value-removed"}),
    ("number to a choice", query(NUMBER), query({"enum": ["a"]}), {"breaking request type-changed"}),
    ("number to a short text", query(NUMBER), query({**TEXT, "maxLength": 3}), {"breaking request type-changed"}),
    ("number to any digits", query(NUMBER), query({**TEXT, "pattern": "[0-9]"}), {"unknown request type-changed"}),
    ("listed numbers as text", query({"enum": [1, 2]}), query({"enum": ["1", "2"]}), {"info request type-changed"}),
    ("text of digits to a number", query({"enum": ["1", "2"]}), query(NUMBER), {"info request type-changed"}),
    ("must repeat", query(TEXT), query({**LIST, "minItems": 2}), {"breaking request type-changed"}),
    ("may repeat once", query(TEXT), query({**LIST, "minItems": 1}), {"info request type-widened"}),
    ("may repeat, whatever it is", query(TEXT), query({"type": "array"}), {"info request type-widened"}),
    (
        "may repeat, with nothing to try",
        query({**TEXT, "minLength": 5000}),
        query(LIST),
        {"info request type-widened", "info request min-length-removed"},
    ),
    ("a letter apart", query(), query(name="A"), {"warning request parameter-removed", "info request parameter-added"}),
    (
        "another format of a parameter",
        {"parameters": [{"name": "a", "in": "query", "content": {"a/b": {}}}]},
        {"parameters": [{"name": "a", "in": "query", "content": {"a/c": {}}}]},
        {"breaking request media-type-removed", "info request media-type-added"},
    ),
    (
        "another format of a header",
        answers(s200={"headers": {"X-A": {"content": {"a/b": {}}}}}),
        answers(s200={"headers": {"X-A": {"content": {"a/c": {}}}}}),
        {"breaking response media-type-removed", "info response media-type-added"},
    ),
    (
        "a header's style",
        answers(s200={"headers": {"X-A": {"schema": OBJECT}}}),
        answers(s200={"headers": {"X-A": {"schema": OBJECT, "explode": True}}}),
        {"breaking response header-style-changed"},
    ),
    (
        "the style of a header's list does not show",
        answers(s200={"headers": {"X-A": {"schema": LIST}}}),
        answers(s200={"headers": {"X-A": {"schema": LIST, "explode": True}}}),
        set(),
    ),
    (
        "header deprecated",
        answers(s200={"headers": {"X-A": {}}}),
        answers(s200={"headers": {"X-A": {"deprecated": True}}}),
        {"warning behaviour header-deprecated"},
    ),
    (
        "header no longer deprecated",
        answers(s200={"headers": {"X-A": {"deprecated": True}}}),
        answers(s200={"headers": {"X-A": {}}}),
        {"info behaviour header-undeprecated"},
    ),
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


def value_of(*values: str) -> JsonObject:
    """Return a server whose variable has some values."""
    return {"servers": [{"url": "/{v}", "variables": {"v": {"default": "a", "enum": list(values)}}}]}


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
    ("webhook added", {}, {"webhooks": {"a": {"post": {}}}}, {"info response webhook-added"}),
    ("webhook removed", {"webhooks": {"a": {"post": {}}}}, {}, {"warning response webhook-removed"}),
    (
        "webhook changed",
        {"webhooks": {"a": {"post": {}}}},
        {"webhooks": {"a": {"put": {}}}},
        {"unknown response webhook-changed"},
    ),
    ("webhook same", {"webhooks": {"a": {"post": {}}}}, {"webhooks": {"a": {"post": {}}}}, set()),
    ("server value removed", value_of("a", "b"), value_of("a"), {"warning request server-value-removed"}),
    ("server value added", value_of("a"), value_of("a", "b"), {"info request server-value-added"}),
    (
        "server variable that is none",
        {"servers": [{"url": "/", "variables": {"v": 3}}]},
        {"servers": [None, {"url": "/"}]},
        set(),
    ),
    ("server values free", value_of("a"), {"servers": [{"url": "/{v}", "variables": {"v": {"default": "a"}}}]}, set()),
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


def test_links_are_told() -> None:
    """Links of an answer that differ are a change of behaviour."""
    answer = {"description": "", "links": {"next": {"operationId": "a"}}}

    changes = compare_operations({"responses": {"200": answer}}, {"responses": {"200": {**answer, "links": {}}}})

    assert changes == {"info behaviour links-changed"}
