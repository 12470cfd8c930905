"""Nulls of answers that are sent back: left out where the document refuses them, kept where it takes or demands them."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest

from overrides.errors import RequestValidationError
from overrides.operation import Body, Operation, RequestContext
from overrides.options import PLAIN_CALL
from overrides.preparation import prepare
from overrides.validation import Validator
from tests.unit.overrides.api import Model

TEXT = {"type": "string"}
SCHEMAS: dict[str, Any] = {
    "Request": {
        "type": "object",
        "properties": {"messages": {"type": "array", "items": {"anyOf": [{"$ref": "User"}, {"$ref": "Reply"}]}}},
    },
    "User": {"type": "object", "required": ["role"], "properties": {"role": {"const": "user"}, "name": TEXT}},
    "Reply": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {
            "role": {"const": "assistant"},
            "content": {"type": ["string", "null"]},
            "calls": {"type": "array", "items": {"type": "object", "properties": {"function": TEXT}}},
            "function": {"type": "object"},
        },
    },
}
SEND = Operation(
    name="chat.send",
    method="post",
    path="/chat",
    body=Body(members={"messages": "messages"}, schema={"$ref": "Request"}),
)
CONTEXT = RequestContext(base_url="https://acme.test", validator=Validator(SCHEMAS, "Acme 1"))
ANSWER = {"role": "assistant", "function": None, "content": None, "calls": [{"function": None}], "more": None}


def send(*messages: Any) -> str:
    """Return the body of a request with messages."""
    content = prepare(SEND, {"messages": messages}, context=CONTEXT, options=PLAIN_CALL).content
    return (content or b"").decode()


def test_an_answer_can_be_sent_back() -> None:
    """Nulls that the request refuses are left out of a model at every depth; those it takes or demands stay."""
    sent = send({"role": "user"}, Model(ANSWER))

    assert json.loads(sent) == {
        "messages": [{"role": "user"}, {"role": "assistant", "content": None, "calls": [{}], "more": None}]
    }


def test_what_a_caller_writes_stays_as_it_is() -> None:
    """The same nulls in a dict are refused: they are the caller's."""
    with pytest.raises(RequestValidationError, match=r"messages\[0\]"):
        send(ANSWER)
    with pytest.raises(RequestValidationError, match=r"messages\[1\]"):
        send(Model(ANSWER), {"role": "user", "name": None})


def test_a_null_that_cannot_go_is_an_error() -> None:
    """Where a member is demanded and may not be null, the null is named as before."""
    whole: dict[str, Any] = SCHEMAS["Reply"]
    strict = {**whole, "properties": {**whole["properties"], "content": TEXT}}
    request = {"properties": {"messages": {"items": strict}}}
    context = attrs.evolve(CONTEXT, validator=Validator({"Request": request}, "Acme 1"))

    with pytest.raises(RequestValidationError, match=r"^messages\[0\].content: expected string, got null"):
        prepare(SEND, {"messages": [Model(ANSWER)]}, context=context, options=PLAIN_CALL)
