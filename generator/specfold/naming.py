"""Python names for the document's names: identifiers only, unique, stable; the document's text never passes unchecked."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable

_SHADOWING = frozenset(
    {
        "str",
        "int",
        "float",
        "bool",
        "bytes",
        "list",
        "dict",
        "tuple",
        "set",
        "property",
        "classmethod",
        "type_checking",
        "self",
        "cls",
    }
)
_MODEL_MEMBERS = frozenset({"from_dict", "to_dict", "additional_properties"})
_SOURCE_NAMES = frozenset(
    {
        "Any",
        "ClassVar",
        "Literal",
        "Mapping",
        "NotRequired",
        "Optional",
        "Self",
        "Sequence",
        "TypeAlias",
        "TypedDict",
        "Union",
    }
    | {
        "Choice",
        "EMPTY",
        "FileInput",
        "ModelCheck",
        "UNSET",
        "Unset",
        "VALIDATOR",
        "TYPE_CHECKING",
        "None",
        "True",
        "False",
    }
    | {"SpecfoldFile", "SpecfoldAliasTable", "define", "field", "frozenset", "type"}
)
CALL_OPTIONS = frozenset(
    {"extra_headers", "extra_query", "extra_body", "timeout", "deadline", "idempotency_key", "body"}
)


def _words(text: str) -> list[str]:
    spaced = re.sub(r"([a-z0-9])([A-Z])", r"\1 \2", text)
    spaced = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", spaced)
    return re.findall(r"[A-Za-z0-9]+", spaced)


def class_name(text: str) -> str:
    """Return a PascalCase identifier for a schema name or a fragment of one."""
    parts: list[str] = re.findall(r"[A-Za-z0-9]+", text)
    name = "".join(part[0].upper() + part[1:] for part in parts) or "Schema"
    if name[0].isdigit() or keyword.iskeyword(name):
        name = f"Schema{name}"
    return name


def snake_name(text: str) -> str:
    """Return a snake_case identifier that is no keyword and shadows no name generated code relies on."""
    name = _plain_snake(text)
    return f"{name}_" if name in _SHADOWING else name


def _plain_snake(text: str) -> str:
    name = "_".join(word.lower() for word in _words(text)) or "field"
    if name[0].isdigit():
        name = f"field_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def method_name(text: str) -> str:
    """Return a dotted place in the client, made of identifiers: a resource path and a method."""
    # A method may be called `list`: it hides nothing but in its own class, where generated code spells it builtins.list.
    parts = [_plain_snake(part) for part in text.split(".") if part.strip()]
    return ".".join(parts if len(parts) > 1 else ["api", *parts])


def field_names(wires: Iterable[str]) -> dict[str, str]:
    """Map each member name of one schema to its attribute, without collisions."""
    return _unique_names(wires, reserved=_MODEL_MEMBERS)


def argument_names(wires: Iterable[str]) -> dict[str, str]:
    """Map each member name of one request to its keyword argument, apart from the call options."""
    return _unique_names(wires, reserved=CALL_OPTIONS)


def _unique_names(wires: Iterable[str], *, reserved: frozenset[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    taken = set(reserved)
    for wire in wires:
        name = snake_name(wire)
        while name in taken:
            name += "_"
        taken.add(name)
        names[wire] = name
    return names


class ComponentNames:
    """Hand out schema names that stay apart even where letter case is ignored."""

    def __init__(self) -> None:
        self._taken: set[str] = {name.lower() for name in _SOURCE_NAMES}

    def claim(self, wanted: str) -> str:
        """Return `wanted` as a class name, numbered from 2 when it is taken."""
        base = class_name(wanted)
        name, number = base, 2
        while name.lower() in self._taken:
            name, number = f"{base}{number}", number + 1
        self._taken.add(name.lower())
        return name
