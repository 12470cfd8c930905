"""
What type checkers say of calls: checked by mypy in `nox -s types`, never run.

Right calls have the types they are assigned to; each wrong call carries an ignore, and an ignore nobody needs is an error.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import assert_type

from nexos_client import (
    AccumulatingStream,
    AsyncAccumulatingStream,
    AsyncNexos,
    AsyncStream,
    Nexos,
    RawResponse,
    Stream,
    models,
)
from nexos_client.params import ChatCompletionsCreateParams, ChatMessageParam
from ragparams_client import RagParams
from telnyx_client import Telnyx

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
        model="m", messages=[message], extra_headers={"x": "y"}, extra_body={"a": 1}, timeout=3
    )
    client.chat.completions.create(messages=[])  # type: ignore[call-overload]  # model is required
    client.chat.completions.create(model="m", messages=[], temprature=1)  # type: ignore[call-overload]  # the name is misspelt
    client.chat.completions.create(model="m", messages=[], service_tier="best")  # type: ignore[call-overload]  # wrong literal
    client.chat.completions.create(model="m", messages=[], n="1")  # type: ignore[call-overload]  # wrong type
    client.chat.completions.create(model="m", messages=[{"role": "robot"}])  # type: ignore[list-item]  # wrong role


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
