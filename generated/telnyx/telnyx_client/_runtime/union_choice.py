"""Which type of a union a plain JSON value was meant for; converts nothing."""

from __future__ import annotations

import functools
import sys
import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from .branches import ALL_RULES
from .class_members import bare, is_pydantic, is_struct, members_of
from .errors import Violation
from .json_schema import schema_of
from .keywords import Pass, Site, check_schema
from .strict_schema import strict_form

_NEVER: Final = (sys.maxsize, 0, 0)


def best_options(value: Any, options: Sequence[Any]) -> Iterator[Any]:
    """
    Yield the types of a union, those first that a value is likest to be of; equals in their order.

    A class is the less likely the more of the value's members contradict it, the more it demands that are not there, and
    the more are there that it does not know: these would be lost. Inside the members is looked only where that leaves a choice.
    """
    ranks = [(_misfit(value, option), option) for option in options]
    for rank in sorted({rank for rank, _ in ranks}):
        equals = [option for found, option in ranks if found == rank]
        if len(equals) > 1 and isinstance(value, (dict, list)):
            equals.sort(key=lambda option: _count_faults(value, option))
        yield from equals


def _misfit(value: Any, option: Any) -> tuple[int, int, int]:
    option = bare(option)
    while typing.get_origin(option) is typing.Annotated:
        option = bare(typing.get_args(option)[0])
    if is_pydantic(option) or is_struct(option) or members_of(option) is not None:
        return _misfit_of_class(value, _class_schema(option)) if isinstance(value, Mapping) else _NEVER
    if isinstance(value, (dict, list)):
        return 0, 0, 0
    # An integer is a number too, and an exact type keeps it as it is.
    is_other_number = (
        isinstance(value, (int, float)) and (option is int or option is float) and option is not type(value)
    )
    return bool(_faults(value, schema_of(option))), is_other_number, 0


def _misfit_of_class(value: Mapping[str, Any], schema: Mapping[str, Any]) -> tuple[int, int, int]:
    members = schema.get("properties", {})
    wrong = sum(bool(_faults(value[name], _tag(members[name]))) for name in members.keys() & value.keys())
    missing = len(set(schema.get("required", ())) - value.keys())
    return wrong, missing, len(value.keys() - members.keys())


def _tag(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {keyword: schema[keyword] for keyword in ("const", "enum") if keyword in schema}


@functools.lru_cache(maxsize=256)
def _class_schema(kind: Any) -> dict[str, Any]:
    return schema_of(kind)


def _count_faults(value: Any, option: Any) -> int:
    # What is not there and not needed is no loss.
    return sum(fault.bound != "required" for fault in _faults(value, strict_form(schema_of(option))))


def _faults(value: Any, schema: Mapping[str, Any]) -> list[Violation]:
    run = Pass(schema.get("$defs", {}), "", rules=ALL_RULES)
    check_schema(Site(run, value, path=""), schema)
    return run.violations
