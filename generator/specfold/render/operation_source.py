"""Operations as data: the expression that tells the runtime what to send and how to read the answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from specfold.document import JsonObject
from specfold.normal import NormalOperation
from specfold.render.emit import literal, literal_tuple
from specfold.render.models import ParsedDocument
from specfold.render.plan import ClientPlan
from specfold.render.python_types import ANY, ListOf, MapOf, ModelRef, PythonType, UnionOf


def constant_name(operation: NormalOperation) -> str:
    """Return the name of the module constant that holds an operation."""
    return "_" + operation.identifier.upper()


def item_model(operation: NormalOperation, parsed: ParsedDocument) -> str | None:
    """Return the class of the items of a stream, None when they are plain JSON."""
    item = operation.stream.item if operation.stream is not None else {}
    name = str(item.get("$ref", "")).rsplit("/", 1)[-1]
    return name if name in parsed.models else None


def item_type(operation: NormalOperation, parsed: ParsedDocument) -> PythonType:
    """Return the type of what an operation lists by pages."""
    path = operation.pagination.items if operation.pagination is not None else ()
    *_, listed = _walk(parsed.responses.get(operation.identifier, ANY), path, parsed=parsed)
    return next((part.item for part in _options(listed[1], parsed) if isinstance(part, ListOf)), ANY)


def _walk(kind: PythonType, path: tuple[str, ...], *, parsed: ParsedDocument) -> Iterator[tuple[str, PythonType]]:
    """Yield the class that holds each member of a path, or nothing where it is plain JSON, and the type it leads to."""
    yield "", kind
    for wire in path:
        owner = next((part.name for part in _options(kind, parsed) if isinstance(part, ModelRef)), "")
        kind = next((field.kind for field in parsed.models.get(owner, ()) if field.wire == wire), ANY)
        yield owner, kind


def _options(kind: PythonType, parsed: ParsedDocument) -> tuple[PythonType, ...]:
    if isinstance(kind, ModelRef) and kind.name in parsed.aliases:
        return _options(parsed.aliases[kind.name], parsed)
    return kind.options if isinstance(kind, UnionOf) else (kind,)


@attrs.frozen
class OperationSource:
    """
    Write operations as data.

    Attributes:
        parsed: what the parser made of the document.
        plan: names and bindings.
        fields: class name to the attribute of each member, by wire name.
    """

    parsed: ParsedDocument
    plan: ClientPlan
    fields: Mapping[str, Mapping[str, str]]

    def render(self, operation: NormalOperation) -> str:
        """Return the expression that describes an operation to the runtime."""
        parameters = "".join(
            f"Parameter(python={literal(item.python)}, wire={literal(item.wire)}, location={literal(item.location)}, required={item.required}, "
            f"schema={literal(lean_schema(item.schema))}, style={literal(item.style)}, explode={item.explode}), "
            for item in operation.parameters
        )
        return (
            f"Operation(name={literal(operation.method_name)}, method={literal(operation.http_method)}, path={literal(operation.path)}, "
            f"parameters=({parameters}), body={self._body_value(operation)}, response={self._response_value(operation)}, stream={self._stream_value(operation)}, credentials={literal_tuple(self._credentials(operation))}{self._pagination(operation)})"
        )

    def _pagination(self, operation: NormalOperation) -> str:
        facts = operation.pagination
        if facts is None:
            return ""
        items = self._attributes(self.parsed.responses.get(operation.identifier, ANY), facts.items)
        cursor = self._attributes(item_type(operation, self.parsed), facts.cursor)
        return (
            f", pagination=Pagination(items={literal_tuple(items)}, argument={literal(facts.parameter)}, "
            f"cursor={literal_tuple(cursor)}, limit={literal(facts.limit)})"
        )

    def _attributes(self, kind: PythonType, path: tuple[str, ...]) -> list[str]:
        """Return a path with the names that models have for their members."""
        _, *steps = _walk(kind, path, parsed=self.parsed)
        return [self.fields.get(owner, {}).get(wire, wire) for wire, (owner, _) in zip(path, steps, strict=True)]

    def _credentials(self, operation: NormalOperation) -> list[str]:
        return [
            item.argument
            for item in self.plan.credentials
            if item.applies_to(operation.security, operation.credential_headers)
        ]

    def _body_value(self, operation: NormalOperation) -> str:
        body = operation.body
        if body is None:
            return "None"
        files = ", ".join(literal(name) for name in sorted(body.files))
        return (
            f"Body(media_type={literal(body.media_type)}, required={body.required}, members={literal(body.members)}, "
            f"schema={literal(lean_schema(body.schema))}, file_members=frozenset({f'{{{files}}}' if files else ''}))"
        )

    def _response_value(self, operation: NormalOperation) -> str:
        model, container = _response_model(self.parsed.responses.get(operation.identifier, ANY))
        return (
            f"Response(kind={literal(operation.response_kind)}, model={literal(model)}, container={literal(container)})"
        )

    def _stream_value(self, operation: NormalOperation) -> str:
        if operation.stream is None:
            return "None"
        accumulator = self.plan.accumulators.get(operation.method_name)
        name = None if accumulator is None else f"{accumulator.module}:{accumulator.name}"
        return f"StreamSpec(chunk={literal(item_model(operation, self.parsed))}, terminator={literal(operation.stream.terminator)}, accumulator={literal(name)}, always={operation.streams_only})"


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
            lean[key] = {
                **value,
                "mapping": {tag: str(target).rsplit("/", 1)[-1] for tag, target in value.get("mapping", {}).items()},
            }
        elif not (key.startswith("x-") or key in _DOCUMENTATION):
            lean[key] = lean_schema(value)
    return lean


_DOCUMENTATION = frozenset(
    {
        "description",
        "title",
        "summary",
        "default",
        "example",
        "examples",
        "deprecated",
        "externalDocs",
        "xml",
        "$comment",
        "readOnly",
        "writeOnly",
    }
)
