"""Python types to JSON Schema: classes of every library, enumerations and the standard containers; knows no request."""

from __future__ import annotations

import datetime as dt
import enum
import re
import sys
import typing
import uuid
from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final, NoReturn

from .class_members import (
    ARRAYS,
    OBJECTS,
    UNIONS,
    Member,
    bare,
    class_of,
    documentation_of,
    is_pydantic,
    is_struct,
    members_of,
    type_name,
)
from .notes import bounded, bounds_of, description_of
from .subschemas import POINTER, defined_name, iter_schemas, map_subschemas

DECIMAL: Final = r"^-?[0-9]+(\.[0-9]+)?$"
_NAMES: Final[Mapping[type, str]] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}
_SCALARS: Final[Mapping[Any, Mapping[str, Any]]] = {
    **{kind: {"type": name} for kind, name in _NAMES.items()},
    dt.datetime: {"type": "string", "format": "date-time"},
    dt.date: {"type": "string", "format": "date"},
    dt.time: {"type": "string", "format": "time"},
    uuid.UUID: {"type": "string", "format": "uuid"},
    Decimal: {"type": "string", "pattern": DECIMAL},
    Any: {},
    object: {},
}


def schema_of(kind: Any) -> dict[str, Any]:
    """
    Describe a type as JSON Schema, with `$defs` for the classes in it.

    Raises:
        TypeError: the type has no form in JSON, or is not known.
    """
    writer = _Writer()
    return writer.whole(writer.write(kind))


def object_schema(members: Iterable[Member]) -> dict[str, Any]:
    """
    Describe an object by its members.

    Raises:
        TypeError: the type of one has no form in JSON, or is not known.
    """
    writer = _Writer()
    return writer.whole(writer.write_object(members))


class _Writer:
    """Write schemas, each class once."""

    def __init__(self) -> None:
        self.defs: dict[str, Any] = {}
        self._names: dict[Any, str] = {}
        self._adopted: dict[str, Any] = {}

    def whole(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Return a schema with the definitions it needs; a class stands at the root itself, also one that holds itself."""
        if set(schema) == {"$ref"}:
            name = str(defined_name(schema))
            schema = self.defs[name]
            if all(defined_name(part) != name for part in iter_schemas({"$defs": self.defs})):
                del self.defs[name]
        return {**schema, **({"$defs": self.defs} if self.defs else {})}

    def write(self, kind: Any) -> dict[str, Any]:
        """Return the schema of a type; that of a class is a reference."""
        kind = bare(kind)
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if not isinstance(kind, Hashable):
            _refuse(kind, "it is no type")
        if origin is typing.Annotated:
            return self._annotated(arguments)
        if origin is typing.Literal:
            return _values(kind, arguments)
        if origin in UNIONS:
            return {"anyOf": [self.write(option) for option in arguments]}
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return _values(kind, kind)
        container = self._container(origin or kind, arguments)
        if container is not None:
            return container
        if kind in _SCALARS:
            return dict(_SCALARS[kind])
        return self._class(kind)

    def write_object(self, members: Iterable[Member]) -> dict[str, Any]:
        """Return the schema of an object."""
        members = tuple(members)
        return {
            "type": "object",
            "properties": {member.name: self._member(member) for member in members},
            "required": [member.name for member in members if member.required],
            "additionalProperties": False,
        }

    def _member(self, member: Member) -> dict[str, Any]:
        schema = self.write(member.kind)
        return {"anyOf": [schema, {"type": "null"}]} if member.null_is_absence else schema

    def _annotated(self, arguments: tuple[Any, ...]) -> dict[str, Any]:
        schema = bounded(self.write(arguments[0]), bounds_of(arguments[1:]))
        described = description_of(arguments[1:])
        return {**schema, "description": described} if described else schema

    def _container(self, origin: Any, arguments: tuple[Any, ...]) -> dict[str, Any] | None:
        if origin is tuple and arguments and arguments[-1] is not Ellipsis:
            options = [self.write(part) for part in arguments]
            return {"type": "array", "prefixItems": options, "minItems": len(options), "maxItems": len(options)}
        if origin in ARRAYS:
            return {"type": "array", "items": self.write(arguments[0]) if arguments else {}}
        if origin in OBJECTS:
            if arguments and bare(arguments[0]) is not str:
                _refuse(arguments[0], "the keys of JSON objects are strings")
            return {"type": "object", "additionalProperties": self.write(arguments[1]) if arguments else {}}
        return None

    def _class(self, kind: Any) -> dict[str, Any]:
        if isinstance(kind, typing.TypeVar):
            _refuse(kind, "say what it stands for, as in `Box[int]`")
        if kind in self._names:
            return {"$ref": POINTER + self._names[kind]}
        members = None if is_pydantic(kind) or is_struct(kind) else members_of(kind)
        if members is None and not (is_pydantic(kind) or is_struct(kind)):
            _refuse(kind, "use a dataclass, an attrs, pydantic or msgspec class, a TypedDict, or a type of JSON")
        name = self._free_name(re.sub(r"\W+", "_", type_name(kind), flags=re.ASCII).strip("_"))
        self._names[kind], self.defs[name] = name, {}
        if members is None:
            self._adopt(name, _own_schema(kind))
        else:
            said = documentation_of(class_of(kind))
            described = {"description": said} if said else {}
            self.defs[name] = {**described, **self.write_object(members)}
        return {"$ref": POINTER + name}

    def _free_name(self, name: str) -> str:
        while name in self.defs:
            name += "_"
        return name

    def _adopt(self, root: str, schema: dict[str, Any]) -> None:
        """Take a schema another library wrote, and the definitions that came with it, under names that are free."""
        inner = dict(schema.pop("$defs", {}))
        own = defined_name(schema) or ""
        schema = inner.pop(own, schema)
        taken = inner.keys() & self.defs.keys()
        if all(self._adopted.get(name) == inner[name] for name in taken):  # the same classes, come with another one
            taken = set()
            self._adopted |= {**inner, **({root: schema} if own in {"", root} else {})}
        self.defs |= {name: {} for name in inner if name not in self.defs}
        names = {own: root}
        for name in sorted(taken):
            names[name] = self._free_name(name)
            self.defs[names[name]] = {}
        self.defs[root] = _renamed(schema, names)
        for name, part in inner.items():
            self.defs[names.get(name, name)] = _renamed(part, names)


def _renamed(schema: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    copy = map_subschemas(schema, lambda part: _renamed(part, names))
    copy.pop("discriminator", None)  # no keyword of JSON Schema, and it has references of its own
    name = defined_name(schema)
    return copy if name is None else {**copy, "$ref": POINTER + names.get(name, name)}


def _own_schema(kind: Any) -> dict[str, Any]:
    try:
        if is_pydantic(kind):
            schema: dict[str, Any] = sys.modules["pydantic"].TypeAdapter(kind).json_schema()
            return schema
        return dict(sys.modules["msgspec"].json.schema(kind))
    except (LookupError, NameError, RuntimeError, TypeError, ValueError) as error:  # of which both libraries make use
        raise TypeError(f"{type_name(kind)} cannot be described as JSON: {error}") from error


def _values(kind: Any, values: Iterable[Any]) -> dict[str, Any]:
    plain = [value.value if isinstance(value, enum.Enum) else value for value in values]
    if any(type(value) not in _NAMES for value in plain):
        _refuse(kind, "its values are to be those of JSON")
    names = list(dict.fromkeys(_NAMES[type(value)] for value in plain))
    return {"type": names[0] if len(names) == 1 else names, "enum": plain}


def _refuse(kind: Any, hint: str) -> NoReturn:
    raise TypeError(f"{type_name(kind)} cannot be described as JSON: {hint}")
