"""How alike the cells of a row are, what shares a row, and who says so."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.matrix import build_matrix
from specfold.compare.table import Matrix
from tests.unit.compare.builders import request_of


def texts(matrix: Matrix) -> dict[str, list[str | None]]:
    """Return the texts of the request by path."""
    rows = [row for row in matrix.rows if row.section.endswith("request")]
    return {row.path: [cell.text if cell else None for cell in row.cells] for row in rows}


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
        ({"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^a", "maxLength": 1}, "narrower"),
        ({"type": "string", "maxLength": 3}, {"type": "string", "pattern": "^.{0,3}$"}, "unknown"),
        ({"enum": [2, None, 1]}, {"enum": [2, None, 1], "maximum": 1}, "narrower"),
        ({"type": "number"}, {"type": "number", "multipleOf": 2}, "narrower"),
        ({"type": "array"}, {"type": "array", "uniqueItems": True}, "narrower"),
        ({"type": "array"}, {"type": "array", "uniqueItems": False}, "same"),
        (
            {"type": "array", "items": {"type": "string"}},
            {"type": "array", "items": {"type": "string", "maxLength": 3}},
            "narrower",
        ),
        ({"type": "object"}, {"type": "object", "additionalProperties": {"type": "string"}}, "narrower"),
        ({"type": "string"}, {"type": "string", "not": {"const": "a"}}, "unknown"),
        ({"type": "array"}, {"type": "array", "contains": {"const": "a"}}, "unknown"),
        (
            {"type": "array", "prefixItems": [{"type": "string"}]},
            {"type": "array", "prefixItems": [{"type": "integer"}]},
            "unknown",
        ),
        ({"type": "object"}, {"type": "object", "propertyNames": {"maxLength": 2}}, "unknown"),
        ({"type": "object"}, {"type": "object", "patternProperties": {"^a": {}}}, "unknown"),
        ({"type": "object"}, {"type": "object", "dependentRequired": {"a": ["b"]}}, "unknown"),
        ({"type": "object"}, {"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}}, "unknown"),
        ({"type": "object"}, {"type": "object", "unevaluatedProperties": False}, "narrower"),
        ({"type": "string"}, {"type": "string", "contentEncoding": "base64"}, "unknown"),
        ({"type": "string"}, {"type": "string", "foo": 1}, "unknown"),
        ({"type": "string"}, {"type": "string", "readOnly": True}, "differs"),
        ({"anyOf": [{"enum": ["a"]}, {"enum": ["b"]}]}, {"enum": ["a", "b"], "type": "string"}, "same"),
        ({"type": "string"}, False, "narrower"),
        ({"type": "string"}, {"oneOf": [{"type": "string"}, {"type": "string", "maxLength": 3}]}, "unknown"),
        ({"type": ["string", "integer"]}, {"oneOf": [{"type": "string"}, {"type": "integer"}]}, "differs"),
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


def test_alternatives_that_only_ask_for_members_are_not_passed_over() -> None:
    """Which of the members have to be there together is no member's own, and is not said to be the same."""
    schema = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    either = {**schema, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}

    matrix = build_matrix({"a": request_of(schema), "b": request_of(either)})

    assert classes_of(matrix) == {"(body)": "unknown", "a": "same", "b": "same"}


def test_a_condition_is_the_same_by_what_it_refers_to() -> None:
    """References are followed: other names of one thing are the same, one name of other things is not."""
    ones = {"type": "string", "not": {"$ref": "#/components/schemas/One"}}
    others = {"type": "string", "not": {"$ref": "#/components/schemas/Other"}}
    first = request_of({"properties": {"m": ones}}, One={"const": "a", "description": "words"})
    renamed = request_of({"properties": {"m": others}}, Other={"const": "a"})
    changed = request_of({"properties": {"m": ones}}, One={"const": "b"})

    assert classes_of(build_matrix({"a": first, "b": renamed})) == {"m": "same"}
    assert classes_of(build_matrix({"a": first, "b": changed})) == {"m": "unknown"}


def test_a_condition_that_refers_to_itself_is_written() -> None:
    """A recursive condition ends, and is the same as its like."""
    tree = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/T"}}, "x-note": 1}
    schema = {
        "type": "object",
        "properties": {"m": {"type": "object", "propertyNames": {"not": {"$ref": "#/components/schemas/T"}}}},
    }

    matrix = build_matrix({"a": request_of(schema, T=tree), "b": request_of(schema, T=tree)})

    assert classes_of(matrix) == {"m": "same"}


def test_elements_of_any_depth_are_told_apart() -> None:
    """Lists in lists are compared down to where they differ, or said to be undecided."""

    def nested(depth: int, kind: str) -> Any:
        return {"type": "array", "items": nested(depth - 1, kind)} if depth else {"type": kind}

    documents = [request_of({"properties": {"m": nested(7, kind)}}) for kind in ("string", "integer", "string")]

    assert classes_of(build_matrix(dict(zip("ab", documents[:2], strict=True)))) == {"m": "unknown"}
    assert classes_of(build_matrix(dict(zip("ab", documents[::2], strict=True)))) == {"m": "same"}


def test_a_condition_of_any_depth_is_written() -> None:
    """What is referred to deep down, or is long, is still told apart."""

    def nested(depth: int, last: Any) -> dict[str, Any]:
        names = {f"S{level}": {"not": {"$ref": f"#/components/schemas/S{level + 1}"}} for level in range(depth)}
        return {**names, f"S{depth}": last}

    schema = {"properties": {"m": {"type": "string", "not": {"$ref": "#/components/schemas/S0"}}}}
    deep = [request_of(schema, **nested(5, {"const": "a"})), request_of(schema, **nested(3, {"const": "b"}))]
    wide = [
        request_of({"properties": {"m": {"type": "string", "not": {"enum": [f"{size}" * 30_000]}}}})
        for size in (1, 1, 2)
    ]

    assert classes_of(build_matrix(dict(zip("ab", deep, strict=True)))) == {"m": "unknown"}
    assert classes_of(build_matrix(dict(zip("ab", (deep[0], deep[0]), strict=True)))) == {"m": "same"}
    assert classes_of(build_matrix(dict(zip("ab", wide[:2], strict=True)))) == {"m": "same"}
    assert classes_of(build_matrix(dict(zip("ab", wide[1:], strict=True)))) == {"m": "unknown"}


def test_alternatives_that_refer_to_themselves_end() -> None:
    """A union that is an alternative of itself is compared as far as it can be told apart."""
    tree = {
        "oneOf": [
            {"type": "array", "items": {"$ref": "#/components/schemas/T"}},
            {"$ref": "#/components/schemas/T"},
            {"type": "string"},
        ]
    }
    many = {"oneOf": [{"type": "object", "minProperties": size} for size in range(30)]}
    schema = {"properties": {"m": {"$ref": "#/components/schemas/T"}}}

    assert classes_of(build_matrix({"a": request_of(schema, T=tree), "b": request_of(schema, T=tree)})) == {"m": "same"}
    assert classes_of(
        build_matrix({"a": request_of(schema, T=many), "b": request_of(schema, T={"type": "object"})})
    ) == {"m": "unknown"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"t": {"const": "a"}}, {"t": {"const": "b"}}, "same"),
        ({"t": {"const": "a"}}, {"t": {"enum": ["a", "b"]}}, "unknown"),
        ({"t": {"const": "a"}}, {"t": {"type": "string"}}, "unknown"),
        ({"t": {"const": "a"}}, {}, "unknown"),
    ],
)
def test_a_tag_keeps_alternatives_apart_where_its_values_do(first: Any, second: Any, expected: str) -> None:
    """Two objects overlap unless a member both require has other values in each."""
    branches = [{"type": "object", "required": ["t"], "properties": properties} for properties in (first, second)]
    documents = [request_of({"properties": {"m": {keyword: branches}}}) for keyword in ("anyOf", "oneOf")]

    found = classes_of(build_matrix(dict(zip("ab", documents, strict=True))))

    assert found["m"] == expected


def test_tagged_alternatives_of_one_are_not_entangled() -> None:
    """`oneOf` means no more than `anyOf` where a tag or a kind keeps the alternatives apart."""
    tagged = [{"type": "object", "required": ["t"], "properties": {"t": {"const": tag}}} for tag in ("a", "b")]
    schemas = [
        {"type": "object", "properties": {"m": {keyword: [*tagged, {"type": "string"}]}}}
        for keyword in ("anyOf", "oneOf")
    ]

    matrix = build_matrix(dict(zip("ab", map(request_of, schemas), strict=True)))

    assert classes_of(matrix)["m"] == "same"


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

    assert texts(matrix) == {"max_completion_tokens": ["max_tokens: integer", "integer", "integer; max_tokens: number"]}


def test_a_capability_is_one_row_wherever_it_stands() -> None:
    """What states the same alias shares a row: a kind of tool here, a member there."""
    tool = {"type": "object", "properties": {"type": {"const": "rag"}}, "x-alias-of": "retrieval"}
    plain = {"type": "object", "properties": {"type": {"const": "function"}}}
    by_tool = request_of({"properties": {"tools": {"type": "array", "items": {"anyOf": [plain, tool]}}}})
    by_member = request_of({"properties": {"rag_params": {"type": "object", "x-alias-of": "retrieval"}}})

    matrix = build_matrix({"a": by_tool, "b": by_member})

    assert texts(matrix)["retrieval"] == ["tools[]:rag: object", "rag_params: object"]


def test_a_cell_knows_who_says_so() -> None:
    """The strongest mark counts, and a member inherits the mark around it."""
    schema = {
        "x-provenance": "prose",
        "properties": {"a": {"type": "string"}, "b": {"type": "string", "x-provenance": ["inferred", "sdk"]}},
    }

    matrix = build_matrix({"a": request_of(schema)})

    cells = {row.path: row.cells[0] for row in matrix.rows if row.section.endswith("request")}
    assert {path: cell.provenance for path, cell in cells.items() if cell} == {"a": "prose", "b": "sdk"}
