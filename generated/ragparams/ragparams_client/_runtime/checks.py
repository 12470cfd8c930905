"""Options of a client as they can be used, or why they cannot; knows no credential and sends nothing."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from .errors import ConfigurationError
from .headers import header_fault
from .http import Timeout
from .model import UNSET, Unset

_PHASES: Final = ("connect", "read", "write", "pool")
# Seconds; what is longer is no limit, and too long for the clocks of sockets and threads.
FOREVER_S: Final = 1e9
# Of httpx and libraries of its shape, where nobody sets another.
_LIBRARY_TIMEOUT_S: Final = 5.0


def checked_seconds(seconds: Any, what: str) -> float | None:
    """
    Return a limit that can be kept, None for no limit.

    Raises:
        ConfigurationError: it is no positive number of seconds.
    """
    if seconds is None:
        return None
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)) or not seconds > 0:
        raise ConfigurationError(f"the {what} must be a positive number of seconds or None, got {seconds!r}")
    return None if seconds > FOREVER_S else float(seconds)


def checked_timeout(timeout: Any) -> Timeout:
    """
    Return seconds, None, or a full timeout of any library of the shape as one that can be kept.

    Raises:
        ConfigurationError: a phase has no positive number of seconds.
    """
    as_dict = getattr(timeout, "as_dict", None)
    phases = dict.fromkeys(_PHASES, timeout) if as_dict is None else as_dict()
    return Timeout(**{phase: checked_seconds(phases[phase], "timeout") for phase in _PHASES})


def timeout_of(client: Any) -> Timeout | Unset:
    """Return the timeout an injected HTTP client was given by its owner; UNSET where it has its library's default."""
    own: Any = getattr(client, "timeout", None)
    if not hasattr(own, "as_dict") or own == type(own)(_LIBRARY_TIMEOUT_S):
        return UNSET
    return checked_timeout(own)


def checked_retries(max_retries: Any) -> int:
    """
    Return a number of retries.

    Raises:
        ConfigurationError: it is none.
    """
    if isinstance(max_retries, bool) or not isinstance(max_retries, int) or max_retries < 0:
        raise ConfigurationError(f"max_retries must be a whole number from 0, got {max_retries!r}")
    return int(max_retries)


def checked_hook(hook: Any) -> Any:
    """
    Return a hook that can be called, or None.

    Raises:
        ConfigurationError: it cannot be called, or would have to be awaited.
    """
    if hook is None:
        return None
    if not callable(hook):
        raise ConfigurationError(f"on_event must be a function, got {type(hook).__name__}")
    if inspect.iscoroutinefunction(hook) or inspect.iscoroutinefunction(type(hook).__call__):
        raise ConfigurationError("on_event must be a plain function, not `async def`: nobody would await it")
    return hook


def checked_headers(headers: Mapping[str, str | None] | None) -> dict[str, str | None]:
    """
    Return headers that can be sent with every request; None removes one.

    Raises:
        ConfigurationError: one cannot be sent; its value is not shown.
    """
    if headers is not None and not isinstance(headers, Mapping):
        raise ConfigurationError(f"headers must be a mapping of names to values, got {type(headers).__name__}")
    for name, value in (headers or {}).items():
        fault = header_fault(name, value)
        if fault is not None:
            raise ConfigurationError(f"header {name!r} {fault}")
    return dict(headers or {})


def split_base_url(url: Any) -> tuple[str, tuple[tuple[str, str], ...]]:
    """
    Check a base URL and split its query off; what may be secret in it is not repeated in messages.

    Args:
        url: a text, or a URL of an HTTP library.

    Raises:
        ConfigurationError: nothing can be sent there.
    """
    text = url if isinstance(url, str) else str(url) if hasattr(url, "scheme") and hasattr(url, "host") else ""
    parts = urlsplit("")
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
        (parts.hostname or "").encode("idna")  # a part of the name is empty, or longer than 63 characters
    except ValueError:
        usable = False
    if not usable or text != text.strip() or not text.isprintable() or " " in text:
        raise ConfigurationError("the base URL must be absolute, such as https://host/path")
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError("the base URL must not hold a user name or password; pass credentials as arguments")
    if parts.fragment:
        raise ConfigurationError("the base URL must not hold a fragment")
    prefix = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
    return prefix, tuple(parse_qsl(parts.query, keep_blank_values=True))
