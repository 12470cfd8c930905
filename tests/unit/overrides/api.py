"""A made-up API for the tests of the runtime: definition, operations, clients over a mock transport."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from types import SimpleNamespace
from typing import Any, ClassVar, Self

import attrs
import httpx

from overrides.client import AsyncClient, SyncClient
from overrides.definition import ClientDefinition, Credential, ErrorShape
from overrides.operation import Body, Operation, Parameter, Response, StreamSpec
from overrides.validation import Validator

KEY = "sk-acme-secret"
JSON_EVENTS = {"content-type": "text/event-stream; charset=utf-8"}


@attrs.define
class Model:
    """Be a model that keeps what it was decoded from."""

    data: Mapping[str, Any]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode."""
        return cls(data)

    def to_dict(self) -> dict[str, Any]:
        """Encode."""
        return dict(self.data)


class Chunk(Model):
    """Be a chunk."""


class Reply(Model):
    """Be a response; one without id cannot be decoded."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode, insisting on an id."""
        return cls({"id": data["id"], **data})


SCHEMAS = {
    "Request": {
        "type": "object",
        "properties": {
            "model": {"type": "string"},
            "temperature": {"type": ["number", "null"], "maximum": 2},
            "stream": {"type": "boolean"},
            "timestamp_granularities[]": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["model"],
        "additionalProperties": False,
    },
}

DEFINITION = ClientDefinition(
    title="Acme",
    base_url="https://acme.test/v1/",
    base_url_env="ACME_BASE_URL",
    credentials=(Credential(argument="api_key", scheme="bearer", name="Authorization", env="ACME_KEY"),),
    error_shapes=(ErrorShape(message=("error", "message"), type=("error", "type"), code=("error", "code")),),
    user_agent="acme-client/1",
    validator=Validator(SCHEMAS, "acme.yaml"),
    models=SimpleNamespace(Chunk=Chunk, Reply=Reply),
)

CREATE = Operation(
    name="chat.create",
    method="post",
    path="/chat",
    body=Body(
        members={
            "model": "model",
            "temperature": "temperature",
            "stream": "stream",
            "granularities": "timestamp_granularities[]",
        },
        schema={"$ref": "Request"},
    ),
    response=Response(model="Reply"),
    stream=StreamSpec(chunk="Chunk", accumulator="chat"),
)

GET = Operation(
    name="files.get",
    method="get",
    path="/files/{file-id}/content",
    parameters=(
        Parameter(python="file_id", wire="file-id", location="path", required=True, schema={"type": "string"}),
        Parameter(python="tags", wire="tag", location="query", schema={"type": "array"}),
        Parameter(python="trace", wire="X-Trace", location="header"),
    ),
    response=Response(kind="binary"),
)


class Acme(SyncClient):
    """Be a generated client."""

    DEFINITION: ClassVar[ClientDefinition] = DEFINITION

    def __init__(self, api_key: str | None = KEY, **options: Any) -> None:
        super().__init__({"api_key": api_key}, **options)


class AsyncAcme(AsyncClient):
    """Be a generated asynchronous client."""

    DEFINITION: ClassVar[ClientDefinition] = DEFINITION

    def __init__(self, api_key: str | None = KEY, **options: Any) -> None:
        super().__init__({"api_key": api_key}, **options)


Handler = Callable[[httpx.Request], httpx.Response]


def acme(handler: Handler, **options: Any) -> Acme:
    """Make a client that talks to a function."""
    return Acme(http_client=httpx.Client(transport=httpx.MockTransport(handler)), **options)


def async_acme(handler: Handler, **options: Any) -> AsyncAcme:
    """Make an asynchronous client that talks to a function."""
    return AsyncAcme(http_client=httpx.AsyncClient(transport=httpx.MockTransport(handler)), **options)


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Be a body that arrives in pieces, and remembers that it was closed; an exception among them is raised."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = list(pieces)
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        """Give the pieces."""
        while self.pieces:
            piece = self.pieces.pop(0)
            if isinstance(piece, Exception):
                raise piece
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Give the pieces."""
        for piece in Pieces.__iter__(self):
            yield piece

    def close(self) -> None:
        """Note it."""
        self.is_closed = True

    async def aclose(self) -> None:
        """Note it."""
        self.is_closed = True


def event(data: Any) -> bytes:
    """Write an event; what is no text is written as JSON."""
    text = data if isinstance(data, str) else json.dumps(data)
    return f"data: {text}\n\n".encode()


def content(text: str | None = None, *, finish: str | None = None, index: int = 0) -> bytes:
    """Write the event of a chunk."""
    delta = {} if text is None else {"content": text}
    return event({"id": "c", "choices": [{"index": index, "delta": delta, "finish_reason": finish}]})


DONE = event("[DONE]")


class Server:
    """Answer requests in turn, the last answer for all that follow, and remember them."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        """Answer."""
        request.read()
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return httpx.Response(answer.status_code, headers=answer.headers, content=answer.content)
