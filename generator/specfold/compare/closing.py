"""A schema of a document as one JSON value that stands alone, as its sender or its receiver reads it."""

from __future__ import annotations

from specfold.compare.change import Axis
from specfold.compare.sample import is_hidden
from specfold.compare.side import Side
from specfold.document import Json, JsonObject
from specfold.schema.conjunction import parts_of
from specfold.schema.flatten import FlatSchema, Places, SchemaUnion, is_annotation
from specfold.schema.instance_formats import ASSERTED

_MAX_SCHEMAS = 400
_PLAIN = frozenset(
    {"format", "pattern", "multipleOf", "uniqueItems", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
    | {"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"}
)
_SILENT = frozenset({"default", "deprecated", "readOnly", "writeOnly", "discriminator"})


class NotClosableError(Exception):
    """The schema says something that cannot be written this way."""


class Closer:
    """
    Write schemas of one document so that they stand alone.

    Args:
        side: the document.
        direction: which way the values travel; what does not travel this way is left out.
        is_sender: undeclared members are forbidden, since nobody sends what is not declared.
    """

    def __init__(self, side: Side, *, direction: Axis, is_sender: bool) -> None:
        self._side = side
        self._direction = direction
        self._is_sender = is_sender
        self._names: dict[Places, str] = {}
        self._definitions: JsonObject = {}

    def write(self, places: Places) -> JsonObject:
        """
        Return a schema that stands alone.

        Raises:
            NotClosableError: it holds a keyword that is not understood here, or leads to too many others.
        """
        head = self._refer(places)
        return {**head, "$defs": self._definitions}

    def _refer(self, places: Places) -> JsonObject:
        """Return a reference to the definition of a schema; it is written once."""
        key = tuple(self._side.settle_schema(place) for place in places)
        if key not in self._names:
            if len(self._names) >= _MAX_SCHEMAS:
                raise NotClosableError
            name = self._names[key] = str(len(self._names))
            self._definitions[name] = self._write(self._side.flat(key))
        return {"$ref": f"#/$defs/{self._names[key]}"}

    def _write(self, flat: FlatSchema) -> Json:
        """Write one schema."""
        if flat.never:
            return False
        if set(flat.keywords) - _PLAIN - _SILENT - {name for name in flat.keywords if is_annotation(name)}:
            raise NotClosableError
        if any(name not in ASSERTED for name in parts_of(flat.keywords.get("format", "uuid"))):
            raise NotClosableError  # nobody knows what it refuses
        if flat.unions and (flat.properties or flat.closed):
            raise NotClosableError  # whether a member is declared is then said in two places
        schema: JsonObject = {name: value for name, value in flat.keywords.items() if name in _PLAIN - {"format"}}
        if "format" in flat.keywords:
            schema["allOf"] = [{"format": name} for name in parts_of(flat.keywords["format"])]
        if flat.types is not None:
            schema["type"] = [*sorted(flat.types), *(["null"] if flat.nullable else [])]
        if flat.values is not None:
            schema["enum"] = [*flat.values, *([None] if flat.nullable else [])]
        if flat.items is not None:
            schema["items"] = self._refer(flat.items)
        if flat.prefix_items:
            schema["prefixItems"] = [self._refer(item) for item in flat.prefix_items]
        if flat.unions:
            unions = [self._write_union(union, nullable=flat.nullable) for union in flat.unions]
            schema["allOf"] = [*schema.get("allOf", ()), *unions]
        return {**schema, **self._write_members(flat)}

    def _write_union(self, union: SchemaUnion, *, nullable: bool) -> JsonObject:
        """Write one union, with the `null` that stood among its alternatives."""
        branches = [self._refer(branch) for branch in union.branches]
        return {union.keyword: [*branches, *([{"type": "null"}] if nullable else [])]}

    def _write_members(self, flat: FlatSchema) -> JsonObject:
        """Write what is said about members; a sender sends declared ones only."""
        hidden = {name for name, at in flat.properties.items() if is_hidden(self._side, at, direction=self._direction)}
        members: JsonObject = {}
        shown = {name: self._refer(places) for name, places in flat.properties.items() if name not in hidden}
        if shown:
            members["properties"] = shown
        required = [name for name in flat.required if name not in hidden]
        if required:
            members["required"] = required
        if flat.additional is not None:
            members["additionalProperties"] = self._refer(flat.additional)
        elif flat.closed or (self._is_sender and flat.properties):
            members["additionalProperties"] = False
        return members
