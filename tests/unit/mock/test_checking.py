"""Parameters of requests."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.document import JsonObject
from specfold.mock.checking import Arguments, Checker
from specfold.mock.service import Operation, read_service
from specfold.mock.shape import Shapes
from specfold.mock.violation import Violation
from specfold.schema.instance import InstanceValidator

NUMBERS = {"type": "array", "items": {"type": "integer"}}


def check(parameter: dict[str, Any], **sent: Any) -> tuple[dict[str, Any], list[Violation]]:
    """Return what the checker makes of one declared parameter."""
    document: JsonObject = {"paths": {"/a/{id}": {"get": {"parameters": [parameter]}}}}
    operation: Operation = read_service(document).operations[0]
    arguments = Arguments(**{"path": {}, "query": {}, "headers": {}, "cookies": {}, **sent})
    return Checker(shapes=Shapes(document), validator=InstanceValidator(document)).check_parameters(
        operation, arguments
    )


@pytest.mark.parametrize(
    ("parameter", "sent", "value"),
    [
        ({"in": "query", "schema": NUMBERS}, {"query": {"x": ["1", "2"]}}, [1, 2]),
        ({"in": "query", "schema": NUMBERS}, {"query": {"x[]": ["1"]}}, [1]),
        ({"in": "query", "schema": NUMBERS, "explode": False}, {"query": {"x": ["1,2"]}}, [1, 2]),
        ({"in": "query", "schema": NUMBERS, "style": "pipeDelimited"}, {"query": {"x": ["1|2"]}}, [1, 2]),
        ({"in": "query", "schema": NUMBERS, "style": "spaceDelimited"}, {"query": {"x": ["1 2"]}}, [1, 2]),
        ({"in": "query", "schema": {"type": "string"}}, {"query": {"x": ["1", "2"]}}, "1"),
        ({"in": "header", "schema": NUMBERS}, {"headers": {"x": "3,4"}}, [3, 4]),
        ({"in": "cookie", "schema": {"type": "boolean"}}, {"cookies": {"x": "true"}}, True),
        ({"in": "path", "schema": NUMBERS, "style": "label"}, {"path": {"x": ".5"}}, [5]),
        ({"in": "path", "schema": {"type": "integer"}, "style": "matrix"}, {"path": {"x": ";x=5"}}, 5),
        ({"in": "query", "content": {"application/json": {"schema": {}}}}, {"query": {"x": ['{"a":1}']}}, {"a": 1}),
        ({"in": "query", "content": {"application/json": {}}}, {"query": {"x": ["{"]}}, "{"),
        (
            {"in": "query", "style": "deepObject", "schema": {"properties": {"n": {"type": "integer"}}}},
            {"query": {"x[n]": ["7"], "x[t]": ["a"], "y[n]": ["8"]}},
            {"n": 7, "t": "a"},
        ),
    ],
)
def test_texts_become_values(parameter: dict[str, Any], sent: dict[str, Any], value: object) -> None:
    """A parameter is read by its location, style and schema."""
    values, violations = check({"name": "x", **parameter}, **sent)

    assert values == {"x": value}
    assert violations == []


@pytest.mark.parametrize("location", ["query", "header", "cookie"])
def test_what_is_required_is_missed(location: str) -> None:
    """A required parameter that was not sent is named with its location."""
    _, violations = check({"name": "x", "in": location, "required": True, "schema": {}})

    assert [(one.path, one.kind) for one in violations] == [((location, "x"), "missing")]


@pytest.mark.parametrize(("location", "style"), [("path", "simple"), ("query", "deepObject")])
def test_what_cannot_or_need_not_be_sent_is_not_missed(location: str, style: str) -> None:
    """A path parameter that its template lacks cannot be sent, an optional one need not be."""
    parameter = {"name": "x", "in": location, "required": location == "path", "style": style, "schema": {}}

    assert check(parameter) == ({}, [])


def test_faults_are_told_in_words() -> None:
    """A fault names its member; the faults of a whole body name the body."""
    inner = Violation(path=("body", "a", 0, "b"), message="is wrong", kind="x")
    whole = Violation(path=("body",), message="is wrong", kind="x")

    assert [str(inner), str(whole)] == ["a[0].b: is wrong", "body: is wrong"]
