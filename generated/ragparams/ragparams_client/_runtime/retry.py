"""When to try again and how long to wait: knows statuses and headers; knows no clock, no randomness, no client."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from attrs import field, frozen
from attrs.validators import ge

RETRIED_STATUSES: Final = frozenset({408, 409, 429})
_FIRST_SERVER_ERROR: Final = 500


def retry_after_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """
    Read how many seconds the server asks to wait: `retry-after-ms`, else `retry-after` in seconds or as a date.

    A date in the past is 0; what cannot be read, is negative or is not finite is None.
    """
    milliseconds = _seconds(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    after = headers.get("retry-after")
    seconds = _seconds(after)
    if seconds is not None or after is None:
        return seconds
    from email.utils import parsedate_to_datetime  # loaded only where a date comes

    try:
        moment = parsedate_to_datetime(after)
        if moment.tzinfo is None:  # `-0000` or no zone: HTTP dates are GMT
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - now).total_seconds())
    except (ValueError, OverflowError):  # no date, or none that a calendar holds
        return None


def _seconds(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


@frozen(kw_only=True)
class RetryPolicy:
    """
    Decide whether and when a request is sent again; full jitter over exponential steps.

    Attributes:
        max_retries: how often a request is sent again at most.
        base_s: the first step, in seconds.
        max_s: the longest step, in seconds.
        max_retry_after_s: the longest wait a server may ask for, in seconds; where it asks for more, nothing is sent again.

    .. versionadded:: 0.1.0
    """

    max_retries: int = field(default=2, validator=ge(0))
    base_s: float = 0.5
    max_s: float = 8.0
    max_retry_after_s: float = 60.0

    def covers_status(self, status: int, headers: Mapping[str, str]) -> bool:
        """Say whether an answer invites another attempt; `x-should-retry` decides where it is sent."""
        advice = headers.get("x-should-retry", "").lower()
        if advice in {"true", "false"}:
            return advice == "true"
        return status in RETRIED_STATUSES or status >= _FIRST_SERVER_ERROR

    def wait_s(self, attempt: int, *, asked_s: float | None, fraction: float) -> float | None:
        """
        Compute the seconds to wait before the next attempt; None where the server asks to wait for too long.

        Args:
            attempt: how many attempts were made again so far, from 0.
            asked_s: what the server asked for.
            fraction: a random number in [0, 1).
        """
        if asked_s is not None:
            return asked_s if asked_s <= self.max_retry_after_s else None
        return fraction * min(self.max_s, self.base_s * 2.0 ** min(attempt, 60))
