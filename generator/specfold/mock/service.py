"""The operations of a document, ready to be matched against requests; knows no HTTP library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import unquote, urlsplit

import attrs

from specfold.document import Json, JsonObject
from specfold.schema.references import follow

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_EXPRESSION = re.compile(r"\{([^{}]+)\}")


@attrs.frozen(kw_only=True, eq=False)
class Parameter:
    """One path, query, header or cookie parameter, references resolved."""

    name: str
    location: str
    is_required: bool
    schema: Json
    style: str
    is_exploded: bool
    is_json: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Operation:
    """
    One operation.

    Attributes:
        template: path template below the host, the server's prefix included.
        pattern: what a percent-encoded path of this operation looks like.
        bodies: media type (or range) to Media Type Object.
        responses: status, range (`4XX`) or `default` to Response Object.
        security: the alternatives of the Security Requirement; empty when nothing is asked.
        item_template: the template of one member of this path's collection, None when it is no collection.
    """

    method: str
    template: str
    pattern: re.Pattern[str]
    parameters: tuple[Parameter, ...]
    bodies: Mapping[str, JsonObject]
    is_body_required: bool
    responses: Mapping[str, JsonObject]
    security: tuple[Mapping[str, Any], ...]
    item_template: str | None = None

    @property
    def path_names(self) -> tuple[str, ...]:
        """The names of the template expressions, from left to right."""
        return tuple(_EXPRESSION.findall(self.template))

    @property
    def success(self) -> tuple[int, JsonObject]:
        """The status and Response Object of a good answer."""
        codes = sorted(code for code in self.responses if code.startswith("2"))
        for code in (*codes, "default", *sorted(self.responses)):
            if code in self.responses:
                return (int(code) if code.isdigit() else 200), self.responses[code]
        return 200, {}

    def declares(self, status: int) -> bool:
        """Tell whether a status is declared by its number."""
        return str(status) in self.responses


@attrs.frozen(kw_only=True, eq=False)
class Service:
    """All operations of a document, the most literal templates first."""

    document: JsonObject
    operations: tuple[Operation, ...]
    schemes: Mapping[str, JsonObject]


@attrs.frozen(kw_only=True)
class Match:
    """What a path leads to: the operation, or the methods that the path does have."""

    operation: Operation | None
    values: Mapping[str, str]
    methods: tuple[str, ...] = ()


def server_prefix(document: JsonObject) -> str:
    """Return the path of the first server, variables at their defaults, without a slash at its end."""
    return _prefix_of(document.get("servers"))


def _prefix_of(servers: Json) -> str:
    if not servers:
        return ""
    server = servers[0]
    defaults = {name: str(variable.get("default", "")) for name, variable in server.get("variables", {}).items()}
    url = _EXPRESSION.sub(lambda found: defaults.get(found[1], ""), server.get("url", ""))
    path = urlsplit(url).path.strip("/")
    return f"/{path}" if path else ""


def read_service(document: JsonObject) -> Service:
    """
    Read the operations of an OpenAPI 3.1 document.
    """
    paths = document.get("paths") or {}
    templates = {path: path.rstrip("/") for path in paths if path.startswith("/")}
    found = list(_operations(document, templates))
    found.sort(key=lambda operation: [_openness(segment) for segment in operation.template.split("/")])
    schemes = (document.get("components") or {}).get("securitySchemes") or {}
    return Service(
        document=document,
        operations=tuple(found),
        schemes={name: _deref(document, scheme) for name, scheme in schemes.items()},
    )


def _openness(segment: str) -> tuple[bool, int, str]:
    """Rank a segment of a template: literal ones first, then those with more literal text around their expression."""
    literal = _EXPRESSION.sub("", segment)
    return literal != segment, -len(literal), segment


def match_path(service: Service, path: str, *, method: str) -> Match:
    """Return the operation of a method and a percent-encoded path, and the values of its path parameters."""
    methods: list[str] = []
    for operation in service.operations:
        found = operation.pattern.fullmatch(path)
        if found is None:
            continue
        if operation.method == method.lower():
            values = dict(zip(operation.path_names, (unquote(value) for value in found.groups()), strict=True))
            return Match(operation=operation, values=values)
        methods.append(operation.method.upper())
    return Match(operation=None, values={}, methods=tuple(dict.fromkeys(methods)))


def _deref(document: JsonObject, value: Json) -> JsonObject:
    """Follow the references of an object that is not a schema; one that leads nowhere stays as it is."""
    with suppress(LookupError):  # the operations that need it say so when they are called
        value = follow(document, value)
    return dict(value) if isinstance(value, Mapping) else {}


def _operations(document: JsonObject, templates: Mapping[str, str]) -> Iterator[Operation]:
    """Yield the operations of all paths."""
    for path in templates:
        item = _deref(document, document["paths"][path])
        inner = re.compile(re.escape(templates[path]) + r"/\{[^{}]+\}")
        item_path = next((other for other in templates if inner.fullmatch(other)), None)
        for method in METHODS:
            if not isinstance(item.get(method), Mapping):
                continue
            operation = item[method]
            prefix = _prefix_of(operation.get("servers") or item.get("servers") or document.get("servers"))
            template = prefix + path
            security = operation.get("security", document.get("security", []))
            body = _deref(document, operation.get("requestBody"))
            yield Operation(
                method=method,
                template=template,
                pattern=_pattern_of(template),
                parameters=_parameters(document, (*item.get("parameters", ()), *operation.get("parameters", ()))),
                bodies=body.get("content", {}),
                is_body_required=body.get("required", False),
                responses={str(code): _deref(document, it) for code, it in (operation.get("responses") or {}).items()},
                security=tuple(security),
                item_template=None if item_path is None else prefix + item_path,
            )


def _pattern_of(template: str) -> re.Pattern[str]:
    """Return the pattern of a path template; an expression never spans a slash."""
    pieces = _EXPRESSION.split(template)
    return re.compile("".join("([^/]+?)" if index % 2 else re.escape(piece) for index, piece in enumerate(pieces)))


def _parameters(document: JsonObject, raw_parameters: Iterable[Json]) -> tuple[Parameter, ...]:
    """Return parameters resolved; of two with one name and place the later wins."""
    found: dict[tuple[str, str], Parameter] = {}
    for raw in raw_parameters:
        value = _deref(document, raw)
        if "name" not in value:
            continue
        location = value.get("in", "query")
        content = value.get("content")
        media = next(iter(content.values()), {}) if content else value
        style = value.get("style", "form" if location in ("query", "cookie") else "simple")
        found[location, value["name"]] = Parameter(
            name=value["name"],
            location=location,
            is_required=value.get("required", False),
            schema=media.get("schema", True),
            style=style,
            is_exploded=value.get("explode", style == "form"),
            is_json=content is not None,
        )
    return tuple(found.values())
