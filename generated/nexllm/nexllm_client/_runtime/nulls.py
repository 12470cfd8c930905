"""What a vendor sent as null and its own requests refuse, left out where an answer is sent back (pure); knows no schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .model import UNSET


def drop_refused_nulls(plain: Any, source: Any, *, count_faults: Callable[[], int]) -> None:
    """
    Leave nulls of models out of a plain value as far as that makes it better; what a caller wrote by hand stays.

    Args:
        plain: the plain value of `source`, changed in place.
        source: what a caller gave, models among it.
        count_faults: counts what is wrong with `plain` as it is now.
    """
    owners: dict[str, list[dict[str, Any]]] = {}
    _collect(plain, source, owners=owners)
    if not owners:
        return
    for name, holders in owners.items():
        _drop(name, holders)
    faults = count_faults()
    # Back with those that are demanded, then with those that do no harm: in a union, what is missing hides what is refused.
    for allowance in (-1, 0):
        for name, holders in owners.items():
            if name in holders[0]:
                continue
            for holder in holders:
                holder[name] = None
            with_nulls = count_faults()
            if with_nulls - faults > allowance:
                _drop(name, holders)
            else:
                faults = with_nulls


def _drop(name: str, holders: list[dict[str, Any]]) -> None:
    for holder in holders:
        del holder[name]


def _collect(plain: Any, source: Any, *, owners: dict[str, list[dict[str, Any]]]) -> None:
    """Find the nulls below models: name to the objects that hold it."""
    is_model = hasattr(source, "to_dict")
    if isinstance(plain, dict):
        for name, value in plain.items():
            if value is None and is_model:
                owners.setdefault(name, []).append(plain)
            elif is_model or isinstance(source, Mapping):
                _collect(value, source if is_model else source[name], owners=owners)
    elif isinstance(plain, list) and (is_model or isinstance(source, (list, tuple))):
        given = [source] * len(plain) if is_model else [item for item in source if item is not UNSET]
        for item, where in zip(plain, given, strict=True):
            _collect(item, where, owners=owners)
