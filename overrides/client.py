"""The base classes of generated clients: send prepared requests, try again, decode; know no operation by name."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self

from .callers import OtherCaller
from .definition import ClientDefinition
from .errors import UnexpectedContentTypeError
from .later import Later
from .model import UNSET, Unset
from .options import PLAIN_CALL, CallOptions
from .pool import Pool

if TYPE_CHECKING:
    import asyncio
    import random

    from . import answers, direct, http, responses, waiting, wrong_stream
    from . import call as calls
    from . import settings as configuration
    from .http import AsyncClient as HttpAsyncClient
    from .http import Client as HttpClient
    from .http import Request, Response, TimeoutTypes
    from .observe import ClientEvent
    from .operation import Operation
    from .settings import Settings
else:  # the first client or its first call needs these, not the import
    asyncio, random = Later("asyncio"), Later("random")
    answers, calls, configuration, direct, http, responses, waiting, wrong_stream = map(
        Later, (".answers", ".call", ".settings", ".direct", ".http", ".responses", ".waiting", ".wrong_stream")
    )


def _fraction() -> float:
    return random.random()  # spreads retries over time; nothing secret depends on it


class _BaseClient:
    """Hold what clients of both kinds have: settings, which are values, and the connections."""

    DEFINITION: ClassVar[ClientDefinition]
    _IS_ASYNC: ClassVar[bool]
    _settings: Settings
    _pool: Pool[Any]

    def __init__(
        self,
        credentials: Mapping[str, str | None],
        *,
        base_url: str | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        idle_timeout: float | Unset | None = UNSET,
        deadline: float | None = None,
        max_retries: int = 2,
        http_client: Any = None,
        validate_requests: bool = True,
        default_headers: Mapping[str, str] | None = None,
        on_event: Callable[[ClientEvent], None] | None = None,
    ) -> None:
        """
        Make a client; nothing is sent yet.

        Args:
            credentials: by argument; what is None comes from the environment.
            base_url: the server; else from the environment, else from the document.
            timeout: seconds for each phase of an attempt, a full timeout, or None for no limit; UNSET for 60 seconds, 10
                to connect.
            idle_timeout: seconds of silence a stream may keep between pieces once it began, or None for no limit; UNSET
                for those of `timeout`.
            deadline: seconds a call may take in all, retries and waits included.
            max_retries: how often a request is sent again at most.
            http_client: used instead of one of our own, of the same kind as this client; its owner closes it.
            validate_requests: check arguments against the document before anything is sent.
            default_headers: sent with every request.
            on_event: told what each call does, in values of `observe`.

        Raises:
            ConfigurationError: a credential or the base URL is missing or unusable.
        """
        settings = configuration.configure(
            self.DEFINITION, credentials, environment=os.environ, base_url=base_url, default_headers=default_headers
        ).changed(
            timeout=timeout, idle_timeout=idle_timeout, deadline=deadline, max_retries=max_retries, on_event=on_event
        )
        self._settings = settings if validate_requests else settings.without_validation()
        create = direct.create_async_client if self._IS_ASYNC else direct.create_client
        self._pool = Pool.of(http_client, create=create, is_async=self._IS_ASYNC)

    def with_options(
        self,
        *,
        timeout: TimeoutTypes | Unset = UNSET,
        idle_timeout: float | Unset | None = UNSET,
        deadline: float | Unset | None = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        on_event: Callable[[ClientEvent], None] | Unset | None = UNSET,
    ) -> Self:
        """
        Return a client with other options that shares the connections; the client it comes from closes them.

        Args:
            timeout: seconds for each phase of an attempt, a full timeout, or None for no limit.
            idle_timeout: seconds of silence a stream may keep between pieces once it began, or None for no limit.
            deadline: seconds a call may take in all, retries and waits included, or None for no limit.
            max_retries: how often a request is sent again at most.
            extra_headers: sent with every request; None removes a header.
            on_event: told what each call does, in values of `observe`; None for nobody.
        """
        clone = object.__new__(type(self))
        clone._settings = self._settings.changed(
            timeout=timeout,
            idle_timeout=idle_timeout,
            deadline=deadline,
            max_retries=max_retries,
            extra_headers=extra_headers,
            on_event=on_event,
        )
        clone._pool = self._pool.shared()
        return clone

    def _answer(self, call: calls.Call, response: Response) -> Any:
        return answers.open_answer(call, response, abandon=self._pool.abandon, is_async=self._IS_ASYNC)

    @property
    def base_url(self) -> str:
        """The server, without a slash at the end."""
        return self._settings.context.base_url

    def __repr__(self) -> str:
        """Name the server and the policy, never a credential."""
        return f"<{type(self).__name__} base_url={self.base_url!r} max_retries={self._settings.policy.max_retries}>"

    def __reduce__(self) -> NoReturn:
        """Refuse: a client holds secrets and sockets."""
        raise TypeError(f"a {type(self).__name__} cannot be pickled or copied: make one where it is needed")


class SyncClient(_BaseClient):
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
        return self._parse(call, self._send(call))

    def request_raw(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = PLAIN_CALL
    ) -> responses.RawResponse[Any]:
        """Call an operation and return the HTTP response with a way to parse it."""
        call = calls.Call.start(operation, arguments, settings=self._settings, options=options)
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
                    wait_s = call.wait_after_fault(error, fraction=_fraction())
                else:
                    if response.is_success:
                        call.note_success(response)
                        return response
                    wait_s = call.wait_after_answer(response, fraction=_fraction())
                time.sleep(wait_s)
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


class AsyncClient(_BaseClient):
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
        return await self._parse(call, await self._send(call))

    async def request_raw(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = PLAIN_CALL
    ) -> responses.RawResponse[Any]:
        """Call an operation and return the HTTP response with a way to parse it."""
        call = calls.Call.start(operation, arguments, settings=self._settings, options=options)
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
                    wait_s = call.wait_after_fault(error, fraction=_fraction())
                else:
                    if response.is_success:
                        call.note_success(response)
                        return response
                    wait_s = call.wait_after_answer(response, fraction=_fraction())
                await asyncio.sleep(wait_s)
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
