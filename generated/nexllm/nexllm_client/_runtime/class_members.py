"""What classes say of themselves: members, their types and their names in JSON; knows no schema and no value."""

from __future__ import annotations

import dataclasses
import functools
import inspect
import sys
import types
import typing
from collections import OrderedDict, deque
from collections.abc import (
    Collection,
    Iterable,
    Iterator,
    Mapping,
    MutableMapping,
    MutableSequence,
    MutableSet,
    Sequence,
)
from collections.abc import Set as AbstractSet
from typing import Any, Final

import attrs

from .model import Unset

UNIONS: Final = (typing.Union, types.UnionType)
# What may be asked for, and what is made of it.
ARRAYS: Final[Mapping[Any, type]] = {
    **dict.fromkeys((list, Sequence, MutableSequence, Collection, Iterable), list),
    **dict.fromkeys((set, AbstractSet, MutableSet), set),
    frozenset: frozenset,
    deque: deque,
    tuple: tuple,
}
OBJECTS: Final[Mapping[Any, type]] = {
    **dict.fromkeys((dict, Mapping, MutableMapping), dict),
    OrderedDict: OrderedDict,
}
_QUALIFIERS: Final = frozenset({"Required", "NotRequired", "ReadOnly", "Final"})
_EXTRAS: Final = "additional_properties"


@attrs.frozen(kw_only=True)
class Member:
    """
    Be one member of a class: its name in JSON, the constructor's argument, its type.

    Attributes:
        required: whether the class cannot be made without it.
        null_is_absence: whether a member that is null is read as one that is not there.
    """

    name: str
    argument: str
    kind: Any
    required: bool
    null_is_absence: bool = False


def is_pydantic(kind: Any) -> bool:
    """Say whether a class describes and checks itself as pydantic's do."""
    return hasattr(class_of(kind), "__pydantic_validator__")


def is_struct(kind: Any) -> bool:
    """Say whether a class is one of msgspec's."""
    return hasattr(class_of(kind), "__struct_fields__")


def is_model(kind: Any) -> bool:
    """Say whether a class is one of those generated from a document."""
    return all(hasattr(kind, name) for name in ("from_dict", "to_dict", _EXTRAS))


def class_of(kind: Any) -> Any:
    """Return the class of which a type such as `Box[int]` is a form; else the type itself."""
    return typing.get_origin(kind) or kind


def bare(kind: Any) -> Any:
    """Take off what gives a type another name: `NewType`, `type X = …`, and qualifiers such as `Required`."""
    while type(kind) is not type:
        origin = class_of(kind)
        if isinstance(kind, typing.NewType):
            kind = kind.__supertype__
        elif type(origin).__name__ == "TypeAliasType":
            kind = origin.__value__[typing.get_args(kind)] if typing.get_args(kind) else origin.__value__
        elif _qualifier(kind) is not None:
            kind = typing.get_args(kind)[0]
        else:
            return type(None) if kind is None else kind
    return kind


def _qualifier(kind: Any) -> str | None:
    # Those of typing_extensions are other objects of the same names.
    name = str(typing.get_origin(kind)).rpartition(".")[2]
    return name if name in _QUALIFIERS else None


def type_name(kind: Any) -> str:
    """Name a type in a message."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in UNIONS:
        return " | ".join(map(type_name, arguments))
    if origin is typing.Annotated:
        return type_name(arguments[0])
    if origin is typing.Literal:
        return f"Literal[{', '.join(map(repr, arguments))}]"
    if kind is type(None) or kind is Ellipsis:
        return "..." if kind is Ellipsis else "None"
    name = getattr(origin or kind, "__name__", None) or str(kind)
    return f"{name}[{', '.join(map(type_name, arguments))}]" if arguments else name


def documentation_of(kind: type) -> str:
    """Return the docstring of a class; one that lists the fields was written by a decorator and says nothing new."""
    said = kind.__dict__.get("__doc__") or ""
    return "" if said.startswith(f"{kind.__name__}(") else inspect.cleandoc(said)


def members_of(kind: Any) -> tuple[Member, ...] | None:
    """
    Return the members of a dataclass, an attrs class, a NamedTuple or a TypedDict; None for what is none of them.

    Raises:
        TypeError: the type of a member is not known.
    """
    return _members(kind) if isinstance(class_of(kind), type) else None


@functools.lru_cache(maxsize=256)
def _members(kind: Any) -> tuple[Member, ...] | None:
    origin = class_of(kind)
    if _is_typed_dict(origin):
        return tuple(_of_typed_dict(origin, hints_of(kind)))
    if attrs.has(origin):
        return tuple(_of_attrs(origin, hints_of(kind)))
    if dataclasses.is_dataclass(origin):
        return tuple(_of_dataclass(origin, hints_of(kind)))
    if issubclass(origin, tuple) and hasattr(origin, "_field_defaults"):
        return tuple(_of_named_tuple(origin, hints_of(kind)))
    return None


def _is_typed_dict(kind: type) -> bool:
    return issubclass(kind, dict) and hasattr(kind, "__required_keys__")  # those of typing_extensions too


def _of_named_tuple(kind: Any, hints: Mapping[str, Any]) -> Iterator[Member]:
    for name in kind._fields:
        yield _member(name, hints.get(name, Any), required=name not in kind._field_defaults)


def _of_typed_dict(kind: Any, hints: Mapping[str, Any]) -> Iterator[Member]:
    for name, hint in hints.items():
        said = set(_qualifiers(hint))
        required = "Required" in said or ("NotRequired" not in said and name in kind.__required_keys__)
        yield _member(name, hint, required=required, may_be_absent=not required)


def _qualifiers(hint: Any) -> Iterator[str]:
    # Annotations that are texts hide their qualifiers from `__required_keys__`.
    while (name := _qualifier(hint)) is not None or typing.get_origin(hint) is typing.Annotated:
        if name is not None:
            yield name
        hint = typing.get_args(hint)[0]


def _of_attrs(kind: Any, hints: Mapping[str, Any]) -> Iterator[Member]:
    wire = _wire_names(kind) if is_model(kind) else {}
    for field in attrs.fields(kind):
        if field.init and not (is_model(kind) and field.name == _EXTRAS):
            argument = field.alias or field.name
            yield _member(
                wire.get(field.name, argument),
                hints.get(field.name, field.type or Any),
                argument=argument,
                required=field.default is attrs.NOTHING,
            )


def _wire_names(kind: type) -> dict[str, str]:
    """Return the names that members of a generated class have in JSON; its module lists them."""
    listed = (getattr(sys.modules.get(base.__module__), "_FIELDS", ()) for base in kind.__mro__)
    return dict(next(filter(None, listed), ()))


def _of_dataclass(kind: Any, hints: Mapping[str, Any]) -> Iterator[Member]:
    kept = {field.name for field in dataclasses.fields(kind)}
    for name, field in kind.__dataclass_fields__.items():
        hint = hints[name]
        is_passed_on = isinstance(hint, dataclasses.InitVar)  # to `__post_init__`
        if field.init and (is_passed_on or name in kept):
            has_default = field.default is not dataclasses.MISSING or field.default_factory is not dataclasses.MISSING
            yield _member(name, hint.type if is_passed_on else hint, required=not has_default)


def _member(
    name: str, hint: Any, *, required: bool, argument: str | None = None, may_be_absent: bool = False
) -> Member:
    kind = bare(hint)
    if typing.get_origin(kind) in UNIONS and Unset in typing.get_args(kind):
        union: Any = typing.Union
        kind, may_be_absent = union[tuple(part for part in typing.get_args(kind) if part is not Unset)], True
    return Member(
        name=name,
        argument=argument or name,
        kind=kind,
        required=required,
        null_is_absence=may_be_absent and not _takes_null(kind),
    )


def _takes_null(kind: Any) -> bool:
    kind = bare(kind)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        return _takes_null(arguments[0])
    if origin in UNIONS:
        return any(map(_takes_null, arguments))
    return None in arguments if origin is typing.Literal else kind in (Any, object, type(None))


def hints_of(kind: Any) -> dict[str, Any]:
    """
    Return the annotations of a class or function, resolved; type variables are what the type says they are.

    Raises:
        TypeError: one cannot be resolved.
    """
    variables = _variables_of(kind)
    return {name: _substituted(hint, variables) for name, hint in _resolved(class_of(kind)).items()}


def _resolved(kind: Any) -> dict[str, Any]:
    known: dict[str, Any] = {}
    while True:
        try:
            return typing.get_type_hints(kind, localns=known or None, include_extras=True)
        except NameError as error:
            name = str(error.name)
            found = _find(kind, name)
            if found is None:
                raise TypeError(
                    f"{type_name(kind)}: the type {name!r} is not known where {type_name(kind)} is defined"
                ) from None
            known[name] = found
        except (AttributeError, SyntaxError, TypeError) as error:
            raise TypeError(f"{type_name(kind)}: its annotations cannot be read ({error})") from None


def _find(kind: Any, name: str) -> Any:
    """Find what the namespace of an annotation lacks: the class itself, or a model that its module names for type checkers only."""
    for base in getattr(kind, "__mro__", ()):
        if base.__name__ == name:
            return base
        package = sys.modules.get(base.__module__.rpartition(".")[0])
        if is_model(base) and hasattr(package, name):
            return getattr(package, name)
    return None


def _variables_of(kind: Any) -> dict[Any, Any]:
    origin = class_of(kind)
    own = dict(zip(getattr(origin, "__parameters__", ()), typing.get_args(kind), strict=False))
    variables = dict(own)
    for base in getattr(origin, "__orig_bases__", ()):
        for variable, said in _variables_of(base).items():
            meant = _substituted(said, own)
            if variables.setdefault(variable, meant) != meant:
                raise TypeError(
                    f"{type_name(kind)}: {variable} stands for two types, {type_name(meant)} is one of them"
                )
    return variables


def _substituted(hint: Any, variables: Mapping[Any, Any]) -> Any:
    if isinstance(hint, typing.TypeVar):
        return variables.get(hint, hint)
    parameters = () if isinstance(hint, type) else getattr(hint, "__parameters__", ())
    return hint[tuple(variables.get(parameter, parameter) for parameter in parameters)] if parameters else hint
