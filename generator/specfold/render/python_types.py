"""What a schema is in Python: a small algebra of types, their annotations and their decoders. Knows no renderer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from specfold.render.emit import literal


@attrs.frozen
class Scalar:
    """A type that needs no decoding: `str`, `int`, `float`, `bool`, `bytes`, `None` or `Any`."""

    name: str


@attrs.frozen
class Literals:
    """One of a few values; open when decoded, so that a new value is kept."""

    values: tuple[str | int, ...]


@attrs.frozen
class ModelRef:
    """A class of the models package."""

    name: str


@attrs.frozen
class ListOf:
    """A JSON array."""

    item: PythonType


@attrs.frozen
class MapOf:
    """A JSON object without named members."""

    value: PythonType


@attrs.frozen
class UnionOf:
    """One of several types."""

    options: tuple[PythonType, ...]


PythonType: TypeAlias = "Scalar | Literals | ModelRef | ListOf | MapOf | UnionOf"

ANY = Scalar("Any")


def iter_models(kind: PythonType) -> Iterator[str]:
    """Yield the name of every class a type mentions."""
    match kind:
        case ModelRef(name):
            yield name
        case ListOf(inner) | MapOf(inner):
            yield from iter_models(inner)
        case UnionOf(options):
            for option in options:
                yield from iter_models(option)
        case _:
            return


def annotate(kind: PythonType, *, prefix: str = "", list_name: str = "list", is_open: bool = True) -> str:
    """
    Return the annotation of a value.

    Args:
        kind: the type.
        prefix: put before class names, `models.` where they are not imported one by one.
        list_name: how `list` is spelled where a method hides it.
        is_open: whether it is decoded, so that an enumeration may have a new value.
    """
    return " | ".join(annotation_options(kind, prefix=prefix, list_name=list_name, is_open=is_open))


def annotation_options(
    kind: PythonType, *, prefix: str = "", list_name: str = "list", is_open: bool = True
) -> list[str]:
    """Return the options of the union that an annotation is: null last, and nothing beside what may be anything."""
    parts = dict.fromkeys(_annotations(kind, prefix, list_name=list_name, is_open=is_open))
    if "Any" in parts:
        return ["Any"]
    return [part for part in parts if part != "None"] + (["None"] if "None" in parts else [])


def _annotations(kind: PythonType, prefix: str, *, list_name: str, is_open: bool) -> Iterator[str]:
    match kind:
        case Scalar(name):
            yield name
        case Literals(values):
            yield f"Literal[{', '.join(literal(value) for value in values)}]"
            if is_open:
                yield from sorted({type(value).__name__ for value in values}, reverse=True)
        case ModelRef(name):
            yield prefix + name
        case ListOf(item):
            yield f"{list_name}[{annotate(item, prefix=prefix, list_name=list_name, is_open=is_open)}]"
        case MapOf(value):
            yield f"dict[str, {annotate(value, prefix=prefix, list_name=list_name, is_open=is_open)}]"
        case UnionOf(options):
            for option in options:
                yield from _annotations(option, prefix, list_name=list_name, is_open=is_open)


def decode(kind: PythonType, value: str, *, dispatches: Mapping[tuple[str, ...], str], depth: int = 0) -> str | None:
    """
    Return the expression that decodes a raw JSON value, None where it is kept as it came.

    Args:
        kind: the type.
        value: the expression of the raw value, safe to repeat.
        dispatches: classes to choose between, to the name of the generated function that does.
        depth: how many comprehensions this expression stands in.
    """
    branches = list(_branches(kind))
    as_dict = _decode_objects(
        [part for part in branches if isinstance(part, ModelRef | MapOf)], value, dispatches=dispatches, depth=depth
    )
    as_list = next(
        (
            _decode_list(part, value, dispatches=dispatches, depth=depth)
            for part in branches
            if isinstance(part, ListOf)
        ),
        None,
    )
    expression = value
    if as_list is not None:
        expression = f"{as_list} if type({value}) is list else {expression}"
    if as_dict is not None:
        expression = f"{as_dict} if type({value}) is dict else {expression}"
    return None if expression == value else expression


def _branches(kind: PythonType) -> Iterator[PythonType]:
    if isinstance(kind, UnionOf):
        for option in kind.options:
            yield from _branches(option)
    else:
        yield kind


def model_choices(kind: PythonType) -> Iterator[tuple[str, ...]]:
    """Yield every set of classes that a decoder has to choose between."""
    branches = list(_branches(kind))
    models = tuple(part.name for part in branches if isinstance(part, ModelRef))
    if len(models) > 1:
        yield models
    for part in branches:
        if isinstance(part, ListOf):
            yield from model_choices(part.item)
        elif isinstance(part, MapOf):
            yield from model_choices(part.value)


def _decode_objects(
    parts: list[PythonType], value: str, *, dispatches: Mapping[tuple[str, ...], str], depth: int
) -> str | None:
    models = tuple(part.name for part in parts if isinstance(part, ModelRef))
    if len(models) > 1:
        return f"{dispatches[models]}({value})"
    if models:
        return f"_models.{models[0]}.from_dict({value})"
    for part in parts:
        if isinstance(part, MapOf):
            inner = decode(part.value, f"v{depth}", dispatches=dispatches, depth=depth + 1)
            return None if inner is None else f"{{k{depth}: {inner} for k{depth}, v{depth} in {value}.items()}}"
    return None


def _decode_list(part: ListOf, value: str, *, dispatches: Mapping[tuple[str, ...], str], depth: int) -> str | None:
    inner = decode(part.item, f"i{depth}", dispatches=dispatches, depth=depth + 1)
    return None if inner is None else f"[{inner} for i{depth} in {value}]"
