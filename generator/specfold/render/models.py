"""The adapter of openapi-python-client: its parser gives types, its environment renders our templates. Nothing else may import it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs
from jinja2 import BytecodeCache, Environment, StrictUndefined
from jinja2.bccache import Bucket
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import (
    AnyProperty,
    BooleanProperty,
    FileProperty,
    FloatProperty,
    IntProperty,
    ListProperty,
    LiteralEnumProperty,
    ModelProperty,
    NoneProperty,
    Property,
    StringProperty,
    UnionProperty,
)
from openapi_python_client.parser.properties.protocol import PropertyProtocol

from specfold.document import Json, JsonObject
from specfold.normal import NormalDocument, NormalOperation, is_model
from specfold.render.python_types import ANY, ListOf, Literals, MapOf, ModelRef, PythonType, Scalar, UnionOf

TEMPLATES = Path(__file__).parent / "templates"
_NAME = "x-specfold-name"
_ALIASES = "SpecfoldAliasTable"
_SCALARS: tuple[tuple[type, str], ...] = (
    (BooleanProperty, "bool"),
    (IntProperty, "int"),
    (FloatProperty, "float"),
    (StringProperty, "str"),
    (NoneProperty, "None"),
    (FileProperty, "bytes"),
    (AnyProperty, "Any"),
)


@attrs.frozen(kw_only=True)
class ParsedField:
    """A member of a class: its JSON name, whether it must be there, its type."""

    wire: str
    required: bool
    kind: PythonType


@attrs.frozen(kw_only=True)
class ParsedDocument:
    """
    What the parser made of a normal document.

    Attributes:
        models: class name to members, in order of the document.
        aliases: name of every other schema to its type.
        responses: identifier of an operation to the type of its JSON answer.
        parameters: identifier of an operation to the types of its parameters, by keyword.
        failures: what the parser left out, each with its own words.
        environment: the generator's template environment, set up for our templates.
    """

    models: Mapping[str, tuple[ParsedField, ...]]
    aliases: Mapping[str, PythonType]
    responses: Mapping[str, PythonType]
    parameters: Mapping[str, Mapping[str, PythonType]]
    failures: tuple[str, ...]
    environment: Environment


def parse_models(document: NormalDocument) -> ParsedDocument:
    """Run the parser over a normal document; what it leaves out is among the failures, never silently gone."""
    labels = _Labels()
    config = _config()
    data = GeneratorData.from_dict(_parser_document(document, labels), config=config)
    if isinstance(data, GeneratorError):
        return ParsedDocument(
            models={},
            aliases={},
            responses={},
            parameters={},
            failures=(f"{data.header}: {data.detail}",),
            environment=Environment(autoescape=False),  # noqa: S701 - renders Python, not HTML
        )
    reader = _PropertyReader(labels.orders)
    named = {
        (model.data.model_extra or {})[_NAME]: model for model in data.models if _NAME in (model.data.model_extra or {})
    }
    aliases = reader.fields(
        named.get(_ALIASES), [name for name, schema in document.renderable.items() if not is_model(schema)]
    )
    found = {
        str(endpoint.name): endpoint
        for group in data.endpoint_collections_by_tag.values()
        for endpoint in group.endpoints
    }
    names = {f"operation_{index}": operation.identifier for index, operation in enumerate(document.operations)}
    endpoints = {name: found[key] for key, name in names.items() if key in found}
    return ParsedDocument(
        models={
            name: reader.fields(named[name], list(document.renderable[name]["properties"]))
            for name in document.renderable
            if name in named
        },
        aliases={field.wire: field.kind for field in aliases},
        responses={name: reader.response(endpoint) for name, endpoint in endpoints.items()},
        parameters={name: reader.parameters(endpoint) for name, endpoint in endpoints.items()},
        failures=tuple(_failures(data)),
        environment=_environment(data, config),
    )


def _failures(data: GeneratorData) -> Iterable[str]:
    groups = [data.errors, *(group.parse_errors for group in data.endpoint_collections_by_tag.values())]
    for error in (error for group in groups for error in group):
        yield f"{(error.header or '').strip()} {error.detail or ''}".strip()


def _config() -> Config:
    file = ConfigFile(literal_enums=True, post_hooks=[])
    return Config.from_sources(file, MetaType.NONE, Path(), "utf-8", overwrite=True, output_path=Path())


class _Labels:
    """Give inline enums and maps names that meet no other, and remember the order of enum values."""

    def __init__(self) -> None:
        self._count = 0
        self.orders: dict[frozenset[Any], tuple[Any, ...]] = {}

    def apply(self, schema: Json) -> Json:
        if isinstance(schema, list):
            return [self.apply(part) for part in schema]
        if not isinstance(schema, dict):
            return schema
        labelled: JsonObject = {}
        for key, value in schema.items():
            if key == "properties":
                labelled[key] = {name: self.apply(part) for name, part in value.items()}
            else:
                labelled[key] = value if key in {"enum", "required"} else self.apply(value)
        if "enum" in labelled:
            self.orders.setdefault(frozenset(labelled["enum"]), tuple(labelled["enum"]))
        if "enum" in labelled or (labelled.get("type") == "object" and not labelled.get("properties")):
            self._count += 1
            labelled["title"] = f"SpecfoldInline{self._count}"
        return labelled


def _parser_document(document: NormalDocument, labels: _Labels) -> JsonObject:
    schemas: JsonObject = {}
    aliases: JsonObject = {}
    for name, schema in document.renderable.items():
        if is_model(schema):
            schemas[name] = _parser_model(name, labels.apply(schema))
        else:
            schemas[name] = labels.apply(schema)
            aliases[name] = {"$ref": f"#/components/schemas/{name}"}
    if aliases:
        schemas[_ALIASES] = _parser_model(
            _ALIASES, {"type": "object", "properties": aliases, "required": list(aliases)}
        )
    paths = {
        f"/{index}": {"post": _parser_operation(index, operation, labels=labels)}
        for index, operation in enumerate(document.operations)
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "client", "version": "0"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _parser_model(name: str, schema: JsonObject) -> JsonObject:
    # Members go by number: the parser would refuse two whose names come out as one identifier, and we name them ourselves.
    numbers = {wire: f"member_{index}" for index, wire in enumerate(schema["properties"])}
    return {
        "type": "object",
        "properties": {numbers[wire]: part for wire, part in schema["properties"].items()},
        "required": [numbers[wire] for wire in schema.get("required", [])],
        _NAME: name,
    }


def _parser_operation(index: int, operation: NormalOperation, *, labels: _Labels) -> JsonObject:
    answer: JsonObject = {"description": ""}
    if operation.response is not None:
        answer["content"] = {"application/json": {"schema": labels.apply(operation.response)}}
    return {
        "operationId": f"operation_{index}",
        "tags": ["operations"],
        "parameters": [
            {"name": parameter.python, "in": "query", "required": True, "schema": labels.apply(parameter.renderable)}
            for parameter in operation.parameters
        ],
        "responses": {"200": answer},
    }


@attrs.frozen
class _PropertyReader:
    """Read the parser's property objects into our types."""

    orders: Mapping[frozenset[Any], tuple[Any, ...]]

    def fields(self, model: ModelProperty | None, wires: list[str]) -> tuple[ParsedField, ...]:
        if model is None:
            return ()
        members = [*(model.required_properties or []), *(model.optional_properties or [])]
        found = {member.name.get_untrusted_value(): member for member in members}
        numbered = ((wire, found[f"member_{index}"]) for index, wire in enumerate(wires))
        return tuple(
            ParsedField(wire=wire, required=member.required, kind=self.kind(member)) for wire, member in numbered
        )

    def response(self, endpoint: Endpoint) -> PythonType:
        for response in endpoint.responses:
            return self.kind(response.prop)
        return ANY

    def parameters(self, endpoint: Endpoint) -> dict[str, PythonType]:
        return {parameter.name.get_untrusted_value(): self.kind(parameter) for parameter in endpoint.query_parameters}

    def kind(self, prop: Property | PropertyProtocol) -> PythonType:
        if isinstance(prop, ModelProperty):
            name = (prop.data.model_extra or {}).get(_NAME)
            if name is not None:
                return ModelRef(name)
            return MapOf(ANY if prop.additional_properties is None else self.kind(prop.additional_properties))
        if isinstance(prop, ListProperty):
            return ListOf(self.kind(prop.inner_property))
        if isinstance(prop, UnionProperty):
            return UnionOf(tuple(self.kind(option) for option in prop.inner_properties))
        if isinstance(prop, LiteralEnumProperty):
            return Literals(self.orders[frozenset(prop.values)])
        for known, name in _SCALARS:
            if isinstance(prop, known):
                return Scalar(name)
        return ANY


class _MemoryBytecode(BytecodeCache):
    """Keep compiled templates for the life of the process: four vendors, one compilation."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = bucket.bytecode_to_string()


_BYTECODE = _MemoryBytecode()


def _environment(data: GeneratorData, config: Config) -> Environment:
    environment = Project(openapi=data, config=config, custom_template_path=TEMPLATES).env
    environment.undefined = StrictUndefined
    environment.bytecode_cache = _BYTECODE
    return environment
