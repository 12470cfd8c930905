"""Rate limits: every way headers spell them."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx
import pytest

from overrides import errors
from overrides.rate_limit import RateLimit, RateWindow, rate_limit_of
from tests.unit.overrides.api import CREATE, Server, acme

NOW = datetime(2026, 1, 1, 12, 0, 0, tzinfo=UTC)


def test_requests_and_tokens_are_told_apart() -> None:
    """Limits by request and by token are read, durations included."""
    headers = {
        "X-RateLimit-Limit-Requests": "60",
        "x-ratelimit-remaining-requests": "59",
        "x-ratelimit-reset-requests": "1s",
        "x-ratelimit-limit-tokens": "150000",
        "x-ratelimit-remaining-tokens": "149984",
        "x-ratelimit-reset-tokens": "6m0s",
        "content-type": "text/plain",
    }

    limit = rate_limit_of(headers)

    assert limit is not None
    assert limit.requests == RateWindow(limit=60, remaining=59, reset_s=1.0)
    assert limit.tokens == RateWindow(limit=150000, remaining=149984, reset_s=360.0)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"x-ratelimit-limit": "100", "x-ratelimit-remaining": "0"}, RateWindow(limit=100, remaining=0)),
        ({"ratelimit-limit": "100, 100;w=60", "ratelimit-reset": "50"}, RateWindow(limit=100, reset_s=50)),
        ({"ratelimit": "limit=10, remaining=4, reset=30"}, RateWindow(limit=10, remaining=4, reset_s=30)),
        ({"ratelimit": '"burst";r=50;t=30'}, RateWindow(remaining=50, reset_s=30)),
        ({"acme-ratelimit-requests-remaining": "4"}, None),
        ({"acme-ratelimit-remaining-requests": "4"}, RateWindow(remaining=4)),
        ({"x-ratelimit-limit": "many", "x-ratelimit-remaining": "-1"}, None),
    ],
)
def test_generic_forms(headers: dict[str, str], expected: RateWindow | None) -> None:
    """Limits that do not say what they count are on requests; nonsense is nothing."""
    limit = rate_limit_of(headers, NOW)

    assert (limit.requests if limit else None) == expected


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("6m0s", 360.0),
        ("1h2m3.5s", 3723.5),
        ("20ms", 0.02),
        ("1d", 86400.0),
        ("12", 12.0),
        ("0.25", 0.25),
        ("-3", 0.0),
        (str(int(NOW.timestamp()) + 90), 90.0),
        (str((int(NOW.timestamp()) + 90) * 1000), 90.0),
        ("2026-01-01T12:00:30Z", 30.0),
        ("2026-01-01T12:00:30", 30.0),
        ("2026-01-01T11:00:00Z", 0.0),
        ("6m and more", None),
        ("soon", None),
        ("inf", None),
        ("", None),
    ],
)
def test_resets(text: str, seconds: float | None) -> None:
    """A reset is a number, a duration or a moment; what has passed is now."""
    limit = rate_limit_of({"x-ratelimit-reset": text, "x-ratelimit-limit": "1"}, NOW)

    assert limit is not None
    assert limit.requests is not None
    assert limit.requests.reset_s == (None if seconds is None else pytest.approx(seconds))


def test_answers_and_errors_tell_their_limit() -> None:
    """Raw answers and status errors have the limit of their headers, or None."""
    headers = {"x-ratelimit-remaining-tokens": "7"}
    refusing = acme(Server(httpx.Response(429, headers=headers)), max_retries=0)

    with pytest.raises(errors.RateLimitError) as caught:
        refusing.request(CREATE, {"model": "m"})
    raw = acme(Server(httpx.Response(200, headers=headers, json={"id": "c"}))).raw.request(CREATE, {"model": "m"})

    assert caught.value.rate_limit == raw.rate_limit == RateLimit({"tokens": RateWindow(remaining=7)})
    assert acme(Server(httpx.Response(200, json={"id": "c"}))).raw.request(CREATE, {"model": "m"}).rate_limit is None
