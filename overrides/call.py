"""One call from arguments to answer, without the sending: shared by synchronous and asynchronous clients (no I/O)."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from attrs import evolve

from .accumulate import load_accumulator
from .auth import credential_headers, credential_query
from .body import BodyReader
from .codec import JsonError, decode_json
from .deadline import CappedTimeouts, Deadline
from .error_body import describe_body
from .errors import APIError, APITimeoutError, ResponseDecodeError, to_connection_error, to_status_error
from .http import Faults, Timeout, is_retriable, looks_at_timeouts, on_close, to_timeout
from .http import Response as HttpResponse
from .model import Unset
from .operation import Operation, PreparedRequest
from .options import CallOptions
from .preparation import prepare
from .retry import retry_after_s
from .settings import Settings, checked_seconds
from .stream_state import EVENT_STREAM, StreamReader, StreamState, is_event_stream

if TYPE_CHECKING:
    from .observe import Observer

_EXCERPT: Final = 2000
# One logger a client package: this module is `<package>._runtime.call` there.
_LOGGER: Final = logging.getLogger(__name__.partition(".")[0])
_LOGGER.addHandler(logging.NullHandler())
_ACCEPT: Final = {"json": "application/json", "text": "text/plain, */*", "binary": "*/*", "empty": "*/*"}


class Call:
    """
    Follow one call through its attempts.

    Attributes:
        faults: the exceptions of the HTTP client in use.
        is_stream: whether an event stream was asked for.
        is_lazy: whether the content of a successful answer is left for the caller to read.
        into: the class that content is to be parsed into, or None.
    """

    __slots__ = (
        "_attempt", "_deadline", "_observer", "_options", "_prepared", "_settings", "faults", "into", "is_lazy",
        "is_stream", "operation",
    )  # fmt: skip  # one name a line would hide the class

    def __init__(
        self, operation: Operation, prepared: PreparedRequest, *, settings: Settings, options: CallOptions
    ) -> None:
        self.operation = operation
        self.faults = Faults()
        self.is_stream = False
        self.is_lazy = False
        self.into: type | None = None
        self._prepared = prepared
        self._settings = settings
        self._options = options
        self._attempt = 0
        asked = options.deadline
        seconds = settings.deadline_s if isinstance(asked, Unset) else checked_seconds(asked, "deadline")
        self._deadline = None if seconds is None else Deadline(seconds)
        self._observer = self._new_observer()

    def _new_observer(self) -> Observer | None:
        settings = self._settings
        if settings.on_event is None and not _LOGGER.isEnabledFor(logging.INFO):
            return None
        from .observe import Observer  # loaded only where somebody listens: it would slow the import of every client

        return Observer(
            self.operation.name, self.place, logger=_LOGGER, redactor=settings.redactor, on_event=settings.on_event
        )

    @classmethod
    def start(
        cls, operation: Operation, arguments: Mapping[str, Any], *, settings: Settings, options: CallOptions
    ) -> Self:
        """
        Prepare a call.

        Raises:
            RequestValidationError: the arguments are wrong.
        """
        into = None
        if any(isinstance(value, type) for value in arguments.values()):
            from .structured import describe_types  # loaded only where a class is given

            arguments, into = describe_types(operation, arguments, validator=settings.definition.validator)
        is_stream = operation.is_streamed_by(arguments)
        kind = operation.response.kind if operation.response is not None else "empty"
        wanted, known = operation.credentials, settings.definition.credentials
        chosen = known if wanted is None else [c for c in known if c.argument in wanted]
        headers = {
            **settings.context.headers,
            "accept": EVENT_STREAM if is_stream else _ACCEPT[kind],
            **credential_headers(chosen, settings.secrets),
            **settings.headers,
        }
        context = evolve(
            settings.context,
            headers=headers,
            query=(*settings.context.query, *credential_query(chosen, settings.secrets)),
        )
        prepared = prepare(operation, operation.sent_arguments(arguments), context=context, options=options)
        call = cls(operation, prepared, settings=settings, options=options)
        call.is_stream = is_stream
        call.into = into
        call.is_lazy = is_stream or kind == "binary"
        return call

    @property
    def is_binary(self) -> bool:
        """Whether the answer is binary content."""
        return self.operation.response is not None and self.operation.response.kind == "binary"

    def is_answered_wrongly(self, response: HttpResponse) -> bool:
        """Say whether an event stream was asked for and something else came."""
        return self.is_stream and not is_event_stream(response)

    @property
    def is_read_apart(self) -> bool:
        """Whether the head of the answer is wanted before its content."""
        return self.is_lazy or self._deadline is not None or self._observer is not None

    @property
    def left_s(self) -> float | None:
        """The seconds the call may still take, or None for no limit."""
        return None if self._deadline is None else self._deadline.left_s

    def begin_attempt(self) -> None:
        """
        Note that the request is about to be sent.

        Raises:
            APITimeoutError: the deadline has passed.
        """
        if self.is_late:
            raise self.exceeded()
        if self._observer is not None:
            self._observer.started(self._prepared.headers, self._prepared.content)

    def note_first_byte(self, response: HttpResponse) -> None:
        """Note that status and headers arrived."""
        if self._observer is not None:
            self._observer.first_byte(response)

    def note_success(self, response: HttpResponse) -> None:
        """Note a successful answer; one that is not read yet ends later, and is no business of the deadline."""
        if self.is_lazy:
            if self._deadline is not None:
                self._deadline.lift()
        elif self._observer is not None:
            self._observer.finished(response)

    def note_failure(self, error: BaseException) -> None:
        """Note that the call ended without a successful answer."""
        if self._observer is not None:
            self._observer.failed(error)

    def noted(self, error: APIError) -> APIError:
        """Note that the call ended so, and return the error to be raised."""
        self.note_failure(error)
        return error

    @property
    def is_late(self) -> bool:
        """Whether the deadline has passed."""
        return self._deadline is not None and self._deadline.has_passed

    def exceeded(self) -> APITimeoutError:
        """Make the error for a deadline that has passed."""
        seconds = "" if self._deadline is None else f" of {self._deadline.seconds:g} s"
        return APITimeoutError(f"{self.place} did not end within its deadline{seconds}")

    @property
    def place(self) -> str:
        """Method and URL without query, for messages."""
        url = self._prepared.url.partition("?")[0]
        return f"{self._prepared.method} {self._settings.redactor.text(url)}"

    @property
    def _timeout(self) -> Timeout:
        asked = self._options.timeout
        return to_timeout(self._settings.timeout if isinstance(asked, Unset) else asked)

    def request_arguments(self) -> dict[str, Any]:
        """Return what the HTTP client builds the request from, files excepted."""
        prepared, timeout = self._prepared, self._timeout
        capped = {} if self._deadline is None else {"timeout": CappedTimeouts(timeout.as_dict(), self._deadline)}
        return {
            **({"extensions": capped} if capped else {}),
            "method": prepared.method,
            "url": prepared.url,
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in prepared.headers.items()],
            "content": prepared.content,
            # Plain numbers, which clients of other libraries of the same shape take as well.
            "timeout": (timeout.connect, timeout.read, timeout.write, timeout.pool),
        }

    @contextlib.contextmanager
    def opened_files(self) -> Iterator[list[tuple[str, Any]] | None]:
        """Open the files given by path for one attempt, and close them after it."""
        if self._prepared.parts is None:
            yield None
            return
        with contextlib.ExitStack() as stack:
            files: list[tuple[str, Any]] = []
            for part in self._prepared.parts:
                content = part.content
                if isinstance(content, os.PathLike):
                    content = stack.enter_context(Path(content).open("rb"))
                kind = () if part.content_type is None else (part.content_type,)
                files.append((part.name, (part.filename, content, *kind)))
            yield files

    def wait_after_fault(self, error: Exception, *, fraction: float) -> float:
        """
        Return the seconds to wait before the next attempt.

        Raises:
            APIConnectionError: there is none.
        """
        wait_s = self._next_wait(None, fraction=fraction) if is_retriable(error) else None
        if wait_s is None:
            if self.is_late:
                raise self.exceeded() from error
            redactor = self._settings.redactor
            raise to_connection_error(error, place=self.place, faults=self.faults, redactor=redactor) from error
        self._note_retry(wait_s, type(self.faults.unwrapped(error)).__name__)
        return wait_s

    def wait_after_answer(self, response: HttpResponse, *, fraction: float) -> float:
        """
        Return the seconds to wait before the next attempt after an answer that is no success.

        Raises:
            APIStatusError: there is none.
        """
        policy, wait_s = self._settings.policy, None
        if policy.covers_status(response.status_code, response.headers):
            wait_s = self._next_wait(retry_after_s(response.headers, datetime.now(UTC)), fraction=fraction)
        if wait_s is None:
            body = _decoded(response)
            raise to_status_error(
                describe_body(body, self._settings.definition.error_shapes),
                response=response,
                body=body,
                redactor=self._settings.redactor,
            )
        self._note_retry(wait_s, f"status {response.status_code}")
        return wait_s

    def _next_wait(self, asked_s: float | None, *, fraction: float) -> float | None:
        """Return how long to wait for another attempt, None when there is none or it would begin too late."""
        policy = self._settings.policy
        if self._attempt >= policy.max_retries or not self._prepared.is_replayable:
            return None
        wait_s = policy.wait_s(self._attempt, asked_s=asked_s, fraction=fraction)
        if wait_s is None or (self._deadline is not None and wait_s >= self._deadline.left_s):
            return None
        self._attempt += 1
        return wait_s

    def _note_retry(self, wait_s: float, reason: str) -> None:
        if self._observer is not None:
            self._observer.retried(wait_s, reason)

    def body_reader(self, response: HttpResponse, *, abandon: Callable[[HttpResponse], None]) -> BodyReader:
        """Gather what reading the content of an answer needs."""
        return BodyReader(
            place=self.place,
            faults=self.faults,
            redactor=self._settings.redactor,
            abandon=abandon,
            on_end=None if self._observer is None else partial(self._note_end, response),
        )

    def _note_end(self, response: HttpResponse, is_complete: bool) -> None:  # noqa: FBT001  # `on_end` is called so
        observer, self._observer = self._observer, None
        if observer is not None:
            observer.finished(response, is_complete=is_complete)

    def begin_stream(self, stream: Any, response: HttpResponse) -> None:
        """Limit the silence between pieces of a stream, and have its end told where somebody listens."""
        idle_timeout_s = self._settings.idle_timeout_s
        if isinstance(idle_timeout_s, Unset) and not looks_at_timeouts(response):
            idle_timeout_s = self._timeout.read  # some transports forget it amid a body that breaks off
        if not isinstance(idle_timeout_s, Unset):
            stream.set_idle_timeout(idle_timeout_s)
        observer, self._observer = self._observer, None
        if observer is None:
            return
        state: StreamState = stream._state  # noqa: SLF001  # streams are ours too; what they count is no business of callers

        def tell(error: APIError | None) -> None:
            if error is None:
                observer.finished(response, chunks=state.received, is_complete=state.is_complete)
            else:
                observer.failed(error)

        state.on_end = tell
        on_close(response, state.note_closed)

    def stream_reader(self, abandon: Callable[[HttpResponse], None] | None = None) -> StreamReader:
        """Gather what reading the operation's stream needs."""
        spec, settings = self.operation.stream, self._settings
        if spec is None:
            raise RuntimeError(f"{self.operation.name} has no stream")
        models = settings.definition.models
        response = self.operation.response
        return StreamReader(
            place=self.place,
            decode=_decoder(models, spec.chunk),
            decode_response=self.with_type(_decoder(models, response.model if response is not None else None)),
            terminator=spec.terminator,
            new_accumulator=None if spec.accumulator is None else partial(load_accumulator, spec.accumulator),
            error_shapes=settings.definition.error_shapes,
            redactor=settings.redactor,
            faults=self.faults,
            abandon=abandon,
        )

    def with_type(self, decode: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """Make a decoder remember the class that content is to be parsed into."""
        into = self.into
        if into is None:
            return decode
        from .structured import remember_type  # loaded only where a class is given

        return lambda plain: remember_type(decode(plain), into)

    def failed_to_decode(self, response: HttpResponse, what: str) -> ResponseDecodeError:
        """Make the error for a successful answer that is not what the document says."""
        came = response.headers.get("content-type") or "no content type"
        body = self._settings.redactor.text(response.text[:_EXCERPT])
        return ResponseDecodeError(f"{self.place} answered {came}: {what}", response=response, body=body)

    @property
    def models(self) -> Any:
        """The models package."""
        return self._settings.definition.models


def _decoder(models: Any, name: str | None) -> Callable[[Any], Any]:
    if name is None:
        return lambda plain: plain
    decode: Callable[[Any], Any] = getattr(models, name).from_dict
    return decode


def _decoded(response: HttpResponse) -> Any:
    """Read an error body: JSON whatever the content type says, else text, else None."""
    try:
        return decode_json(response.content)
    except JsonError:
        return response.text or None
