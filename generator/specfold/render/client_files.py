"""The files around models and resources: the client class, the package root, its metadata, its validation data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from specfold.document import JsonObject
from specfold.normal import NormalDocument, is_sensitive
from specfold.render.emit import docstring, literal, literal_tuple, sentence, text_lines, toml_string
from specfold.render.fitting import fitting_types
from specfold.render.models import ParsedDocument
from specfold.render.operation_source import lean_schema
from specfold.render.params import render_params
from specfold.render.plan import ClientPlan, PlannedCredential
from specfold.render.resource_tree import Resource, arguments_name, keyword_schema, list_methods
from specfold.render.structured import widen_structured

_ERRORS = (
    "APIConnectionError", "APIError", "APIStatusError", "APIStreamError", "APITimeoutError", "AuthenticationError", "BadRequestError",
    "ClientStateError", "ConfigurationError", "ConflictError", "InternalServerError", "NotFoundError", "OutputError", "PaymentRequiredError",
    "PermissionDeniedError", "RateLimitError", "RequestValidationError", "ResponseDecodeError", "StreamDecodeError", "StreamError",
    "StreamInterruptedError", "StructuredOutputError", "ToolArgumentsError", "ToolLoopError", "ToolResultError",
    "UnexpectedContentTypeError", "UnprocessableEntityError",
)  # fmt: skip
# What constructing a client does not need is imported when it is asked for: module of the runtime to names.
_LATER: Mapping[str, tuple[str, ...]] = {
    "direct": ("DirectAsyncClient", "DirectClient"),
    "http": ("new_async_http_client", "new_http_client"),
    "observe": ("ClientEvent", "FirstByte", "RequestFailed", "RequestFinished", "RequestRetried", "RequestStarted"),
    "parsed": ("parsed_as",),
    "rate_limit": ("RateLimit", "RateWindow"),
    "responses": (
        "AsyncBinaryResponse",
        "AsyncStreamingResponse",
        "BinaryResponse",
        "RawResponse",
        "StreamingResponse",
    ),
    "stream": ("AccumulatingStream", "AsyncAccumulatingStream", "AsyncStream", "Stream"),
    "tool": ("Tool",),
    "tool_calls": ("ToolCallDict",),
    "tools": ("ToolResult", "ToolRun", "run_tools", "run_tools_async"),
}


@attrs.frozen
class ClientFiles:
    """
    Render what a client has once.

    Attributes:
        document: the normal document.
        parsed: what the parser made of it.
        plan: names and bindings.
        resources: the tree of resources.
        requested: names of the schemas that requests reach.
    """

    document: NormalDocument
    parsed: ParsedDocument
    plan: ClientPlan
    resources: tuple[Resource, ...]
    requested: frozenset[str]

    @property
    def _document(self) -> str:
        """What messages call the document: its title and version."""
        return " ".join(text_lines(f"{self.document.title} {self.document.version}"))

    @property
    def _title(self) -> str:
        return " ".join(text_lines(self.plan.title))

    def render_package(self) -> Iterator[tuple[str, str]]:
        """Yield path below the import package and source of each file."""
        yield "__init__.py", self._root()
        yield "client.py", self._client()
        yield "params.py", self._params()
        yield "_schemas.py", self._schemas()

    def render_project(self) -> Iterator[tuple[str, str]]:
        """Yield path below the distribution and text of each file."""
        yield (
            "pyproject.toml",
            self._fill(
                "pyproject.toml.jinja",
                {
                    "distribution": toml_string(self.plan.distribution),
                    "version": toml_string(self.plan.version),
                    "description": toml_string(
                        f"Typed client for the {self._title} API, generated from its OpenAPI document."
                    ),
                    "package": toml_string(self.plan.package),
                },
            ),
        )

    def _fill(self, template: str, file: Mapping[str, Any]) -> str:
        return self.parsed.environment.get_template(template).render(file=file)

    def _root(self) -> str:
        classes = [f"Async{self.plan.class_name}", self.plan.class_name]
        lines = [
            "from . import models",
            f"from ._runtime.errors import {', '.join(_ERRORS)}",
            "from ._runtime.model import UNSET, Unset",
            f"from .client import {', '.join(classes)}",
        ]
        later = {name: module for module, names in _LATER.items() for name in names}
        names = ["UNSET", "Unset", "models", "params", *classes, *_ERRORS, *later]
        header = docstring(
            [
                f"Typed client for the {self._title} API.",
                "",
                "Generated from `openapi.yaml`; change that and generate again.",
            ],
            indent=0,
        )
        return self._fill(
            "package_init.py.jinja",
            {
                "header": header,
                "imports": lines,
                "hints": [
                    "from . import params",
                    *(f"from ._runtime.{module} import {', '.join(found)}" for module, found in _LATER.items()),
                ],
                "version": literal(self.plan.version),
                "later": literal(later),
                "names": literal(sorted(names, key=lambda name: (not name.isupper(), name[0].islower(), name))),
            },
        )

    def _client(self) -> str:
        imports = [f"from .resources.{item.path[0]} import Async{item.name}, {item.name}" for item in self.resources]
        return self._fill(
            "client.py.jinja",
            {
                "header": docstring([f"The {self._title} client, in its two forms."], indent=0),
                "imports": imports,
                "definition": self._definition(),
                "classes": [self._class(asynchronous=False), self._class(asynchronous=True)],
            },
        )

    def _class(self, *, asynchronous: bool) -> dict[str, Any]:
        prefix = "Async" if asynchronous else ""
        first = f"Call the {self._title} API{' without blocking' if asynchronous else ''}."
        return {
            "name": prefix + self.plan.class_name,
            "base": "AsyncClient" if asynchronous else "SyncClient",
            "docstring": docstring([first, "", "A context manager; `close()` ends its connections."], indent=4),
            "arguments": [f"{credential.argument}: str | None = None" for credential in self.plan.credentials],
            "http_client": f"{prefix}HttpClientShape",
            "constructor_docstring": docstring(list(self._constructor_lines()), indent=8),
            "credentials": "{"
            + ", ".join(f"{literal(item.argument)}: {item.argument}" for item in self.plan.credentials)
            + "}",
            "children": [
                {
                    "attribute": resource.path[0],
                    "module": resource.path[0],
                    "name": prefix + resource.name,
                    "docstring": docstring(text_lines(f"{list_methods(resource)}."), indent=8),
                }
                for resource in self.resources
            ],
        }

    def _constructor_lines(self) -> Iterator[str]:
        yield "Prepare a client; nothing is sent yet."
        yield ""
        yield "Args:"
        for item in self.plan.credentials:
            source = f", from {item.env} in the environment unless given" if item.env else ""
            yield f"    {item.argument}: {'needed' if item.required else 'optional'}{source}."
        yield f"    base_url: instead of the document's server; {self.plan.base_url_env} in the environment does the same."
        yield "    timeout: seconds for each phase of an attempt, an `httpx.Timeout`, or None for no limit; else that of `http_client` where"
        yield "        you set it, else 60 and 10 to connect."
        yield "    idle_timeout: seconds of silence a stream may keep once it began, or None for no limit; else that of `timeout`."
        yield "    deadline: seconds a call may take in all, tries and waits included."
        yield "    max_retries: tries after the first, for faults that a repetition may mend."
        yield "    http_client: a client of `httpx`, or of a library of its shape; it stays yours to close."
        yield "    validate_requests: whether arguments the document forbids are refused before sending."
        yield "    default_headers: sent with every request; None removes one of ours."
        yield "    on_event: a plain function, told what each call does: started, first byte, retried, finished, failed."
        yield ""
        yield "Raises:"
        yield "    ConfigurationError: a credential or the base URL is missing, or an option cannot be used."

    def _definition(self) -> str:
        shapes = ", ".join(
            f"ErrorShape({', '.join(f'{name}={tuple(path)!r}' for name, path in sorted(shape.items()))})"
            for shape in self.plan.error_shapes
        )
        credentials = ", ".join(_credential(item) for item in self.plan.credentials)
        return (
            f"ClientDefinition(title={literal(self.plan.title)}, base_url={literal(self.plan.base_url)}, base_url_env={literal(self.plan.base_url_env)}, "
            f"credentials=({credentials}{',' if credentials else ''}), error_shapes=({shapes}{',' if shapes else ''}), "
            f"user_agent={literal(f'{self.plan.distribution}/{self.plan.version}')}, validator=VALIDATOR, models=models{self._secret_members()})"
        )

    def _secret_members(self) -> str:
        """Return what tells the runtime the members that the document marks as secret, nothing where it marks none."""
        marked = sorted(
            {
                wire
                for schema in self.document.schemas.values()
                for wire, member in schema.get("properties", {}).items()
                if is_sensitive(member)
            }
        )
        return f", secret_members=frozenset({literal_tuple(marked)})" if marked else ""

    def _params(self) -> str:
        header = docstring(
            [f"The types of what the {self._title} API takes; for type checkers, and for annotations of your own."],
            indent=0,
        )
        arguments = {
            arguments_name(operation): {**schema, "description": f"Arguments of `{operation.method_name}`."}
            for operation in self.document.operations
            if (schema := keyword_schema(operation, self.document.renderable))["properties"]
        }
        described = {
            name: _described(self.document.renderable[name], self.document.schemas[name])
            for name in self.document.renderable
            if name in self.requested
        }
        source = render_params(
            described, arguments, header=header, fitting=fitting_types(self.document, self.requested)
        )
        return widen_structured(source, self.document)

    def _schemas(self) -> str:
        table = {
            name: lean_schema(self.document.schemas[name]) for name in self.document.schemas if name in self.requested
        }
        header = docstring([f"What the {self._title} document demands of requests, as JSON Schema."], indent=0)
        return self._fill(
            "schemas.py.jinja", {"header": header, "schemas": literal(table), "document": literal(self._document)}
        )


def _credential(item: PlannedCredential) -> str:
    return f"Credential(argument={literal(item.argument)}, scheme={literal(item.kind)}, name={literal(item.name)}, env={literal(item.env)}, required={item.required}{'' if item.secret else ', secret=False'})"


def _described(renderable: JsonObject, schema: JsonObject) -> JsonObject:
    """Return a reduced schema with the first sentence of each description, for docstrings."""
    described = dict(renderable)
    if schema.get("description"):
        described["description"] = sentence(str(schema["description"]), "")
    return described
