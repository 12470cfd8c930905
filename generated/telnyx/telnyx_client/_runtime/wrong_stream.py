"""An answer that is no event stream where one was asked for: reads its start, for a moment, and says what came; knows no events."""

from __future__ import annotations

import contextlib
import time
from typing import Final

from .codec import JsonError, decode_json
from .error_body import find_error
from .errors import UnexpectedContentTypeError
from .http import Response, detached_response, limit_silence
from .stream_state import EVENT_STREAM, StreamReader
from .waiting import aborted_after

_EXCERPT: Final = 2000
# How far and how long, in seconds, to read what nobody asked for: far enough for a page or an error, without waiting for an end.
_MOST_BYTES: Final = 65536
_LONGEST_S: Final = 1.0


def refuse(response: Response, *, reader: StreamReader) -> UnexpectedContentTypeError:
    """Read the start of a wrong answer, close it, and return the error that says what came."""
    content = bytearray()
    limit_silence(response, _LONGEST_S)
    until = time.monotonic() + _LONGEST_S
    try:
        with aborted_after(response, _LONGEST_S):
            for piece in response.iter_bytes():
                content += piece
                if len(content) >= _MOST_BYTES or time.monotonic() >= until:
                    break
    except reader.faults.reading:
        pass  # what came until then tells what it is
    finally:
        response.close()
    return _error(response, bytes(content), reader=reader)


async def async_refuse(response: Response, *, reader: StreamReader) -> UnexpectedContentTypeError:
    """Read the start of a wrong answer, close it, and return the error that says what came."""
    import asyncio  # loaded only where it runs already

    content = bytearray()
    limit_silence(response, _LONGEST_S)
    try:
        async with asyncio.timeout(_LONGEST_S):
            async for piece in response.aiter_bytes():
                content += piece
                if len(content) >= _MOST_BYTES:
                    break
    except reader.faults.reading:
        pass  # TimeoutError is an OSError
    finally:
        await response.aclose()
    return _error(response, bytes(content), reader=reader)


def _error(response: Response, content: bytes, *, reader: StreamReader) -> UnexpectedContentTypeError:
    mask = reader.redactor
    shown = detached_response(response, mask.content(content[:_MOST_BYTES]))
    shown.request = response.request
    came = mask.text(response.headers.get("content-type") or "no content type")
    detail = None
    with contextlib.suppress(JsonError):
        detail = find_error(decode_json(shown.content), reader.error_shapes)
    said = f": {mask.text(detail.message)}" if detail is not None else ""
    return UnexpectedContentTypeError(
        f"{reader.place} answered {came} where {EVENT_STREAM} was asked for{said}",
        response=shown,
        body=mask.text(shown.text[:_EXCERPT]),
    )
