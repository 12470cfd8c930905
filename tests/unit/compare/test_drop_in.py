"""Whether one document can stand in for another, and what stands in the way."""

from __future__ import annotations

from typing import Any

import pytest

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


def test_what_has_to_be_sent_is_blamed_before_what_may_be_left_out() -> None:
    """A `not` names a member that has to be sent and is refused, with a value of it."""
    properties = {"a": {"type": "string"}, "z": {"type": "string"}}
    first = {"type": "object", "required": ["z"], "properties": properties}
    second = {**first, "properties": {"a": {"type": "integer"}, "z": {"type": "string", "maxLength": 2}}}

    found = verdicts_of(request_of(first), request_of(second))["request"]

    assert found.standing is Standing.NOT
    assert found.blame == "request body.z"
    assert found.witness is not None
    assert found.witness.instance == "aaa"


def test_a_member_of_a_component_that_has_to_be_sent_is_blamed() -> None:
    """What is wrong deep inside a member that has to be sent is found there."""
    first: Any = {
        "type": "object",
        "required": ["z"],
        "properties": {"a": {"type": "string"}, "z": {"$ref": "#/components/schemas/Z"}},
    }
    second = {**first, "properties": {**first["properties"], "a": {"type": "integer"}}}
    inner = {"type": "object", "properties": {"k": {"type": "boolean"}}}

    found = verdicts_of(request_of(first, Z=inner), request_of(second, Z={**inner, "required": ["k"]}))["request"]

    assert (found.standing, found.blame, found.message) == (Standing.NOT, "Z.k", "Z: member k is required there")


def test_an_empty_request_does_where_nothing_has_to_be_sent() -> None:
    """Where every member is refused and may be left out, a request without members is still accepted."""
    first = request_of({"type": "object", "properties": {"a": {"type": "string"}}})
    second = request_of({"type": "object", "properties": {"a": {"type": "integer"}}})

    found = verdicts_of(first, second)["request"]

    assert (found.standing, found.members) == (Standing.PARTLY, ())


def test_a_body_that_must_have_members_is_not_empty() -> None:
    """Members that do are not enough where the body as a whole is refused."""
    first = request_of({"type": "object", "properties": {"a": {"type": "string"}}})
    second = request_of({"type": "object", "minProperties": 1, "properties": {"a": {"type": "string"}}})

    found = verdicts_of(first, second)["request"]

    assert (found.standing, found.message) == (Standing.NOT, "request body: minProperties: none here, 1 there")


def test_what_no_sample_is_found_for_is_not_held_against_the_body() -> None:
    """A member that has to be sent and has no value we find does not turn the verdict."""
    endless = {"type": "object", "required": ["n"], "properties": {"n": {"$ref": "#/components/schemas/N"}}}
    first: Any = {
        "type": "object",
        "required": ["n"],
        "properties": {"n": {"$ref": "#/components/schemas/N"}, "a": {"type": "string"}},
    }
    second = {**first, "properties": {**first["properties"], "a": {"type": "integer"}}}

    found = verdicts_of(request_of(first, N=endless), request_of(second, N=endless))["request"]

    assert (found.standing, found.members) == (Standing.PARTLY, ("n",))


def test_an_obstacle_beside_the_body_is_no_matter_of_members() -> None:
    """Where credentials are refused, no choice of members helps."""
    first = {"type": "object", "properties": {"a": {"type": "string"}}}
    second = {"type": "object", "properties": {"a": {"type": "integer"}}}
    schemes = {"securitySchemes": {"k": {"type": "http", "scheme": "basic"}}}
    closed = request_of(second)
    closed = Document({**closed.value, "security": [{"k": []}], "components": schemes}, "b")

    found = verdicts_of(request_of(first), closed)["request"]

    assert (found.standing, found.message) == (
        Standing.NOT,
        "no authentication is not enough there",
    )


def test_a_parameter_that_may_be_left_out_is_no_obstacle() -> None:
    """Without the parameter that is refused a request does; one that has to be sent is blamed."""

    def listing(kind: str, *, required: bool) -> Document:
        parameter = {"name": "q", "in": "query", "required": required, "schema": {"type": kind}}
        return document({"parameters": [parameter], "responses": {}})

    free = verdicts_of(listing("object", required=False), listing("array", required=False))["request"]
    bound = verdicts_of(listing("object", required=True), listing("array", required=True))["request"]

    assert (free.standing, free.members) == (Standing.PARTLY, ())
    assert (bound.standing, bound.blame) == (Standing.NOT, "query parameter q")
    assert bound.message == "query parameter q: type is object here, array there"


def test_a_closed_document_refuses_what_it_does_not_declare() -> None:
    """A member the target neither declares nor lets through is refused; whether it may be left out decides."""
    both = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    one = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False}

    optional = verdicts_of(request_of(both), request_of(one))["request"]
    needed = verdicts_of(request_of({**both, "required": ["b"]}), request_of(one))["request"]

    assert (optional.standing, optional.members) == (Standing.PARTLY, ("a",))
    assert (needed.standing, needed.message) == (
        Standing.NOT,
        "request body: member b is required here and not declared there",
    )


def test_a_body_that_is_a_list_has_no_members_to_choose() -> None:
    """A list that is refused is no drop-in for some members."""
    first, second = (request_of({"type": "array", "items": {"type": kind}}) for kind in ("string", "integer"))

    found = verdicts_of(first, second)["request"]

    assert (found.standing, found.members) == (Standing.NOT, ())
    assert {name: count for name, count in found.counts.items() if count} == {"narrower": 1}


def test_a_body_that_nothing_fits_has_no_fitting_members() -> None:
    """Where bodies are not compared member by member no member is said to do."""
    first = request_of({"type": "object", "properties": {"a": {"type": "string"}}})
    never = request_of({"not": {}, "type": "string", "properties": {"a": {"type": "string"}}})

    found = verdicts_of(first, never)["request"]

    assert (found.standing, found.members) == (Standing.NOT, ())


@pytest.mark.parametrize(
    "target",
    [
        {"oneOf": [{"type": "string"}, {"type": "string", "maxLength": 3}]},
        {"anyOf": [{"type": "array"}, {"type": "boolean"}]},
    ],
)
def test_a_row_that_is_at_odds_with_a_drop_in_makes_it_none(target: Any) -> None:
    """No document is a drop-in for another while a row does not show that all values of a member are accepted."""
    source = {"anyOf": [{"type": "string"}, {"type": "integer"}]}
    first, second = (request_of({"type": "object", "properties": {"a": schema}}) for schema in (source, target))

    found = verdicts_of(first, second)["request"]

    assert found.standing is not Standing.DROP_IN
    assert found.message


def test_what_requests_do_not_hold_is_not_counted() -> None:
    """A member that is answered only says nothing about requests."""
    first, second = (
        request_of({"type": "object", "properties": {"a": {"type": kind, "readOnly": True}, "b": {"type": "string"}}})
        for kind in ("string", "integer")
    )

    found = verdicts_of(first, second)["request"]

    assert found.standing is Standing.DROP_IN
    assert {name: count for name, count in found.counts.items() if count} == {"identical": 1}


def test_what_a_drop_in_rests_on_is_said() -> None:
    """A value readers do not know and a member servers do not declare are assumed to be borne; a lack is not."""
    one, two = ({"type": "object", "properties": {"a": {"enum": values}}} for values in (["x"], ["x", "y"]))
    more = {"type": "object", "properties": {"a": {"enum": ["x"]}, "b": {"type": "string"}}}

    answers = verdicts_of(response_of(one), response_of(two))["response"]
    requests = verdicts_of(request_of(more), request_of(one))["request"]
    less = verdicts_of(response_of(more), response_of(one))["response"]

    assert (answers.standing, answers.assumed, answers.findings) == (Standing.DROP_IN, "open readers", 1)
    assert answers.message == 'response 200.a: "y" is valid there'
    assert (requests.standing, requests.assumed) == (Standing.DROP_IN, "open servers")
    assert (less.standing, less.assumed, less.findings, less.message) == (Standing.DROP_IN, "", 0, "")


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
