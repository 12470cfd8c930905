"""What a call does, told to a hook and to `logging`: small values, secrets masked; loaded only where somebody listens."""

from __future__ import annotations

import contextlib
import itertools
import logging
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from attrs import frozen

from .errors import find_request_id
from .http import Response
from .redact import Redactor

_CALLS: Final = itertools.count(1)
# Characters of a body that a debug log shows.
_EXCERPT: Final = 2000


@frozen(kw_only=True)
class RequestStarted:
    """
    Say that a request is about to be sent.

    Attributes:
        call: a number of the call, the same in all its events, unique in the process.
        operation: its name, `chat.completions.create`.
        place: method and URL without query.
        attempt: from 1.

    .. versionadded:: 0.1.0
    """

    call: int
    operation: str
    place: str
    attempt: int


@frozen(kw_only=True)
class FirstByte:
    """
    Say that status and headers of an answer arrived.

    Attributes:
        elapsed_s: seconds since the call began, retries included.

    .. versionadded:: 0.1.0
    """

    call: int
    operation: str
    attempt: int
    elapsed_s: float
    status_code: int
    request_id: str | None


@frozen(kw_only=True)
class RequestRetried:
    """
    Say that a request will be sent again.

    Attributes:
        attempt: the one that failed.
        wait_s: seconds until the next.
        reason: a status or the name of a fault.

    .. versionadded:: 0.1.0
    """

    call: int
    operation: str
    attempt: int
    elapsed_s: float
    wait_s: float
    reason: str


@frozen(kw_only=True)
class RequestFinished:
    """
    Say that a successful answer was read, or let go of.

    Attributes:
        chunks: how many chunks of a stream the caller took; None for other answers.
        is_complete: whether the answer was read to its end; an answer that is dropped ends when it is garbage collected.

    .. versionadded:: 0.1.0
    """

    call: int
    operation: str
    attempt: int
    elapsed_s: float
    status_code: int
    chunks: int | None
    is_complete: bool


@frozen(kw_only=True)
class RequestFailed:
    """
    Say that a call ended without a successful answer.

    Attributes:
        error: what the caller is told.

    .. versionadded:: 0.1.0
    """

    call: int
    operation: str
    attempt: int
    elapsed_s: float
    error: BaseException


ClientEvent: TypeAlias = RequestStarted | FirstByte | RequestRetried | RequestFinished | RequestFailed


class Observer:
    """
    Tell what one call does; its end once, and no later than when nobody can read its answer any more.

    Args:
        operation: its name.
        place: method and URL without query.
        logger: of the client's package.
        redactor: masks secrets.
        on_event: the hook, or None.
    """

    def __init__(
        self,
        operation: str,
        place: str,
        *,
        logger: logging.Logger,
        redactor: Redactor,
        on_event: Callable[[ClientEvent], None] | None,
    ) -> None:
        self._facts: dict[str, Any] = {"call": next(_CALLS), "operation": operation, "attempt": 0}
        self._place = place
        self._logger = logger
        self._redactor = redactor
        self._on_event = on_event
        self._began = time.monotonic()
        self._head: tuple[int, str | None] | None = None  # status and request id of the answer
        self._is_over = False
        self.count_chunks: Callable[[], int] | None = None

    def _emit(self, event: ClientEvent) -> None:
        if self._on_event is None:
            return
        try:
            self._on_event(event)
        except Exception:
            self._logger.exception("the event hook failed on %s", type(event).__name__)

    @property
    def _elapsed_s(self) -> float:
        return time.monotonic() - self._began

    def started(self, headers: Mapping[str, str], content: bytes | None) -> None:
        """Tell of an attempt."""
        self._facts["attempt"] += 1
        if self._logger.isEnabledFor(logging.DEBUG):
            self._logger.debug("%s sends %s", self._place, self._redactor.headers(headers))
        if content is not None:
            self._log_body("sends", content)
        self._emit(RequestStarted(**self._facts, place=self._place))

    def first_byte(self, response: Response) -> None:
        """Tell of status and headers."""
        request_id = find_request_id(response.headers)
        status_code, request_id = self._head = (
            response.status_code,
            None if request_id is None else self._redactor.text(request_id),
        )
        if self._logger.isEnabledFor(logging.DEBUG):
            headers = self._redactor.headers(dict(response.headers))
            self._logger.debug("%s got %d %s", self._place, status_code, headers)
        self._emit(
            FirstByte(
                **self._facts,
                elapsed_s=self._elapsed_s,
                status_code=status_code,
                request_id=request_id,
            )
        )

    def retried(self, wait_s: float, reason: str) -> None:
        """Tell of a wait before another attempt."""
        self._logger.info("%s is sent again in %.2f s after %s", self._place, wait_s, reason)
        self._emit(RequestRetried(**self._facts, elapsed_s=self._elapsed_s, wait_s=wait_s, reason=reason))

    def finished(self, response: Response, *, chunks: int | None = None, is_complete: bool = True) -> None:
        """Tell of the end of an answer, unless an end was told before."""
        content = None
        if chunks is None and is_complete and self._logger.isEnabledFor(logging.DEBUG):
            with contextlib.suppress(RuntimeError):  # how HTTP libraries say that it was read in pieces
                content = response.content
        self._finish(content, chunks=chunks, is_complete=is_complete)

    def _finish(self, content: bytes | None, *, chunks: int | None, is_complete: bool) -> None:
        if self._is_over or self._head is None:
            return
        self._is_over = True
        elapsed_s, what = self._elapsed_s, "" if chunks is None else f", {chunks} chunks"
        status_code, request_id = self._head
        self._logger.info(
            "%s -> %d in %.3f s%s%s (request id %s)",
            *(self._place, status_code, elapsed_s, what, "" if is_complete else ", not read to its end", request_id),
        )
        if content is not None:
            self._log_body("got", content)
        self._emit(
            RequestFinished(
                **self._facts,
                elapsed_s=elapsed_s,
                status_code=status_code,
                chunks=chunks,
                is_complete=is_complete,
            )
        )

    def failed(self, error: BaseException) -> None:
        """Tell of a failure, unless an end was told before."""
        if self._is_over:
            return
        self._is_over = True
        said = self._redactor.text(str(error))
        self._logger.info("%s failed in %.3f s: %s: %s", self._place, self._elapsed_s, type(error).__name__, said)
        self._emit(RequestFailed(**self._facts, elapsed_s=self._elapsed_s, error=error))

    def __del__(self) -> None:
        """Tell of the end of an answer nobody read or closed."""
        if not sys.is_finalizing():
            chunks = None if self.count_chunks is None else self.count_chunks()
            self._finish(None, chunks=chunks, is_complete=False)

    def _log_body(self, what: str, content: bytes) -> None:
        if self._logger.isEnabledFor(logging.DEBUG):
            self._logger.debug("%s %s body %s", self._place, what, self._redactor.body(content)[:_EXCERPT])
