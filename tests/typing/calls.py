"""
What type checkers say of calls: checked by mypy in `nox -s types`, never run.

Right calls have the types they are assigned to; each wrong call carries an ignore, and an ignore nobody needs is an error.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import assert_type

import httpx
import httpx2
from nexllm_client import NexLLM
from nexllm_client import models as nexllm_models
from nexllm_client import params as nexllm_params
from nexos_client import (
    AccumulatingStream,
    AsyncAccumulatingStream,
    AsyncNexos,
    AsyncStream,
    DirectAsyncClient,
    DirectClient,
    Nexos,
    RawResponse,
    Stream,
    models,
)
from nexos_client.params import ChatCompletionsCreateParams, ChatMessageParam
from ragparams_client import RagParams
from ragparams_client import models as ragparams_models
from ragparams_client import params as ragparams_params
from telnyx_client import Telnyx
from telnyx_client import models as telnyx_models
from telnyx_client import params as telnyx_params

Chunks = AccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]
AsyncChunks = AsyncAccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]


def whole_and_streamed(client: Nexos, flag: bool) -> None:
    """The literal given to `stream` decides what comes back."""
    assert_type(client.chat.completions.create(model="m", messages=[]), models.ChatCompletionsResponse)
    assert_type(client.chat.completions.create(model="m", messages=[], stream=False), models.ChatCompletionsResponse)
    assert_type(client.chat.completions.create(model="m", messages=[], stream=True), Chunks)
    assert_type(
        client.chat.completions.create(model="m", messages=[], stream=flag), models.ChatCompletionsResponse | Chunks
    )
    raw = client.chat.completions.with_raw_response.create(model="m", messages=[])
    assert_type(raw, RawResponse[models.ChatCompletionsResponse])


def read_stream(stream: Chunks) -> Stream[models.ChatCompletionChunk]:
    """A stream is an iterator of chunks and a context manager, and knows what it amounts to."""
    with stream as opened:
        assert_type(opened.text, str)
        assert_type(opened.final(), models.ChatCompletionsResponse)
        pieces: Iterator[str] = opened.text_stream
        chunks: Iterator[models.ChatCompletionChunk] = iter(opened)
        del pieces, chunks
    return stream


async def asynchronous(client: AsyncNexos) -> AsyncStream[models.ChatCompletionChunk]:
    """The same, awaited."""
    assert_type(await client.chat.completions.create(model="m", messages=[]), models.ChatCompletionsResponse)
    stream = await client.chat.completions.create(model="m", messages=[], stream=True)
    assert_type(stream, AsyncChunks)
    assert_type(await stream.final(), models.ChatCompletionsResponse)
    pieces: AsyncIterator[str] = stream.text_stream
    del pieces
    return stream


def arguments(client: Nexos) -> None:
    """Dicts, annotated dicts and classes are all accepted; what the document forbids is an error at the call site."""
    message: ChatMessageParam = {"role": "user", "content": "hi"}
    turn = models.ChatMessage(role="assistant", content="hello")
    call: ChatCompletionsCreateParams = {"model": "m", "messages": [message, turn, {"role": "user", "content": None}]}
    client.chat.completions.create(**call)
    client.chat.completions.create(
        model="m", messages=[message], extra_headers={"x": "y", "z": None}, extra_body={"a": 1}, timeout=3
    )
    client.chat.completions.create(messages=[])  # type: ignore[call-overload]  # model is required
    client.chat.completions.create(model="m", messages=[], temprature=1)  # type: ignore[call-overload]  # the name is misspelt
    client.chat.completions.create(model="m", messages=[], service_tier="best")  # type: ignore[call-overload]  # wrong literal
    client.chat.completions.create(model="m", messages=[], n="1")  # type: ignore[call-overload]  # wrong type
    client.chat.completions.create(model="m", messages=[{"role": "robot"}])  # type: ignore[list-item]  # wrong role


def classes(telnyx: Telnyx) -> None:
    """A class that only requests have takes the documented values and no other; its members are read as they were given."""
    message = telnyx_models.ChatUserMessage(role="user", content="x")
    assert_type(message.content, str)
    telnyx.chat.completions.create(messages=[message, telnyx_models.ChatToolMessage(role="tool", content="x")])
    telnyx_models.ChatUserMessage(role="usr", content="x")  # type: ignore[arg-type]  # wrong role
    telnyx_models.ChatUserMessage(role="user", contnt="x")  # type: ignore[call-arg]  # the name is misspelt


def nexos_turns(client: Nexos, history: list[ChatMessageParam | models.ChatMessage]) -> None:
    """A reply is a message of the next turn, whole or by its tool calls; so is what a helper function collects."""
    reply = client.chat.completions.create(model="m", messages=history)
    history.append(reply.choices[0].message)
    history.append({"role": "assistant", "tool_calls": reply.tool_calls})
    history.extend({"role": "tool", "tool_call_id": call["id"], "content": "x"} for call in reply.tool_calls)
    said = reply.choices[0].message
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": "x"}, said, *history])
    turn: list[ChatMessageParam] = [{"role": "assistant", "tool_calls": reply.tool_calls}]
    client.chat.completions.create(model="m", messages=[*turn, *(said.tool_calls or []), *history])  # type: ignore[list-item]  # a call is no message
    assert_type(reply.tool_calls[0]["function"]["arguments"], str)
    with client.chat.completions.create(model="m", messages=history, stream=True) as stream:
        history.append(stream.final().choices[0].message)
        history.append({"role": "assistant", "tool_calls": stream.tool_calls})


def nexllm_turns(client: NexLLM, history: list[nexllm_params.ChatRequestMessageParam]) -> None:
    """The same where each role has a class of its own."""
    reply = client.chat.completions.create(model="m", messages=history)
    history.append(reply.choices[0].message)
    history.append({"role": "assistant", "tool_calls": reply.tool_calls})
    said = reply.choices[0].message
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": "x"}, said, *history])
    history.append(nexllm_models.ChatChoice(message=said))  # type: ignore[arg-type]  # a choice is no message


def ragparams_turns(
    client: RagParams, history: list[ragparams_params.ChatRequestMessageParam | ragparams_models.ChatMessage]
) -> None:
    """The same where answers have a class of their own."""
    reply = client.chat.completions.create(model="m", messages=history)
    history.append(reply.choices[0].message)
    history.append({"role": "assistant", "tool_calls": reply.tool_calls})
    said = reply.choices[0].message
    client.chat.completions.create(model="m", messages=[{"role": "user", "content": "x"}, said, *history])


def telnyx_turns(client: Telnyx, history: list[telnyx_params.ChatRequestMessageParam]) -> None:
    """The same where an answer with calls and one without are two classes of the request."""
    reply = client.chat.completions.create(messages=history)
    history.append(reply.choices[0].message)
    history.append({"role": "assistant", "tool_calls": reply.tool_calls})
    said = reply.choices[0].message
    client.chat.completions.create(messages=[{"role": "user", "content": "x"}, said, *history])


def files(client: Nexos) -> None:
    """A file is bytes, a path, an open file or a named content."""
    for file in (b"", Path("x"), ("a.txt", b""), ("a.txt", Path("x"), "text/plain")):
        assert_type(client.storage.upload(file=file, purpose="vision"), models.StorageFile)
    assert_type(client.team_api_keys.list("team"), list[models.TeamApiKey])
    assert_type(client.team_api_keys.delete("team", "key"), None)
    client.storage.upload(file=1, purpose="vision")  # type: ignore[arg-type]  # no file


def vendors(telnyx: Telnyx) -> None:
    """What a vendor lacks does not exist on its client."""
    telnyx.chat.completions.create(
        messages=[{"role": "user", "content": "hi"}], guided_choice=["a"], use_beam_search=True
    )
    telnyx.chat.completions.create(messages=[], tool_choice="required")  # type: ignore[call-overload]  # not documented
    telnyx.storage  # type: ignore[attr-defined]  # Nexos only  # noqa: B018 - the access is the point
    RagParams("key", token="t", user_id="u", project_id="p").with_options(
        timeout=5, max_retries=0, extra_headers={"a": "b"}
    ).close()


def http_clients() -> None:
    """A client of any library of the shape of httpx may be injected, of the kind that the caller waits for."""
    for client in (httpx.Client(), httpx2.Client(), DirectClient(), None):
        Nexos(http_client=client)
    for waiting in (httpx.AsyncClient(), httpx2.AsyncClient(), DirectAsyncClient(), None):
        AsyncNexos(http_client=waiting)
    Nexos(http_client=httpx.AsyncClient())  # type: ignore[arg-type]  # has to be awaited
    Nexos(http_client=object())  # type: ignore[arg-type]  # cannot send
    AsyncNexos(http_client=httpx2.Client())  # type: ignore[arg-type]  # cannot be awaited


def options(client: Nexos) -> None:
    """What is sent beside the arguments may be taken out, and a server may be a URL."""
    client.chat.completions.create(model="m", messages=[], extra_headers={"user-agent": None, "x-a": "1"})
    elsewhere = Nexos(base_url=httpx.URL("https://server.test"), default_headers={"user-agent": None})
    assert_type(elsewhere.with_options(base_url="https://other.test", validate_requests=False), Nexos)
    assert_type(elsewhere.is_closed, bool)
