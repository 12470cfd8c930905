"""Documents that are broken in every way: a port of them is an answer or an error that says what is wrong."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

from specfold.compare.matrix import build_matrix
from specfold.compare.port import port_request
from specfold.document import Document
from specfold.errors import SpecfoldError
from tests.unit.compare.builders import document, request_of

GOOD = request_of({"type": "object", "properties": {"m": {}, "n": {"type": "string"}}})
A = {"$ref": "#/components/schemas/A"}
B = {"$ref": "#/components/schemas/B"}
BROKEN = {
    "a reference to nothing": request_of({"$ref": "#/components/schemas/Nope"}),
    "references of members": request_of({"properties": {"m": {"$ref": "#/nope"}, "n": {"$ref": "other.yaml#/x"}}}),
    "a reference to itself": request_of(A, A=A),
    "a circle of allOf": request_of(A, A={"allOf": [B]}, B={"allOf": [A]}),
    "a union of itself": request_of(A, A={"anyOf": [A, {"type": "object"}]}),
    "a member that is a union of itself": request_of({"properties": {"m": A}}, A={"anyOf": [A, {"type": "integer"}]}),
    "a list of properties": request_of({"type": "object", "properties": []}),
    "properties that are no schemas": request_of({"properties": {"m": 3, "n": None}}),
    "elements that are no schema": request_of({"properties": {"m": {"type": "array", "items": 3, "minItems": "x"}}}),
    "texts as limits": request_of({"properties": {"m": {"enum": "x"}, "n": {"maxLength": "a", "pattern": 3}}}),
    "required that is a text": request_of({"required": "m", "properties": {"m": {}}}),
    "required of anything": request_of({"required": [1, None], "properties": {"m": {}}}),
    "true": request_of(True),
    "false": request_of(False),
    "a text": request_of("x"),
    "null": request_of(None),
    "a type of anything": request_of({"type": ["object", 3]}),
    "bounds that are texts": request_of({"properties": {"m": {"type": "number", "minimum": "0", "maximum": None}}}),
    "counts that are texts": request_of({"type": "object", "minProperties": "x", "properties": {"m": {}}}),
    "a list of aliases": request_of({"properties": {"q": {"x-alias-of": ["m"]}}}),
    "a body that is a text": document({"requestBody": "x", "responses": {}}),
    "a list of contents": document({"requestBody": {"content": []}, "responses": {}}),
    "parameters that are a text": document(
        {"parameters": "x", "requestBody": {"content": {"application/json": {"schema": {}}}}, "responses": {}}
    ),
    "a list of paths": document(paths=[]),
    "nothing": Document({}, "x"),
    "a branch that is no schema": request_of({"oneOf": [{"properties": {"m": {}}}, 3], "discriminator": "x"}),
}
REQUESTS: list[dict[str, Any]] = [
    {"m": [1, "x", {"text": "y"}], "n": "x"},
    {"m": 3.5},
    {},
    {"m": {"a": None}},
    {"m": "x" * 10, "z": 1},
]


@pytest.mark.parametrize("broken", BROKEN.values(), ids=list(BROKEN))
def test_a_broken_document_makes_no_traceback(broken: Document) -> None:
    """Whatever is broken, on either side, the answer is a port or one of our errors."""
    for request in REQUESTS:
        for source, target in ((GOOD, broken), (broken, GOOD), (broken, broken)):
            with suppress(SpecfoldError):
                found = port_request(request, source, target=target)

                assert found.verdict in {"accepted", "accepted_with_ignored", "rejected"}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=list(BROKEN))
def test_a_broken_document_can_stand_in_a_matrix(broken: Document) -> None:
    """What can be said about a broken document is said."""
    matrix = build_matrix({"good": GOOD, "broken": broken})

    assert matrix.columns == ("good", "broken")
    assert [row.row_class for row in matrix.rows]
