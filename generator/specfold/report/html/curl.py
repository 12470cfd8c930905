"""A request as a shell command; knows how a shell reads, and leaves server and key for the reader to fill in."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from urllib.parse import urlencode

from specfold.compare.whole_request import WholeRequest

_METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"})


def write_curl(request: WholeRequest) -> str:
    """
    Return a command that sends a request to `$BASE_URL` with `$API_KEY`; empty for a method HTTP does not know.

    Nothing of the document is read by the shell: every piece of it is quoted, and what a terminal would obey is escaped.
    """
    if request.method not in _METHODS:
        return ""
    return " \\\n  ".join(_write_parts(request))


def _write_parts(request: WholeRequest) -> Iterator[str]:
    """Yield the command line by line."""
    query = f"?{urlencode(request.query)}" if request.query else ""
    yield f'curl --globoff -X {request.method} "$BASE_URL"{shlex.quote(request.path + query)}'
    yield '-H "Authorization: Bearer $API_KEY"'
    for name, value in request.headers:
        if _is_plain(name) and _is_plain(value):
            yield f"-H {shlex.quote(f'{name}: {value}')}"
    if request.has_body:
        yield "-H 'Content-Type: application/json'"
        yield f"--data-raw {shlex.quote(json.dumps(request.body))}"


def _is_plain(text: str) -> bool:
    """Tell whether a text is printable ASCII, as the parts of a header are."""
    return text.isascii() and text.isprintable()
