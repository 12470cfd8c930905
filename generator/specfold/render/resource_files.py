"""The files of `resources/`: one class a resource, sync and async, plain and raw, one method an operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from specfold.document import JsonObject
from specfold.normal import NormalDocument, NormalOperation
from specfold.render.emit import docstring, sentence, text_lines
from specfold.render.models import ParsedDocument
from specfold.render.operation_source import OperationSource, constant_name, item_model
from specfold.render.plan import ClientPlan
from specfold.render.python_types import ANY, annotate
from specfold.render.resource_tree import Resource, arguments_name, keyword_schema, positional_parameters

_OPTIONS = (
    "extra_headers: Mapping[str, str] | None = None",
    "extra_query: Mapping[str, Any] | None = None",
    "extra_body: Mapping[str, Any] | None = None",
    "timeout: TimeoutTypes | Unset = UNSET",
)
_PASS_OPTIONS = (
    "options=CallOptions(extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, timeout=timeout)"
)


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
        source = OperationSource(self.parsed, self.plan)
        constants = [
            {"constant": constant_name(operation), "value": source.render(operation)} for operation in operations
        ]
        count = f"{len(operations)} operation{'s' if len(operations) != 1 else ''}"
        file = {
            "header": docstring([f"`client.{top.path[0]}`: {count}."], indent=0),
            "operations": constants,
            "classes": classes,
        }
        return self.parsed.environment.get_template("resource.py.jinja").render(file=file)

    def _class(self, resource: Resource, flavour: Flavour) -> dict[str, Any]:
        dotted = ".".join(resource.path)
        children = [
            self._child(child.path[-1], flavour.name_of(child), text=f"`{'.'.join(child.path)}`.")
            for child in resource.children
        ]
        if resource.operations and not flavour.raw:
            raw = attrs.evolve(flavour, raw=True)
            text = "The same calls, each returning the whole HTTP response."
            children.append(
                {**self._child("with_raw_response", raw.name_of(resource), text=text), "caller": "self._client.raw"}
            )
        words = (
            "each call returns the whole HTTP response"
            if flavour.raw
            else f"{len(resource.operations)} operations"
            if resource.operations
            else "resources below it"
        )
        return {
            "depth": -len(resource.path),
            "name": flavour.name_of(resource),
            "base": "AsyncResource" if flavour.asynchronous else "Resource",
            "docstring": docstring(
                [f"`client.{dotted}`{', asynchronous' if flavour.asynchronous else ''}: {words}."], indent=4
            ),
            "children": children,
            "methods": [self._method(operation, flavour) for operation in resource.operations],
        }

    def _child(self, attribute: str, name: str, *, text: str) -> dict[str, str]:
        return {
            "attribute": attribute,
            "name": name,
            "caller": "self._client",
            "docstring": docstring([text], indent=8),
        }

    def _method(self, operation: NormalOperation, flavour: Flavour) -> dict[str, Any]:
        name = operation.method_name.rsplit(".", 1)[-1]
        plain = self._answer(operation)
        chunk = self._stream(operation, flavour)
        start = "async def" if flavour.asynchronous else "def"
        overloads: list[str] = []
        if chunk is None or operation.streams_only or flavour.raw:
            answer = f"RawResponse[{chunk if operation.streams_only else plain}]" if flavour.raw else chunk or plain
            stream = ["stream: bool | None = None"] if chunk is not None and not operation.streams_only else []
            signature = f"{start} {name}({self._arguments(operation, stream)}) -> {answer}:"
        else:
            nullable = " | None" if self._stream_is_nullable(operation) else ""
            kinds = (
                (f"Literal[False]{nullable} = ...", plain),
                ("Literal[True]", chunk),
                (f"bool{nullable}", f"{plain} | {chunk}"),
            )
            overloads = [
                f"{start} {name}({self._arguments(operation, [f'stream: {kind}'], default='...')}) -> {result}: ..."
                for kind, result in kinds
            ]
            signature = f"{start} {name}({self._loose_arguments(operation)}) -> Any:"
        return {
            "overloads": overloads,
            "signature": signature,
            "docstring": self._docstring(operation),
            "body": self._body(operation, flavour, chunk=chunk),
        }

    def _stream_is_nullable(self, operation: NormalOperation) -> bool:
        schema = self._body_schema(operation).get("properties", {}).get("stream", {})
        return "null" in repr(schema)

    def _body_schema(self, operation: NormalOperation) -> JsonObject:
        schema = operation.body.renderable if operation.body is not None else {}
        while "$ref" in schema:
            schema = self.document.renderable[schema["$ref"].rsplit("/", 1)[-1]]
        return schema

    def _arguments(self, operation: NormalOperation, stream: list[str], *, default: str | None = None) -> str:
        options = [f"{option.rpartition(' = ')[0]} = {default}" if default else option for option in _OPTIONS]
        arguments = [*self._positional(operation), "*", *stream, *options]
        if keyword_schema(operation, self.document.renderable)["properties"]:
            arguments.append(f"**params: Unpack[params.{arguments_name(operation)}]")
        return ", ".join(["self", *arguments])

    def _loose_arguments(self, operation: NormalOperation) -> str:
        return ", ".join(["self", *self._positional(operation), "*", "stream: Any = UNSET", *_OPTIONS, "**params: Any"])

    def _positional(self, operation: NormalOperation) -> list[str]:
        kinds = self.parsed.parameters.get(operation.identifier, {})
        return [
            f"{python}: {annotate(kinds.get(python, ANY), prefix='models.', list_name='builtins.list')}"
            for python in positional_parameters(operation)
        ]

    def _answer(self, operation: NormalOperation) -> str:
        if operation.response_kind != "json":
            return {"binary": "BinaryResponse", "text": "str", "empty": "None"}[operation.response_kind]
        return annotate(
            self.parsed.responses.get(operation.identifier, ANY), prefix="models.", list_name="builtins.list"
        )

    def _stream(self, operation: NormalOperation, flavour: Flavour) -> str | None:
        if operation.stream is None:
            return None
        prefix = "Async" if flavour.asynchronous else ""
        item = item_model(operation, self.parsed)
        item = f"models.{item}" if item else "Any"
        if operation.method_name in self.plan.accumulators:
            return f"{prefix}AccumulatingStream[{item}, {self._answer(operation)}]"
        return f"{prefix}Stream[{item}]"

    def _docstring(self, operation: NormalOperation) -> str:
        lines = [sentence(operation.summary, f"Call {operation.http_method} {operation.path}")]
        described = text_lines(operation.description)
        if described:
            lines += ["", *described]
        if operation.deprecated:
            lines += ["", "Deprecated in the document."]
        lines += ["", f"{operation.http_method} {' '.join(text_lines(operation.path))}", "", "Raises:"]
        lines += [
            "    RequestValidationError: the document forbids an argument; nothing was sent.",
            "    APIError: the call failed; its subclasses say how.",
        ]
        return docstring(lines, indent=8)

    def _body(self, operation: NormalOperation, flavour: Flavour, *, chunk: str | None) -> str:
        # Keyword arguments come first: a positional one of the same name cannot occur.
        choosable = chunk is not None and not operation.streams_only
        parts = [f'"{python}": {python}' for python in positional_parameters(operation)]
        if choosable:
            parts.append('"stream": UNSET if stream is None else stream' if flavour.raw else '"stream": stream')
        if keyword_schema(operation, self.document.renderable)["properties"] or (choosable and not flavour.raw):
            parts.insert(0, "**params")
        await_ = "await " if flavour.asynchronous else ""
        call = f"{await_}self._client.request({constant_name(operation)}, {{{', '.join(parts)}}}, {_PASS_OPTIONS})"
        answer = chunk if chunk is not None and operation.streams_only else self._answer(operation)
        if flavour.raw:
            return f"result: RawResponse[{answer}] = {call}\n        return result"
        if answer == "None":
            return call
        if answer == "Any" or choosable:
            return f"return {call}"
        return f"result: {answer} = {call}\n        return result"


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
