"""Rate limits as headers tell them: knows the usual names and spellings of time; knows no vendor and no client."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from attrs import field, frozen

_HEADER: Final = re.compile(r"(?:[a-z0-9]+-)?ratelimit-(limit|remaining|reset)(?:-([a-z0-9-]+))?")
# `1d2h`, `6m0s`, `1.5s`, `20ms`; minutes before milliseconds would read `ms` as minutes.
_DURATION: Final = re.compile(r"(\d+(?:\.\d+)?)(ms|us|µs|ns|d|h|m|s)")
_UNITS: Final = {"d": 86400.0, "h": 3600.0, "m": 60.0, "s": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}
# No window is this long, in seconds: a larger number is a moment, in seconds or milliseconds since 1970.
_FIRST_MOMENT: Final = 1e9
_FIRST_MOMENT_MS: Final = 1e12
_PARAMETER: Final = re.compile(r'[;,]\s*([a-z]+)\s*=\s*"?([^";,]*)"?')
_UNNAMED: Final = "requests"


@frozen(kw_only=True)
class RateWindow:
    """
    Be what is known of one limit.

    Attributes:
        limit: how much is allowed in a window.
        remaining: how much of it is left.
        reset_s: seconds, from when the answer came, until the window starts anew.

    .. versionadded:: 0.1.0
    """

    limit: int | None = None
    remaining: int | None = None
    reset_s: float | None = None


@frozen
class RateLimit:
    """
    Be what an answer says about rate limits.

    Attributes:
        windows: by what is counted: `requests`, `tokens` and whatever else the vendor names.

    .. versionadded:: 0.1.0
    """

    windows: Mapping[str, RateWindow] = field(factory=dict)

    @property
    def requests(self) -> RateWindow | None:
        """The limit on requests; also the one that does not say what it counts."""
        return self.windows.get(_UNNAMED)

    @property
    def tokens(self) -> RateWindow | None:
        """The limit on tokens."""
        return self.windows.get("tokens")


def rate_limit_of(headers: Mapping[str, str], now: datetime | None = None) -> RateLimit | None:
    """
    Read rate limits from headers; None when there are none.

    Understands `x-ratelimit-{limit,remaining,reset}[-requests|-tokens|…]`, the same without `x-` or with another first
    word, and `ratelimit: limit=…, remaining=…, reset=…` or `"name";r=…;t=…`.
    """
    found: dict[str, dict[str, float]] = {}
    now = now or datetime.now(UTC)
    for name, text in headers.items():
        match = _HEADER.fullmatch(name.lower())
        if match is not None:
            value = _moment_or_duration(text, now) if match[1] == "reset" else _count(text)
            _put(found, match[2] or _UNNAMED, **{match[1]: value})
        elif name.lower() == "ratelimit":
            _read_combined(text, found, now=now)
    windows = {name: _window(facts) for name, facts in found.items()}
    return RateLimit(windows) if windows else None


def _put(found: dict[str, dict[str, float]], window: str, **facts: float | None) -> None:
    known = {name: value for name, value in facts.items() if value is not None}
    if known:
        found.setdefault(window, {}).update(known)


def _window(facts: Mapping[str, float]) -> RateWindow:
    limit, remaining = facts.get("limit"), facts.get("remaining")
    return RateWindow(
        limit=None if limit is None else int(limit),
        remaining=None if remaining is None else int(remaining),
        reset_s=facts.get("reset"),
    )


def _read_combined(text: str, found: dict[str, dict[str, float]], *, now: datetime) -> None:
    facts = dict(_PARAMETER.findall(f";{text.lower()}"))
    remaining, reset = facts.get("remaining", facts.get("r")), facts.get("reset", facts.get("t"))
    _put(
        found,
        _UNNAMED,
        limit=_count(facts.get("limit", "")),
        remaining=_count(remaining or ""),
        reset=_moment_or_duration(reset or "", now),
    )


def _count(text: str) -> float | None:
    # `100, 100;w=60` gives the limit first and the policy after it.
    number = _number(re.split(r"[,;]", text, maxsplit=1)[0])
    return None if number is None or number < 0 else number


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _moment_or_duration(text: str, now: datetime) -> float | None:
    """Read seconds, a duration such as `6m0s`, or a moment, as seconds from now; never negative."""
    text = text.strip()
    number = _number(text)
    if number is not None:
        if number >= _FIRST_MOMENT:
            number = number / (1000 if number >= _FIRST_MOMENT_MS else 1) - now.timestamp()
        return max(0.0, number)
    parts = _DURATION.findall(text)
    if parts and "".join(amount + unit for amount, unit in parts) == text:
        return float(sum(float(amount) * _UNITS[unit] for amount, unit in parts))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
