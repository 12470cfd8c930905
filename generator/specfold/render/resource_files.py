"""The files of `resources/`: one class a resource, sync and async, plain and raw, one method an operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from specfold.document import JsonObject
from specfold.errors import SpecfoldError
from specfold.naming import class_name
from specfold.normal import NormalDocument, NormalOperation
from specfold.render.emit import docstring, literal, sentence, text_lines
from specfold.render.models import ParsedDocument
from specfold.render.plan import ClientPlan
from specfold.render.python_types import ANY, ListOf, MapOf, ModelRef, PythonType, UnionOf, annotate

_OPTIONS = (
    "extra_headers: Mapping[str, str] | None = None",
    "extra_query: Mapping[str, Any] | None = None",
    "extra_body: Mapping[str, Any] | None = None",
    "timeout: TimeoutTypes | Unset = UNSET",
)
_PASS_OPTIONS = "CallOptions(extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout)"


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
        clash = {child.path[-1] for child in children} & {operation.method_name.rsplit(".", 1)[-1] for operation in methods}
        if clash:
            raise SpecfoldError(f"{'.'.join(here)}.{min(clash)} is a method and a resource", pointer=group[0].pointer, hint="set another x-client-method")
        resources.append(Resource(here, methods, children))
    return tuple(resources)


def arguments_name(operation: NormalOperation) -> str:
    """Return the name of the TypedDict of an operation's keyword arguments."""
    return class_name(operation.method_name) + "Params"


def positional_parameters(operation: NormalOperation) -> Iterator[str]:
    """Yield the keywords that may also be given by position: the path parameters, in the order of the path."""
    found = {parameter.wire: parameter.python for parameter in operation.parameters if parameter.location == "path"}
    yield from (found[wire] for wire in sorted(found, key=lambda wire: operation.path.find("{" + wire + "}")))


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


@attrs.frozen
class ResourceFiles:
    """
    Render `resources/` of one client.

    Attributes:
        document: the normal document.
        parsed: what the parser made of it.
        plan: names and bindings.
        resources: the tree.
    """

    document: NormalDocument
    parsed: ParsedDocument
    plan: ClientPlan
    resources: tuple[Resource, ...]

    def render(self) -> Iterator[tuple[str, str]]:
        """Yield path below the package and source of each file."""
        title = " ".join(text_lines(self.plan.title))
        yield "resources/__init__.py", docstring([f"The resources of the {title} client."], indent=0) + "\n"
        for resource in self.resources:
            yield f"resources/{resource.path[0]}.py", self._file(resource)

    def _file(self, top: Resource) -> str:
        resources = list(_walk(top))
        operations = [operation for resource in resources for operation in resource.operations]
        classes = [self._class(resource, flavour) for resource in resources for flavour in _flavours(resource)]
        classes.sort(key=lambda item: item["depth"])
        constants = [{"constant": _constant(operation), "value": self._operation(operation)} for operation in operations]
        text = repr(classes) + repr(constants)
        file = {
            "header": docstring([f"`client.{top.path[0]}`: {len(operations)} operation{'s' if len(operations) != 1 else ''}."], indent=0),
            "imports": list(_imports(text)),
            "hints": list(_hints(text, operations)),
            "operations": constants,
            "classes": classes,
        }
        return self.parsed.environment.get_template("resource.py.jinja").render(file=file)

    def _class(self, resource: Resource, flavour: Flavour) -> dict[str, Any]:
        dotted = ".".join(resource.path)
        children = [self._child(child.path[-1], flavour.name_of(child), f"`{'.'.join(child.path)}`.") for child in resource.children]
        if resource.operations and not flavour.raw:
            raw = attrs.evolve(flavour, raw=True)
            children.append(self._child("with_raw_response", raw.name_of(resource), "The same calls, each returning the whole HTTP response."))
        words = "each call returns the whole HTTP response" if flavour.raw else f"{len(resource.operations)} operations" if resource.operations else "resources below it"
        return {
            "depth": -len(resource.path),
            "name": flavour.name_of(resource),
            "base": "AsyncResource" if flavour.asynchronous else "Resource",
            "docstring": docstring([f"`client.{dotted}`{', asynchronous' if flavour.asynchronous else ''}: {words}."], indent=4),
            "children": children,
            "methods": [self._method(operation, flavour) for operation in resource.operations],
        }

    def _child(self, attribute: str, name: str, text: str) -> dict[str, str]:
        return {"attribute": attribute, "name": name, "docstring": docstring([text], indent=8)}

    def _method(self, operation: NormalOperation, flavour: Flavour) -> dict[str, Any]:
        name = operation.method_name.rsplit(".", 1)[-1]
        plain = self._answer(operation)
        chunk = self._stream(operation, flavour)
        start = "async def" if flavour.asynchronous else "def"
        overloads: list[str] = []
        if chunk is None or flavour.raw:
            result = f"RawResponse[{plain}]" if flavour.raw else plain
            stream = ["stream: bool | None = None"] if chunk is not None else []
            signature = f"{start} {name}({self._arguments(operation, stream)}) -> {result}:"
        else:
            nullable = " | None" if self._stream_is_nullable(operation) else ""
            kinds = ((f"Literal[False]{nullable} = ...", plain), ("Literal[True]", chunk), (f"bool{nullable}", f"{plain} | {chunk}"))
            overloads = [f"{start} {name}({self._arguments(operation, [f'stream: {kind}'], default='...')}) -> {result}: ..." for kind, result in kinds]
            signature = f"{start} {name}({self._loose_arguments(operation)}) -> Any:"
        return {"overloads": overloads, "signature": signature, "docstring": self._docstring(operation), "body": self._body(operation, flavour, chunk)}

    def _stream_is_nullable(self, operation: NormalOperation) -> bool:
        schema = self._body_schema(operation).get("properties", {}).get("stream", {})
        return "null" in repr(schema)

    def _body_schema(self, operation: NormalOperation) -> JsonObject:
        schema = operation.body.renderable if operation.body is not None else {}
        while "$ref" in schema:
            schema = self.document.renderable[schema["$ref"].rsplit("/", 1)[-1]]
        return schema

    def _arguments(self, operation: NormalOperation, stream: list[str], default: str | None = None) -> str:
        options = [f"{option.rpartition(' = ')[0]} = {default}" if default else option for option in _OPTIONS]
        arguments = [*self._positional(operation), "*", *stream, *options]
        if keyword_schema(operation, self.document.renderable)["properties"]:
            arguments.append(f"**params: Unpack[params.{arguments_name(operation)}]")
        return ", ".join(["self", *arguments])

    def _loose_arguments(self, operation: NormalOperation) -> str:
        return ", ".join(["self", *self._positional(operation), "*", "stream: Any = UNSET", *_OPTIONS, "**params: Any"])

    def _positional(self, operation: NormalOperation) -> list[str]:
        kinds = self.parsed.parameters.get(operation.identifier, {})
        return [f"{python}: {annotate(kinds.get(python, ANY), prefix='models.', list_name='builtins.list')}" for python in positional_parameters(operation)]

    def _answer(self, operation: NormalOperation) -> str:
        if operation.response_kind != "json":
            return {"binary": "BinaryResponse", "text": "str", "empty": "None"}[operation.response_kind]
        return annotate(self.parsed.responses.get(operation.identifier, ANY), prefix="models.", list_name="builtins.list")

    def _stream(self, operation: NormalOperation, flavour: Flavour) -> str | None:
        if operation.stream is None:
            return None
        prefix = "Async" if flavour.asynchronous else ""
        item = self._item_model(operation)
        item = f"models.{item}" if item else "Any"
        if operation.method_name in self.plan.accumulators:
            return f"{prefix}AccumulatingStream[{item}, {self._answer(operation)}]"
        return f"{prefix}Stream[{item}]"

    def _item_model(self, operation: NormalOperation) -> str | None:
        item = operation.stream.item if operation.stream is not None else {}
        name = str(item.get("$ref", "")).rsplit("/", 1)[-1]
        return name if name in self.parsed.models else None

    def _docstring(self, operation: NormalOperation) -> str:
        lines = [sentence(operation.summary, f"Call {operation.http_method} {operation.path}")]
        described = text_lines(operation.description)
        if described:
            lines += ["", *described]
        if operation.deprecated:
            lines += ["", "Deprecated in the document."]
        lines += ["", f"{operation.http_method} {' '.join(text_lines(operation.path))}", "", "Raises:"]
        lines += ["    RequestValidationError: the document forbids an argument; nothing was sent.", "    APIError: the call failed; its subclasses say how."]
        return docstring(lines, indent=8)

    def _body(self, operation: NormalOperation, flavour: Flavour, chunk: str | None) -> str:
        # Keyword arguments come first: a positional one of the same name cannot occur.
        has_keywords = bool(keyword_schema(operation, self.document.renderable)["properties"])
        parts = [f'"{python}": {python}' for python in positional_parameters(operation)]
        if chunk is not None:
            parts.append('"stream": stream' if not flavour.raw else '"stream": UNSET if stream is None else stream')
        if has_keywords or (chunk is not None and not flavour.raw):
            parts.insert(0, "**params")
        send = "request_raw" if flavour.raw else "request"
        await_ = "await " if flavour.asynchronous else ""
        call = f"{await_}self._client.{send}({_constant(operation)}, {{{', '.join(parts)}}}, {_PASS_OPTIONS})"
        if flavour.raw or chunk is not None:
            return f"return {call}"
        answer = self._answer(operation)
        if answer == "None":
            return call
        if answer == "Any":
            return f"return {call}"
        return f"result: {answer} = {call}\n        return result"

    def _operation(self, operation: NormalOperation) -> str:
        parameters = "".join(
            f"Parameter(python={literal(item.python)}, wire={literal(item.wire)}, location={literal(item.location)}, required={item.required}, "
            f"schema={literal(lean_schema(item.schema))}, style={literal(item.style)}, explode={item.explode}), "
            for item in operation.parameters
        )
        return (
            f"Operation(name={literal(operation.method_name)}, method={literal(operation.http_method)}, path={literal(operation.path)}, "
            f"parameters=({parameters}), body={self._body_value(operation)}, response={self._response_value(operation)}, stream={self._stream_value(operation)})"
        )

    def _body_value(self, operation: NormalOperation) -> str:
        body = operation.body
        if body is None:
            return "None"
        files = ", ".join(literal(name) for name in sorted(body.files))
        return (
            f"Body(media_type={literal(body.media_type)}, required={body.required}, members={literal(body.members)}, "
            f"schema={literal(lean_schema(body.schema))}, file_members=frozenset(({files}{',' if files else ''})))"
        )

    def _response_value(self, operation: NormalOperation) -> str:
        model, container = _response_model(self.parsed.responses.get(operation.identifier, ANY))
        return f"Response(kind={literal(operation.response_kind)}, model={literal(model)}, container={literal(container)})"

    def _stream_value(self, operation: NormalOperation) -> str:
        if operation.stream is None:
            return "None"
        accumulator = self.plan.accumulators.get(operation.method_name)
        name = None if accumulator is None else f"{accumulator.module}:{accumulator.name}"
        return f"StreamSpec(chunk={literal(self._item_model(operation))}, terminator={literal(operation.stream.terminator)}, accumulator={literal(name)})"


@attrs.frozen
class Flavour:
    """One of the four classes of a resource."""

    asynchronous: bool
    raw: bool

    def name_of(self, resource: Resource) -> str:
        """Return the class name of a resource in this flavour."""
        return f"{'Async' if self.asynchronous else ''}{resource.name}{'WithRawResponse' if self.raw else ''}"


def _flavours(resource: Resource) -> Iterator[Flavour]:
    for asynchronous in (False, True):
        if resource.operations:
            yield Flavour(asynchronous, raw=True)
        yield Flavour(asynchronous, raw=False)


def _walk(resource: Resource) -> Iterator[Resource]:
    for child in resource.children:
        yield from _walk(child)
    yield resource


def _constant(operation: NormalOperation) -> str:
    return "_" + operation.identifier.upper()


def _response_model(kind: PythonType) -> tuple[str | None, str]:
    options = kind.options if isinstance(kind, UnionOf) else (kind,)
    for option in options:
        if isinstance(option, ModelRef):
            return option.name, "one"
        if isinstance(option, ListOf) and isinstance(option.item, ModelRef):
            return option.item.name, "list"
        if isinstance(option, MapOf) and isinstance(option.value, ModelRef):
            return option.value.name, "map"
    return None, "one"


def lean_schema(schema: Any) -> Any:
    """Return a schema with only what validation reads, and references by bare name."""
    if isinstance(schema, list):
        return [lean_schema(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    lean: JsonObject = {}
    for key, value in schema.items():
        if key == "$ref":
            lean[key] = str(value).rsplit("/", 1)[-1]
        elif key in {"enum", "const", "required", "x-bound"}:
            lean[key] = value
        elif key in {"properties", "patternProperties", "dependentSchemas"}:
            lean[key] = {name: lean_schema(part) for name, part in value.items()}
        elif key == "discriminator":
            lean[key] = {**value, "mapping": {tag: str(target).rsplit("/", 1)[-1] for tag, target in value.get("mapping", {}).items()}}
        elif not (key.startswith("x-") or key in _DOCUMENTATION):
            lean[key] = lean_schema(value)
    return lean


_DOCUMENTATION = frozenset({"description", "title", "summary", "default", "example", "examples", "deprecated", "externalDocs", "xml", "$comment", "readOnly", "writeOnly"})


def _imports(text: str) -> Iterator[str]:
    if "builtins." in text:
        yield "import builtins"
    yield "from collections.abc import Mapping"
    if "cached_property" in text or "'children': [{" in text:
        yield "from functools import cached_property"
    typing = [name for name, mark in (("TYPE_CHECKING", "models."), ("Any", "Any"), ("Literal", "Literal["), ("Unpack", "Unpack["), ("overload", "'overloads': ['")) if mark in text]
    yield f"from typing import {', '.join(typing)}"
    yield from _runtime_imports(text)


def _runtime_imports(text: str) -> Iterator[str]:
    yield "from .._runtime.client import AsyncResource, Resource"
    yield "from .._runtime.http import TimeoutTypes"
    yield "from .._runtime.model import UNSET, Unset"
    parts = [name for name in ("Body", "CallOptions", "Operation", "Parameter", "Response", "StreamSpec") if f"{name}(" in text]
    yield f"from .._runtime.operation import {', '.join(parts)}"
    responses = [name for name, mark in (("BinaryResponse", "BinaryResponse"), ("RawResponse", "RawResponse[")) if mark in text]
    if responses:
        yield f"from .._runtime.responses import {', '.join(responses)}"


def _hints(text: str, operations: list[NormalOperation]) -> Iterator[str]:
    names = [name for name, mark in (("models", "models."), ("params", "params.")) if mark in text]
    if names:
        yield f"from .. import {', '.join(names)}"
    streams = [name for name in ("AccumulatingStream", "AsyncAccumulatingStream", "AsyncStream", "Stream") if f" {name}[" in text]
    if streams and any(operation.stream is not None for operation in operations):
        yield f"from .._runtime.stream import {', '.join(streams)}"

