"""Plain JSON values to values of Python types, with the place of what does not fit; knows no request."""

from __future__ import annotations

import datetime as dt
import enum
import re
import sys
import typing
import uuid
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, Final, NoReturn

from .branches import ALL_RULES
from .class_members import (
    ARRAYS,
    OBJECTS,
    UNIONS,
    Member,
    bare,
    class_of,
    is_model,
    is_pydantic,
    is_struct,
    members_of,
    type_name,
)
from .codec import encode_json
from .json_schema import DECIMAL
from .keywords import Pass, Site, check_schema, identity, show
from .notes import bounds_of
from .union_choice import best_options

_ATOMS: Final = frozenset({str, int, float, bool, type(None)})
_WHOLE: Final = 2**53  # above it a float is no certain integer


class ConversionError(ValueError):
    """
    Say where a value does not fit a type.

    Attributes:
        place: of the value.
        is_type: whether it is of another type altogether.
        is_tag: whether it is none of the values that a type lists.
    """

    def __init__(self, message: str, *, place: str, is_type: bool = False, is_tag: bool = False) -> None:
        super().__init__(f"{place or 'value'}: {message}")
        self.place = place
        self.is_type = is_type
        self.is_tag = is_tag


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
    kind = bare(kind)
    if kind is Any or kind is object or (type(value) is kind and kind in _ATOMS):
        return value
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        _check_bounds(value, bounds_of(arguments[1:]), place=place)
        return convert(value, arguments[0], place=place)
    if origin is typing.Literal:
        return _listed(value, arguments, kind=kind, place=place)
    if origin in UNIONS:
        return _of_union(value, kind, place=place)
    if is_pydantic(kind) or is_struct(kind):
        return _by_library(value, kind, place=place)
    members = members_of(kind)
    if members is not None:
        return _of_class(value, kind, members=members, place=place)
    return _of_builtin(value, kind, place=place)


def _refuse(value: Any, kind: Any, *, place: str, is_tag: bool = False) -> NoReturn:
    raise ConversionError(f"{show(value)} is no {type_name(kind)}", place=place, is_type=True, is_tag=is_tag)


def _check_bounds(value: Any, bounds: Mapping[str, Any], *, place: str) -> None:
    run = Pass({}, "", rules=ALL_RULES)
    check_schema(Site(run, value, path=""), bounds)
    if run.violations:
        raise ConversionError(run.violations[0].message, place=place)


def _listed(value: Any, options: Any, *, kind: Any, place: str) -> Any:
    wanted = identity(value)
    for option in options:
        if identity(option.value if isinstance(option, enum.Enum) else option) == wanted:
            return option
    _refuse(value, kind, place=place, is_tag=True)


def _of_union(value: Any, kind: Any, *, place: str) -> Any:
    faults: list[ConversionError] = []
    for option in best_options(value, typing.get_args(kind)):
        try:
            return convert(value, option, place=place)
        except ConversionError as error:
            faults.append(error)
    # What is wrong with a value tells more than that it is of no type; a wrong tag inside says that another one was meant.
    inside = [fault for fault in faults if fault.place != place or not fault.is_type]
    telling = [fault for fault in inside if not fault.is_tag] or inside
    if len(telling) == 1:
        raise telling[0]
    reasons = f" ({'; '.join(map(str, telling))})" if telling else ""
    raise ConversionError(f"{show(value)} is no {type_name(kind)}{reasons}", place=place)


def _by_library(value: Any, kind: Any, *, place: str) -> Any:
    text = encode_json(_with_integers(value))
    if is_pydantic(kind):
        return _built(partial(sys.modules["pydantic"].TypeAdapter(kind).validate_json, text), place=place)
    return _built(partial(sys.modules["msgspec"].json.decode, text, type=kind), place=place)


def _with_integers(value: Any) -> Any:
    """Write 5.0 as 5: for JSON Schema it is an integer, for some libraries it is not."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < _WHOLE else value
    if isinstance(value, list):
        return [_with_integers(item) for item in value]
    return {name: _with_integers(item) for name, item in value.items()} if isinstance(value, dict) else value


def _of_class(value: Any, kind: Any, *, members: tuple[Member, ...], place: str) -> Any:
    if not isinstance(value, Mapping):
        _refuse(value, kind, place=place)
    absent = {member.name for member in members if member.null_is_absence and value.get(member.name, ...) is None}
    value = {name: item for name, item in value.items() if name not in absent}
    arguments: dict[str, Any] = {}
    for member in members:
        here = f"{place}.{member.name}" if place else member.name
        if member.name in value:
            arguments[member.argument] = convert(value[member.name], member.kind, place=here)
        elif member.required:
            raise ConversionError("is missing", place=here)
    maker = class_of(kind)
    return _built(partial(maker.from_dict, value) if is_model(maker) else partial(maker, **arguments), place=place)


def _built(make: Callable[[], Any], *, place: str) -> Any:
    try:
        return make()
    except Exception as error:  # the constructor of a class of the caller's: it may refuse by any exception
        said = str(error) if isinstance(error, (TypeError, ValueError)) else f"{type(error).__name__}: {error}"
        raise ConversionError(said, place=place) from error


def _of_builtin(value: Any, kind: Any, *, place: str) -> Any:
    origin = class_of(kind)
    if isinstance(origin, type) and issubclass(origin, enum.Enum):
        return _of_enumeration(value, origin, place=place)
    if origin in ARRAYS:
        return _of_array(value, kind, place=place)
    if origin in OBJECTS:
        return _of_object(value, kind, place=place)
    if isinstance(value, str) and kind in _FROM_TEXT:
        try:
            return _FROM_TEXT[kind](value)
        except ValueError:
            _refuse(value, kind, place=place)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and kind in _FROM_NUMBER:
        try:
            return _FROM_NUMBER[kind](value)
        except (OverflowError, ValueError):
            _refuse(value, kind, place=place)
    if type(value) is not kind:
        _refuse(value, kind, place=place)
    return value


def _of_enumeration(value: Any, kind: Any, *, place: str) -> Any:
    try:
        return _listed(value, kind, kind=kind, place=place)
    except ConversionError:
        if isinstance(value, bool):  # which Python takes for a number
            raise
    try:
        return kind(value)  # an enumeration may know more spellings
    except (TypeError, ValueError):
        _refuse(value, kind, place=place, is_tag=True)


def _moment(text: str) -> dt.datetime:
    if text[10:11] not in {"T", "t", " "}:
        raise ValueError(text)  # a date alone
    return dt.datetime.fromisoformat(text)


def _time(text: str) -> dt.time:
    if ":" not in text:
        raise ValueError(text)  # an hour alone
    return dt.time.fromisoformat(text)


def _decimal(text: str) -> Decimal:
    if re.fullmatch(DECIMAL, text) is None:
        raise ValueError(text)
    return Decimal(text)


def _integer(number: float) -> int:
    if number != int(number):
        raise ValueError(number)
    return int(number)


_FROM_TEXT: Final[Mapping[Any, Callable[[str], Any]]] = {
    dt.datetime: _moment,
    dt.date: dt.date.fromisoformat,
    dt.time: _time,
    uuid.UUID: uuid.UUID,
    Decimal: _decimal,
}
_FROM_NUMBER: Final[Mapping[Any, Callable[[Any], Any]]] = {
    int: _integer,
    float: float,
    Decimal: lambda number: Decimal(str(number)),
}


def _of_object(value: Any, kind: Any, *, place: str) -> Any:
    if not isinstance(value, Mapping):
        _refuse(value, kind, place=place)
    arguments = typing.get_args(kind)
    item = arguments[1] if arguments else Any
    parts = {name: convert(part, item, place=f"{place}.{name}" if place else name) for name, part in value.items()}
    return OBJECTS[class_of(kind)](parts)


def _of_array(value: Any, kind: Any, *, place: str) -> Any:
    origin, arguments = class_of(kind), typing.get_args(kind)
    if not isinstance(value, list):
        _refuse(value, kind, place=place)
    if origin is tuple and arguments and arguments[-1] is not Ellipsis:
        if len(arguments) != len(value):
            _refuse(value, kind, place=place)
        kinds = list(arguments)
    else:
        kinds = [arguments[0] if arguments else Any] * len(value)
    items = [
        convert(part, item, place=f"{place}[{index}]")
        for index, (part, item) in enumerate(zip(value, kinds, strict=True))
    ]
    return _built(partial(ARRAYS[origin], items), place=place)
