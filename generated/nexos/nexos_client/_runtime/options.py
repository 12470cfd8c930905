"""What a caller may say about one call beside its arguments; knows no operation. All that the signatures of methods need."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from .model import UNSET, Unset

if TYPE_CHECKING:
    from .http import TimeoutTypes


@frozen(kw_only=True)
class CallOptions:
    """
    Hold what a caller may say about one call beside its arguments.

    Attributes:
        extra_headers: added last; None removes a header.
        extra_query: added last.
        extra_body: merged last into the JSON object or form that is sent; not validated.
        timeout: seconds, a full timeout, None for no limit; UNSET for the client's.
        deadline: seconds the call may take in all, retries and waits included; None for no limit; UNSET for the client's.
        idempotency_key: sent as `Idempotency-Key`, the same in every attempt.

    .. versionadded:: 0.1.0
    """

    extra_headers: Mapping[str, str | None] | None = None
    extra_query: Mapping[str, Any] | None = None
    extra_body: Mapping[str, Any] | None = None
    timeout: TimeoutTypes | Unset = UNSET
    deadline: float | Unset | None = UNSET
    idempotency_key: str | None = None


PLAIN_CALL: Final = CallOptions()
