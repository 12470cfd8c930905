"""JSON bytes to plain values and back: knows msgspec when it is there and gives the same results without; no models."""

from __future__ import annotations

import json
import math
from typing import Any, Final, NoReturn

try:
    import msgspec
except ImportError:  # the extra `fast` is not installed
    _fast_decode = None
    _FAST_FAULTS: tuple[type[Exception], ...] = ()
else:
    _fast_decode = msgspec.json.Decoder().decode
    _FAST_FAULTS = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)

_BOM: Final = "\ufeff"


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


def decode_with_stdlib(data: bytes) -> Any:
    """
    Decode JSON with the standard library; invalid UTF-8 is replaced, a byte order mark dropped.

    Raises:
        JsonError: the bytes are not JSON, or nested too deeply to read.
    """
    text = data.decode("utf-8", "replace").removeprefix(_BOM)
    try:
        return _DECODER.decode(text)
    except JsonError:
        raise
    except RecursionError:
        raise JsonError("nested too deeply") from None
    except ValueError as error:
        raise JsonError(str(error)) from None


def decode_with_msgspec(data: bytes) -> Any:
    """
    Decode JSON with msgspec, leaving what it refuses to the standard library to judge.

    Raises:
        JsonError: the bytes are not JSON, or nested too deeply to read.
    """
    try:
        return _fast_decode(data)  # type: ignore[misc]  # only bound to `decode_json` when msgspec was imported
    except _FAST_FAULTS:
        return decode_with_stdlib(data)


decode_json: Final = decode_with_stdlib if _fast_decode is None else decode_with_msgspec


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
        raise JsonError("nested too deeply") from None
    except (TypeError, ValueError) as error:
        raise JsonError(str(error)) from None
