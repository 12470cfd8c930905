"""Operations arranged as a tree of resources, and what a call of each takes. Writes no source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from specfold.document import JsonObject
from specfold.errors import SpecfoldError
from specfold.naming import class_name
from specfold.normal import NormalOperation


@attrs.frozen
class Resource:
    """A node of the client: its dotted path, the methods on it, the resources below it."""

    path: tuple[str, ...]
    operations: tuple[NormalOperation, ...]
    children: tuple[Resource, ...]

    @property
    def name(self) -> str:
        """The class name, without prefixes."""
        return class_name("_".join(part for token in self.path for part in token.split("_")))


def build_resources(operations: tuple[NormalOperation, ...]) -> tuple[Resource, ...]:
    """
    Arrange operations as a tree of resources.

    Raises:
        SpecfoldError: two operations want one place, or a method and a resource share a name.
    """
    seen: dict[str, NormalOperation] = {}
    for operation in operations:
        other = seen.setdefault(operation.method_name, operation)
        if other is not operation:
            raise SpecfoldError(
                f"{operation.method_name} is the place of two operations, the other at {other.pointer.fragment}",
                pointer=operation.pointer,
                hint="give one of them another x-client-method",
            )
    return _children((), operations)


def _children(path: tuple[str, ...], operations: tuple[NormalOperation, ...]) -> tuple[Resource, ...]:
    depth = len(path)
    below: dict[str, list[NormalOperation]] = {}
    for operation in operations:
        parts = tuple(operation.method_name.split("."))
        if parts[:depth] == path and len(parts) > depth + 1:
            below.setdefault(parts[depth], []).append(operation)
    resources = []
    for token, group in below.items():
        here = (*path, token)
        methods = tuple(operation for operation in group if len(operation.method_name.split(".")) == depth + 2)
        children = _children(here, tuple(group))
        _check_iterators(methods)
        clash = {child.path[-1] for child in children} & {
            operation.method_name.rsplit(".", 1)[-1] for operation in methods
        }
        if clash:
            raise SpecfoldError(
                f"{'.'.join(here)}.{min(clash)} is a method and a resource",
                pointer=group[0].pointer,
                hint="set another x-client-method",
            )
        resources.append(Resource(here, methods, children))
    return tuple(resources)


def list_methods(resource: Resource) -> str:
    """Return the methods on a resource and below it as text."""
    return ", ".join(
        [*(f"`{item.method_name}`" for item in resource.operations), *map(list_methods, resource.children)]
    )


def iterator_name(operation: NormalOperation) -> str:
    """Return the name of the method that iterates what an operation lists by pages."""
    name = operation.method_name.rsplit(".", 1)[-1]
    return "iterate" if name == "list" else f"iterate_{name}"


def _check_iterators(methods: tuple[NormalOperation, ...]) -> None:
    names = {operation.method_name.rsplit(".", 1)[-1]: operation for operation in methods}
    for operation in methods:
        if operation.pagination is not None and iterator_name(operation) in names:
            raise SpecfoldError(
                f"{iterator_name(operation)} iterates the pages of {operation.method_name} and is an operation too",
                pointer=names[iterator_name(operation)].pointer,
                hint="set another x-client-method",
            )


def arguments_name(operation: NormalOperation) -> str:
    """Return the name of the TypedDict of an operation's keyword arguments."""
    return class_name(operation.method_name) + "Params"


def positional_parameters(operation: NormalOperation) -> Iterator[str]:
    """Yield the keywords that may also be given by position: the path parameters, in the order of the path."""
    found = {parameter.wire: parameter.python for parameter in operation.parameters if parameter.location == "path"}
    yield from (found[wire] for wire in sorted(found, key=lambda wire: operation.path.find("{" + wire + "}")))


def respelled_members(operation: NormalOperation) -> Iterator[tuple[str, str]]:
    """Yield the keyword and the wire name of each member whose name is no identifier or that of a call option."""
    members = operation.body.members if operation.body is not None else None
    spelled = [*(members or {}).items()]
    spelled += [(item.python, item.wire) for item in operation.parameters if item.location != "path"]
    yield from ((python, wire) for python, wire in spelled if python != wire)


def keyword_schema(operation: NormalOperation, schemas: Mapping[str, JsonObject]) -> JsonObject:
    """Return one object schema for what a call takes by keyword: body members, query and header parameters."""
    properties: JsonObject = {}
    required: list[str] = []
    body = operation.body
    if body is not None and body.members is not None:
        target = body.renderable
        while "$ref" in target:
            target = schemas[target["$ref"].rsplit("/", 1)[-1]]
        for python, wire in body.members.items():
            if python == "stream" and operation.stream is not None:
                continue  # it decides the return type, so it stands outside, with overloads
            properties[python] = target["properties"][wire]
            if body.required and wire in target.get("required", []):
                required.append(python)
    elif body is not None:
        properties["body"] = body.renderable
        required += ["body"] if body.required else []
    for parameter in operation.parameters:
        if parameter.location != "path":
            properties[parameter.python] = parameter.renderable
            required += [parameter.python] if parameter.required else []
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}
