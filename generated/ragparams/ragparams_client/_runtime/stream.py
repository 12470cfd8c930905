"""Streams as callers see them: an HTTP response to typed chunks; owns reading and closing, knows no vendor."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .accumulate import text_of
from .http import (
    Response,
    abort,
    async_body_chunks,
    body_chunks,
    is_shared,
    limit_silence,
    looks_at_timeouts,
)
from .stream_state import StreamReader, StreamState
from .tool_calls import ToolCallDict
from .waiting import async_drain, async_next_within, drain

if TYPE_CHECKING:
    import asyncio

ChunkT = TypeVar("ChunkT")
ResponseT = TypeVar("ResponseT")


class _Base:
    """Hold what streams of both kinds have: the state, the response, and whether it is closed."""

    _closed = True  # until it is made whole

    def __init__(self, response: Response, reader: StreamReader) -> None:
        self._response = response
        self._reader = reader
        self._decode = reader.decode
        self._state = StreamState(response, reader)
        self._faults = reader.faults.reading
        self._reading: bool | None = None  # None until reading begins
        self._idle_timeout_s: float | None = None  # ours to keep, where the transport does not
        self._closed = False

    @property
    def response(self) -> Response:
        """The HTTP response: status and headers; the stream closes it when it ends, is closed or goes."""
        return self._response

    def set_idle_timeout(self, seconds: float | None) -> Self:
        """
        Limit the wait for each piece of the body; the timeout of the call stays that of connecting and of the first byte.

        A synchronous transport that is not the library's own may not look at it.

        Args:
            seconds: None for no limit.

        Raises:
            RuntimeError: reading has begun; the transport looks at the limit then.

        .. versionadded:: 0.1.0
        """
        if self._reading is not None:
            raise RuntimeError("the idle timeout of a stream is set before its first chunk is read")
        if not looks_at_timeouts(self._response):
            self._idle_timeout_s = seconds
        limit_silence(self._response, seconds)
        return self

    def _take_fault(self, error: Exception) -> None:
        """Note a fault of reading, unless it is how closing looks from the reading side."""
        if self._closed:
            return
        if not isinstance(error, self._reader.faults.request):
            raise error
        self._state.fail_transport(error)

    def __repr__(self) -> str:
        """Say the status and how far reading got."""
        return f"<{type(self).__name__} {self._response.status_code}, {self._state.received} chunks>"

    def __del__(self) -> None:
        """Let go of the connection of a stream nobody read to its end or closed."""
        if not self._closed and not self._response.is_closed and self._reader.abandon is not None:
            self._reader.abandon(self._response)


class _Accumulated:
    """Show what the chunks taken so far amount to."""

    _state: StreamState

    @property
    def text(self) -> str:
        """The text of choice 0 so far."""
        accumulator = self._state.accumulator
        return accumulator.text if accumulator is not None else ""

    @property
    def tool_calls(self) -> list[ToolCallDict]:
        """The tool calls of all choices so far: `id`, `type`, `function` with `name` and `arguments`."""
        accumulator = self._state.accumulator
        return accumulator.tool_calls if accumulator is not None else []


class Stream(_Base, Generic[ChunkT]):
    """
    Iterate the chunks of an event stream as they arrive.

    Reading to the end gives the connection back; `close()` or leaving the `with` block ends it at once.

    Raises (while iterating):
        StreamInterruptedError: the stream ended before its end.
        APIStreamError: the vendor sent an error inside the stream.
        StreamDecodeError: a chunk is not a JSON object.
        APIConnectionError: the transport failed, or `APITimeoutError`: nothing came for too long.

    .. versionadded:: 0.1.0
    """

    def __init__(self, response: Response, reader: StreamReader) -> None:
        super().__init__(response, reader)
        self._body = body_chunks(response)

    def __iter__(self) -> Iterator[ChunkT]:
        """Iterate the chunks not taken yet."""
        state, decode = self._state, self._decode
        pending, keep = state.pending, state.keep
        while pending or self._advance():
            chunk = pending.popleft()
            if keep is not None:
                keep(chunk)
            yield decode(chunk)

    def __next__(self) -> ChunkT:
        """Return the next chunk."""
        state = self._state
        if not state.pending and not self._advance():
            raise StopIteration
        decoded: ChunkT = self._decode(state.take())
        return decoded

    def _advance(self) -> bool:
        """Read until a chunk is there to be taken; say whether one is."""
        state, pending = self._state, self._state.pending
        while not pending:
            if state.is_over:
                self._finish()
                state.raise_failure()
                return False
            self._read()
        return True

    def _read(self) -> None:
        """Read a piece of the body into the state; on failure let go of the connection first."""
        self._reading = True
        try:
            data = next(self._body, None)
        except self._faults as error:
            self._take_fault(error)
        else:
            if data is None:
                if not self._closed:
                    self._state.end_input()
            else:
                self._state.feed(data)
        finally:
            self._reading = False
        if self._closed or self._state.has_failed:
            self._closed = True
            self._response.close()

    def _finish(self) -> None:
        """Read what follows the terminator, briefly, so that the connection is reused."""
        if not self._closed:
            self._closed = True
            self._state.conclude()
            drain(self._response, self._body, faults=self._reader.faults)

    def close(self) -> None:
        """
        End the stream at once; does nothing when it ended. May be called from another thread.

        On HTTP/2 a thread that waits for bytes goes on waiting, until some come or its timeout passes.
        """
        self._state.close()
        if self._closed:
            return
        self._closed = True
        if self._reading:
            abort(self._response)  # the reading thread wakes up and lets go of the connection
        else:
            self._response.close()

    def __enter__(self) -> Self:
        """Return the stream, to be closed on leaving."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stream."""
        self.close()


class AccumulatingStream(_Accumulated, Stream[ChunkT], Generic[ChunkT, ResponseT]):
    """
    Iterate chunks and collect what they amount to.

    .. versionadded:: 0.1.0
    """

    def final(self) -> ResponseT:
        """
        Read to the end and return the response the stream amounts to.

        Raises:
            APIError: the stream failed, or was closed before its end.
        """
        while self._advance():
            self._state.take_all()
        self._state.require_complete()
        response: ResponseT = self._state.response()
        return response

    @property
    def text_stream(self) -> Iterator[str]:
        """Iterate the pieces of text of choice 0 as they arrive, and nothing else."""
        has_text = bool(self.text)
        while self._state.pending or self._advance():
            if piece := text_of(self._state.take(), takes_message=not has_text):
                has_text = True
                yield piece


class AsyncStream(_Base, Generic[ChunkT]):
    """
    Iterate the chunks of an event stream as they arrive, asynchronously.

    Behaves and raises like `Stream`.

    .. versionadded:: 0.1.0
    """

    def __init__(self, response: Response, reader: StreamReader) -> None:
        super().__init__(response, reader)
        self._body = async_body_chunks(response)
        self._is_watched = is_shared(response)
        self._waiting: asyncio.Task[Any] | None = None

    def __aiter__(self) -> AsyncIterator[ChunkT]:
        """Iterate the chunks not taken yet."""
        return self

    async def __anext__(self) -> ChunkT:
        """Return the next chunk."""
        state = self._state
        if not state.pending and not await self._advance():
            raise StopAsyncIteration
        decoded: ChunkT = self._decode(state.take())
        return decoded

    async def _advance(self) -> bool:
        """Read until a chunk is there to be taken; say whether one is."""
        state, pending = self._state, self._state.pending
        while not pending:
            if state.is_over:
                await self._finish()
                state.raise_failure()
                return False
            await self._read()
        return True

    async def _read(self) -> None:
        """Read a piece of the body into the state; on failure let go of the connection first."""
        self._reading = True
        try:
            data = await (self._watched_next() if self._is_watched else anext(self._body, None))
        except self._faults as error:
            self._take_fault(error)
        else:
            if data is None:
                if not self._closed:
                    self._state.end_input()
            else:
                self._state.feed(data)
        if self._closed or self._state.has_failed:
            self._closed = True
            await self._response.aclose()

    async def _watched_next(self) -> bytes | None:
        """Wait for a piece where the transport may not end the wait: neither in time nor when another task closes the stream."""
        import asyncio  # loaded only where it runs already

        with contextlib.suppress(RuntimeError):  # another event loop than asyncio's
            self._waiting = asyncio.current_task()
        task = self._waiting
        begun = task.cancelling() if task is not None else 0
        try:
            if self._idle_timeout_s is None:
                return await anext(self._body, None)
            return await async_next_within(self._body, self._idle_timeout_s, faults=self._reader.faults)
        except asyncio.CancelledError:
            if self._waiting is not None or task is None or task.uncancel() > begun:  # not by `close`, or not only
                raise
            return None
        finally:
            self._waiting = None

    async def _finish(self) -> None:
        """Read what follows the terminator, briefly, so that the connection is reused."""
        if not self._closed:
            self._closed = True
            self._state.conclude()
            await async_drain(self._response, self._body, faults=self._reader.faults)

    async def close(self) -> None:
        """End the stream at once; does nothing when it ended. May be called from another task."""
        self._state.close()
        if self._closed:
            return
        self._closed = True
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.cancel()  # it wakes up and goes on without a piece
        await self._response.aclose()

    async def __aenter__(self) -> Self:
        """Return the stream, to be closed on leaving."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the stream."""
        await self.close()


class AsyncAccumulatingStream(_Accumulated, AsyncStream[ChunkT], Generic[ChunkT, ResponseT]):
    """
    Iterate chunks and collect what they amount to, asynchronously.

    .. versionadded:: 0.1.0
    """

    async def final(self) -> ResponseT:
        """
        Read to the end and return the response the stream amounts to.

        Raises:
            APIError: the stream failed, or was closed before its end.
        """
        while await self._advance():
            self._state.take_all()
        self._state.require_complete()
        response: ResponseT = self._state.response()
        return response

    @property
    async def text_stream(self) -> AsyncIterator[str]:
        """Iterate the pieces of text of choice 0 as they arrive, and nothing else."""
        has_text = bool(self.text)
        while self._state.pending or await self._advance():
            if piece := text_of(self._state.take(), takes_message=not has_text):
                has_text = True
                yield piece


def open_stream(response: Response, reader: StreamReader, *, is_async: bool) -> Stream[Any] | AsyncStream[Any]:
    """Make the stream that fits: accumulating where the document says how."""
    if reader.new_accumulator is None:
        return AsyncStream(response, reader) if is_async else Stream(response, reader)
    return AsyncAccumulatingStream(response, reader) if is_async else AccumulatingStream(response, reader)
