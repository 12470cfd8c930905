"""Documents side by side: canonical paths, aligned operations, what a cell says, how alike a row is."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.matrix import build_matrix
from specfold.compare.table import Matrix, RowClass, Standing, only_different, only_shared
from specfold.document import Document, JsonObject
from tests.unit.compare.builders import document, request_of, response_of

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
        "m.map": "object",
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
    assert classes_of(matrix) == {"same": "same", "other": "differs", "mine": "only-in"}
    assert {row.row_class for row in only_different(matrix).rows} == {RowClass.DIFFERS, RowClass.ONLY_IN}
    assert counts == {"same": 3, "differs": 1, "only-in": 1}


def classes_of(matrix: Matrix) -> dict[str, str]:
    """Return the class of each row of the request."""
    return {row.path: row.row_class.value for row in matrix.rows if row.section.endswith("request")}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"type": "number"}, {"type": "integer"}, "narrower"),
        ({"type": "integer", "minimum": 1}, {"type": ["integer", "null"]}, "wider"),
        ({"type": "number", "minimum": 0, "maximum": 2}, {"type": "number", "minimum": 0.001}, "overlapping"),
        ({"enum": ["a", "b"]}, {"enum": ["b", "c"]}, "overlapping"),
        ({"type": "string"}, {"enum": ["b", "c"]}, "narrower"),
        ({"type": "string"}, {"type": "integer"}, "disjoint"),
        ({"type": "integer", "maximum": 1}, {"type": "integer", "exclusiveMinimum": 1}, "disjoint"),
        ({"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^b"}, "unknown"),
        ({"type": "string", "pattern": "^a"}, {"type": "string"}, "wider"),
        ({"type": "string", "maxLength": 4}, {"type": "string", "minLength": 5}, "disjoint"),
        ({"type": "string", "maxLength": 1}, {"enum": ["a", "bb"]}, "overlapping"),
        ({"type": "array", "items": {"type": "number"}}, {"type": "array", "items": {"type": "integer"}}, "narrower"),
        ({"type": "array"}, {"type": "array", "items": {"type": "integer"}, "maxItems": 0}, "narrower"),
        ({"type": "object"}, {"type": "object", "additionalProperties": False}, "narrower"),
        ({"anyOf": [{"type": "string"}, {"type": "array"}]}, {"type": "array"}, "narrower"),
        ({"type": "integer", "minimum": 0}, {"enum": [-1, -2]}, "disjoint"),
        ({"type": "integer", "minimum": 0, "maximum": 9}, {"enum": [1, 2]}, "narrower"),
        ({"not": {}}, {"type": "string"}, "unknown"),
        ({}, {"type": "string", "format": "uuid"}, "narrower"),
        ({"type": "boolean"}, {"const": True}, "narrower"),
    ],
)
def test_a_row_says_how_the_values_stand_to_each_other(first: Any, second: Any, expected: str) -> None:
    """The second document accepts less than the first, more, something else, or it is not decided."""
    documents = [request_of({"required": ["m"], "properties": {"m": one}}) for one in (first, second)]

    matrix = build_matrix(dict(zip("ab", documents, strict=True)))

    mirrored = build_matrix(dict(zip("ab", reversed(documents), strict=True)))
    mirror = {"narrower": "wider", "wider": "narrower"}.get(expected, expected)
    assert classes_of(matrix) == {"m": expected}
    assert classes_of(mirrored) == {"m": mirror}


def test_a_member_that_must_be_there_is_narrower() -> None:
    """What may be left out accepts more than what must be there."""
    schema = {"type": "object", "properties": {"m": {"type": "string"}}}

    matrix = build_matrix({"a": request_of(schema), "b": request_of({**schema, "required": ["m"]})})

    assert classes_of(matrix) == {"m": "narrower"}


def test_documents_after_the_first_that_go_both_ways_overlap() -> None:
    """One accepts less and one accepts more than the first."""
    schemas = [{"type": "integer", "minimum": 1}, {"type": "integer", "minimum": 2}, {"type": "integer"}]
    documents = [request_of({"properties": {"m": schema}}) for schema in schemas]

    matrix = build_matrix(dict(zip("abc", documents, strict=True)))

    assert classes_of(matrix) == {"m": "overlapping"}
    assert matrix.rows[-1].relation(1, 2) == "wider"


def test_names_of_one_thing_are_one_row() -> None:
    """A member stands in one row under whatever name; a document that has both names says so in one cell."""
    number = {"type": "integer"}
    older = request_of({"properties": {"max_tokens": number}})
    newer = request_of({"properties": {"max_completion_tokens": number}})
    both = request_of({"properties": {"max_completion_tokens": number, "max_tokens": {"type": "number"}}})

    matrix = build_matrix({"older": older, "newer": newer, "both": both})

    section = next(section for section in matrix.sections if section.endswith("request"))
    assert texts(matrix, section) == {
        "max_completion_tokens": ["max_tokens: integer", "integer", "integer; max_tokens: number"]
    }


def test_a_capability_is_one_row_wherever_it_stands() -> None:
    """What states the same alias shares a row: a kind of tool here, a member there."""
    tool = {"type": "object", "properties": {"type": {"const": "rag"}}, "x-alias-of": "retrieval"}
    plain = {"type": "object", "properties": {"type": {"const": "function"}}}
    by_tool = request_of({"properties": {"tools": {"type": "array", "items": {"anyOf": [plain, tool]}}}})
    by_member = request_of({"properties": {"rag_params": {"type": "object", "x-alias-of": "retrieval"}}})

    matrix = build_matrix({"a": by_tool, "b": by_member})

    section = next(section for section in matrix.sections if section.endswith("request"))
    assert texts(matrix, section)["retrieval"] == ["tools[]:rag: object", "rag_params: object"]


def test_a_cell_knows_who_says_so() -> None:
    """The strongest mark counts, and a member inherits the mark around it."""
    schema = {
        "x-provenance": "prose",
        "properties": {"a": {"type": "string"}, "b": {"type": "string", "x-provenance": ["inferred", "sdk"]}},
    }

    matrix = build_matrix({"a": request_of(schema)})

    cells = {row.path: row.cells[0] for row in matrix.rows if row.section.endswith("request")}
    assert {path: cell.provenance for path, cell in cells.items() if cell} == {"a": "prose", "b": "sdk"}


def verdicts_of(first: Document, second: Document) -> dict[str, Any]:
    """Return the verdicts from the first document to the second by direction."""
    found = build_matrix({"a": first, "b": second}).verdicts
    return {verdict.direction: verdict for verdict in found if verdict.source == "a"}


def test_a_wider_document_is_a_drop_in_for_requests_and_not_back() -> None:
    """Requests of the narrower document do at the wider one; the other way a witness and the member are shown."""
    text = {"type": "string"}
    narrow = request_of({"type": "object", "properties": {"k": text, "n": {"type": "integer", "maximum": 3}}})
    wide = request_of({"type": "object", "properties": {"k": text, "n": {"type": "integer"}, "m": text}})

    there, back = verdicts_of(narrow, wide)["request"], verdicts_of(wide, narrow)["request"]

    assert there.standing is Standing.DROP_IN
    assert back.standing is Standing.PARTLY
    assert back.members == ("k",)
    assert (back.witness, back.shown) == (4, True)
    assert "n" in back.blame
    assert {name: count for name, count in back.counts.items() if count} == {
        "identical": 1,
        "narrower": 1,
        "ignored": 1,
    }


def test_what_must_be_sent_decides_a_drop_in() -> None:
    """A document that refuses a member which has to be sent is none, and lists what would do."""
    first = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    second = {**first, "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}}

    found = verdicts_of(request_of(first), request_of(second))["request"]

    assert found.standing is Standing.NOT
    assert found.members == ("b",)
    assert {name: count for name, count in found.counts.items() if count} == {"identical": 1, "rejected": 1}


def test_what_is_undecided_is_said_to_be() -> None:
    """A keyword that is not reasoned about makes the verdict undecided, not a drop-in."""
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}

    found = verdicts_of(request_of(schema), request_of({**schema, "dependentRequired": {"z": ["y"]}}))["request"]

    assert found.standing is Standing.UNKNOWN
    assert (found.findings, found.shown) == (1, False)


def test_answers_are_judged_for_those_who_expect_the_source() -> None:
    """An answer that lacks what readers rely on is no drop-in."""
    full = response_of({"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}})
    loose = response_of({"type": "object", "properties": {"id": {"type": "string"}}})

    assert verdicts_of(full, loose)["response"].standing is Standing.NOT
    assert verdicts_of(loose, full)["response"].standing is Standing.DROP_IN


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
