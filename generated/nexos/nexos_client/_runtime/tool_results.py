"""What a tool returned, as the text a model is told: values of every library to JSON; knows no tool and no request."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import sys
import uuid
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import Any, Final

import attrs

from .class_members import is_struct
from .codec import JsonError, encode_json
from .errors import ToolResultError
from .model import UNSET

_IN_WORDS: Final = (uuid.UUID, Decimal)


def result_text(name: str, result: Any) -> str:
    """
    Return what a model is told a tool returned: a text as it is, anything else as JSON.

    Raises:
        ToolResultError: there is no form in JSON for it.
    """
    if type(result) is str:
        return result
    try:
        return encode_json(plain_form(result, place="the result")).decode()
    except (JsonError, RecursionError, TypeError, ValueError) as error:  # whatever a class says of its own values
        said = "it holds itself, or is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ToolResultError(f"what {name} returned has no form in JSON: {said}") from error


def plain_form(value: Any, *, place: str = "") -> Any:
    """
    Turn a value of any kind into plain JSON; what `convert` makes comes back as it was.

    Raises:
        TypeError: there is no form in JSON for it.
    """
    if isinstance(value, enum.Enum):
        return plain_form(value.value, place=place)
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, _IN_WORDS):
        return str(value)
    if not isinstance(value, Mapping):
        value = _taken_apart(value)
    if isinstance(value, Mapping):
        return {
            (name := _name(key, place=place)): plain_form(item, place=f"{place}.{name}")
            for key, item in value.items()
            if item is not UNSET
        }
    if isinstance(value, Collection) and not isinstance(value, (bytes, bytearray, memoryview)):
        items = [plain_form(item, place=f"{place}[{index}]") for index, item in enumerate(value)]
        return sorted(items, key=encode_json) if isinstance(value, AbstractSet) else items
    raise TypeError(f"{place} is of type {type(value).__name__}")


def _name(key: Any, *, place: str) -> str:
    name = plain_form(key, place=f"a key of {place}")
    if not isinstance(name, (str, int)) or isinstance(name, bool):
        raise TypeError(f"a key of {place} is of type {type(key).__name__}")
    return str(name)


def _taken_apart(value: Any) -> Any:
    """Return the members of a value of a class, or what else its library makes of it; other values are returned as they are."""
    kind = type(value)
    if isinstance(value, type):
        return value
    for method, options in (("to_dict", {}), ("model_dump", {"mode": "json", "by_alias": True}), ("_asdict", {})):
        if callable(getattr(value, method, None)):
            return getattr(value, method)(**options)
    if is_struct(kind):
        return sys.modules["msgspec"].to_builtins(value)
    if attrs.has(kind):
        return {field.alias or field.name: getattr(value, field.name) for field in attrs.fields(kind)}
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return value
