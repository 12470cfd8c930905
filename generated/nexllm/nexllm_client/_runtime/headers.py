"""Which headers can be sent, which are not a caller's to set, and which of several counts (pure); knows no request."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

_UNSENDABLE: Final = re.compile(r"[^\t\x20-\x7e\xa0-\xff]")
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# They say where a request ends: another value than the HTTP library's makes two requests of one.
_FRAMING: Final = frozenset({"content-length", "transfer-encoding"})


def header_fault(name: Any, value: Any) -> str | None:
    """Say why a header cannot be sent, None when it can; the value is not shown. A value of None removes a header."""
    if not isinstance(name, str) or not _TOKEN.fullmatch(name):
        return "cannot be sent: its name is none of a header"
    if name.lower() in _FRAMING and value is not None:
        return "cannot be set: it follows from the content"
    if value is not None and (not isinstance(value, str) or _UNSENDABLE.search(value)):
        return "cannot be sent: line breaks, control and non-Latin characters, and values other than str are refused"
    return None


def lay_headers(layers: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Lay headers over each other, names in lower case: the last of a name counts, None removes those before it."""
    headers: dict[str, str] = {}
    for name, value in layers:
        if value is None:
            headers.pop(name.lower(), None)
        else:
            headers[name.lower()] = value.strip(" \t")
    return headers
