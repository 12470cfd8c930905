"""JSON bytes to plain values and back: knows msgspec when it is there and gives the same results without; no models."""

from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Callable
from itertools import accumulate
from typing import Any, Final, NoReturn

_BOM: Final = "\ufeff"
# Deeper values are no answer of an API; they would exhaust the stack of whoever walks through them.
MAX_DEPTH: Final = 256
_SHALLOW_BYTES: Final = 2 * MAX_DEPTH  # so many nest no deeper: a value is opened and closed
_STEPS: Final = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_NO_BRACKETS: Final = bytes(set(range(256)) - set(_STEPS))
_TOO_DEEP: Final = "nested too deeply"
_STRING: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)


class JsonError(ValueError):
    """Say that bytes are not JSON, or that a value cannot be written as JSON."""


def _refuse_constant(name: str) -> NoReturn:
    raise JsonError(f"{name} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise JsonError(f"the number {text[:40]} is out of range")
    return number


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite)
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_ASCII_ENCODER: Final = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def _is_too_deep(data: bytes) -> bool:
    """Say whether JSON nests deeper than the bound; the first look is for what is read every day."""
    return _depth(data) > MAX_DEPTH and _depth(_STRING.sub(b"", data)) > MAX_DEPTH  # texts may hold brackets


def _depth(data: bytes) -> int:
    """Return how deep brackets nest; 0 for so few that it does not matter."""
    brackets = data.translate(None, _NO_BRACKETS)
    return max(accumulate(map(_STEPS.__getitem__, brackets))) if len(brackets) > MAX_DEPTH else 0


def decode_with_stdlib(data: bytes) -> Any:
    """
    Decode JSON with the standard library; invalid UTF-8 is replaced, a byte order mark dropped.

    Raises:
        JsonError: the bytes are not JSON, or nested too deeply to read.
    """
    if len(data) > _SHALLOW_BYTES and _is_too_deep(data):
        raise JsonError(_TOO_DEEP)
    text = data.decode("utf-8", "replace").removeprefix(_BOM)
    try:
        return _DECODER.decode(text)
    except JsonError:
        raise
    except RecursionError:
        raise JsonError(_TOO_DEEP) from None
    except ValueError as error:
        raise JsonError(str(error)) from None


@functools.cache
def json_decoder() -> Callable[[bytes], Any]:
    """
    Return the fastest decoder there is, for where many values are decoded.

    It gives the results and raises the errors of `decode_with_stdlib`. msgspec is imported by the first call: that takes
    longer than most of the rest of a client.
    """
    try:
        import msgspec
    except ImportError:  # the extra `fast` is not installed
        return decode_with_stdlib
    fast_decode = msgspec.json.Decoder().decode
    faults = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

    def decode_with_msgspec(data: bytes) -> Any:
        if len(data) > _SHALLOW_BYTES and _is_too_deep(data):
            raise JsonError(_TOO_DEEP)
        try:
            return fast_decode(data)
        except faults:  # for the standard library to judge
            return decode_with_stdlib(data)

    return decode_with_msgspec


def decode_json(data: bytes) -> Any:
    """
    Decode JSON; invalid UTF-8 is replaced, a byte order mark dropped.

    Raises:
        JsonError: the bytes are not JSON, or nested too deeply to read.
    """
    return json_decoder()(data)


def encode_json(value: Any) -> bytes:
    """
    Encode a plain value as compact UTF-8 JSON; the same bytes whether or not msgspec is installed.

    Raises:
        JsonError: a number is not finite, a value is of no JSON type, or a container holds itself.
    """
    try:
        try:
            return _ENCODER.encode(value).encode()
        except UnicodeEncodeError:  # a lone surrogate: only the escaped form exists
            return _ASCII_ENCODER.encode(value).encode()
    except RecursionError:
        raise JsonError(_TOO_DEEP) from None
    except (TypeError, ValueError) as error:
        raise JsonError(str(error)) from None
