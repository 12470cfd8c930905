"""What the OpenAPI specification itself says of a document's form; the only module that sees openapi-spec-validator."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft4Validator, Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from specfold.document import JsonObject
from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer
from specfold.schema.instance_message import explain
from specfold.schema.references import resolve

_VERSIONS: Final = ("3.0.", "3.1.", "3.2.")
_LONGEST: Final = 160


def check_form(subject: Subject) -> Iterator[Problem]:
    """Check the document against the JSON Schema of its version of OpenAPI."""
    version = str(subject.written.get("openapi", ""))[:4]
    if version not in _VERSIONS:
        what = f"expected OpenAPI 3.0, 3.1 or 3.2, found openapi: {subject.written.get('openapi')!r}"
        yield Problem(JsonPointer(("openapi",)), what, "write openapi: 3.1.0")
        return
    found = _validator(version[:3]).iter_errors(subject.written)
    errors = sorted(found, key=lambda error: [str(token) for token in error.absolute_path])
    for error in _distinct(errors):
        yield Problem(
            JsonPointer().join(error.absolute_path), _sentence(error), "see this object in the OpenAPI specification"
        )


@cache
def _validator(version: str) -> Any:
    """
    Return the validator of one version of OpenAPI.

    The schema is read from the package's files: importing the package costs as much as all rules together. What the
    library resolves again for every node is made a plain reference, resolved here.
    """
    package = distribution("openapi-spec-validator")
    path = package.locate_file(f"openapi_spec_validator/resources/schemas/v{version}/schema.json")
    schema = _corrected(json.loads(Path(str(path)).read_text("utf-8")))
    kind: Any = Draft4Validator if version == "3.0" else Draft202012Validator
    targets: dict[str, Any] = {}

    def follow(*call: Any) -> Iterator[ValidationError]:
        validator, ref, instance, _ = call  # the order of the library
        if ref not in targets:
            targets[ref] = resolve(schema, ref)
        return iter(validator.descend(instance, targets[ref]))

    make: Any = extend  # the library leaves its arguments untyped
    return make(kind, {"$ref": follow})(schema)


def _corrected(schema: JsonObject) -> JsonObject:
    """Return the schema of OpenAPI with schemas left to `schema-form`, and one slip of its older edition corrected."""
    definitions = schema.get("$defs", {})
    link = definitions.get("link", {}).get("properties", {})
    if "body" in link and "server" not in link:
        link["server"] = link.pop("body")  # OpenAPI 3.1.1 names the member `server`; editions before 2024 misspell it
    for definition in definitions.values():
        for members in _maps(definition):
            for name, value in members.items():
                if isinstance(value, dict) and "$dynamicRef" in value:
                    members[name] = {"$ref": "#/$defs/schema"}
    return schema


def _maps(value: Any) -> Iterator[JsonObject]:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _maps(child)


def _distinct(errors: list[ValidationError]) -> Iterator[ValidationError]:
    """Leave out the general complaint where a particular one follows below it, and what `component-name` says better."""
    places = {tuple(error.absolute_path) for error in errors}
    for error in errors:
        if "propertyNames" in error.absolute_schema_path and error.absolute_path[0] == "components":
            continue
        place = tuple(error.absolute_path)
        is_general = error.validator == "unevaluatedProperties" and any(
            other[: len(place)] == place and other != place for other in places
        )
        if not is_general:
            yield error


def _sentence(error: ValidationError) -> str:
    if error.validator == "required":
        return error.message.replace("is a required property", "is missing")
    if len(error.message) <= _LONGEST and error.validator not in {"anyOf", "oneOf"}:
        return error.message
    return explain(error)
