"""Plain scalars of YAML become values by the core schema of YAML 1.2 (10.3.2); knows nothing of files."""

from __future__ import annotations

import math
import re
from typing import Final

_CONSTANTS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_FIRST: Final = frozenset("0123456789+-.~nNtTfF")
_INTEGER: Final = re.compile(r"[-+]?[0-9]+\Z")
_OCTAL: Final = re.compile(r"0o[0-7]+\Z")
_HEXADECIMAL: Final = re.compile(r"0x[0-9a-fA-F]+\Z")
_FLOAT: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_NOT_FINITE: Final = re.compile(r"([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\Z")

Scalar = str | int | float | bool | None


def resolve_plain(text: str) -> Scalar:
    """
    Return the value of a plain (unquoted) scalar.

    Raises:
        ValueError: the number is infinite, not a number, or has more digits than can be read.
    """
    if text and text[0] not in _FIRST:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.match(text):
        return int(text)
    if _OCTAL.match(text):
        return int(text, 0)
    if _HEXADECIMAL.match(text):
        return int(text, 0)
    if _FLOAT.match(text):
        return finite_float(text)
    if _NOT_FINITE.match(text):
        msg = f"{text} has no form in JSON"
        raise ValueError(msg)
    return text


def finite_float(text: str) -> float:
    """
    Return a number with a fraction or an exponent.

    Raises:
        ValueError: it is too large to be one.
    """
    number = float(text)
    if not math.isfinite(number):
        msg = f"{text} is too large for a number"
        raise ValueError(msg)
    return number


def resolve_tagged(tag: str, text: str) -> Scalar:
    """
    Return the value of a scalar with an explicit tag of the core schema.

    Raises:
        ValueError: the tag is not of the core schema, or the text does not fit it.
    """
    name = tag.removeprefix("tag:yaml.org,2002:")
    if name == "str":
        return text
    value = resolve_plain(text)
    if name == "float" and type(value) is int:
        return float(value)
    fits = {"int": int, "float": float, "bool": bool, "null": type(None)}.get(name)
    if fits is None or type(value) is not fits:
        msg = f"{text!r} does not fit the tag {tag}"
        raise ValueError(msg)
    return value
