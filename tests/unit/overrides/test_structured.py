"""Structured output: classes to JSON schemas, answers back to classes, and what is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import json
import uuid
from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Annotated, Any, Literal, NotRequired, TypedDict

import attrs
import httpx
import msgspec
import pydantic
import pytest

from overrides import errors
from overrides.conversion import ConversionError, convert
from overrides.json_schema import closed, is_closed, schema_of
from overrides.operation import Body
from overrides.parsed import Parsed
from overrides.validation import Validator
from tests.unit.overrides.api import CREATE, DEFINITION, DONE, JSON_EVENTS, SCHEMAS, Acme, AsyncAcme, Server, content


class Colour(enum.Enum):
    """Be a colour."""

    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass
class Point:
    """Be a point."""

    x: int
    y: float = 0.0


@attrs.frozen
class Shape:
    """Be a shape."""

    name: Annotated[str, "what people call it"]
    points: list[Point]
    colour: Colour | None = None


class Row(TypedDict):
    """Be a row."""

    id: uuid.UUID
    on: NotRequired[dt.date]


@dataclasses.dataclass
class Node:
    """Be a node of a tree."""

    label: Literal["leaf", "branch"]
    children: list[Node]


class Pydantic(pydantic.BaseModel):
    """Be a model of pydantic."""

    x: int
    inner: Inner


class Inner(pydantic.BaseModel):
    """Be inside of it."""

    tags: list[str] = []


class Struct(msgspec.Struct):
    """Be a struct."""

    x: int
    y: str | None = None


def test_classes_are_described() -> None:
    """Members, nested classes, enumerations, descriptions and what is required are in the schema."""
    assert schema_of(Shape) == {
        "type": "object",
        "properties": {
            "name": {"type": "string", "description": "what people call it"},
            "points": {"type": "array", "items": {"$ref": "#/$defs/Point"}},
            "colour": {"anyOf": [{"type": "string", "enum": ["red", "blue"]}, {"type": "null"}]},
        },
        "required": ["name", "points"],
        "additionalProperties": False,
        "$defs": {
            "Point": {
                "type": "object",
                "properties": {"x": {"type": "integer"}, "y": {"type": "number"}},
                "required": ["x"],
                "additionalProperties": False,
            }
        },
    }


def test_a_class_that_holds_itself_is_a_definition() -> None:
    """A tree is described by a reference to itself."""
    schema = schema_of(Node)

    assert schema["$ref"] == "#/$defs/Node"
    assert schema["$defs"]["Node"]["properties"]["children"] == {"type": "array", "items": {"$ref": "#/$defs/Node"}}


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (dict[str, int], {"type": "object", "additionalProperties": {"type": "integer"}}),
        (Mapping[str, Any], {"type": "object", "additionalProperties": {}}),
        (dict, {"type": "object", "additionalProperties": {}}),
        (Sequence[bool], {"type": "array", "items": {"type": "boolean"}}),
        (tuple[str, ...], {"type": "array", "items": {"type": "string"}}),
        (
            tuple[str, int],
            {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 2, "maxItems": 2},
        ),
        (list, {"type": "array", "items": {}}),
        (Literal["a", 1], {"enum": ["a", 1]}),
        (dt.datetime, {"type": "string", "format": "date-time"}),
    ],
)
def test_containers_are_described(kind: Any, schema: dict[str, Any]) -> None:
    """The standard containers are arrays and objects."""
    assert schema_of(kind) == schema


@pytest.mark.parametrize("kind", [bytes, dict[int, str], complex, print])
def test_what_has_no_form_in_json_is_refused(kind: Any) -> None:
    """The error says what may be used instead."""
    with pytest.raises(TypeError, match="cannot be described as JSON"):
        schema_of(kind)


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        ({"name": "s", "points": [{"x": 1}], "colour": "red"}, Shape, Shape("s", [Point(1)], Colour.RED)),
        ({"name": "s", "points": []}, Shape, Shape("s", [])),
        ({"label": "leaf", "children": []}, Node, Node("leaf", [])),
        ({"x": 1, "inner": {"tags": ["a"]}}, Pydantic, Pydantic(x=1, inner=Inner(tags=["a"]))),
        ({"x": 1}, Struct, Struct(1)),
        ({"id": str(uuid.UUID(int=1)), "on": "2026-01-02"}, Row, {"id": uuid.UUID(int=1), "on": dt.date(2026, 1, 2)}),
        (3, float, 3.0),
        (3, int | float, 3),
        (None, int | None, None),
        ({"x": 1}, str | Point, Point(1)),
        ([1, "a"], tuple[int, str], (1, "a")),
        (["a", "a"], set[str], {"a"}),
        ({"a": [1]}, dict[str, list[int]], {"a": [1]}),
        ("x", Annotated[str, "note"], "x"),
        ({"any": 1}, Any, {"any": 1}),
    ],
)
def test_answers_become_values(value: Any, kind: Any, expected: Any) -> None:
    """Plain JSON becomes the classes, enumerations and containers that were asked for."""
    assert convert(value, kind) == expected


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        ({"name": "s", "points": [{"x": "1"}]}, Shape, r"points\[0\]\.x: '1' is no int"),
        ({"points": []}, Shape, "name: is missing"),
        ({"name": 1, "points": []}, Shape, "name: 1 is no str"),
        ({"name": "s", "points": {}}, Shape, "points: .* is no list"),
        ({"name": "s", "points": [], "colour": "green"}, Shape, "colour: 'green' is no "),
        ({"label": "root", "children": []}, Node, "label: 'root' is no "),
        (True, int, "value: True is no int"),
        ([1], tuple[int, int], "value"),
        ([1], dict[str, int], "value"),
        ("soon", dt.date, "'soon' is no date"),
        (1, Point, "1 is no Point"),
        ({"y": 1}, str | Point, "x: is missing"),
        ({"x": "a", "inner": {}}, Pydantic, "value: 1 validation error"),
        ({}, Struct, "missing required field"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(value: Any, kind: Any, said: str) -> None:
    """The error names the place and the value."""
    with pytest.raises(ConversionError, match=said):
        convert(value, kind)


def test_strict_schemas_demand_every_member() -> None:
    """For strict output all members are required and no other is allowed, also in schemas other libraries wrote."""
    for kind in (Shape, Pydantic, Struct):
        schema = closed(schema_of(kind))
        assert is_closed(schema)
        assert set(schema["required"]) == set(schema["properties"])
    assert not is_closed(closed(schema_of(dict[str, int])))


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


def test_a_class_is_refused_where_the_document_takes_none() -> None:
    """A class for another argument, or one that has no form in JSON, is a mistake of the request."""
    client = structured(Server(said("")))

    with pytest.raises(
        errors.RequestValidationError, match="model: is a class; the document takes no JSON schema here"
    ):
        client.request(OPERATION, {"model": Point})
    with pytest.raises(errors.RequestValidationError, match="cannot be described as JSON"):
        client.request(OPERATION, {"model": "m", "response_format": bytes})
