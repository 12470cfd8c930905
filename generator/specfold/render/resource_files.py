"""The files of `resources/`: one class a resource, sync and async, plain and raw, one method an operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from specfold.document import JsonObject
from specfold.normal import NormalDocument, NormalOperation
from specfold.render.emit import docstring, sentence, text_lines
from specfold.render.models import ParsedDocument
from specfold.render.operation_source import OperationSource, constant_name, item_model, item_type
from specfold.render.plan import ClientPlan
from specfold.render.python_types import ANY, annotate
from specfold.render.resource_tree import (
    Resource,
    arguments_name,
    iterator_name,
    keyword_schema,
    list_methods,
    positional_parameters,
    respelled_members,
)

_OPTIONS = (
    "extra_headers: Mapping[str, str | None] | None = None",
    "extra_query: Mapping[str, Any] | None = None",
    "extra_body: Mapping[str, Any] | None = None",
    "timeout: TimeoutTypes | Unset = UNSET",
    "deadline: float | Unset | None = UNSET",
    "idempotency_key: str | None = None",
)
_PASS_OPTIONS = (
    "options=CallOptions(extra_headers=extra_headers, extra_query=extra_query, extra_body=extra_body, "
    "timeout=timeout, deadline=deadline, idempotency_key=idempotency_key)"
)
_RAISES = (
    "",
    "Raises:",
    "    RequestValidationError: the document forbids an argument; nothing was sent.",
    "    APIError: the call failed; its subclasses say how.",
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
        source = OperationSource(self.parsed, self.plan, self.document.fields)
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
            self._child(child.path[-1], flavour.name_of(child), text=f"{list_methods(child)}.")
            for child in resource.children
        ]
        if resource.operations and flavour.form == "plain":
            children += self._other_forms(resource, flavour)
        count = len(resource.operations)
        words = {
            "plain": f"{count} operation{'s' if count != 1 else ''}" if count else "resources below it",
            "raw": "each call returns the whole HTTP response",
            "streaming": "each call returns the HTTP response before its content is read",
        }[flavour.form]
        methods = [self._method(operation, flavour) for operation in resource.operations]
        if flavour.form == "plain":
            methods += [self._iterator(item, flavour) for item in resource.operations if item.pagination is not None]
        return {
            "depth": -len(resource.path),
            "name": flavour.name_of(resource),
            "base": "AsyncResource" if flavour.asynchronous else "Resource",
            "docstring": docstring(
                [f"`client.{dotted}`{', asynchronous' if flavour.asynchronous else ''}: {words}."], indent=4
            ),
            "children": children,
            "methods": methods,
        }

    def _other_forms(self, resource: Resource, flavour: Flavour) -> Iterator[dict[str, str]]:
        for form, text in (
            ("raw", "The same calls, each returning the whole HTTP response."),
            ("streaming", "The same calls, each returning the HTTP response before its content is read."),
        ):
            name = attrs.evolve(flavour, form=form).name_of(resource)
            yield {**self._child(f"with_{form}_response", name, text=text), "caller": f"self._client.{form}"}

    def _child(self, attribute: str, name: str, *, text: str) -> dict[str, str]:
        return {
            "attribute": attribute,
            "name": name,
            "caller": "self._client",
            "docstring": docstring([text], indent=8),
        }

    def _method(self, operation: NormalOperation, flavour: Flavour) -> dict[str, Any]:
        name = operation.method_name.rsplit(".", 1)[-1]
        plain = self._answer(operation, flavour)
        chunk = self._stream(operation, flavour)
        start = "async def" if flavour.asynchronous else "def"
        overloads: list[str] = []
        if chunk is None or operation.streams_only:
            answer = flavour.wrapped(chunk or plain)
            signature = f"{start} {name}({self._arguments(operation, [])}) -> {answer}:"
        else:
            nullable = " | None" if self._stream_is_nullable(operation) else ""
            answer, streamed = flavour.wrapped(plain), flavour.wrapped(chunk)
            kinds = (
                (f"Literal[False]{nullable} = ...", answer),
                ("Literal[True]", streamed),
                (f"bool{nullable}", f"{answer} | {streamed}"),
            )
            overloads = [
                f"{start} {name}({self._arguments(operation, [f'stream: {kind}'], default='...')}) -> {result}: ..."
                for kind, result in kinds
            ]
            signature = f"{start} {name}({self._loose_arguments(operation)}) -> Any:"
        return {
            "overloads": overloads,
            "signature": signature,
            "docstring": self._docstring(operation, flavour),
            "body": self._body(operation, flavour, chunk=chunk),
        }

    def _iterator(self, operation: NormalOperation, flavour: Flavour) -> dict[str, Any]:
        item = annotate(item_type(operation, self.parsed), prefix="models.", list_name="builtins.list")
        iterator = f"{'AsyncIterator' if flavour.asynchronous else 'Iterator'}[{item}]"
        name = operation.method_name.rsplit(".", 1)[-1]
        function = "iterate_async" if flavour.asynchronous else "iterate"
        call = f"{function}(self._client, {constant_name(operation)}, arguments={self._values(operation)}, {_PASS_OPTIONS})"
        lines = [
            f"Iterate what `{name}` lists, over all pages; each page is asked for when it is needed.",
            "",
            f"{operation.http_method} {' '.join(text_lines(operation.path))}",
            *_RAISES,
        ]
        return {
            "overloads": [],
            "signature": f"def {iterator_name(operation)}({self._arguments(operation, [])}) -> {iterator}:",
            "docstring": docstring(lines, indent=8),
            "body": f"return {call}",
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
            f"{python}: {annotate(kinds.get(python, ANY), prefix='models.', list_name='builtins.list', is_open=False)}"
            for python in positional_parameters(operation)
        ]

    def _answer(self, operation: NormalOperation, flavour: Flavour) -> str:
        if operation.response_kind == "binary":
            return "AsyncBinaryResponse" if flavour.asynchronous else "BinaryResponse"
        if operation.response_kind != "json":
            return {"text": "str", "empty": "None"}[operation.response_kind]
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
            return f"{prefix}AccumulatingStream[{item}, {self._answer(operation, flavour)}]"
        return f"{prefix}Stream[{item}]"

    def _docstring(self, operation: NormalOperation, flavour: Flavour) -> str:
        first = sentence(operation.summary, f"Call {operation.http_method} {operation.path}")
        if flavour.wrapper:
            return docstring([first], indent=8)
        lines = [first]
        described = text_lines(operation.description)
        if described:
            lines += ["", *described]
        lines += _argument_lines(operation)
        if operation.deprecated:
            lines += ["", "Deprecated in the document."]
        lines += ["", f"{operation.http_method} {' '.join(text_lines(operation.path))}", *_RAISES]
        return docstring(lines, indent=8)

    def _values(self, operation: NormalOperation, *more: str, has_params: bool = False) -> str:
        # Keyword arguments come first: a positional one of the same name cannot occur.
        parts = [f'"{python}": {python}' for python in positional_parameters(operation)] + list(more)
        if has_params or keyword_schema(operation, self.document.renderable)["properties"]:
            parts.insert(0, "**params")
        return f"{{{', '.join(parts)}}}"

    def _body(self, operation: NormalOperation, flavour: Flavour, *, chunk: str | None) -> str:
        choosable = chunk is not None and not operation.streams_only
        stream = ['"stream": stream'] if choosable else []
        values = self._values(operation, *stream, has_params=choosable)
        await_ = "await " if flavour.asynchronous else ""
        call = f"{await_}self._client.request({constant_name(operation)}, {values}, {_PASS_OPTIONS})"
        answer = chunk if chunk is not None and operation.streams_only else self._answer(operation, flavour)
        if choosable or (answer == "Any" and not flavour.wrapper):
            return f"return {call}"
        if answer == "None" and not flavour.wrapper:
            return call
        return f"result: {flavour.wrapped(answer)} = {call}\n        return result"


def _argument_lines(operation: NormalOperation) -> Iterator[str]:
    """Yield what a docstring says of the arguments: where members of the body are described, what parameters are for."""
    body = operation.body.schema.get("$ref") if operation.body is not None and operation.body.members else None
    facts = [f"Arguments are the members of `models.{body.rsplit('/', 1)[-1]}`, described there."] if body else []
    facts += [f"`{python}` is sent as `{wire}`." for python, wire in respelled_members(operation)]
    if facts:
        yield from ["", *text_lines(" ".join(facts))]
    described = [item for item in operation.parameters if item.description]
    if described:
        yield from ["", "Args:", *(f"    {item.python}: {sentence(item.description, '')}" for item in described)]


@attrs.frozen
class Flavour:
    """One of the six classes of a resource: whether it awaits, and whether its calls return the answer or what is around it."""

    asynchronous: bool
    form: str

    @property
    def wrapper(self) -> str:
        """The class around the answer, or nothing."""
        streaming = "AsyncStreamingResponse" if self.asynchronous else "StreamingResponse"
        return {"plain": "", "raw": "RawResponse", "streaming": streaming}[self.form]

    def wrapped(self, answer: str) -> str:
        """Return what a call returns that answers with that."""
        return f"{self.wrapper}[{answer}]" if self.wrapper else answer

    def name_of(self, resource: Resource) -> str:
        """Return the class name of a resource in this flavour."""
        form = {"plain": "", "raw": "WithRawResponse", "streaming": "WithStreamingResponse"}[self.form]
        return f"{'Async' if self.asynchronous else ''}{resource.name}{form}"


def _flavours(resource: Resource) -> Iterator[Flavour]:
    for asynchronous in (False, True):
        if resource.operations:
            yield Flavour(asynchronous, "raw")
            yield Flavour(asynchronous, "streaming")
        yield Flavour(asynchronous, "plain")


def _walk(resource: Resource) -> Iterator[Resource]:
    for child in resource.children:
        yield from _walk(child)
    yield resource
