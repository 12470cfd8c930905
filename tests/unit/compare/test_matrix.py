"""Documents side by side: canonical paths, aligned operations, what a cell says, how alike a row is."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.matrix import build_matrix
from specfold.compare.table import Matrix, RowClass, only_different, only_shared
from specfold.document import Document, JsonObject
from tests.unit.compare.builders import document, request_of

CHAT = {"x-client-method": "chat.create"}
ERROR = {"type": "object", "properties": {"error": {}}, "x-error": {"message": "/errors/0/detail"}}


def texts(matrix: Matrix, section: str) -> dict[str, list[str | None]]:
    """Return the texts of one section by path."""
    return {
        row.path: [cell.text if cell else None for cell in row.cells] for row in matrix.rows if row.section == section
    }


def describe(schema: Any, **components: Any) -> dict[str, str | None]:
    """Return what the matrix says about the members of one request."""
    matrix = build_matrix({"a": request_of({"type": "object", "properties": {"m": schema}}, **components)})
    section = next(section for section in matrix.sections if section.endswith("request"))
    return {path: row[0] for path, row in texts(matrix, section).items()}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, "string"),
        ({}, "any"),
        ({"type": ["integer", "null"], "minimum": 1, "maximum": 4, "default": 2}, "integer or null, 1 to 4, default 2"),
        ({"type": "number", "exclusiveMinimum": 0, "x-bound": "prose"}, "number, > 0 (prose)"),
        ({"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1}, "integer, -9.22e+18 to 9.22e+18"),
        ({"enum": ["a", "b"], "default": "a"}, 'a | b, default "a"'),
        ({"enum": [1, None]}, "1 or null"),
        ({"enum": list("abcdefghij")}, "a | b | c | d | e | f | g | h | … 10 in all"),
        ({"type": "array", "items": {"type": "string"}, "maxItems": 4}, "array of string, ≤ 4 items"),
        ({"type": "array", "items": {"type": ["string", "integer"]}}, "array of (integer or string)"),
        ({"anyOf": [{"type": "string"}, {"type": "array"}]}, "string or array"),
        (
            {"type": "string", "format": "uuid", "pattern": "^a", "deprecated": True},
            'string, uuid, pattern "^a", deprecated',
        ),
        ({"type": "object", "additionalProperties": False}, "object, closed"),
        ({"type": "object", "additionalProperties": {"type": ["string", "integer"]}}, "object of (integer or string)"),
        ({"type": "object", "additionalProperties": {"description": "words"}}, "object"),
        ({"type": "object", "additionalProperties": {"minimum": 1, "x-bound": "prose"}}, "object of any (≥ 1, prose)"),
        (
            {"anyOf": [{"enum": ["a", "b"]}, {"type": "array", "items": {"const": "c"}, "maxItems": 2}]},
            "a | b or array of c (≤ 2 items)",
        ),
        ({"type": "array", "items": {"enum": ["a", "b"]}}, "array of (a | b)"),
        ({"type": "number", "multipleOf": 0.5, "readOnly": True}, "number, in steps of 0.5, read-only"),
        ({"type": "array", "uniqueItems": True}, "array, no two alike"),
        ({"type": "array", "uniqueItems": False}, "array"),
        ({"type": "string", "not": {"const": "a"}, "contentEncoding": "base64"}, "string, with contentEncoding, not"),
        ({"properties": {}, "type": "null"}, "null"),
    ],
)
def test_a_cell_says_what_is_declared(schema: Any, expected: str) -> None:
    """A cell names type, null, values, bounds and default in few words."""
    cells = describe(schema)

    assert cells["m"] == expected


def test_paths_go_through_elements_maps_and_alternatives() -> None:
    """Members are named canonically whatever stands between them."""
    tool = {
        "oneOf": [
            {"type": "object", "required": ["t"], "properties": {"t": {"const": kind}, kind: {"type": "string"}}}
            for kind in "ab"
        ]
    }
    schema = {"type": "array", "items": tool}

    cells = describe(
        {
            "type": "object",
            "properties": {
                "tools": schema,
                "map": {
                    "type": "object",
                    "additionalProperties": {"type": "object", "properties": {"x": {"type": "string"}}},
                },
            },
        }
    )

    assert cells == {
        "m": "object",
        "m.tools": "array of object",
        "m.tools[].t": "a | b*",
        "m.tools[].a": "string",
        "m.tools[].b": "string",
        "m.map": "object of object",
        "m.map.*.x": "string",
    }


def test_alternatives_that_say_different_things_are_told_apart() -> None:
    """A member that alternatives declare differently is said once for each, with its tag."""
    kinds = [
        {"type": "object", "properties": {"role": {"const": role}, "content": {"type": kind}}}
        for role, kind in (("u", "string"), ("t", "array"))
    ]

    cells = describe({"oneOf": kinds})

    assert cells["m.content"] == "string [u]; array [t]"


def test_members_beside_declared_ones_are_said() -> None:
    """An object with declared members says what the others are."""
    cells = describe({"type": "object", "properties": {"a": {}}, "additionalProperties": {"type": "string"}})

    assert cells["m"] == "object, other members string"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "array", "items": {"type": "string"}}, {"(body)": "array of string"}),
        ({"type": "string", "maxLength": 4}, {"(body)": "string, ≤ 4 characters"}),
        ({"type": "object", "additionalProperties": False, "properties": {"a": {}}}, {"(body)": "object, closed", "a": "any"}),
        ({"type": "object", "properties": {"a": {}}}, {"a": "any"}),
        ({"properties": {"a": {}}}, {"a": "any"}),
    ],
)  # fmt: skip
def test_a_body_has_a_row_where_it_says_more_than_its_members(schema: Any, expected: Any) -> None:
    """An array, a scalar or a condition of the whole body is a row; a plain object is none."""
    matrix = build_matrix({"a": request_of(schema)})

    assert texts(matrix, next(one for one in matrix.sections if one.endswith("request"))) == {
        path: [text] for path, text in expected.items()
    }


def test_a_body_that_must_be_sent_differs_from_one_that_may() -> None:
    """Where the documents disagree whether a body has to be sent, the body has a row."""
    optional = request_of({"type": "object", "properties": {"a": {}}})
    needed = document({"requestBody": {**optional.value["paths"]["/things"]["post"]["requestBody"], "required": True}})

    matrix = build_matrix({"a": optional, "b": needed})

    assert texts(matrix, matrix.rows[-1].section)["(body)"] == ["object", "object*"]


def test_a_parameter_says_how_it_is_written() -> None:
    """Style, and the content of a parameter that is written as JSON, are told apart."""
    lists = {"name": "q", "in": "query", "style": "pipeDelimited", "explode": False, "schema": {"type": "array"}}
    filters = {"name": "f", "in": "query", "content": {"application/json": {"schema": {"type": "object"}}}}

    matrix = build_matrix({"a": chat("/chat", parameters=[lists, {**filters, "deprecated": True}])})

    assert texts(matrix, "chat.create: parameters") == {
        "query q": ["array, style pipeDelimited, explode False"],
        "query f": ["object, deprecated, as application/json"],
    }


def test_a_cycle_ends() -> None:
    """A recursive schema is described as deep as it differs."""
    cells = describe(
        {"$ref": "#/components/schemas/N"},
        N={"type": "object", "properties": {"next": {"$ref": "#/components/schemas/N"}}},
    )

    assert cells == {"m": "object", "m.next": "object"}


def chat(path: str, answer: JsonObject | None = None, **operation: Any) -> Document:
    """Return a document with one chat operation."""
    responses = {"200": answer or {"description": ""}, **operation.pop("errors", {})}
    return document(
        paths={path: {"post": {**CHAT, "responses": responses, **operation}}}, servers=[{"url": "https://a.test/"}]
    )


def test_operations_are_aligned_by_their_place_in_the_client() -> None:
    """The same client method is one row wherever its path is."""
    matrix = build_matrix({"a": chat("/chat"), "b": chat("/ai/chat")})

    rows = texts(matrix, "operations")

    assert rows == {"chat.create": ["POST /chat", "POST /ai/chat"]}
    assert matrix.rows[0].row_class is RowClass.DIFFERS


def test_operations_are_aligned_by_path_where_no_place_is_stated() -> None:
    """An operation without a stated place joins the one at the same path shape."""
    plain = document(paths={"/chat": {"post": {"operationId": "other", "responses": {}, "deprecated": True}}})

    matrix = build_matrix({"a": chat("/chat"), "b": plain})

    assert texts(matrix, "operations") == {"chat.create": ["POST /chat", "POST /chat, deprecated"]}


def test_everything_around_a_body_has_its_section() -> None:
    """Parameters, headers, stream facts and error envelopes stand under headings of their own."""
    answer = {
        "description": "",
        "headers": {"X-Id": {"schema": {"type": "string"}}, "X-Any": {}},
        "content": {
            "text/event-stream": {
                "x-stream": {"terminator": None, "itemSchema": {"properties": {"id": {"type": "string"}}}}
            }
        },
    }
    errors = {
        "422": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/E"}}}},
        "401": {"description": ""},
        "500": {"content": {"application/json": {"schema": {"properties": {"a": {}}}}}},
    }
    parameters = [
        {"name": "X-Key", "in": "header", "required": True, "schema": {"type": "string"}},
        {"name": "q", "in": "query", "content": {}},
    ]
    one = chat("/chat", answer, errors=errors, parameters=parameters)
    one = Document({**one.value, "components": {"schemas": {"E": ERROR}}}, "a")

    matrix = build_matrix({"a": one})

    assert texts(matrix, "chat.create: parameters") == {"header x-key": ["string*"], "query q": ["any"]}
    assert texts(matrix, "chat.create: response headers") == {"x-id": ["string"], "x-any": ["any"]}
    assert texts(matrix, "chat.create: stream") == {"(terminator)": ["none"], "id": ["string"]}
    assert texts(matrix, "chat.create: errors") == {
        "401": ["no body described"],
        "422": ["E: errors[].detail"],
        "500": ["a"],
    }
    assert texts(matrix, "server and authentication") == {
        "server": ["https://a.test"],
        "authentication": ["no authentication"],
    }


def test_what_has_no_schema_has_no_members() -> None:
    """A body and a stream of which nothing is said have a section each only where there is something to say."""
    bare: JsonObject = {
        "description": "",
        "content": {"application/json": {}, "text/event-stream": {"x-stream": {"usage": "last"}}},
    }
    lines: JsonObject = {"description": "", "content": {"text/event-stream": {"schema": {"type": "string"}}}}

    first = build_matrix({"a": chat("/chat", bare, requestBody={"content": {"application/json": {}}})})
    second = build_matrix({"a": chat("/chat", lines)})

    assert texts(first, "chat.create: stream") == {"(usage)": ["last"]}
    assert not {"chat.create: request", "chat.create: response"} & set(first.sections)
    assert texts(second, "chat.create: stream") == {"(body)": ["string*"]}


def test_an_alternative_without_a_tag_is_told_apart_by_nothing() -> None:
    """Alternatives that say different things are all said, those without a constant without a name."""
    kinds = [{"type": "object", "properties": {"x": {"enum": values}}} for values in (["a", "b"], [1, 2])]

    cells = describe({"anyOf": [*kinds, {"type": "object", "properties": {"x": {"type": "null"}}}]})

    assert cells["m.x"] == "a | b; 1 | 2; null"


def test_a_form_names_its_content_type() -> None:
    """A body that is no JSON says what it is."""
    form = {"content": {"multipart/form-data": {"schema": {"properties": {"file": {"type": "string"}}}}}}

    matrix = build_matrix({"a": chat("/chat", requestBody=form)})

    assert texts(matrix, "chat.create: request") == {"(content type)": ["multipart/form-data"], "file": ["string"]}


def test_what_is_inferred_is_marked() -> None:
    """A member inherits the mark of what stands around it, and may have one of its own."""
    schema = {
        "x-provenance": "inferred",
        "properties": {"a": {"type": "string"}, "b": {"type": "string", "x-provenance": ["seed", "inferred"]}},
    }

    matrix = build_matrix({"a": request_of(schema)})

    marks = {
        row.path: cell.inferred for row in matrix.rows for cell in row.cells if cell and row.section.endswith("request")
    }
    assert marks == {"a": True, "b": False}


def test_rows_are_classed() -> None:
    """A row is the same, different, or in one document only; the order of values says nothing."""
    first = {"properties": {"same": {"enum": ["a", "b"]}, "other": {"type": "string"}, "mine": {"type": "string"}}}
    second = {"properties": {"same": {"enum": ["b", "a"]}, "other": {"type": "string", "default": "x"}}}

    matrix = build_matrix({"a": request_of(first), "b": request_of(second)})

    counts = {name: count for name, count in matrix.counts.items() if count}
    classes = {row.path: row.row_class.value for row in matrix.rows if row.section.endswith("request")}
    assert classes == {"same": "same", "other": "differs", "mine": "only-in"}
    assert {row.row_class for row in only_different(matrix).rows} == {RowClass.DIFFERS, RowClass.ONLY_IN}
    assert counts == {"same": 3, "differs": 1, "only-in": 1}


def test_sections_of_one_document_can_be_left_out() -> None:
    """What one document alone has is no comparison."""
    matrix = build_matrix({"a": request_of({"properties": {"x": {}}}), "b": document()})

    shared = only_shared(matrix)

    assert shared.sections == ("operations", "server and authentication")


def test_members_stand_below_their_parent_and_statuses_in_order() -> None:
    """A member that only another document has stands below its parent; statuses are sorted."""
    inner = {"type": "object", "properties": {"x": {"type": "string"}}}
    first = request_of({"properties": {"one": inner, "two": {}}})
    second = request_of({"properties": {"two": {}, "one": {"type": "object", "properties": {"y": {}}}}})
    errors = [
        {"responses": {status: {"description": ""} for status in statuses}} for statuses in (["500", "404"], ["422"])
    ]

    matrix = build_matrix({"a": first, "b": second})
    failing = build_matrix({name: document(operation) for name, operation in zip("ab", errors, strict=True)})

    assert [row.path for row in matrix.rows if row.section.endswith("request")] == ["one", "one.y", "one.x", "two"]
    assert [row.path for row in failing.rows if row.section.endswith("errors")] == ["404", "422", "500"]
