"""What the OpenAPI specification itself says of a document's form; the only module that sees openapi-spec-validator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from specfold.lint.rule import Problem
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer
from specfold.schema.instance_message import explain

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_LONGEST = 160


def check_form(subject: Subject) -> Iterator[Problem]:
    """Check the document against the JSON Schema of its version of OpenAPI."""
    version = str(subject.written.get("openapi", ""))[:4]
    validator = _validators().get(version)
    if validator is None:
        what = f"expected OpenAPI 3.0, 3.1 or 3.2, found openapi: {subject.written.get('openapi')!r}"
        yield Problem(JsonPointer(("openapi",)), what, "write openapi: 3.1.0")
        return
    errors = sorted(
        validator.iter_errors(subject.written), key=lambda error: [str(token) for token in error.absolute_path]
    )
    for error in _distinct(errors):
        yield Problem(
            JsonPointer().join(error.absolute_path), _sentence(error), "see this object in the OpenAPI specification"
        )


def _validators() -> dict[str, Any]:
    # deferred: the package costs 0.2 s to import, and only lint needs it
    from openapi_spec_validator import schemas

    return {
        "3.0.": schemas.openapi_v30_schema_validator,
        "3.1.": schemas.openapi_v31_schema_validator,
        "3.2.": schemas.openapi_v32_schema_validator,
    }


def _distinct(errors: list[ValidationError]) -> Iterator[ValidationError]:
    """Leave out the general complaint where a particular one follows below it."""
    places = {tuple(error.absolute_path) for error in errors}
    for error in errors:
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
