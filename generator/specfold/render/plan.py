"""What a client is to be called and bound to: the decisions of family.toml and the document, made before rendering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from specfold.document import Document, Json, JsonObject
from specfold.errors import SpecfoldError
from specfold.family import Member
from specfold.naming import method_name, snake_name
from specfold.pointer import JsonPointer
from specfold.schema.walk import iter_schemas


@attrs.frozen
class ClassReference:
    """A hand-written class of the runtime: module and name, both checked identifiers."""

    module: str
    name: str


@attrs.frozen(kw_only=True)
class Difference:
    """One fact in which a document departs from the baseline; None stands for "not there"."""

    section: str
    path: str
    baseline: str | None
    here: str | None


@attrs.frozen
class Undescribed:
    """An operation somebody named and nobody described: what it is, and its method and path as far as they are known."""

    name: str
    place: str


@attrs.frozen(kw_only=True)
class PlannedCredential:
    """
    A secret the client sends.

    Attributes:
        argument: of the constructor.
        kind: how it travels: `bearer`, `header` or `query`.
        name: of the header or query member.
        scheme: the security scheme it serves, None for a header parameter.
        secret: whether its value is masked wherever it occurs.
    """

    argument: str
    kind: str
    name: str
    scheme: str | None
    env: str | None
    required: bool
    secret: bool = True

    def applies_to(self, security: tuple[str, ...] | None, headers: tuple[str, ...]) -> bool:
        """Tell whether an operation with that security and those credential headers is sent it."""
        if self.scheme is None:
            return self.name.lower() in headers
        return security is None or self.scheme in security


@attrs.frozen(kw_only=True)
class ClientPlan:
    """
    Everything about a client that is not in its schemas.

    Attributes:
        title: the vendor, as people write it.
        class_name: the class of the synchronous client; the asynchronous one is `Async` and this.
        base_url_env: environment variable of the base URL.
        error_shapes: `x-error` of the document: name of a fact to the path of the member that holds it.
        mixins: class name to the hand-written classes composed into it.
        accumulators: method name to what folds its stream into the unary answer.
        undescribed: operations the vendor is known to have and the document does not describe (`x-known-not-described`).
        differences: what differs from the baseline, for the README.
    """

    title: str
    class_name: str
    package: str
    distribution: str
    version: str
    base_url: str
    base_url_env: str
    credentials: tuple[PlannedCredential, ...]
    error_shapes: tuple[Mapping[str, tuple[str | int, ...]], ...]
    mixins: Mapping[str, tuple[ClassReference, ...]]
    accumulators: Mapping[str, ClassReference]
    undescribed: tuple[Undescribed, ...] = ()
    differences: tuple[Difference, ...] = ()


def plan_client(
    member: Member, document: Document, *, mixins: Mapping[str, tuple[str, ...]], accumulators: Mapping[str, str]
) -> ClientPlan:
    """
    Decide everything about a client that is not in its schemas.

    Args:
        member: the member of the family.
        document: its merged document.
        mixins: class name to what is composed into it, as `module:Class`.
        accumulators: method name to what folds its stream, as `module:Class`.

    Raises:
        SpecfoldError: a credential names a scheme or header the document lacks, or that cannot be sent.
    """
    prefix = re.sub(r"[^A-Z0-9]+", "_", member.vendor.upper())
    return ClientPlan(
        title=member.title,
        class_name=member.class_name,
        package=member.package,
        distribution=member.distribution,
        version=member.version,
        base_url=_server_url(document.value),
        base_url_env=f"{prefix}_BASE_URL",
        credentials=tuple(plan_credentials(member, document, prefix=prefix)),
        error_shapes=tuple(_error_shapes(document.value)),
        mixins={name: tuple(_class_reference(text) for text in targets) for name, targets in mixins.items()},
        accumulators={method_name(name): _class_reference(text) for name, text in accumulators.items()},
        undescribed=tuple(_undescribed(document.value)),
    )


def _class_reference(text: str) -> ClassReference:
    module, _, name = text.partition(":")
    if not (module.replace(".", "_").isidentifier() and name.isidentifier()):
        raise SpecfoldError(
            f"expected module:Class, found {text!r}",
            source="openapi/family.toml",
            hint='write for example "tool_calls:ToolCalls"',
        )
    return ClassReference(module, name)


def _server_url(root: JsonObject) -> str:
    server = (root.get("servers") or [{"url": ""}])[0]
    url = str(server.get("url", ""))
    for name, variable in (server.get("variables") or {}).items():
        url = url.replace("{" + name + "}", str(variable.get("default", "")))
    return url.rstrip("/")


def plan_credentials(member: Member, document: Document, *, prefix: str) -> Iterator[PlannedCredential]:
    """Yield the credentials of family.toml, or else one for each security scheme the document demands."""
    schemes: JsonObject = (document.value.get("components") or {}).get("securitySchemes") or {}
    for item in member.credentials:
        if item.header is not None:
            yield PlannedCredential(
                argument=item.argument,
                kind="header",
                name=item.header,
                scheme=None,
                env=item.env,
                required=item.required,
                secret=item.secret,
            )
        else:
            kind, name = _scheme(str(item.scheme), schemes, document=document)
            yield PlannedCredential(
                argument=item.argument,
                kind=kind,
                name=name,
                scheme=item.scheme,
                env=item.env,
                required=item.required,
                secret=item.secret,
            )
    if member.credentials:
        return
    yield from _derived_credentials(document, schemes, prefix=prefix)


def _derived_credentials(document: Document, schemes: JsonObject, *, prefix: str) -> Iterator[PlannedCredential]:
    demanded = [scheme for requirement in document.value.get("security") or [] for scheme in requirement]
    chosen = list(dict.fromkeys(demanded or schemes))
    # Of several ways in, those a client cannot go are left to others; a client without any would be of no use.
    sendable = [name for name in chosen if _travel(schemes.get(name)) is not None] or chosen
    for index, scheme in enumerate(sendable):
        kind, name = _scheme(scheme, schemes, document=document)
        argument = snake_name(scheme) if index else "api_key"
        yield PlannedCredential(
            argument=argument,
            kind=kind,
            name=name,
            scheme=scheme,
            env=f"{prefix}_{argument.upper()}",
            required=bool(demanded) and index == 0,
        )


def _scheme(name: str, schemes: JsonObject, *, document: Document) -> tuple[str, str]:
    pointer = JsonPointer(("components", "securitySchemes", name))
    scheme = schemes.get(name)
    if not isinstance(scheme, dict):
        known = ", ".join(schemes) or "none"
        raise SpecfoldError(
            f"the document has no security scheme {name!r}",
            source=document.source,
            pointer=pointer.parent,
            hint=f"known: {known}",
        )
    travel = _travel(scheme)
    if travel is not None:
        return travel
    raise SpecfoldError(
        f"a client cannot send the security scheme {name!r}",
        source=document.source,
        pointer=pointer,
        hint="use http bearer, or apiKey in header or query",
    )


def _travel(scheme: Json) -> tuple[str, str] | None:
    """Return how a security scheme travels and under which name, None when a client cannot send it."""
    if not isinstance(scheme, dict):
        return None
    kind, place = scheme.get("type"), scheme.get("in")
    if kind == "apiKey" and place in {"header", "query"}:
        return str(place), str(scheme.get("name"))
    if kind in {"oauth2", "openIdConnect"} or (kind == "http" and str(scheme.get("scheme")).lower() == "bearer"):
        return "bearer", "Authorization"
    return None


def _undescribed(root: JsonObject) -> Iterator[Undescribed]:
    for entry in root.get("x-known-not-described") or []:
        if isinstance(entry, dict):
            place = " ".join(str(entry[key]) for key in ("method", "path") if key in entry)
            yield Undescribed(str(entry.get("operation", place)), place)


def _error_shapes(root: JsonObject) -> Iterator[Mapping[str, tuple[str | int, ...]]]:
    seen = []
    for _, schema in iter_schemas(root):
        facts = schema.get("x-error")
        if not isinstance(facts, dict):
            continue
        shape = {name: _path(str(facts[name])) for name in ("message", "code", "type", "param") if name in facts}
        if shape and shape not in seen:
            seen.append(shape)
            yield shape


def _path(text: str) -> tuple[str | int, ...]:
    return tuple(int(token) if token.isdecimal() else token for token in JsonPointer.parse(text).tokens)
