"""Rules about operations: ids, places in the client, parameters."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator

from specfold.document import Json, JsonObject
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer
from specfold.schema.walk import Operation

_TEMPLATE = re.compile(r"\{([^{}]*)\}")


def check_operation_ids(subject: Subject) -> Iterator[Problem]:
    """Find operationIds that several operations have."""
    seen: dict[str, Operation] = {}
    for operation in subject.operations:
        name = operation.value.get("operationId")
        if not isinstance(name, str):
            continue
        first = seen.setdefault(name, operation)
        if first is not operation:
            what = f"the operationId {name!r} is also that of {first.title}"
            yield Problem(operation.pointer / "operationId", what, "give each operation its own id")


def check_client_methods(subject: Subject) -> Iterator[Problem]:
    """Find operations that have the same place in the client, or one inside another's, or one that is no name."""
    seen: dict[str, Operation] = {}
    for operation in subject.operations:
        place = operation.client_method
        pointer = operation.pointer / "x-client-method" if "x-client-method" in operation.value else operation.pointer
        if not all(part.isidentifier() and not keyword.iskeyword(part) for part in place.split(".")):
            hint = "write x-client-method: with identifiers joined by dots"
            yield Problem(pointer, f"{place!r} is no place in a client", hint)
        first = seen.setdefault(place, operation)
        if first is not operation:
            what = f"{place!r} is also the place of {first.title} in the client"
            yield Problem(pointer, what, "give one of them another x-client-method")
    for place, operation in seen.items():
        inside = next((other for other in seen if other.startswith(f"{place}.")), None)
        if inside is not None:
            what = f"{place!r} is a method and also holds {inside!r}"
            yield Problem(operation.pointer, what, "give one of them another x-client-method")


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
                yield Problem(
                    pointer,
                    f"the path parameter {name!r} is not in the path {operation.path}",
                    "correct the name or the path",
                )
        for name in sorted({name for name in named if named.count(name) > 1}):
            yield Problem(operation.pointer.parent, f"the path names {{{name}}} twice", "rename one of the two")


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
        if node.value.get("in") == "header" and name in {"accept", "content-type", "authorization"}:
            hint = "describe it by a media type or a security scheme"
            yield Problem(node.pointer, f"OpenAPI ignores a header parameter {node.value['name']!r}", hint)


def check_security(subject: Subject) -> Iterator[Problem]:
    """Find security requirements that name no security scheme."""
    components = subject.value.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    known = schemes if isinstance(schemes, dict) else {}
    holders = [
        (JsonPointer(), subject.value),
        *((operation.pointer, operation.value) for operation in subject.operations),
    ]
    for pointer, holder in holders:
        for index, requirement in enumerate(_as_list(holder.get("security"))):
            for name in requirement if isinstance(requirement, dict) else ():
                if name not in known:
                    hint = f"known schemes: {', '.join(known) or 'none'}"
                    yield Problem(
                        pointer.join(("security", index, name)), f"no security scheme is named {name!r}", hint
                    )


def _parameters(subject: Subject, operation: Operation) -> list[tuple[JsonPointer, JsonObject]]:
    lists = ((operation.pointer.parent, operation.path_item), (operation.pointer, operation.value))
    return [
        (pointer.join(("parameters", index)), subject.follow(item))
        for pointer, holder in lists
        for index, item in enumerate(_as_list(holder.get("parameters")))
    ]


def _as_list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
