"""Whether and when a request is sent again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from overrides.retry import RetryPolicy, retry_after_s

NOW = datetime(2026, 1, 1, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "7", "retry-after-ms": "1500"}, 1.5),
        ({"retry-after": "7", "retry-after-ms": "soon"}, 7.0),
        ({"retry-after": "Thu, 01 Jan 2026 12:00:30 GMT"}, 30.0),
        ({"retry-after": "Thu, 01 Jan 2026 12:00:30 -0000"}, 30.0),
        ({"retry-after": "Thu, 01 Jan 2026 11:00:00 GMT"}, 0.0),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "Thu, 01 Jan 2026 12:00:30 +99999999999999"}, None),
        ({"retry-after": "Thu, 01 Jan 99999999999999 12:00:30 GMT"}, None),
        ({"retry-after": "Mon, 01 Jan 0001 00:00:00 +2300"}, 0.0),
    ],
)
def test_the_wait_a_server_asks_for(headers: dict[str, str], expected: float | None) -> None:
    """Milliseconds win over seconds, seconds may be a date, and nonsense is nothing."""
    assert retry_after_s(headers, NOW) == expected


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 520, 599])
def test_statuses_that_invite_another_attempt(status: int) -> None:
    """Timeouts, conflicts, rate limits and faults of the server are tried again, unless the server says no."""
    policy = RetryPolicy()

    assert policy.covers_status(status, {})
    assert not policy.covers_status(status, {"x-should-retry": "false"})


@pytest.mark.parametrize("status", [301, 400, 401, 402, 403, 404, 422])
def test_statuses_that_do_not(status: int) -> None:
    """What the request itself causes is not tried again, unless the server says so."""
    policy = RetryPolicy()

    assert not policy.covers_status(status, {"x-should-retry": "perhaps"})
    assert policy.covers_status(status, {"x-should-retry": "TRUE"})


def test_waits_grow_within_bounds() -> None:
    """The longest wait doubles up to a bound; the wait is any part of it."""
    policy = RetryPolicy(base_s=0.5, max_s=8)

    longest = [policy.wait_s(attempt, asked_s=None, fraction=1) for attempt in (0, 1, 2, 3, 4, 5, 10_000)]

    assert longest == [0.5, 1, 2, 4, 8, 8, 8]
    assert policy.wait_s(3, asked_s=None, fraction=0) == 0


def test_a_server_is_obeyed_up_to_a_bound() -> None:
    """What a server asks for is waited; where it asks for more than the bound, nothing is sent again."""
    policy = RetryPolicy(max_retry_after_s=60)

    assert policy.wait_s(0, asked_s=7, fraction=0.1) == 7
    assert policy.wait_s(0, asked_s=60, fraction=0.1) == 60
    assert policy.wait_s(0, asked_s=3600, fraction=0.1) is None


def test_retries_cannot_be_negative() -> None:
    """A negative number of retries is refused."""
    with pytest.raises(ValueError, match="max_retries"):
        RetryPolicy(max_retries=-1)
