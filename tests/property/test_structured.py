"""Classes of any shape and library: whatever the schema that is sent allows is read, and nothing of it is lost."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import functools
import importlib
import types
import typing
import uuid
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal

import attrs
import jsonschema
import msgspec
import pydantic
import pytest
import typing_extensions
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from overrides.conversion import convert
from overrides.json_schema import schema_of
from overrides.keywords import identity
from overrides.strict_schema import strict_form
from overrides.subschemas import defined_name
from overrides.tool_results import plain_form
from tests.property.test_models import VENDORS, classes_of

# Words of JSON Schema among them, and few enough that classes of a union share some.
NAMES = ("a", "b", "kind", "type", "default", "properties", "items", "enum")
Letter = enum.Enum("Letter", {"X": "x", "Y": "y"})
Mixed = enum.Enum("Mixed", {"ONE": 1, "TEXT": "one", "NO": False})
UserId = typing.NewType("UserId", int)


@dataclasses.dataclass
class Node:
    """Be a node of a tree."""

    label: str
    children: list[Node]
    parent: Node | None = None


class Tree(pydantic.BaseModel):
    """Be a tree of pydantic."""

    label: str
    children: list[Tree] = []


class Branch(msgspec.Struct):
    """Be a tree of msgspec."""

    label: str
    children: list[Branch] = []


LEAVES: tuple[Any, ...] = (
    str, int, float, bool, type(None), dt.date, uuid.UUID, UserId, Letter, Mixed, Node, dict, list, Any,
    Literal["x"], Literal["y"], Literal[1, "two"], Literal[True],
)  # fmt: skip
TEXTS = (str, dt.date, dt.datetime, dt.time, uuid.UUID, Decimal)
Fields = Mapping[str, tuple[Any, bool]]


def dataclass_of(name: str, fields: Fields) -> Any:
    """Make a dataclass."""
    listed = [
        (key, kind, dataclasses.field(default=None) if optional else dataclasses.field())
        for key, (kind, optional) in fields.items()
    ]
    return dataclasses.make_dataclass(name, listed, kw_only=True)


def attrs_of(name: str, fields: Fields) -> Any:
    """Make an attrs class."""
    members = {
        key: attrs.field(type=kind, default=None if optional else attrs.NOTHING, kw_only=True)
        for key, (kind, optional) in fields.items()
    }
    return attrs.make_class(name, members)


def typed_dict_of(name: str, fields: Fields) -> Any:
    """Make a TypedDict."""
    wrapped = {
        key: typing_extensions.NotRequired[kind] if optional else kind for key, (kind, optional) in fields.items()
    }
    make: Any = typing_extensions.TypedDict
    return make(name, wrapped)


def named_tuple_of(name: str, fields: Fields) -> Any:
    """Make a NamedTuple."""
    return typing.NamedTuple(name, [(key, kind) for key, (kind, _) in fields.items()])


def pydantic_of(name: str, fields: Fields) -> Any:
    """Make a model of pydantic."""
    members: dict[str, Any] = {key: (kind, None if optional else ...) for key, (kind, optional) in fields.items()}
    return pydantic.create_model(name, **members)


def struct_of(name: str, fields: Fields) -> Any:
    """Make a struct of msgspec."""
    return msgspec.defstruct(
        name, [(key, kind, None) if optional else (key, kind) for key, (kind, optional) in fields.items()], kw_only=True
    )


Maker = Callable[[str, Fields], Any]
PLAIN: tuple[Maker, ...] = (dataclass_of, attrs_of, typed_dict_of, named_tuple_of)
# What makes classes, and what else may be in them: a library describes some types of Python by less than it demands.
KINDS: dict[str, tuple[tuple[Maker, ...], tuple[Any, ...]]] = {
    "standard": (PLAIN, (*LEAVES, Literal[Letter.X], Decimal, dt.datetime, dt.time)),
    "pydantic": ((*PLAIN, pydantic_of, pydantic_of), (*LEAVES, Tree, dt.datetime, dt.time)),
    "msgspec": ((*PLAIN, struct_of, struct_of), (*LEAVES, Branch)),
}


@st.composite
def classes(draw: st.DrawFn, *, makers: tuple[Maker, ...], inner: st.SearchStrategy[Any]) -> Any:
    """Draw a class of some library."""
    fields = draw(st.dictionaries(st.sampled_from(NAMES), st.tuples(inner, st.booleans()), min_size=1, max_size=3))
    try:
        return draw(st.sampled_from(makers))(draw(st.sampled_from(["Item", "Other"])), fields)
    except (TypeError, RuntimeError, AttributeError):  # a library that does not take such a member
        assume(False)


def unions(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw unions; at most one of texts, which read like one another."""
    options = st.lists(inner, min_size=2, max_size=3).filter(lambda kinds: sum(kind in TEXTS for kind in kinds) < 2)
    union: Any = typing.Union
    return options.map(lambda kinds: union[tuple(kinds)])


def kinds_of(makers: tuple[Maker, ...], leaves: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    """Draw types, and what is made of them."""
    return st.recursive(
        st.sampled_from(leaves),
        lambda inner: (
            classes(makers=makers, inner=inner)
            | classes(makers=makers, inner=inner)
            | unions(inner)
            | inner.map(lambda kind: types.GenericAlias(list, (kind,)))
            | inner.map(lambda kind: types.GenericAlias(tuple, (kind, kind)))
            | inner.map(lambda kind: types.GenericAlias(dict, (str, kind)))
            | st.tuples(inner, inner).map(lambda kinds: types.GenericAlias(tuple, kinds))
        ),
        max_leaves=6,
    )


FORMATS = {
    "date": st.dates().map(dt.date.isoformat),
    "date-time": st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat()),
    "time": st.times().map(lambda time: time.replace(microsecond=0).isoformat()),
    "uuid": st.uuids().map(str),
}
INTEGERS = st.integers(-(2**40), 2**40)
SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    "string": st.text(max_size=3),
    "integer": INTEGERS | INTEGERS.map(float),
    "number": st.floats(-1e6, 1e6),
    "boolean": st.booleans(),
    "null": st.none(),
}


def values_of(schema: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Draw values that are valid under a schema."""
    definitions: dict[str, st.SearchStrategy[Any]] = {}
    for name, definition in schema.get("$defs", {}).items():
        definitions[name] = _deferred(definition, definitions)
    return _values(schema, definitions)


def _deferred(schema: Mapping[str, Any], definitions: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    return st.deferred(lambda: _values(schema, definitions))


def _values(schema: Mapping[str, Any], definitions: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    inner = functools.partial(_values, definitions=definitions)
    name = defined_name(schema)
    if name is not None:
        return definitions[name]
    if "anyOf" in schema:
        return st.one_of([inner(branch) for branch in schema["anyOf"]])
    if schema.get("type") == "array":
        return _arrays(schema, inner)
    if schema.get("type") == "object":
        return _objects(schema, inner)
    return _scalars(schema)


def _arrays(schema: Mapping[str, Any], inner: Callable[[Any], st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    if "prefixItems" in schema:
        return st.tuples(*map(inner, schema["prefixItems"])).map(list)
    return st.lists(
        inner(schema.get("items", {})), min_size=schema.get("minItems", 0), max_size=schema.get("maxItems", 2)
    )


def _objects(schema: Mapping[str, Any], inner: Callable[[Any], st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    others = schema.get("additionalProperties", True)
    if others is False:
        return st.fixed_dictionaries({key: inner(part) for key, part in schema["properties"].items()})
    return st.dictionaries(st.text(max_size=2), inner({} if others is True else others), max_size=2)


def _scalars(schema: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum") or [schema["const"]])
    if "pattern" in schema:
        return st.decimals(-1000, 1000, places=2).map(str)
    if "format" in schema:
        return FORMATS[schema["format"]]
    return SCALARS[schema["type"]] if "type" in schema else st.one_of(*SCALARS.values())


def without_null_members(value: Any) -> Any:
    """Take members that are null away: one that may be absent is null where all are demanded."""
    if isinstance(value, dict):
        return {name: without_null_members(item) for name, item in value.items() if item is not None}
    return [without_null_members(item) for item in value] if isinstance(value, list) else value


@pytest.mark.slow
@pytest.mark.parametrize("library", list(KINDS))
@settings(max_examples=100)
@given(data=st.data())
def test_what_the_schema_allows_is_read_whole(library: str, data: st.DataObject) -> None:
    """A value valid under the schema of a type becomes a value of that type, whose plain form is the same JSON again."""
    kind = data.draw(kinds_of(*KINDS[library]))
    try:
        schema = strict_form(schema_of(kind))
    except TypeError:  # a library that does not describe a class of another
        assume(False)
    value = data.draw(values_of(schema))
    jsonschema.Draft202012Validator(schema).validate(value)

    read = convert(value, kind)

    assert identity(without_null_members(plain_form(read))) == identity(without_null_members(value))


@functools.cache
def described_models() -> list[tuple[Any, Any, dict[str, Any]]]:
    """Return the generated classes of every client, with the runtime of each and the schema; files are no JSON."""
    found = []
    for vendor in sorted(VENDORS):
        for kind in classes_of(vendor):
            package = kind.__module__.partition(".")[0]
            try:
                schema = importlib.import_module(f"{package}._runtime.json_schema").schema_of(kind)
            except TypeError as error:
                if "bytes cannot be described" not in str(error):
                    raise
            else:
                found.append((kind, importlib.import_module(f"{package}._runtime.conversion"), schema))
    return found


@settings(max_examples=300)
@given(data=st.data())
def test_generated_classes_are_read_too(data: st.DataObject) -> None:
    """The classes of a client are described although their modules name their types for type checkers only, and read whole."""
    kind, conversion, schema = data.draw(st.sampled_from(described_models()))
    value = data.draw(values_of(strict_form(schema)))

    read = conversion.convert(value, kind)

    assert type(read) is kind
    assert without_null_members(read.to_dict()) == without_null_members(value)
