"""Error answers in the shapes that documents have for them."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.document import JsonObject
from specfold.mock.dice import Dice
from specfold.mock.refusal import Problem, Refusal, Refuser, error_members
from specfold.mock.service import read_service
from specfold.mock.shape import Shapes
from specfold.mock.synthesis import Synthesiser
from specfold.mock.violation import Violation
from specfold.schema.instance import InstanceValidator

FAULTS = (
    Violation(path=("body", "n"), message="is too small", kind="small"),
    Violation(path=("query", "q"), message="is required", kind="missing"),
)
INVALID = Problem(status=422, message="n: is too small; q: is required", violations=FAULTS)
GONE = Problem(status=404, message="Not here.")
TEXT = {"type": "string"}
PLATFORM = {
    "type": "object",
    "x-error": {"message": "/errors/0/detail", "code": "/errors/0/code", "param": "/errors/0/source/pointer"},
    "properties": {
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["code", "title"],
                "properties": {
                    "code": TEXT,
                    "title": TEXT,
                    "detail": TEXT,
                    "status": TEXT,
                    "source": {"type": "object", "properties": {"pointer": TEXT}},
                },
            },
        }
    },
}
VALIDATION = {
    "type": "object",
    "x-error": {"message": "/detail/0/msg", "type": "/detail/0/type", "param": "/detail/0/loc"},
    "properties": {
        "detail": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["loc", "msg", "type"],
                "properties": {
                    "loc": {"type": "array", "items": {"type": ["string", "integer"]}},
                    "msg": TEXT,
                    "type": TEXT,
                },
            },
        }
    },
}


def refuse(problem: Problem, responses: dict[str, Any], *, schemas: dict[str, Any] | None = None) -> Refusal:
    """Return the answer of a document with these schemas and these responses of its one operation."""
    document: JsonObject = {"paths": {"/": {"get": {"responses": responses}}}, "components": {"schemas": schemas or {}}}
    service = read_service(document)
    synthesiser = Synthesiser(document, InstanceValidator(document))
    refuser = Refuser(service=service, shapes=Shapes(document), synthesiser=synthesiser)
    return refuser.refuse(problem, service.operations[0], dice=Dice.of("refusal"))


def declared(schema: object, **more: object) -> dict[str, Any]:
    """Return a Response Object with a JSON body."""
    return {"description": "Wrong.", "content": {"application/json": {"schema": schema, **more}}}


def test_every_fault_has_its_entry() -> None:
    """A list of errors has one entry a fault, with title, status and pointer where the schema has them."""
    body = refuse(INVALID, {"4XX": declared(PLATFORM)}).body

    assert body["errors"] == [
        {"code": "invalid_request", "title": "Unprocessable Entity", "detail": "n: is too small", "status": "422", "source": {"pointer": "/n"}},
        {"code": "invalid_request", "title": "Unprocessable Entity", "detail": "q: is required", "status": "422", "source": {"pointer": "/q"}},
    ]  # fmt: skip  # one line an entry reads better


def test_a_refusal_without_faults_points_nowhere() -> None:
    """An error that is about no member has no pointer."""
    body = refuse(GONE, {"default": declared(PLATFORM)}).body

    assert body["errors"] == [{"code": "not_found", "title": "Not Found", "detail": "Not here.", "status": "404"}]


def test_places_are_paths() -> None:
    """Where the schema has the path of a fault, it is given as names and positions."""
    body = refuse(INVALID, {}, schemas={"Invalid": VALIDATION}).body

    assert body["detail"] == [
        {"loc": ["body", "n"], "msg": "n: is too small", "type": "small"},
        {"loc": ["query", "q"], "msg": "q: is required", "type": "missing"},
    ]


def test_marked_components_serve_when_nothing_is_declared() -> None:
    """Without a declared response a marked component serves, one for validation last."""
    body = refuse(GONE, {}, schemas={"Invalid": VALIDATION, "Platform": PLATFORM}).body

    assert body["errors"][0]["detail"] == "Not here."


def test_an_error_of_another_status_serves_at_last() -> None:
    """Where nothing else is declared or marked, the shape of any declared error is used, without its example."""
    schema = {"type": "object", "required": ["message"], "properties": {"message": TEXT, "code": {"type": "integer"}}}

    body = refuse(GONE, {"200": {}, "429": declared(schema, example={"message": "Slow down.", "code": 7})}).body

    assert body == {"message": "Not here.", "code": 404}


def test_examples_give_the_services_own_words() -> None:
    """An example of a declared error keeps its code and title; only the message is ours."""
    example = {"errors": [{"code": "10005", "title": "Gone for good", "detail": "x"}]}

    body = refuse(GONE, {"404": declared(PLATFORM, example=example)}).body

    assert body == {"errors": [{"code": "10005", "title": "Gone for good", "detail": "Not here."}]}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"properties": {"error": {"properties": {"message": TEXT, "type": TEXT}}}}, {"message": "/error/message", "type": "/error/type"}),
        ({"properties": {"errors": {"items": {"properties": {"msg": TEXT}}}}}, {"message": "/errors/0/msg"}),
        ({"properties": {"error": TEXT, "code": {"type": "integer"}}}, {"message": "/error", "code": "/code"}),
        ({"properties": {"detail": {"type": "array", "items": {"properties": {"msg": TEXT}}}}}, {"message": "/detail/0/msg"}),
        ({"type": "array", "items": TEXT}, {}),
        ({"properties": {"a": {"properties": {"b": {"properties": {"c": {"properties": {"d": {"properties": {"e": {"properties": {"message": TEXT}}}}}}}}}}}}, {}),
        ({"$ref": "#/nowhere"}, {}),
        ({"x-error": {"message": "no pointer"}}, {}),
    ],
)  # fmt: skip  # one line a case reads better
def test_unmarked_errors_are_understood_by_name(schema: JsonObject, expected: dict[str, str]) -> None:
    """Without marks, the members of an error are found by their names, the outermost message first."""
    members = error_members(Shapes({}), schema)

    assert {role: str(pointer) for role, pointer in members.items()} == expected


def test_a_shape_that_cannot_hold_the_message_is_passed_over() -> None:
    """A declared shape without message, or without an instance, gives way to the next, at last to a plain one."""
    impossible = {"type": "object", "required": ["message", "x"], "properties": {"message": TEXT, "x": False}}

    refusal = refuse(
        GONE, {"404": declared({})}, schemas={"Impossible": {"x-error": {"message": "/message"}, **impossible}}
    )

    assert refusal.body == {"error": {"message": "Not here."}}


def test_a_declared_text_is_a_text() -> None:
    """Where the document declares a plain text, the message is the body."""
    refusal = refuse(GONE, {"404": {"description": "Gone.", "content": {"text/plain": {}}}})

    assert (refusal.media_type, refusal.body) == ("text/plain", "Not here.")
