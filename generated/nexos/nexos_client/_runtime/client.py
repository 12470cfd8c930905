"""The base classes of generated clients: send prepared requests, try again, decode; know no operation by name."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Self

from .base_client import BaseClient
from .callers import OtherCaller
from .errors import UnexpectedContentTypeError
from .later import Later
from .options import PLAIN_CALL, CallOptions
from .pool import Pool

if TYPE_CHECKING:
    import asyncio
    import random

    from . import answers, http, responses, waiting, wrong_stream
    from . import call as calls
    from .http import AsyncClient as HttpAsyncClient
    from .http import Client as HttpClient
    from .http import Request, Response
    from .operation import Operation
else:  # the first call needs these, not the import
    asyncio, random = Later("asyncio"), Later("random")
    answers, calls, http, responses, waiting, wrong_stream = map(
        Later, (".answers", ".call", ".http", ".responses", ".waiting", ".wrong_stream")
    )


def _fraction() -> float:
    return random.random()  # spreads retries over time; nothing secret depends on it


class SyncClient(BaseClient):
    """
    Call an API and wait for its answers; safe to share between threads, not with a forked process.

    .. versionadded:: 0.1.0
    """

    _IS_ASYNC: ClassVar[bool] = False
    _pool: Pool[HttpClient]

    def request(self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = PLAIN_CALL) -> Any:
        """
        Call an operation and return its answer: a model, plain JSON, text, binary content, a stream or None.

        Raises:
            RequestValidationError: the arguments are wrong; nothing was sent.
            APIError: the call failed.
        """
        call = calls.Call.start(operation, arguments, settings=self._settings, options=options)
        response = self._send(call)
        answer = self._parse(call, response)
        call.note_read(response)
        return answer

    def request_raw(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = PLAIN_CALL
    ) -> responses.RawResponse[Any]:
        """Call an operation and return the HTTP response with a way to parse it."""
        call = calls.Call.start(operation, arguments, settings=self._settings, options=options)
        call.is_raw = True
        response = self._send(call)
        if not call.is_lazy:
            return responses.RawResponse(response, lambda: self._answer(call, response))
        try:  # made now, so that a connection nobody reads from is given back when it goes
            answer = self._parse(call, response)
        except UnexpectedContentTypeError as error:
            return responses.RefusedResponse(error)
        return responses.RawResponse(response, lambda: answer)

    def request_streaming(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = PLAIN_CALL
    ) -> responses.StreamingResponse[Any]:
        """Call an operation and return the HTTP response, its content still to be read."""
        call = calls.Call.start(operation, arguments, settings=self._settings, options=options)
        reads_whole, call.is_lazy = not call.is_lazy, True
        response = self._send(call)
        reader = call.body_reader(response, abandon=self._pool.abandon)
        return responses.StreamingResponse(
            response, reader, parse=lambda: self._parse(call, response), reads_whole=reads_whole
        )

    @property
    def raw(self) -> OtherCaller:
        """The same client, returning raw answers."""
        return OtherCaller(self, self.request_raw)

    @property
    def streaming(self) -> OtherCaller:
        """The same client, returning answers whose content is not read yet."""
        return OtherCaller(self, self.request_streaming)

    def _parse(self, call: calls.Call, response: Response) -> Any:
        if not call.is_lazy:  # most calls
            return answers.decode_answer(call, response)
        if call.is_answered_wrongly(response):
            raise call.noted(wrong_stream.refuse(response, reader=call.stream_reader()))
        return self._answer(call, response)

    def _send(self, call: calls.Call) -> Response:
        """Send until there is an answer to return or an error to raise."""
        client = self._pool.use()
        call.faults = self._pool.faults
        for abandoned in self._pool.take_abandoned():
            with contextlib.suppress(Exception):  # nobody waits for it, and there is nobody to tell
                abandoned.close()
        try:
            while True:
                try:
                    response = self._attempt(client, call)
                except call.faults.request as error:
                    self._pool.use()  # one that was closed meanwhile makes no other attempt
                    wait_s = call.wait_after_fault(error, fraction=_fraction())
                else:
                    if response.is_success:
                        call.note_success(response)
                        return response
                    wait_s = call.wait_after_answer(response, fraction=_fraction())
                time.sleep(wait_s)
                client = self._pool.use()
        except BaseException as error:
            call.note_failure(error)
            raise

    def _attempt(self, client: HttpClient, call: calls.Call) -> Response:
        call.begin_attempt()
        with call.opened_files() as files:
            request = client.build_request(**call.request_arguments(), files=files)
            if call.left_s is None:
                return self._exchange(client, call, request=request)
            with waiting.awaited_until(client, request, seconds=call.left_s):
                response = self._exchange(client, call, request=request)
        if call.is_late:  # content without a length ends where the socket is shut down
            response.close()
            raise call.exceeded()
        return response

    def _exchange(self, client: HttpClient, call: calls.Call, *, request: Request) -> Response:
        is_read_apart = call.is_read_apart or not hasattr(client, "KEEPS_STATUS")
        response = client.send(request, stream=is_read_apart, follow_redirects=False)
        if is_read_apart:
            call.note_first_byte(response)
            if not (call.is_lazy and response.is_success):
                return http.read_answer(response)
        return response

    def close(self) -> None:
        """Close the connections this client opened; does nothing the second time, nor to an injected client."""
        client = self._pool.release()
        if client is not None:
            client.close()

    def __enter__(self) -> Self:
        """Return the client, to be closed on leaving."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client."""
        self.close()


class AsyncClient(BaseClient):
    """
    Call an API without blocking; belongs to one event loop.

    .. versionadded:: 0.1.0
    """

    _IS_ASYNC: ClassVar[bool] = True
    _pool: Pool[HttpAsyncClient]

    async def request(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = PLAIN_CALL
    ) -> Any:
        """
        Call an operation and return its answer: a model, plain JSON, text, binary content, a stream or None.

        Raises:
            RequestValidationError: the arguments are wrong; nothing was sent.
            APIError: the call failed.
        """
        call = calls.Call.start(operation, arguments, settings=self._settings, options=options)
        response = await self._send(call)
        answer = await self._parse(call, response)
        call.note_read(response)
        return answer

    async def request_raw(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = PLAIN_CALL
    ) -> responses.RawResponse[Any]:
        """Call an operation and return the HTTP response with a way to parse it."""
        call = calls.Call.start(operation, arguments, settings=self._settings, options=options)
        call.is_raw = True
        response = await self._send(call)
        if not call.is_lazy:
            return responses.RawResponse(response, lambda: self._answer(call, response))
        try:  # made now, so that a connection nobody reads from is given back when it goes
            answer = await self._parse(call, response)
        except UnexpectedContentTypeError as error:
            return responses.RefusedResponse(error)
        return responses.RawResponse(response, lambda: answer)

    async def request_streaming(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = PLAIN_CALL
    ) -> responses.AsyncStreamingResponse[Any]:
        """Call an operation and return the HTTP response, its content still to be read."""
        call = calls.Call.start(operation, arguments, settings=self._settings, options=options)
        reads_whole, call.is_lazy = not call.is_lazy, True
        response = await self._send(call)
        reader = call.body_reader(response, abandon=self._pool.abandon)
        return responses.AsyncStreamingResponse(
            response, reader, parse=lambda: self._parse(call, response), reads_whole=reads_whole
        )

    @property
    def raw(self) -> OtherCaller:
        """The same client, returning raw answers."""
        return OtherCaller(self, self.request_raw)

    @property
    def streaming(self) -> OtherCaller:
        """The same client, returning answers whose content is not read yet."""
        return OtherCaller(self, self.request_streaming)

    async def _parse(self, call: calls.Call, response: Response) -> Any:
        if not call.is_lazy:  # most calls
            return answers.decode_answer(call, response)
        if call.is_answered_wrongly(response):
            raise call.noted(await wrong_stream.async_refuse(response, reader=call.stream_reader()))
        return self._answer(call, response)

    async def _send(self, call: calls.Call) -> Response:
        """Send until there is an answer to return or an error to raise."""
        client = self._pool.use()
        call.faults = self._pool.faults
        for abandoned in self._pool.take_abandoned():
            with contextlib.suppress(Exception):  # nobody waits for it, and there is nobody to tell
                await abandoned.aclose()
        try:
            while True:
                try:
                    response = await self._attempt(client, call)
                except call.faults.request as error:
                    self._pool.use()  # one that was closed meanwhile makes no other attempt
                    wait_s = call.wait_after_fault(error, fraction=_fraction())
                else:
                    if response.is_success:
                        call.note_success(response)
                        return response
                    wait_s = call.wait_after_answer(response, fraction=_fraction())
                await asyncio.sleep(wait_s)
                client = self._pool.use()
        except BaseException as error:
            call.note_failure(error)
            raise

    async def _attempt(self, client: HttpAsyncClient, call: calls.Call) -> Response:
        call.begin_attempt()
        if call.left_s is None:
            return await self._exchange(client, call)
        try:
            async with asyncio.timeout(call.left_s):
                return await self._exchange(client, call)
        except TimeoutError as error:
            raise call.exceeded() from error

    async def _exchange(self, client: HttpAsyncClient, call: calls.Call) -> Response:
        with call.opened_files() as files:
            request = client.build_request(**call.request_arguments(), files=files)
            is_read_apart = call.is_read_apart or not hasattr(client, "KEEPS_STATUS")
            response = await client.send(request, stream=is_read_apart, follow_redirects=False)
        if is_read_apart:
            call.note_first_byte(response)
            if not (call.is_lazy and response.is_success):
                return await http.async_read_answer(response)
        return response

    async def close(self) -> None:
        """Close the connections this client opened; does nothing the second time, nor to an injected client."""
        client = self._pool.release()
        if client is not None:
            await client.aclose()

    async def __aenter__(self) -> Self:
        """Return the client, to be closed on leaving."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the client."""
        await self.close()
