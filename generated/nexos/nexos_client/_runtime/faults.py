"""Answers that are no success, and faults of the transport, become typed errors, secrets masked; knows no call."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from .errors import APIConnectionError, APIStatusError, APITimeoutError, status_error_class

if TYPE_CHECKING:
    from .error_body import ErrorDetail
    from .http import Faults, Response
    from .redact import Redactor


def to_status_error(detail: ErrorDetail | None, *, response: Response, body: Any, redactor: Redactor) -> APIStatusError:
    """
    Make the typed error for an answer that was read.

    Args:
        detail: what the body says.
        response: the answer, its content read.
        body: its decoded content.
        redactor: masks the client's secrets in all of it.
    """
    redactor.scrub(response)
    detail = None if detail is None else redactor.detail(detail)
    error_class = status_error_class(response.status_code)
    return error_class(detail, response=response, body=redactor.value(body), content=redactor.content(response.content))


def to_connection_error(error: Exception, *, place: str, faults: Faults, redactor: Redactor) -> APIConnectionError:
    """Make the typed error for a fault of the transport; the caller sets the cause."""
    error = faults.unwrapped(error)
    said = redactor.text(str(error)).strip()
    what = f"{type(error).__name__}: {said}" if said else type(error).__name__
    with suppress(RuntimeError, AttributeError):  # not every fault knows its request
        error.request = redactor.scrubbed(error.request)  # type: ignore[attr-defined]  # those of a transport have it
    if isinstance(error, faults.timeout):
        return APITimeoutError(f"{place} timed out ({what})")
    return APIConnectionError(f"{place} failed ({what})")
