"""Structured output: a class is asked for, and answers come back as it."""

from __future__ import annotations

import copy
import dataclasses
import enum
import json
import pickle
from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any, Generic, Optional, TypeVar

import attrs
import httpx
import pytest

from overrides import errors
from overrides.operation import Body
from overrides.parsed import Parsed, TypedExtras, parsed_as
from overrides.validation import Validator
from tests.unit.overrides.api import CREATE, DEFINITION, DONE, JSON_EVENTS, SCHEMAS, Acme, AsyncAcme, Server, content

T = TypeVar("T")


@dataclasses.dataclass
class Point:
    """Be a point."""

    x: int
    y: float = 0.0


@dataclasses.dataclass
class Box(Generic[T]):
    """Be a box."""

    content: T


@attrs.define(kw_only=True)
class Message(Parsed):
    """Be a message of an answer."""

    content: Any = None
    refusal: Any = None
    additional_properties: Mapping[str, Any] = attrs.field(factory=dict)


@attrs.define(kw_only=True)
class Completion:
    """Be an answer."""

    choices: list[Any]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Completion:
        """Decode."""
        return cls(choices=[SimpleNamespace(message=Message(**choice["message"])) for choice in data["choices"]])


FORMAT = {
    "anyOf": [
        {"$ref": "Text"},
        {"type": "object", "properties": {"type": {"const": "json_schema"}, "json_schema": {"type": "object"}}},
    ]
}
STRUCTURED = attrs.evolve(
    DEFINITION,
    validator=Validator(
        {
            **SCHEMAS,
            "Text": {"type": "object", "properties": {"type": {"enum": ["text"]}}, "required": ["type"]},
            "Request": {"type": "object", "properties": {"model": {"type": "string"}, "response_format": FORMAT}},
        },
        "acme.yaml",
    ),
    models=SimpleNamespace(Reply=Completion, Chunk=SimpleNamespace(from_dict=lambda chunk: chunk)),
)
OPERATION = attrs.evolve(
    CREATE,
    body=Body(
        members={"model": "model", "response_format": "response_format", "stream": "stream"},
        schema={"$ref": "Request"},
    ),
)


class Structured(Acme):
    """Be a client whose document takes JSON schemas."""

    DEFINITION = STRUCTURED


class AsyncStructured(AsyncAcme):
    """Be the same, asynchronous."""

    DEFINITION = STRUCTURED


def said(text: Any, **message: Any) -> httpx.Response:
    """Answer with a message."""
    return httpx.Response(200, json={"choices": [{"message": {"content": text, **message}}]})


def structured(server: Server) -> Structured:
    """Make a client that talks to a function."""
    return Structured(http_client=httpx.Client(transport=httpx.MockTransport(server)))


def test_a_class_is_asked_for_and_comes_back() -> None:
    """The request carries the schema of the class, and the message has its content as the class."""
    server = Server(said('{"x": 1, "y": 2}'))

    reply = structured(server).request(OPERATION, {"model": "m", "response_format": Point})

    message = reply.choices[0].message
    assert message.parsed == Point(1, 2.0)
    assert message.parsed is message.parsed
    assert message.content == '{"x": 1, "y": 2}'
    assert dict(message.additional_properties) == {}
    assert json.loads(server.requests[0].content)["response_format"] == {
        "type": "json_schema",
        "json_schema": {
            "name": "Point",
            "strict": True,
            "schema": {
                "description": "Be a point.",
                "type": "object",
                "properties": {"x": {"type": "integer"}, "y": {"type": "number"}},
                "required": ["x", "y"],
                "additionalProperties": False,
            },
        },
    }


@pytest.mark.anyio
async def test_a_class_comes_back_asynchronously() -> None:
    """The same, asynchronously."""
    http_client = httpx.AsyncClient(transport=httpx.MockTransport(Server(said('{"x": 1}'))))

    reply = await AsyncStructured(http_client=http_client).request(OPERATION, {"model": "m", "response_format": Point})

    assert reply.choices[0].message.parsed == Point(1)


def test_a_streamed_answer_has_its_class_at_the_end() -> None:
    """What a stream amounts to is parsed like any answer."""
    events = [content('{"x"'), content(": 7}"), content(finish="stop"), DONE]
    server = Server(httpx.Response(200, headers=JSON_EVENTS, content=b"".join(events)))

    class Streamed(Structured):
        DEFINITION = attrs.evolve(
            STRUCTURED,
            models=SimpleNamespace(
                Chunk=SimpleNamespace(from_dict=lambda chunk: chunk),
                Reply=SimpleNamespace(
                    from_dict=lambda data: Completion(
                        choices=[
                            SimpleNamespace(message=Message(content=choice["message"]["content"]))
                            for choice in data["choices"]
                        ]
                    )
                ),
            ),
        )

    client = Streamed(http_client=httpx.Client(transport=httpx.MockTransport(server)))
    with client.request(OPERATION, {"model": "m", "response_format": Point, "stream": True}) as stream:
        assert stream.final().choices[0].message.parsed == Point(7)


@pytest.mark.parametrize(
    ("text", "message"),
    [("not JSON", "the content is no Point: "), ('{"y": 1}', "x: is missing"), ("{", "is no Point")],
)
def test_content_that_does_not_fit_is_told_when_it_is_asked_for(text: str, message: str) -> None:
    """The call succeeds; `parsed` raises and keeps the text."""
    reply = structured(Server(said(text))).request(OPERATION, {"model": "m", "response_format": Point})

    with pytest.raises(errors.StructuredOutputError, match=message) as caught:
        _ = reply.choices[0].message.parsed
    assert caught.value.text == text


def test_there_is_nothing_parsed_without_a_class_or_with_a_refusal() -> None:
    """Without a class, without content and with a refusal, `parsed` is None."""
    plain = structured(Server(said('{"x": 1}'))).request(OPERATION, {"model": "m"})
    refused = structured(Server(said('{"x": 1}', refusal="no"))).request(
        OPERATION, {"model": "m", "response_format": Point}
    )
    empty = structured(Server(said(None))).request(OPERATION, {"model": "m", "response_format": Point})

    assert [reply.choices[0].message.parsed for reply in (plain, refused, empty)] == [None, None, None]


def test_a_form_of_a_class_is_a_class() -> None:
    """A class with its types filled in is described and comes back like any."""
    server = Server(said('{"content": {"x": 1}}'))

    reply = structured(server).request(OPERATION, {"model": "m", "response_format": Box[Point]})

    assert reply.choices[0].message.parsed == Box(Point(1))
    assert json.loads(server.requests[0].content)["response_format"]["json_schema"]["name"] == "Box_Point"


def test_a_format_has_a_name_servers_take() -> None:
    """Names are of ASCII letters, at most 64 of them, and never empty."""
    server = Server(said("{}"))

    for name in ("日本", "Größe", "A" * 99):
        kind = dataclasses.make_dataclass(name, [])
        structured(server).request(OPERATION, {"model": "m", "response_format": kind})

    names = [json.loads(request.content)["response_format"]["json_schema"]["name"] for request in server.requests]
    assert names == ["answer", "Gr_e", "A" * 64]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (int, "int"),
        (list[Point], r"list\[Point\]"),
        (Point | None, r"Point \| None"),
        (Optional[Point], r"Point \| None"),  # noqa: UP045  # another kind of object than `Point | None`
        (enum.Enum("Colour", {"RED": "red"}), "Colour"),
    ],
)
def test_what_is_no_object_is_refused(kind: Any, name: str) -> None:
    """An answer is an object: for anything else the error says to wrap it in a class, and nothing is sent."""
    server = Server(said(""))

    with pytest.raises(errors.RequestValidationError, match=f"{name} is no object in JSON, .*: wrap it in a class"):
        structured(server).request(OPERATION, {"model": "m", "response_format": kind})
    assert server.requests == []


def test_types_that_are_not_known_are_a_mistake_of_the_request() -> None:
    """An annotation that names nothing is told with its class."""
    unknown = dataclasses.make_dataclass("Unknown", [("x", "Nowhere")])

    with pytest.raises(errors.RequestValidationError, match="Unknown: the type 'Nowhere' is not known"):
        structured(Server(said(""))).request(OPERATION, {"model": "m", "response_format": unknown})


@pytest.mark.parametrize("again", [copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])
def test_copies_are_parsed_too(again: Callable[[Message], Message]) -> None:
    """A message copied or pickled, before it was parsed or after, gives the same."""
    message = Message(content='{"x": 1}', additional_properties=TypedExtras({}, Point))

    before = again(message)
    assert (before.parsed, message.parsed, again(message).parsed) == (Point(1), Point(1), Point(1))


def test_what_is_parsed_is_the_content_there_is() -> None:
    """A message whose content is replaced gives what it holds now."""
    message = Message(content='{"x": 1}', additional_properties=TypedExtras({}, Point))

    assert (message.parsed, attrs.evolve(message, content='{"x": 2}').parsed) == (Point(1), Point(2))


def test_content_is_parsed_as_any_class() -> None:
    """`parsed_as` gives what was asked for, the same value again, and reads content nobody asked a class for."""
    asked = Message(content='{"x": 1}', additional_properties=TypedExtras({}, Point))

    assert parsed_as(asked, Point) is asked.parsed
    assert parsed_as(Message(content='{"content": 1}'), Box[int]) == Box(1)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (Message(content=None), "the message has no text"),
        (Message(content="{}", refusal="I will not"), "the model refused: I will not"),
        (Message(content="{}"), "the content is no Point: x: is missing"),
        (Message(content="[" * 500), "the content is no Point"),
    ],
)
def test_content_that_is_no_value_of_the_class_is_told(message: Message, told: str) -> None:
    """A refusal, no text, and content that does not fit are errors, never None."""
    with pytest.raises(errors.StructuredOutputError, match=told):
        parsed_as(message, Point)


def test_a_class_is_refused_where_the_document_takes_none() -> None:
    """A class for another argument, or one that has no form in JSON, is a mistake of the request."""
    client = structured(Server(said("")))

    with pytest.raises(
        errors.RequestValidationError, match="model: is a class; the document takes no JSON schema here"
    ):
        client.request(OPERATION, {"model": Point})
    with pytest.raises(errors.RequestValidationError, match="cannot be described as JSON"):
        client.request(OPERATION, {"model": "m", "response_format": bytes})


def test_nothing_is_admitted_without_a_document() -> None:
    """Where no document says what a member takes, a class is refused; so it is for an operation without a body."""

    class Unchecked(Structured):
        DEFINITION = attrs.evolve(STRUCTURED, validator=None)

    client = Unchecked(http_client=httpx.Client(transport=httpx.MockTransport(Server(said("")))))

    for operation in (OPERATION, attrs.evolve(OPERATION, body=None)):
        with pytest.raises(errors.RequestValidationError, match="response_format: is a class"):
            client.request(operation, {"response_format": Point})


def test_answers_without_messages_are_left_as_they_are() -> None:
    """An answer whose choices hold no such message is not touched."""

    class Odd(Structured):
        DEFINITION = attrs.evolve(
            STRUCTURED,
            models=SimpleNamespace(
                Reply=SimpleNamespace(from_dict=lambda data: SimpleNamespace(choices=[SimpleNamespace(message=data)]))
            ),
        )

    client = Odd(http_client=httpx.Client(transport=httpx.MockTransport(Server(said("x")))))

    reply = client.request(OPERATION, {"model": "m", "response_format": Point})

    assert reply.choices[0].message == {"choices": [{"message": {"content": "x"}}]}
