"""Whether one document can stand in for another, and what stands in the way."""

from __future__ import annotations

from typing import Any

from specfold.compare.matrix import build_matrix
from specfold.compare.table import Standing
from specfold.document import Document
from tests.unit.compare.builders import document, request_of, response_of


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
    assert back.witness is not None
    assert back.witness.instance == 4
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
    assert (found.findings, found.witness) == (1, None)


def test_answers_are_judged_for_those_who_expect_the_source() -> None:
    """An answer that lacks what readers rely on is no drop-in."""
    full = response_of({"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}})
    loose = response_of({"type": "object", "properties": {"id": {"type": "string"}}})

    assert verdicts_of(full, loose)["response"].standing is Standing.NOT
    assert verdicts_of(loose, full)["response"].standing is Standing.DROP_IN


def test_only_shared_operations_are_judged() -> None:
    """An operation that one document lacks has no verdict; a path of its own is no obstacle."""
    schema = {"type": "object", "properties": {"n": {"type": "integer"}}}
    body = {"content": {"application/json": {"schema": schema}}}
    chat = {"x-client-method": "chat.create", "requestBody": body, "responses": {}}
    first = document(paths={"/chat": {"post": chat}, "/more": {"get": {"responses": {}}}})
    second = document(paths={"/ai/chat": {"post": chat}})

    found = verdicts_of(first, second)

    assert {verdict.operation for verdict in found.values()} == {"chat.create"}
    assert {verdict.standing for verdict in found.values()} == {Standing.DROP_IN}


def test_a_body_that_went_is_no_set_of_members() -> None:
    """Where one side takes no body there are no members that would do."""
    first = request_of({"type": "object", "properties": {"n": {"type": "integer"}}})
    second = document(paths={"/things": {"post": {"responses": {}}}})

    found = verdicts_of(first, second)["request"]

    assert (found.standing, found.members) == (Standing.NOT, ())
