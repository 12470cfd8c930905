"""Whether a JSON value fits a schema of a document, and if not, why in one sentence; sees `jsonschema`, as `instance_formats` does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import UnknownType, ValidationError
from jsonschema.validators import extend
from referencing import Registry, Specification
from referencing.exceptions import Unresolvable

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.instance_formats import CHEAP, strict_formats
from specfold.schema.instance_message import explain
from specfold.schema.references import find, resolve

_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})


class InvalidSchemaError(Exception):
    """Say that a schema itself is wrong, so that nothing can be said of an instance."""


@attrs.frozen(kw_only=True)
class InstanceError:
    """
    One reason why a value does not fit.

    Attributes:
        instance_pointer: the part of the value that does not fit.
        keyword: the keyword of the schema that says so.
        message: what was expected and what was found.
        schema_pointer: the keyword, in the document, or in the schema that was given.
        expected: what the keyword says; for `required` the name of the missing member.
    """

    instance_pointer: JsonPointer
    keyword: str
    message: str
    schema_pointer: JsonPointer
    expected: Json


class InstanceValidator:
    """Validate values against the schemas of one document; cheap to make, meant to be kept."""

    def __init__(self, root: JsonObject, *, strict: bool = False) -> None:
        """
        Take the document that references are resolved in.

        Args:
            root: the document.
            strict: every format that refuses something is asserted, and a type nobody knows refuses every value.
        """
        self._root = root
        self._targets: dict[str, Json] = {}
        resource = Specification.OPAQUE.create_resource(root)  # a document has no `$id` of its own
        registry: Registry[Any] = Registry().with_resource("", resource)
        make: Any = extend  # the library leaves its arguments untyped
        keywords: dict[str, Any] = {
            "$ref": self._reference, "required": _required, "additionalProperties": _additional,
            **({"type": _known_type} if strict else {}),
        }  # fmt: skip
        kind = make(Draft202012Validator, keywords)
        checker = strict_formats() if strict else FormatChecker(CHEAP)
        self._validator: Any = kind({}, registry=registry, format_checker=checker)

    def errors(self, instance: Json, schema: JsonPointer | Json) -> list[InstanceError]:
        """
        Return why a value does not fit, most relevant branch of a union only; empty when it fits.

        Args:
            instance: the value.
            schema: a schema, or the pointer of one in the document.

        Raises:
            InvalidSchemaError: the schema itself is wrong.
        """
        base = schema if isinstance(schema, JsonPointer) else None
        try:
            value = find(self._root, base) if base else schema
            found = [error for top in self._iter(instance, value) for error in _most_relevant(top)]
        except (UnknownType, Unresolvable, LookupError, re.error, RecursionError) as error:
            msg = f"the schema cannot be used: {str(error).strip().partition(chr(10))[0] or type(error).__name__}"
            raise InvalidSchemaError(msg) from error
        return [self._translate(error, value, base=base or JsonPointer()) for error in found]

    def is_valid(self, instance: Json, schema: JsonPointer | Json) -> bool:
        """Tell whether a value fits; raise `InvalidSchemaError` like `errors`."""
        value = find(self._root, schema) if isinstance(schema, JsonPointer) else schema
        try:
            return next(self._iter(instance, value), None) is None
        except (UnknownType, Unresolvable, LookupError, re.error, RecursionError) as error:
            msg = f"the schema cannot be used: {error}"
            raise InvalidSchemaError(msg) from error

    def _iter(self, instance: Json, schema: Json) -> Iterator[ValidationError]:
        return iter(self._validator.evolve(schema=schema).iter_errors(instance))

    def _reference(self, *call: Any) -> Iterator[ValidationError]:
        validator, ref, instance, _ = call  # the order of the library
        if ref not in self._targets:
            self._targets[ref] = resolve(self._root, ref)
        yield from validator.descend(instance, self._targets[ref])

    def _translate(self, error: ValidationError, schema: Json, *, base: JsonPointer) -> InstanceError:
        keyword = str(error.validator)
        return InstanceError(
            instance_pointer=JsonPointer().join(error.absolute_path),
            keyword=keyword,
            message=explain(error),
            schema_pointer=self._locate([str(token) for token in error.absolute_schema_path], schema, base=base),
            expected=error.message if keyword == "required" else error.validator_value,
        )

    def _locate(self, path: list[str], schema: Json, *, base: JsonPointer) -> JsonPointer:
        """Follow a path of keywords through references to the place in the document."""
        pointer, value = base, schema
        for token in path:  # the library leaves `$ref` out of the path
            while isinstance(value, dict) and token not in value and isinstance(value.get("$ref"), str):
                pointer = JsonPointer.parse(value["$ref"])
                value = resolve(self._root, value["$ref"])
            pointer = pointer / token
            value = _child(value, token)
        return pointer


def _child(value: Json, token: str) -> Json:
    if isinstance(value, dict):
        return value.get(token)
    return value[int(token)] if isinstance(value, list) and token.isdecimal() and int(token) < len(value) else None


def _known_type(*call: Any) -> Iterator[ValidationError]:
    """Do as the library does, but let a type nobody knows refuse every value instead of stopping."""
    validator, types, instance, _ = call  # the order of the library
    names = [types] if isinstance(types, str) else types
    if not any(name in _TYPES and validator.is_type(instance, name) for name in names):
        yield ValidationError(f"{instance!r} is not of type {', '.join(map(repr, names))}")


def _required(*call: Any) -> Iterator[ValidationError]:
    _, names, instance, _ = call  # the order of the library
    if isinstance(instance, dict):
        yield from (ValidationError(name) for name in names if name not in instance)


def _additional(*call: Any) -> Iterator[ValidationError]:
    """Name each member that is not known, where the keyword forbids them; otherwise do as the library does."""
    validator, value, instance, schema = call  # the order of the library
    if value is not False or not isinstance(instance, dict):
        yield from Draft202012Validator.VALIDATORS["additionalProperties"](validator, value, instance, schema) or ()
        return
    known = schema.get("properties", {})
    patterns = schema.get("patternProperties", {})
    for name in instance:
        if name not in known and not any(re.search(pattern, name) for pattern in patterns):
            yield ValidationError("", path=(name,), instance=instance[name])


def _most_relevant(error: ValidationError) -> list[ValidationError]:
    """Return what a union really complains about: the errors of the one branch that was meant, if one can be told."""
    if error.validator not in {"anyOf", "oneOf"} or not error.context:
        return [error]
    branches: dict[object, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    meant = [errors for errors in branches.values() if not any(_is_other_kind(inner) for inner in errors)]
    if not meant or (len(meant) > 1 and set.intersection(*(_mismatched_tags(errors) for errors in meant))):
        return [error]  # no branch was meant: wrong kind, or wrong tag in all of them
    closest = min(meant, key=_distance)
    return [inner for one in closest for inner in _most_relevant(one)]


def _is_other_kind(error: ValidationError) -> bool:
    return error.validator == "type" and not error.path


def _is_tag(error: ValidationError) -> bool:
    return error.validator in {"const", "enum"} and len(error.path) <= 1


def _mismatched_tags(errors: list[ValidationError]) -> set[tuple[object, ...]]:
    return {tuple(error.path) for error in errors if _is_tag(error)}


def _distance(errors: list[ValidationError]) -> tuple[int, int]:
    """Rank a branch: how surely its tags differ (a constant more than a choice), then how many errors it has."""
    tags = sum(
        2 if error.validator == "const" or len(_choices(error)) == 1 else 1 for error in errors if _is_tag(error)
    )
    return tags, len(errors)


def _choices(error: ValidationError) -> list[Json]:
    return error.validator_value if isinstance(error.validator_value, list) else []
