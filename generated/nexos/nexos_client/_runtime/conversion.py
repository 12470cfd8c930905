"""Plain JSON values to values of Python types, with the place of what does not fit; knows no request."""

from __future__ import annotations

import datetime as dt
import enum
import sys
import typing
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Final, NoReturn

from .json_schema import UNIONS, is_pydantic, is_struct, members_of
from .keywords import show

_TEXTUAL: Final[Mapping[Any, Any]] = {
    dt.datetime: dt.datetime.fromisoformat,
    dt.date: dt.date.fromisoformat,
    uuid.UUID: uuid.UUID,
}


class ConversionError(ValueError):
    """Say where a value does not fit a type."""


def convert(value: Any, kind: Any, *, place: str = "") -> Any:
    """
    Make a value of a type from plain JSON.

    Args:
        value: plain JSON.
        kind: a type that `schema_of` can describe.
        place: where the value stands, for messages.

    Raises:
        ConversionError: the value does not fit.
    """
    if kind is Any or kind is object:
        return value
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return convert(value, arguments[0], place=place)
    if origin is typing.Literal:
        return value if value in arguments else _refuse(value, kind, place=place)
    if origin in UNIONS:
        return _first_that_fits(value, kind, place=place)
    if is_pydantic(kind) or is_struct(kind):
        return _convert_by_library(value, kind, place=place)
    members = members_of(kind)
    if members is not None:
        return _make(value, kind, place=place)
    return _convert_builtin(value, kind, place=place)


def _refuse(value: Any, kind: Any, *, place: str) -> NoReturn:
    wanted = kind.__name__ if isinstance(kind, type) and not typing.get_args(kind) else str(kind)
    raise ConversionError(f"{place or 'value'}: {show(value)} is no {wanted}")


def _first_that_fits(value: Any, kind: Any, *, place: str) -> Any:
    options = typing.get_args(kind)
    faults: list[ConversionError] = []
    # An exact type first: a union of int and float keeps integers.
    for option in sorted(options, key=lambda option: option is not type(value)):
        try:
            return convert(value, option, place=place)
        except ConversionError as error:
            faults.append(error)
    telling = [fault for fault in faults if isinstance(value, Mapping) and f"{place or 'value'}:" not in str(fault)]
    if len(telling) == 1:
        raise telling[0]
    _refuse(value, kind, place=place)


def _convert_by_library(value: Any, kind: Any, *, place: str) -> Any:
    try:
        return kind.model_validate(value) if is_pydantic(kind) else sys.modules["msgspec"].convert(value, kind)
    except ValueError as error:
        raise ConversionError(f"{place or 'value'}: {error}") from error


def _make(value: Any, kind: Any, *, place: str) -> Any:
    if not isinstance(value, Mapping):
        _refuse(value, kind, place=place)
    arguments: dict[str, Any] = {}
    for member in members_of(kind) or ():
        here = f"{place}.{member.name}" if place else member.name
        if member.name in value:
            arguments[member.argument] = convert(value[member.name], member.kind, place=here)
        elif member.required:
            raise ConversionError(f"{here}: is missing")
    try:
        return kind(**arguments)
    except (TypeError, ValueError) as error:  # the class has rules of its own
        raise ConversionError(f"{place or 'value'}: {error}") from error


def _convert_builtin(value: Any, kind: Any, *, place: str) -> Any:
    origin, arguments = typing.get_origin(kind) or kind, typing.get_args(kind)
    if isinstance(origin, type) and issubclass(origin, enum.Enum):
        try:
            return origin(value)
        except ValueError:
            _refuse(value, kind, place=place)
    if kind in _TEXTUAL:
        try:
            return _TEXTUAL[kind](value)
        except (ValueError, TypeError, AttributeError):
            _refuse(value, kind, place=place)
    if (isinstance(origin, type) and issubclass(origin, (list, tuple, set, frozenset))) or origin is Sequence:
        return _convert_array(value, kind, place=place)
    if (isinstance(origin, type) and issubclass(origin, dict)) or origin is Mapping:
        if not isinstance(value, Mapping):
            _refuse(value, kind, place=place)
        item = arguments[1] if arguments else Any
        return {name: convert(part, item, place=f"{place}.{name}" if place else name) for name, part in value.items()}
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind and not (kind is None and value is None):
        _refuse(value, kind, place=place)
    return value


def _convert_array(value: Any, kind: Any, *, place: str) -> Any:
    origin, arguments = typing.get_origin(kind) or kind, typing.get_args(kind)
    if not isinstance(value, list):
        _refuse(value, kind, place=place)
    if issubclass(origin, tuple) and arguments and arguments[-1] is not Ellipsis:
        if len(arguments) != len(value):
            _refuse(value, kind, place=place)
        kinds = list(arguments)
    else:
        kinds = [arguments[0] if arguments else Any] * len(value)
    items = [
        convert(part, item, place=f"{place}[{index}]")
        for index, (part, item) in enumerate(zip(value, kinds, strict=True))
    ]
    return items if origin in {list, Sequence} else origin(items)
