"""The base classes of generated clients: send prepared requests, try again, decode; know no operation by name."""

from __future__ import annotations

import asyncio
import os
import random
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any, ClassVar, Final, NoReturn, Protocol, Self

from .call import Call, Settings, configure, decode_answer
from .definition import ClientDefinition, Credential, ErrorShape
from .http import AsyncClient as HttpAsyncClient
from .http import Client as HttpClient
from .http import Response, TimeoutTypes, create_async_client, create_client
from .model import UNSET, Unset
from .operation import CallOptions, Operation
from .pool import Pool
from .responses import RawResponse
from .stream import AccumulatingStream, AsyncAccumulatingStream, AsyncStream, Stream
from .stream_state import check_content_type, is_event_stream

__all__ = [
    "AsyncCaller",
    "AsyncClient",
    "AsyncRawCaller",
    "ClientDefinition",
    "Credential",
    "ErrorShape",
    "RawCaller",
    "SyncCaller",
    "SyncClient",
]

_PLAIN_CALL: Final = CallOptions()


class SyncCaller(Protocol):
    """Be what a resource calls: a client, or one that returns raw answers."""

    def request(self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = ...) -> Any:
        """Call an operation."""

    @property
    def raw(self) -> SyncCaller:
        """The same, with raw answers."""


class AsyncCaller(Protocol):
    """Be what an asynchronous resource calls: a client, or one that returns raw answers."""

    async def request(self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = ...) -> Any:
        """Call an operation."""

    @property
    def raw(self) -> AsyncCaller:
        """The same, with raw answers."""


def _fraction() -> float:
    return random.random()  # noqa: S311  # spreads retries over time; nothing secret depends on it


class _BaseClient:
    """Hold what clients of both kinds have: settings, which are values, and the connections."""

    DEFINITION: ClassVar[ClientDefinition]
    _settings: Settings
    _pool: Pool[Any]

    def with_options(
        self,
        *,
        timeout: TimeoutTypes | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
    ) -> Self:
        """
        Return a client with other options that shares the connections; the client it comes from closes them.

        Args:
            timeout: seconds, a full timeout, or None for no limit.
            max_retries: how often a request is sent again at most.
            extra_headers: sent with every request; None removes a header.
        """
        clone = object.__new__(type(self))
        clone._settings = self._settings.changed(timeout=timeout, max_retries=max_retries, extra_headers=extra_headers)
        clone._pool = self._pool.shared()
        return clone

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

    _pool: Pool[HttpClient]

    def __init__(
        self,
        credentials: Mapping[str, str | None],
        *,
        base_url: str | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        max_retries: int = 2,
        http_client: HttpClient | None = None,
        validate_requests: bool = True,
        default_headers: Mapping[str, str] | None = None,
    ) -> None:
        """
        Make a client.

        Args:
            credentials: by argument; what is None comes from the environment.
            base_url: the server; else from the environment, else from the document.
            timeout: seconds, a full timeout, or None for no limit; UNSET for 60 seconds, 10 to connect.
            max_retries: how often a request is sent again at most.
            http_client: used instead of one of our own; its owner closes it.
            validate_requests: check arguments against the document before anything is sent.
            default_headers: sent with every request.

        Raises:
            ConfigurationError: a credential or the base URL is missing or unusable.
        """
        self._settings = configure(
            self.DEFINITION, credentials, environment=os.environ, base_url=base_url, default_headers=default_headers
        ).changed(timeout=timeout, max_retries=max_retries, validate=validate_requests)
        self._pool = Pool.of(http_client, create=create_client, is_async=False)

    def request(self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = _PLAIN_CALL) -> Any:
        """
        Call an operation and return its answer: a model, plain JSON, text, binary content, a stream or None.

        Raises:
            RequestValidationError: the arguments are wrong; nothing was sent.
            APIError: the call failed.
        """
        call = Call.start(operation, arguments, settings=self._settings, options=options)
        return self._parse(call, self._send(call))

    def request_raw(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = _PLAIN_CALL
    ) -> RawResponse[Any]:
        """Call an operation and return the HTTP response with a way to parse it."""
        call = Call.start(operation, arguments, settings=self._settings, options=options)
        response = self._send(call)
        return RawResponse(response, lambda: self._parse(call, response))

    @property
    def raw(self) -> RawCaller:
        """The same client, returning raw answers."""
        return RawCaller(self)

    def _parse(self, call: Call, response: Response) -> Any:
        if not call.is_stream:
            return decode_answer(call, response)
        reader = call.stream_reader()
        if not is_event_stream(response):
            response.read()
            check_content_type(response, reader=reader)
        return (Stream if reader.new_accumulator is None else AccumulatingStream)(response, reader)

    def _send(self, call: Call) -> Response:
        """Send until there is an answer to return or an error to raise."""
        client = self._pool.use()
        call.faults = self._pool.faults
        while True:
            try:
                with call.opened_files() as files:
                    request = client.build_request(**call.request_arguments(), files=files)
                    response = client.send(request, stream=call.is_stream, follow_redirects=False)
                if call.is_stream and not response.is_success:
                    response.read()
            except call.faults.request as error:
                wait_s = call.wait_after_fault(error, fraction=_fraction())
            else:
                if response.is_success:
                    return response
                wait_s = call.wait_after_answer(response, fraction=_fraction())
            time.sleep(wait_s)

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

    _pool: Pool[HttpAsyncClient]

    def __init__(
        self,
        credentials: Mapping[str, str | None],
        *,
        base_url: str | None = None,
        timeout: TimeoutTypes | Unset = UNSET,
        max_retries: int = 2,
        http_client: HttpAsyncClient | None = None,
        validate_requests: bool = True,
        default_headers: Mapping[str, str] | None = None,
    ) -> None:
        """Make a client; arguments and errors are those of `SyncClient`."""
        self._settings = configure(
            self.DEFINITION, credentials, environment=os.environ, base_url=base_url, default_headers=default_headers
        ).changed(timeout=timeout, max_retries=max_retries, validate=validate_requests)
        self._pool = Pool.of(http_client, create=create_async_client, is_async=True)

    async def request(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = _PLAIN_CALL
    ) -> Any:
        """
        Call an operation and return its answer: a model, plain JSON, text, binary content, a stream or None.

        Raises:
            RequestValidationError: the arguments are wrong; nothing was sent.
            APIError: the call failed.
        """
        call = Call.start(operation, arguments, settings=self._settings, options=options)
        response = await self._send(call)
        await self._read_wrong_stream(call, response)
        return self._parse(call, response)

    async def request_raw(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = _PLAIN_CALL
    ) -> RawResponse[Any]:
        """Call an operation and return the HTTP response with a way to parse it."""
        call = Call.start(operation, arguments, settings=self._settings, options=options)
        response = await self._send(call)
        await self._read_wrong_stream(call, response)
        return RawResponse(response, lambda: self._parse(call, response))

    @property
    def raw(self) -> AsyncRawCaller:
        """The same client, returning raw answers."""
        return AsyncRawCaller(self)

    async def _read_wrong_stream(self, call: Call, response: Response) -> None:
        if call.is_stream and not is_event_stream(response):
            await response.aread()

    def _parse(self, call: Call, response: Response) -> Any:
        if not call.is_stream:
            return decode_answer(call, response)
        reader = call.stream_reader()
        check_content_type(response, reader=reader)
        return (AsyncStream if reader.new_accumulator is None else AsyncAccumulatingStream)(response, reader)

    async def _send(self, call: Call) -> Response:
        """Send until there is an answer to return or an error to raise."""
        client = self._pool.use()
        call.faults = self._pool.faults
        while True:
            try:
                with call.opened_files() as files:
                    request = client.build_request(**call.request_arguments(), files=files)
                    response = await client.send(request, stream=call.is_stream, follow_redirects=False)
                if call.is_stream and not response.is_success:
                    await response.aread()
            except call.faults.request as error:
                wait_s = call.wait_after_fault(error, fraction=_fraction())
            else:
                if response.is_success:
                    return response
                wait_s = call.wait_after_answer(response, fraction=_fraction())
            await asyncio.sleep(wait_s)

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


class RawCaller:
    """Call operations of a client and return raw answers."""

    __slots__ = ("_client",)

    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def request(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = _PLAIN_CALL
    ) -> RawResponse[Any]:
        """Call an operation."""
        return self._client.request_raw(operation, arguments, options=options)

    @property
    def raw(self) -> RawCaller:
        """Itself."""
        return self


class AsyncRawCaller:
    """Call operations of an asynchronous client and return raw answers."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def request(
        self, operation: Operation, arguments: Mapping[str, Any], *, options: CallOptions = _PLAIN_CALL
    ) -> RawResponse[Any]:
        """Call an operation."""
        return await self._client.request_raw(operation, arguments, options=options)

    @property
    def raw(self) -> AsyncRawCaller:
        """Itself."""
        return self
