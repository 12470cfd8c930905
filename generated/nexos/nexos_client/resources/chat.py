"""`client.chat`: 1 operation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from .._runtime.http import TimeoutTypes
from .._runtime.model import UNSET, Unset
from .._runtime.operation import Body, Operation, Response, StreamSpec
from .._runtime.options import CallOptions
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .. import models, params
    from .._runtime.responses import (
        AsyncStreamingResponse,
        RawResponse,
        StreamingResponse,
    )
    from .._runtime.stream import AccumulatingStream, AsyncAccumulatingStream

_CHAT_COMPLETIONS_CREATE = Operation(
    name="chat.completions.create",
    method="POST",
    path="/chat/completions",
    parameters=(),
    body=Body(
        media_type="application/json",
        required=True,
        members={
            "messages": "messages",
            "model": "model",
            "audio": "audio",
            "frequency_penalty": "frequency_penalty",
            "logit_bias": "logit_bias",
            "logprobs": "logprobs",
            "max_completion_tokens": "max_completion_tokens",
            "metadata": "metadata",
            "modalities": "modalities",
            "n": "n",
            "parallel_tool_calls": "parallel_tool_calls",
            "prediction": "prediction",
            "presence_penalty": "presence_penalty",
            "response_format": "response_format",
            "seed": "seed",
            "service_tier": "service_tier",
            "stop": "stop",
            "store": "store",
            "stream": "stream",
            "stream_options": "stream_options",
            "temperature": "temperature",
            "tool_choice": "tool_choice",
            "tools": "tools",
            "top_logprobs": "top_logprobs",
            "top_p": "top_p",
            "thinking": "thinking",
        },
        schema={"$ref": "ChatCompletionsRequest"},
        file_members=frozenset(),
    ),
    response=Response(kind="json", model="ChatCompletionsResponse", container="one"),
    stream=StreamSpec(
        chunk="ChatCompletionChunk", terminator="[DONE]", accumulator="accumulate:ChatAccumulator", always=False
    ),
    credentials=("api_key",),
)


class ChatCompletionsWithRawResponse(Resource):
    """`client.chat.completions`: each call returns the whole HTTP response."""

    @overload
    def create(
        self,
        *,
        stream: Literal[False] | None = ...,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> RawResponse[models.ChatCompletionsResponse]: ...

    @overload
    def create(
        self,
        *,
        stream: Literal[True],
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> RawResponse[AccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]]: ...

    @overload
    def create(
        self,
        *,
        stream: bool | None,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> (
        RawResponse[models.ChatCompletionsResponse]
        | RawResponse[AccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]]
    ): ...

    def create(
        self,
        *,
        stream: Any = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Any,
    ) -> Any:
        """Create a chat completion."""
        return self._client.request(
            _CHAT_COMPLETIONS_CREATE,
            {**params, "stream": stream},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )


class ChatCompletionsWithStreamingResponse(Resource):
    """`client.chat.completions`: each call returns the HTTP response before its content is read."""

    @overload
    def create(
        self,
        *,
        stream: Literal[False] | None = ...,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> StreamingResponse[models.ChatCompletionsResponse]: ...

    @overload
    def create(
        self,
        *,
        stream: Literal[True],
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> StreamingResponse[AccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]]: ...

    @overload
    def create(
        self,
        *,
        stream: bool | None,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> (
        StreamingResponse[models.ChatCompletionsResponse]
        | StreamingResponse[AccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]]
    ): ...

    def create(
        self,
        *,
        stream: Any = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Any,
    ) -> Any:
        """Create a chat completion."""
        return self._client.request(
            _CHAT_COMPLETIONS_CREATE,
            {**params, "stream": stream},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )


class ChatCompletions(Resource):
    """`client.chat.completions`: 1 operation."""

    @cached_property
    def with_raw_response(self) -> ChatCompletionsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return ChatCompletionsWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> ChatCompletionsWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return ChatCompletionsWithStreamingResponse(self._client.streaming)

    @overload
    def create(
        self,
        *,
        stream: Literal[False] | None = ...,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> models.ChatCompletionsResponse: ...

    @overload
    def create(
        self,
        *,
        stream: Literal[True],
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> AccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]: ...

    @overload
    def create(
        self,
        *,
        stream: bool | None,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> (
        models.ChatCompletionsResponse | AccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]
    ): ...

    def create(
        self,
        *,
        stream: Any = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Any,
    ) -> Any:
        """
        Create a chat completion.

        Answers a conversation with one or more messages of the assistant. With `stream` set the answer
        arrives in chunks as server-sent events.

        Arguments are the members of `models.ChatCompletionsRequest`, described there.

        POST /chat/completions

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        return self._client.request(
            _CHAT_COMPLETIONS_CREATE,
            {**params, "stream": stream},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )


class AsyncChatCompletionsWithRawResponse(AsyncResource):
    """`client.chat.completions`, asynchronous: each call returns the whole HTTP response."""

    @overload
    async def create(
        self,
        *,
        stream: Literal[False] | None = ...,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> RawResponse[models.ChatCompletionsResponse]: ...

    @overload
    async def create(
        self,
        *,
        stream: Literal[True],
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> RawResponse[AsyncAccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]]: ...

    @overload
    async def create(
        self,
        *,
        stream: bool | None,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> (
        RawResponse[models.ChatCompletionsResponse]
        | RawResponse[AsyncAccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]]
    ): ...

    async def create(
        self,
        *,
        stream: Any = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Any,
    ) -> Any:
        """Create a chat completion."""
        return await self._client.request(
            _CHAT_COMPLETIONS_CREATE,
            {**params, "stream": stream},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )


class AsyncChatCompletionsWithStreamingResponse(AsyncResource):
    """
    `client.chat.completions`, asynchronous: each call returns the HTTP response before its content is read.
    """

    @overload
    async def create(
        self,
        *,
        stream: Literal[False] | None = ...,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> AsyncStreamingResponse[models.ChatCompletionsResponse]: ...

    @overload
    async def create(
        self,
        *,
        stream: Literal[True],
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> AsyncStreamingResponse[
        AsyncAccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]
    ]: ...

    @overload
    async def create(
        self,
        *,
        stream: bool | None,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> (
        AsyncStreamingResponse[models.ChatCompletionsResponse]
        | AsyncStreamingResponse[AsyncAccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]]
    ): ...

    async def create(
        self,
        *,
        stream: Any = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Any,
    ) -> Any:
        """Create a chat completion."""
        return await self._client.request(
            _CHAT_COMPLETIONS_CREATE,
            {**params, "stream": stream},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )


class AsyncChatCompletions(AsyncResource):
    """`client.chat.completions`, asynchronous: 1 operation."""

    @cached_property
    def with_raw_response(self) -> AsyncChatCompletionsWithRawResponse:
        """The same calls, each returning the whole HTTP response."""
        return AsyncChatCompletionsWithRawResponse(self._client.raw)

    @cached_property
    def with_streaming_response(self) -> AsyncChatCompletionsWithStreamingResponse:
        """The same calls, each returning the HTTP response before its content is read."""
        return AsyncChatCompletionsWithStreamingResponse(self._client.streaming)

    @overload
    async def create(
        self,
        *,
        stream: Literal[False] | None = ...,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> models.ChatCompletionsResponse: ...

    @overload
    async def create(
        self,
        *,
        stream: Literal[True],
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> AsyncAccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]: ...

    @overload
    async def create(
        self,
        *,
        stream: bool | None,
        extra_headers: Mapping[str, str | None] | None = ...,
        extra_query: Mapping[str, Any] | None = ...,
        extra_body: Mapping[str, Any] | None = ...,
        timeout: TimeoutTypes | Unset = ...,
        deadline: float | Unset | None = ...,
        idempotency_key: str | None = ...,
        **params: Unpack[params.ChatCompletionsCreateParams],
    ) -> (
        models.ChatCompletionsResponse
        | AsyncAccumulatingStream[models.ChatCompletionChunk, models.ChatCompletionsResponse]
    ): ...

    async def create(
        self,
        *,
        stream: Any = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        deadline: float | Unset | None = UNSET,
        idempotency_key: str | None = None,
        **params: Any,
    ) -> Any:
        """
        Create a chat completion.

        Answers a conversation with one or more messages of the assistant. With `stream` set the answer
        arrives in chunks as server-sent events.

        Arguments are the members of `models.ChatCompletionsRequest`, described there.

        POST /chat/completions

        Raises:
            RequestValidationError: the document forbids an argument; nothing was sent.
            APIError: the call failed; its subclasses say how.
        """
        return await self._client.request(
            _CHAT_COMPLETIONS_CREATE,
            {**params, "stream": stream},
            options=CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
                deadline=deadline,
                idempotency_key=idempotency_key,
            ),
        )


class Chat(Resource):
    """`client.chat`: resources below it."""

    @cached_property
    def completions(self) -> ChatCompletions:
        """`chat.completions.create`."""
        return ChatCompletions(self._client)


class AsyncChat(AsyncResource):
    """`client.chat`, asynchronous: resources below it."""

    @cached_property
    def completions(self) -> AsyncChatCompletions:
        """`chat.completions.create`."""
        return AsyncChatCompletions(self._client)
