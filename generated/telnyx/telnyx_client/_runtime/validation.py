"""Requests against JSON Schema, every violation in one pass: knows component names; the keywords are in `keywords`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .branches import ALL_RULES
from .errors import RequestValidationError, Violation
from .keywords import Pass, Site, check_schema, resolve
from .model import UNSET, to_plain

AttributeValidator = Callable[[Any, Any, Any], None]


class Validator:
    """
    Check values against the schemas of one document.

    Args:
        schemas: component name to JSON Schema (2020-12) as plain data; `$ref` is a component name.
        document: the name of the document, for messages.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_document", "_schemas")

    def __init__(self, schemas: Mapping[str, Any], document: str) -> None:
        self._schemas = schemas
        self._document = document

    def violations(self, value: Any, schema: Any, *, argument: str = "") -> tuple[Violation, ...]:
        """
        Find everything wrong with a plain value.

        Args:
            value: plain JSON values; bytes and files where the schema says `format: binary`.
            schema: a schema of the document, for instance `{"$ref": "ChatMessage"}`.
            argument: how messages name the value; empty for a body whose members are the arguments.
        """
        run = Pass(self._schemas, self._document, rules=ALL_RULES)
        check_schema(Site(run, value, path=argument), schema)
        return tuple(run.violations)

    def check(self, value: Any, schema: Any, *, argument: str) -> None:
        """
        Check a value, models included.

        Raises:
            RequestValidationError: with every violation.
        """
        found = self.violations(to_plain(value), schema, argument=argument)
        if found:
            raise RequestValidationError(found)

    def member(self, schema_name: str, wire_name: str) -> AttributeValidator:
        """
        Make an attrs validator for one member of a component; UNSET passes.

        The schema is looked up on first use, so that importing models costs nothing.
        """

        def validate(instance: Any, attribute: Any, value: Any) -> None:
            if value is UNSET:
                return
            schema = self._member_schema({"$ref": schema_name}, wire_name)
            self.check(value, schema, argument=f"{type(instance).__name__}.{attribute.name}")

        return validate

    def _member_schema(self, schema: Any, wire_name: str) -> Any:
        """Find the schema of a member, also where `allOf` brings it in; a member nobody declares may be anything."""
        schema = resolve(self._schemas, schema)
        if not isinstance(schema, Mapping):
            return True
        if wire_name in schema.get("properties", {}):
            return schema["properties"][wire_name]
        found = [self._member_schema(part, wire_name) for part in schema.get("allOf", ())]
        return next((part for part in found if part is not True), True)
