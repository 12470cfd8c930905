"""Requests against JSON Schema, every violation in one pass: knows component names; the keywords are in `keywords`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .errors import RequestValidationError, Violation
from .later import Later
from .model import UNSET, to_plain

if TYPE_CHECKING:
    from . import acceptance, branches, keywords
else:
    # The first call needs these, not the import.
    acceptance, branches, keywords = Later(".acceptance"), Later(".branches"), Later(".keywords")


class Validator:
    """
    Check values against the schemas of one document.

    Args:
        schemas: component name to JSON Schema (2020-12) as plain data; `$ref` is a component name.
        document: the name of the document, for messages.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_acceptance", "document", "schemas")

    def __init__(self, schemas: Mapping[str, Any], document: str) -> None:
        self.schemas = schemas
        self.document = document
        self._acceptance: acceptance.Acceptance | None = None

    def violations(self, value: Any, schema: Any, *, argument: str = "") -> tuple[Violation, ...]:
        """
        Find everything wrong with a plain value.

        Args:
            value: plain JSON values; bytes and files where the schema says `format: binary`.
            schema: a schema of the document, for instance `{"$ref": "ChatMessage"}`.
            argument: how messages name the value; empty for a body whose members are the arguments.
        """
        if self._acceptance is None:
            self._acceptance = acceptance.Acceptance(self.schemas)
        if self._acceptance.accepts(value, schema):
            return ()
        run = keywords.Pass(self.schemas, self.document, rules=branches.ALL_RULES)
        keywords.check_schema(keywords.Site(run, value, path=argument), schema)
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

    def member(self, schema_name: str, wire_name: str) -> MemberValidator:
        """
        Make an attrs validator for one member of a component; UNSET passes.

        The schema is looked up on first use, so that importing models costs nothing.
        """
        return MemberValidator(self, schema_name, wire_name=wire_name)

    def member_schema(self, schema: Any, wire_name: str) -> Any:
        """Find the schema of a member, also where `allOf` brings it in; a member nobody declares may be anything."""
        schema = keywords.resolve(self.schemas, schema)
        if not isinstance(schema, Mapping):
            return True
        if wire_name in schema.get("properties", {}):
            return schema["properties"][wire_name]
        found = [self.member_schema(part, wire_name) for part in schema.get("allOf", ())]
        return next((part for part in found if part is not True), True)


class MemberValidator:
    """
    Check one member of a component, called as attrs calls validators.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_name", "_validator", "_wire_name")

    def __init__(self, validator: Validator, schema_name: str, *, wire_name: str) -> None:
        self._validator = validator
        self._name = schema_name
        self._wire_name = wire_name

    def __call__(self, instance: Any, attribute: Any, value: Any) -> None:
        """
        Check a value; UNSET passes.

        Raises:
            RequestValidationError: with every violation, naming class and attribute.
        """
        if value is not UNSET:
            schema = self._validator.member_schema({"$ref": self._name}, self._wire_name)
            self._validator.check(value, schema, argument=f"{type(instance).__name__}.{attribute.name}")
