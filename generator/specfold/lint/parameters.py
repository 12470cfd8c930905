"""Rules about paths and parameters: templates and what is declared, the same one twice, paths of the same shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specfold.document import Json, JsonObject
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer
from specfold.schema.walk import Operation

_TEMPLATE: Final = re.compile(r"\{([^{}]*)\}")
_RESERVED: Final = frozenset({"accept", "content-type", "authorization"})


def check_path_parameters(subject: Subject) -> Iterator[Problem]:
    """Find path templates whose names and declared path parameters differ."""
    for operation in subject.operations:
        named = _TEMPLATE.findall(operation.path)
        declared = {
            str(parameter.get("name")): pointer
            for pointer, parameter in _parameters(subject, operation)
            if parameter.get("in") == "path"
        }
        for name in dict.fromkeys(named):
            if name not in declared:
                what = f"the path names {{{name}}}, and no path parameter declares it"
                yield Problem(operation.pointer, what, f"add a parameter with name: {name}, in: path, required: true")
        for name, pointer in declared.items():
            if name not in named:
                what = f"the path parameter {name!r} is not in the path {operation.path}"
                yield Problem(pointer, what, "correct the name or the path")


def check_paths(subject: Subject) -> Iterator[Problem]:
    """Find path templates that cannot be read, or that match the same requests as another one."""
    paths = subject.value.get("paths")
    seen: dict[str, str] = {}
    for path in paths if isinstance(paths, dict) else ():
        pointer = JsonPointer(("paths", path))
        if path.startswith("x-"):
            continue
        named = _TEMPLATE.findall(path)
        for name in sorted({name for name in named if named.count(name) > 1}):
            yield Problem(pointer, f"the path names {{{name}}} twice", "rename one of the two")
        if {"{", "}"} & set(_TEMPLATE.sub("", path)):
            yield Problem(pointer, "a brace of the path has no other one", "write {name} for a parameter")
        first = seen.setdefault(_TEMPLATE.sub("{}", path), path)
        if first != path:
            hint = "describe both under one path, with one name for the parameter"
            yield Problem(pointer, f"the path matches the same requests as {first}", hint)


def check_parameters_distinct(subject: Subject) -> Iterator[Problem]:
    """Find parameters that one list declares twice; names of headers are compared without case."""
    for node in subject.of_kind("path-item", "operation"):
        seen: dict[tuple[str, str], int] = {}
        for index, item in enumerate(_as_list(node.value.get("parameters"))):
            parameter = subject.follow(item)
            name, place = str(parameter.get("name")), str(parameter.get("in"))
            key = (name.lower() if place == "header" else name, place)
            if parameter and seen.setdefault(key, index) != index:
                pointer = node.pointer.join(("parameters", index))
                yield Problem(pointer, f"the {place} parameter {name!r} is declared twice", "remove one of the two")


def check_reserved_headers(subject: Subject) -> Iterator[Problem]:
    """Find header parameters that OpenAPI tells tools to ignore."""
    for node in subject.of_kind("parameter"):
        name = str(node.value.get("name", "")).lower()
        if node.value.get("in") == "header" and name in _RESERVED:
            hint = "describe it by a media type or a security scheme"
            yield Problem(node.pointer, f"OpenAPI ignores a header parameter {node.value['name']!r}", hint)


def _parameters(subject: Subject, operation: Operation) -> list[tuple[JsonPointer, JsonObject]]:
    lists = ((operation.pointer.parent, operation.path_item), (operation.pointer, operation.value))
    return [
        (pointer.join(("parameters", index)), subject.follow(item))
        for pointer, holder in lists
        for index, item in enumerate(_as_list(holder.get("parameters")))
    ]


def _as_list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
