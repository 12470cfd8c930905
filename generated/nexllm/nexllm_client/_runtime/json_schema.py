"""Python types to JSON Schema: dataclasses, attrs classes, TypedDicts and the standard containers; knows no request."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import sys
import types
import typing
import uuid
from collections.abc import Mapping, Sequence
from typing import Any, Final, NoReturn

import attrs

_SCALARS: Final[Mapping[Any, Mapping[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    dt.datetime: {"type": "string", "format": "date-time"},
    dt.date: {"type": "string", "format": "date"},
    uuid.UUID: {"type": "string", "format": "uuid"},
    Any: {},
    object: {},
}
UNIONS: Final = (typing.Union, types.UnionType)


def is_pydantic(kind: Any) -> bool:
    """Say whether a class describes and checks itself as pydantic's models do."""
    return isinstance(kind, type) and hasattr(kind, "model_json_schema") and hasattr(kind, "model_validate")


def is_struct(kind: Any) -> bool:
    """Say whether a class is one of msgspec's; it was imported then."""
    return isinstance(kind, type) and hasattr(kind, "__struct_fields__") and "msgspec" in sys.modules


@attrs.frozen(kw_only=True)
class Member:
    """
    Be one member of a class: its name in JSON, the constructor's argument, its type.

    Attributes:
        required: whether the class cannot be made without it.
    """

    name: str
    argument: str
    kind: Any
    required: bool


def members_of(kind: Any) -> tuple[Member, ...] | None:
    """Return the members of a dataclass, an attrs class or a TypedDict; None for what is none of them."""
    if typing.is_typeddict(kind):
        hints = typing.get_type_hints(kind, include_extras=True)
        return tuple(
            Member(name=name, argument=name, kind=_bare(hint), required=name in kind.__required_keys__)
            for name, hint in hints.items()
        )
    if isinstance(kind, type) and attrs.has(kind):
        hints = typing.get_type_hints(kind, include_extras=True)
        return tuple(
            Member(
                name=field.alias or field.name,
                argument=field.alias or field.name,
                kind=hints.get(field.name, Any),
                required=field.default is attrs.NOTHING,
            )
            for field in attrs.fields(kind)
            if field.init
        )
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind, include_extras=True)
        return tuple(
            Member(
                name=field.name,
                argument=field.name,
                kind=hints[field.name],
                required=field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
            )
            for field in dataclasses.fields(kind)
            if field.init
        )
    return None


def _bare(hint: Any) -> Any:
    """Take `Required` and `NotRequired` off."""
    return typing.get_args(hint)[0] if typing.get_origin(hint) in {typing.Required, typing.NotRequired} else hint


def schema_of(kind: Any) -> dict[str, Any]:
    """
    Describe a type as JSON Schema, with `$defs` for the classes in it.

    Raises:
        TypeError: the type has no form in JSON.
    """
    writer = _Writer()
    schema = writer.write(kind)
    if set(schema) == {"$ref"} and writer.defs:
        name = schema["$ref"].rpartition("/")[2]
        if f"#/$defs/{name}" not in repr(writer.defs):  # the class does not hold itself: it can stand at the root
            schema = writer.defs.pop(name)
    return {**schema, **({"$defs": writer.defs} if writer.defs else {})}


class _Writer:
    """Write schemas, each class once."""

    def __init__(self) -> None:
        self.defs: dict[str, Any] = {}
        self._names: dict[Any, str] = {}

    def write(self, kind: Any) -> dict[str, Any]:
        if kind in _SCALARS:
            return dict(_SCALARS[kind])
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if origin is typing.Annotated:
            return self._annotated(arguments)
        if origin is typing.Literal:
            return _values(list(arguments))
        if origin in UNIONS:
            return {"anyOf": [self.write(option) for option in arguments]}
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return _values([member.value for member in kind])
        container = self._container(origin or kind, arguments)
        if container is not None:
            return container
        return self._class(kind)

    def _annotated(self, arguments: tuple[Any, ...]) -> dict[str, Any]:
        said = [note for note in arguments[1:] if isinstance(note, str)]
        schema = self.write(arguments[0])
        return {**schema, "description": said[0]} if said else schema

    def _container(self, origin: Any, arguments: tuple[Any, ...]) -> dict[str, Any] | None:
        if not isinstance(origin, type):
            return None
        if issubclass(origin, tuple) and arguments and arguments[-1] is not Ellipsis:
            options = [self.write(part) for part in arguments]
            return {"type": "array", "prefixItems": options, "minItems": len(options), "maxItems": len(options)}
        if issubclass(origin, (list, tuple, set, frozenset)) or origin is Sequence:
            return {"type": "array", "items": self.write(arguments[0]) if arguments else {}}
        if (issubclass(origin, dict) and not typing.is_typeddict(origin)) or origin is Mapping:
            if arguments and arguments[0] is not str:
                _refuse(arguments[0], "the keys of JSON objects are strings")
            return {"type": "object", "additionalProperties": self.write(arguments[1]) if arguments else {}}
        return None

    def _class(self, kind: Any) -> dict[str, Any]:
        if kind in self._names:
            return {"$ref": f"#/$defs/{self._names[kind]}"}
        members = None if is_pydantic(kind) or is_struct(kind) else members_of(kind)
        if members is None and not (is_pydantic(kind) or is_struct(kind)):
            _refuse(kind, "use a dataclass, an attrs, pydantic or msgspec class, a TypedDict, or a type of JSON")
        name = str(getattr(kind, "__name__", "Value"))
        while name in self.defs:
            name += "_"
        self._names[kind], self.defs[name] = name, {}
        if members is None:
            self._adopt(name, _own_schema(kind))
        else:
            self.defs[name] = {
                "type": "object",
                "properties": {member.name: self.write(member.kind) for member in members},
                "required": [member.name for member in members if member.required],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}

    def _adopt(self, name: str, schema: dict[str, Any]) -> None:
        """Take a schema another library wrote, and the definitions that came with it."""
        self.defs.update(schema.pop("$defs", {}))
        root = schema.get("$ref")
        if isinstance(root, str) and root.startswith("#/$defs/"):
            schema = dict(self.defs[root.rpartition("/")[2]])
        self.defs[name] = schema


def _own_schema(kind: Any) -> dict[str, Any]:
    if is_pydantic(kind):
        schema: dict[str, Any] = kind.model_json_schema()
        return schema
    return dict(sys.modules["msgspec"].json.schema(kind))


def _values(values: list[Any]) -> dict[str, Any]:
    kinds = {type(value) for value in values}
    named = _SCALARS.get(next(iter(kinds)), {}).get("type") if len(kinds) == 1 else None
    return {**({"type": named} if named else {}), "enum": values}


def _refuse(kind: Any, hint: str) -> NoReturn:
    raise TypeError(f"{kind!r} cannot be described as JSON: {hint}")


def is_closed(schema: Any) -> bool:
    """Say whether every object of a schema names all its members, as strict structured output demands."""
    if isinstance(schema, list):
        return all(map(is_closed, schema))
    if not isinstance(schema, Mapping):
        return True
    if schema.get("type") == "object" and schema.get("additionalProperties") is not False:
        return False
    return all(is_closed(part) for key, part in schema.items() if key not in {"enum", "const", "default", "required"})


def closed(schema: Any) -> Any:
    """Return a schema whose objects with named members demand all of them and allow no other."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    copy = {key: part if key in {"enum", "const", "default"} else closed(part) for key, part in schema.items()}
    properties = schema.get("properties")
    if schema.get("type") == "object" and isinstance(properties, Mapping):
        copy |= {"required": list(properties), "additionalProperties": False}
    return copy
