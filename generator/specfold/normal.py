"""A normal document: named schemas, operations as facts, and what was rewritten to get there. Knows no stage and no renderer."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specfold.document import JsonObject
from specfold.pointer import JsonPointer


@attrs.frozen
class Rewrite:
    """
    One departure of the normalised form from the document.

    Attributes:
        pointer: the node of the merged document.
        kind: what was done, in words joined by dashes (`hoisted`, `media-type-skipped`, …).
        detail: the name given or the thing left out.
    """

    pointer: JsonPointer
    kind: str
    detail: str


@attrs.frozen(kw_only=True)
class NormalParameter:
    """A path, query or header parameter; `python` is its keyword in the client, `renderable` its reduced schema."""

    python: str
    wire: str
    location: str
    required: bool
    schema: JsonObject
    renderable: JsonObject
    style: str
    explode: bool
    description: str


@attrs.frozen(kw_only=True)
class NormalBody:
    """
    A request body.

    Attributes:
        media_type: as sent.
        required: whether a call without it is refused.
        schema: the whole body, its object members included.
        renderable: the same, reduced.
        members: keyword to wire name when the body is one object; None when it is passed whole, as `body`.
        files: wire names that are sent as files of a multipart body.
    """

    media_type: str
    required: bool
    schema: JsonObject
    renderable: JsonObject
    members: Mapping[str, str] | None
    files: frozenset[str]


@attrs.frozen(kw_only=True)
class StreamFacts:
    """How an operation streams: the reduced schema of an item, the data that ends it, when usage comes (`x-stream`)."""

    item: JsonObject
    terminator: str | None
    usage: str | None


@attrs.frozen(kw_only=True)
class PaginationFacts:
    """
    How an operation lists by pages (`x-pagination`).

    Attributes:
        items: member names from the answer to the array of items.
        parameter: the keyword argument that takes the cursor.
        cursor: member names from the last item to the cursor of the next page.
        limit: the keyword argument that bounds a page, None when there is none.
    """

    items: tuple[str, ...]
    parameter: str
    cursor: tuple[str, ...]
    limit: str | None


@attrs.frozen(kw_only=True)
class NormalOperation:
    """
    One operation of the document as the client will offer it.

    Attributes:
        method_name: dotted place in the client, `chat.completions.create`.
        identifier: the same as one identifier, `chat_completions_create`.
        response: the reduced schema of the success response, None when it has no JSON body.
        response_kind: `json`, `binary`, `text` or `empty`.
        security: names of the security schemes that may be used, None when the document says nothing of security.
        credential_headers: header parameters the client sends by itself, lower case.
        pagination: how its items are listed by pages, None when it does not say.
        pointer: the operation in the merged document.
    """

    method_name: str
    identifier: str
    http_method: str
    path: str
    summary: str
    description: str
    deprecated: bool
    parameters: tuple[NormalParameter, ...]
    body: NormalBody | None
    response: JsonObject | None
    response_kind: str
    response_example: object
    stream: StreamFacts | None
    security: tuple[str, ...] | None
    credential_headers: tuple[str, ...]
    pointer: JsonPointer
    pagination: PaginationFacts | None = None

    @property
    def streams_only(self) -> bool:
        """Whether events are all it ever answers with."""
        return self.stream is not None and self.response_kind == "empty"


@attrs.frozen(kw_only=True)
class NormalDocument:
    """
    A document every renderer can read.

    Attributes:
        title: `info.title`.
        version: `info.version`.
        schemas: component name to schema, all constraints kept, every object with members named.
        renderable: the same names, reduced to what decides a Python type.
        fields: class name to the attribute of each member, by wire name.
        operations: in order of the document.
        rewrites: in order of the walk.
        origins: name of each schema to the node it came from.
    """

    title: str
    version: str
    schemas: Mapping[str, JsonObject]
    renderable: Mapping[str, JsonObject]
    fields: Mapping[str, Mapping[str, str]]
    operations: tuple[NormalOperation, ...]
    rewrites: tuple[Rewrite, ...]
    origins: Mapping[str, JsonPointer]


def is_sensitive(schema: JsonObject) -> bool:
    """Tell whether a document marks values of a schema as secret."""
    return schema.get("x-sensitive") is True or schema.get("format") == "password"


def is_model(renderable: JsonObject) -> bool:
    """Tell whether a reduced schema becomes a class: an object with named members."""
    return renderable.get("type") == "object" and bool(renderable.get("properties"))
