"""The mock of every member of this repository's family, from its merged document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from specfold.document import JsonObject
from specfold.family import parse_family
from specfold.merge.member import merge_member
from specfold.mock.application import create_application
from specfold.mock.service import server_prefix
from specfold.reading import parse_document
from specfold.schema.instance import InstanceValidator
from tests.unit.mock.calling import Caller, call, client_of, events_of

OPENAPI = Path(__file__).parents[3] / "openapi"
FAMILY = parse_family((OPENAPI / "family.toml").read_bytes(), "openapi/family.toml")
VENDORS = [member.vendor for member in FAMILY.members]
ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "hello"}]}
TOOL = {
    "type": "function",
    "function": {"name": "look", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}},
}


@pytest.fixture(scope="module", params=VENDORS)
def document(request: pytest.FixtureRequest) -> JsonObject:
    """Give the merged document of each vendor."""
    member = next(one for one in FAMILY.members if one.vendor == request.param)
    return merge_member(
        member, lambda path, layer: parse_document((OPENAPI / path).read_bytes(), path, layer=layer)
    ).document.value


def ask(application: Starlette, document: JsonObject, **members: Any) -> Any:
    """Return the response to a question, with every credential that some vendor asks for."""
    path = next(path for path in document["paths"] if path.endswith("/chat/completions"))
    headers = {"authorization": "Bearer key", "token": "key"}
    return call(application, "POST", path=server_prefix(document) + path, headers=headers, json={**ASK, **members})


@pytest.mark.anyio
async def test_every_operation_answers(document: JsonObject) -> None:
    """Every operation answers a valid request with a declared, valid response."""
    caller = Caller.of(document)

    async with client_of(create_application(document)) as client:
        responses = [(one, await client.request(**caller.request(one))) for one in caller.service.operations]

    assert [caller.fault_of(one, response) for one, response in responses] == [None] * len(responses)
    assert [response.status_code for _, response in responses if response.status_code >= 300] == []


def test_a_tool_call_is_streamed_in_valid_chunks(document: JsonObject) -> None:
    """A streamed tool call comes in chunks that are valid, its arguments in three pieces at least."""
    response = ask(create_application(document), document, stream=True, tools=[TOOL])

    events = events_of(response)
    chunk = document["components"]["schemas"]["ChatCompletionChunk"]
    validator = InstanceValidator(document)
    calls = [call for one in events[:-1] for call in one["choices"][0]["delta"].get("tool_calls", [])]
    assert response.status_code == 200
    assert events[-1] == "[DONE]"
    assert [validator.errors(one, chunk) for one in events[:-1]] == [[]] * (len(events) - 1)
    assert calls[0]["function"]["name"] == "look"
    assert len(calls) >= 4


def test_a_tool_turn_can_be_held(document: JsonObject) -> None:
    """The called function's result is handed back and answered with text."""
    application = create_application(document)

    message = ask(application, document, tools=[TOOL]).json()["choices"][0]["message"]
    result = {"role": "tool", "tool_call_id": message["tool_calls"][0]["id"], "content": "rain"}
    response = ask(application, document, tools=[TOOL], messages=[*ASK["messages"], message, result])

    assert response.status_code == 200, response.text
    assert "rain" in response.json()["choices"][0]["message"]["content"]


def test_a_wrong_type_is_refused_in_the_vendors_shape(document: JsonObject) -> None:
    """A member of the wrong type is refused with a declared, valid error that names it."""
    response = ask(create_application(document), document, temperature="hot")

    path = next(path for path in document["paths"] if path.endswith("/chat/completions"))
    declared = document["paths"][path]["post"]["responses"].get(str(response.status_code))
    assert response.status_code in (400, 422)
    assert "temperature" in response.text
    if declared is not None:
        schema = declared["content"]["application/json"]["schema"]
        assert InstanceValidator(document).errors(response.json(), schema) == []
