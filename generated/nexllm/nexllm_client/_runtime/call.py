"""One call from arguments to answer, without the sending: shared by synchronous and asynchronous clients (no I/O)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import parse_qsl

from .accumulate import load_accumulator
from .asking import ask, opened_files
from .checks import checked_seconds, checked_timeout
from .codec import JsonError, decode_json
from .deadline import CappedTimeouts, Deadline
from .error_body import describe_body
from .errors import APIError, APITimeoutError, ResponseDecodeError
from .faults import to_connection_error, to_status_error
from .http import Faults, is_retriable, looks_at_timeouts, on_close, to_timeout
from .http import Response as HttpResponse
from .model import Unset
from .operation import Operation, PreparedRequest
from .options import CallOptions
from .redact import Redactor, secrets_by_name
from .retry import retry_after_s
from .settings import Settings
from .stream_state import StreamReader, StreamState, is_event_stream

if TYPE_CHECKING:
    from .body import BodyReader
    from .observe import Observer

_EXCERPT: Final = 2000
_NO_FAULTS: Final = Faults()  # until the HTTP client is known
# One logger a client package: this module is `<package>._runtime.call` there.
_LOGGER: Final = logging.getLogger(__name__.partition(".")[0])
_LOGGER.addHandler(logging.NullHandler())


class Call:
    """
    Follow one call through its attempts.

    Attributes:
        faults: the exceptions of the HTTP client in use.
        is_stream: whether an event stream was asked for.
        is_lazy: whether the content of a successful answer is left for the caller to read.
        is_raw: whether the caller gets the answer as it is, to be decoded later or never.
        into: the class that content is to be parsed into, or None.
    """

    __slots__ = (
        "_attempt", "_deadline", "_observer", "_options", "_prepared", "_redactor", "_settings", "_timeout", "faults",
        "into", "is_lazy", "is_raw", "is_stream", "operation",
    )  # fmt: skip  # one name a line would hide the class

    def __init__(
        self, operation: Operation, prepared: PreparedRequest, *, settings: Settings, options: CallOptions
    ) -> None:
        self.operation = operation
        self.faults = _NO_FAULTS
        self.is_stream = False
        self.is_lazy = False
        self.is_raw = False
        self.into: Any = None
        self._prepared = prepared
        self._settings = settings
        self._options = options
        self._attempt = 0
        asked, timeout = options.deadline, options.timeout
        self._timeout = to_timeout(settings.timeout) if isinstance(timeout, Unset) else checked_timeout(timeout)
        self._redactor: Redactor | None = None
        seconds = settings.deadline_s if isinstance(asked, Unset) else checked_seconds(asked, "deadline")
        self._deadline = None if seconds is None else Deadline(seconds)
        self._observer = self._new_observer()

    def _new_observer(self) -> Observer | None:
        settings = self._settings
        if settings.on_event is None and not _LOGGER.isEnabledFor(logging.INFO):
            return None
        from .observe import Observer  # loaded only where somebody listens: it would slow the import of every client

        return Observer(
            self.operation.name, self.place, logger=_LOGGER, redactor=self.redactor, on_event=settings.on_event
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
        asked = ask(operation, arguments, settings=settings, options=options)
        call = cls(operation, asked.prepared, settings=settings, options=options)
        call.is_stream, call.into = asked.is_stream, asked.into
        call.is_lazy = asked.is_stream or call.is_binary
        return call

    @property
    def redactor(self) -> Redactor:
        """What masks the secrets of the client and of this call; made where something is shown."""
        if self._redactor is None:
            self._redactor = self._settings.redactor.knowing(self._own_secrets())
        return self._redactor

    def _own_secrets(self) -> Iterator[str]:
        prepared, known = self._prepared, self._settings.redactor
        yield from secrets_by_name(prepared.headers.items())
        yield from secrets_by_name(parse_qsl(prepared.url.partition("?")[2]))
        marked = self._settings.definition.secret_members
        if prepared.content and (self._options.extra_body or any(name.encode() in prepared.content for name in marked)):
            yield from known.secrets_of(prepared.content)

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
        elif self.is_raw:
            self.note_read(response)

    def note_read(self, response: HttpResponse) -> None:
        """Note that a successful answer was read whole and, unless it is handed over raw, is what the document says."""
        if self._observer is not None and not self.is_lazy:
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
        return f"{self._prepared.method} {self.redactor.text(url)}"

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

    def opened_files(self) -> AbstractContextManager[list[tuple[str, Any]] | None]:
        """Open the files given by path for one attempt, and close them after it."""
        return opened_files(self._prepared)

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
            raise to_connection_error(error, place=self.place, faults=self.faults, redactor=self.redactor) from error
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
            body = self.redactor.value(_decoded(response))  # masked at once, so that no traceback shows more
            raise to_status_error(
                describe_body(body, self._settings.definition.error_shapes),
                response=response,
                body=body,
                redactor=self.redactor,
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
        from .body import BodyReader  # loaded only where content is downloaded or read apart

        return BodyReader(
            place=self.place,
            faults=self.faults,
            redactor=self.redactor,
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
        observer.count_chunks = lambda: state.received

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
            redactor=self.redactor,
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
        self.redactor.scrub(response)
        came = response.headers.get("content-type") or "no content type"
        body = self.redactor.text(response.text[:_EXCERPT])
        error = ResponseDecodeError(f"{self.place} answered {came}: {what}", response=response, body=body)
        self.note_failure(error)
        return error

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
