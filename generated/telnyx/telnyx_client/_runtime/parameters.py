"""Parameter values to text by OpenAPI's styles (pure); knows no operation."""

from __future__ import annotations

from typing import Any, Final

_DELIMITERS: Final = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


def text_of(value: Any) -> str:
    """Write one plain value: booleans and null in JSON's words, the rest as Python does."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def simple_text(value: Any, *, explode: bool) -> str:
    """Write a value in style `simple`, as paths and headers use it."""
    if isinstance(value, list):
        return ",".join(text_of(item) for item in value)
    if isinstance(value, dict):
        between = "=" if explode else ","
        return ",".join(f"{name}{between}{text_of(item)}" for name, item in value.items())
    return text_of(value)


def nested_pairs(name: str, value: Any) -> list[tuple[str, str]]:
    """Write a value the document says nothing about: lists repeat the name, members of objects are `name[member]`."""
    if isinstance(value, dict):
        return [pair for key, item in value.items() for pair in nested_pairs(f"{name}[{key}]", item)]
    if isinstance(value, list):
        return [pair for item in value for pair in nested_pairs(name, "null" if item is None else item)]
    return [] if value is None else [(name, text_of(value))]


def query_pairs(name: str, value: Any, *, style: str, explode: bool) -> list[tuple[str, str]]:
    """Write a value as query members in one of the styles of queries; null is left out, a query has no null."""
    if value is None:
        return []
    if isinstance(value, dict):
        if style == "deepObject":
            return [(f"{name}[{key}]", text_of(item)) for key, item in value.items()]
        if explode:
            return [(key, text_of(item)) for key, item in value.items()]
        return [(name, ",".join(f"{key},{text_of(item)}" for key, item in value.items()))]
    if isinstance(value, list):
        if explode:
            return [(name, text_of(item)) for item in value]
        return [(name, _DELIMITERS.get(style, ",").join(text_of(item) for item in value))]
    return [(name, text_of(value))]
