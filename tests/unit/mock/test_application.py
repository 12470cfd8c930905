"""Whole exchanges with the application, without a socket."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.applications import Starlette

from specfold.document import JsonObject
from specfold.mock.application import create_application
from specfold.schema.instance import InstanceValidator
from tests.unit.mock.calling import Caller, call, client_of, events_of

KEY = {"authorization": "Bearer any"}
ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "What is new?"}]}
TOOL = {"type": "function", "function": {"name": "look", "parameters": {"properties": {"city": {"type": "string"}}}}}
CONVERSATIONS: list[dict[str, Any]] = [
    {},
    {"n": 3},
    {"tools": [TOOL]},
    {"tools": [TOOL], "n": 2, "stream_options": {"include_usage": True}},
    {"max_tokens": 1},
]


@pytest.fixture
def application(talk: JsonObject) -> Starlette:
    """Give the application of a conversation."""
    return create_application(talk, seed=1)


def ask(application: Starlette, **members: Any) -> Any:
    """Return the response to a question."""
    return call(application, "POST", path="/v1/chat", headers=KEY, json={**ASK, **members})


@pytest.mark.parametrize("members", CONVERSATIONS)
def test_answers_are_valid(application: Starlette, talk: JsonObject, members: dict[str, Any]) -> None:
    """A whole answer is valid for its schema and has as many choices as asked for."""
    response = ask(application, **members)

    assert response.status_code == 200
    assert InstanceValidator(talk).errors(response.json(), talk["components"]["schemas"]["Reply"]) == []
    assert len(response.json()["choices"]) == members.get("n", 1)
    assert response.headers["x-model-id"].startswith("model-")
    assert int(response.headers["x-left"]) >= 3


@pytest.mark.parametrize("members", CONVERSATIONS)
def test_chunks_are_valid(application: Starlette, talk: JsonObject, members: dict[str, Any]) -> None:
    """Every chunk of a stream is valid for its schema, and the terminator ends it."""
    response = ask(application, stream=True, **members)

    chunks = events_of(response)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert chunks.pop() == "[DONE]"
    assert [InstanceValidator(talk).errors(one, talk["components"]["schemas"]["Chunk"]) for one in chunks] == (
        [[]] * len(chunks)
    )
    assert any("usage" in one and one["usage"] for one in chunks) is ("stream_options" in members)


def test_the_same_request_gets_the_same_answer(talk: JsonObject) -> None:
    """Seed and request decide the answer; another seed gives another."""
    first, again, other = (ask(create_application(talk, seed=seed)) for seed in (1, 1, 2))

    assert first.content == again.content
    assert first.headers["x-request-id"] == again.headers["x-request-id"]
    assert first.json()["id"] != other.json()["id"]


def test_a_streamed_answer_says_what_a_whole_one_says(application: Starlette) -> None:
    """Streaming changes the form of an answer, not what it says."""
    whole = ask(application, tools=[TOOL]).json()

    chunks = events_of(ask(application, tools=[TOOL], stream=True))[:-1]

    calls = [one for chunk in chunks for one in chunk["choices"][0]["delta"].get("tool_calls", [])]
    spoken = whole["choices"][0]["message"]["tool_calls"][0]
    assert {chunk["id"] for chunk in chunks} == {whole["id"]}
    assert calls[0]["id"] == spoken["id"]
    assert "".join(one["function"]["arguments"] for one in calls) == spoken["function"]["arguments"]


@pytest.mark.parametrize(
    ("members", "param", "words"),
    [
        ({"temperature": 9}, "temperature", "at most 2"),
        ({"messages": []}, "messages", "at least 1"),
        ({"model": 5}, "model", "string"),
        ({"messages": [{"role": "user"}]}, "messages[0].content", "required"),
        ({"messages": [{"role": "tool", "content": "x"}]}, "messages[0].tool_call_id", "required"),
    ],
)
def test_invalid_requests_are_refused(
    application: Starlette, talk: JsonObject, members: dict[str, Any], param: str, words: str
) -> None:
    """A request that does not validate is refused in the document's shape, naming member and bound."""
    response = ask(application, **members)

    error = response.json()["error"]
    assert response.status_code == 400
    assert InstanceValidator(talk).errors(response.json(), talk["components"]["schemas"]["Error"]) == []
    assert error["param"] == param
    assert param in error["message"]
    assert words in error["message"]


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [(b"{", "application/json", 400), (b"", "application/json", 400), (b"x", "text/plain", 415), (b"x", "", 400)],
)
def test_unreadable_bodies_are_refused(application: Starlette, content: bytes, media_type: str, status: int) -> None:
    """A body that is missing, broken or of another type is refused in the document's shape."""
    headers = {**KEY, "content-type": media_type}

    response = call(application, "POST", path="/v1/chat", headers=headers, content=content)

    assert response.status_code == status
    assert response.json()["error"]["message"]


def test_unknown_paths_and_methods_are_refused(application: Starlette) -> None:
    """A path nobody declared is 404, a method its path does not have 405 with what it has."""
    missing = call(application, "GET", path="/v1/none")
    wrong = call(application, "GET", path="/v1/chat")

    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_found")
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")
    assert "/v1/chat" in wrong.json()["error"]["message"]


@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer  ", "Basic any"])
def test_callers_without_a_key_are_refused(application: Starlette, authorization: str) -> None:
    """Without a key nobody is let in; the error has the code that the document shows for it."""
    headers = {"authorization": authorization} if authorization else {}

    response = call(application, "POST", path="/v1/chat", headers=headers, json=ASK)

    assert (response.status_code, response.json()["error"]["code"]) == (401, "901")
    assert response.headers["www-authenticate"] == "Bearer"


def test_an_agreed_key_is_the_only_one(talk: JsonObject) -> None:
    """With a key agreed on, any other is refused, and the answer repeats neither."""
    application = create_application(talk, api_key="agreed")

    wrong = call(application, "POST", path="/v1/chat", headers={"authorization": "Bearer secret"}, json=ASK)
    right = call(application, "POST", path="/v1/chat", headers={"authorization": "Bearer agreed"}, json=ASK)

    assert (wrong.status_code, right.status_code) == (401, 200)
    assert "agreed" not in wrong.text
    assert "secret" not in wrong.text


def test_places_are_listed_where_the_schema_has_them(strict: JsonObject) -> None:
    """A list-shaped error has one entry for each fault, with its place; 422 where it is declared."""
    application = create_application(strict)
    body = {"messages": [{}, 5], "temperature": 0}

    response = call(
        application, "POST", path="/api/talk?trace=maybe&tags=1,2,x", headers={**KEY, "token": "t"}, json=body
    )

    detail = response.json()["detail"]
    assert response.status_code == 422
    assert InstanceValidator(strict).errors(response.json(), strict["components"]["schemas"]["Invalid"]) == []
    assert [one["loc"] for one in detail] == [
        ["query", "trace"], ["query", "tags", 2], ["query", "tags"], ["body", "messages", 1], ["body", "temperature"],
    ]  # fmt: skip  # one line reads better
    assert detail[-1]["type"] == "greater_than_equal"
    assert "0.001" in detail[-1]["msg"]


@pytest.mark.parametrize("headers", [KEY, {**KEY, "token": ""}, {"token": "t"}])
def test_credential_headers_are_required(strict: JsonObject, headers: dict[str, str]) -> None:
    """A header that carries a secret must be there and not be empty, as must the key."""
    response = call(create_application(strict), "POST", path="/api/talk", headers=headers, json={"messages": []})

    assert response.status_code == 401
    assert response.json()["detail"][0]["loc"] == ["request"]


def test_a_stream_may_end_without_terminator(strict: JsonObject) -> None:
    """A stream without terminator ends with its last chunk; usage comes unasked where that is the habit."""
    body = {"messages": [{"role": "user", "content": "hi"}], "stream": True}

    response = call(create_application(strict), "POST", path="/api/talk", headers={**KEY, "token": "t"}, json=body)

    assert events_of(response)[-1]["usage"]["total_tokens"] > 0


@pytest.mark.parametrize(("inputs", "count"), [(["a", "b"], 2), ("a", 1), ([1, 2, 3], 1), ([[1], [2], [3]], 3)])
def test_every_input_has_its_entry(shelves: Starlette, inputs: object, count: int) -> None:
    """A list of inputs is answered with a list of entries, numbers as many as asked for."""
    response = call(shelves, "POST", path="/vectors", json={"input": inputs, "dimensions": 4})

    assert [one["index"] for one in response.json()["data"]] == list(range(count))
    assert {len(one["embedding"]) for one in response.json()["data"]} == {4}


@pytest.mark.parametrize(
    ("path", "media_type", "start"),
    [
        ("/text", "text/plain", ""),
        ("/shown", "text/csv", "a,b"),
        ("/open", "application/json", '{"a":1}'),
        ("/ticks", "text/event-stream", 'data: {"tick":'),
        ("/tape", "text/event-stream", "data: 1"),
    ],
)
def test_other_media_types(shelves: Starlette, path: str, media_type: str, start: str) -> None:
    """Texts, examples, ranges and event streams are answered as declared."""
    response = call(shelves, "GET", path=path)

    assert response.status_code == 200
    assert response.headers["content-type"].startswith(media_type)
    assert response.text.startswith(start)
    assert response.text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/markup", "application/xml"),
        ("/mute", "item schema"),
        ("/away", "elsewhere.example"),
        ("/impossible", "pattern"),
    ],
)
def test_what_cannot_be_mocked_is_named(shelves: Starlette, path: str, words: str) -> None:
    """An answer that cannot be made is 501 and says why."""
    response = call(shelves, "GET", path=path)

    assert response.status_code == 501
    assert words in response.text


@pytest.mark.parametrize(
    ("headers", "query", "status"),
    [
        ({"x-key": "k"}, "?key=k", 200),
        ({"x-key": "k"}, "", 401),
        ({"authorization": "Basic dTpr"}, "", 200),
        ({"authorization": "Basic dTo="}, "", 200),
        ({"authorization": "Basic ???"}, "", 401),
        ({"cookie": "session=k"}, "", 200),
        ({}, "", 401),
    ],
)
def test_other_security_schemes(shelves: Starlette, headers: dict[str, str], query: str, status: int) -> None:
    """Keys in headers, queries and cookies and passwords are read; one alternative is enough."""
    response = call(shelves, "GET", path=f"/locked{query}", headers=headers)

    assert response.status_code == status
    assert status == 200 or response.headers["content-type"].startswith("text/plain")


def test_what_a_mock_cannot_check_lets_everybody_in(shelves: Starlette) -> None:
    """A scheme that is not in the request itself is taken as met; headers that cannot be sent are left out."""
    response = call(shelves, "GET", path="/certified")

    assert response.status_code == 200
    assert "x-wide" not in response.headers


def test_texts_that_are_no_unicode_do_no_harm(application: Starlette) -> None:
    """Half a character in a message is answered, whole and in chunks."""
    content = b'{"model": "m", "messages": [{"role": "user", "content": "\\ud800"}], "stream": %s}'
    headers = {**KEY, "content-type": "application/json"}

    responses = [
        call(application, "POST", path="/v1/chat", headers=headers, content=content % stream)
        for stream in (b"true", b"false")
    ]

    assert [response.status_code for response in responses] == [200, 200]
    assert "?" in responses[1].json()["choices"][0]["message"]["content"]


def test_a_document_of_the_older_version_is_read() -> None:
    """A 3.0 document is served too, its own words for null included."""
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "nullable": True}}}
    answers = {"200": {"description": "One.", "content": {"application/json": {"schema": schema}}}}
    document = {"openapi": "3.0.3", "info": {}, "paths": {"/a": {"get": {"responses": answers}}}}

    assert isinstance(call(create_application(document), "GET", path="/a").json()["a"], str)


def test_answers_are_chosen_by_what_is_accepted(talk: JsonObject) -> None:
    """The Accept header chooses among declared media types; JSON answers when nothing fits."""
    responses = [
        call(create_application(talk), "POST", path="/v1/chat", headers={**KEY, "accept": accept}, json=ASK)
        for accept in ("text/event-stream", "application/*;q=0.5", "image/png")
    ]

    assert [one.headers["content-type"].partition(";")[0] for one in responses] == [
        "text/event-stream", "application/json", "application/json",
    ]  # fmt: skip  # one line reads better


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["talk", "strict", "shelf"])
async def test_every_operation_answers(name: str, request: pytest.FixtureRequest) -> None:
    """Every operation answers a valid request with a declared, valid response, or says that it cannot."""
    document = request.getfixturevalue(name)
    caller = Caller.of(document)

    async with client_of(create_application(document)) as client:
        faults = [
            caller.fault_of(operation, await client.request(**caller.request(operation)))
            for operation in caller.service.operations
        ]

    assert faults == [None] * len(faults)
    assert faults
