"""One sentence for each way a value can fail a schema; knows keywords, not documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

from jsonschema.exceptions import ValidationError

from specfold.document import Json

_LONGEST: Final = 80
_LISTED: Final = 12


def explain(error: ValidationError) -> str:
    """Say what was expected and what was found; long values are cut."""
    if error.validator is None:  # the schema `false`
        return f"no value is allowed here, {_found(error)}"
    sentence = _SENTENCES.get(str(error.validator))
    if sentence is None:
        return f"does not fit the keyword {error.validator!r}"
    limit = " (a documented limit)" if _is_from_prose(error) else ""
    return sentence(error) + limit


def show(value: Json) -> str:
    """Print a JSON value on one line, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _is_from_prose(error: ValidationError) -> bool:
    schema: Any = error.schema
    bounds = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
    return error.validator in bounds and isinstance(schema, dict) and schema.get("x-bound") == "prose"


def _list(values: Json) -> str:
    shown = [show(value) for value in values[:_LISTED]]
    return ", ".join(shown) + (", …" if len(values) > _LISTED else "")


def _kinds(value: Json) -> str:
    return " or ".join(value) if isinstance(value, list) else str(value)


def _found(error: ValidationError) -> str:
    return f"found {show(error.instance)}"


def _size(error: ValidationError) -> str:
    instance: Any = error.instance
    return f"found {len(instance)}"


def _explain_union(error: ValidationError) -> str:
    if not error.context:
        return f"fits more than one branch of {error.validator}, {_found(error)}"
    top = [inner for inner in error.context if not inner.path]
    kinds = [kind for inner in top if inner.validator == "type" for kind in _as_list(inner.validator_value)]
    values = [value for inner in top for value in _values(inner)]
    tags = {str(inner.path[0]) for inner in error.context if len(inner.path) == 1 and _values(inner)}
    if len(tags) == 1 and isinstance(error.instance, dict):
        tag = tags.pop()
        wanted = [value for inner in error.context if list(inner.path) == [tag] for value in _values(inner)]
        return f"expected one of {_list(_distinct(wanted))} as {tag!r}, found {show(error.instance.get(tag))}"
    wanted = [*_distinct(kinds), *(show(value) for value in _distinct(values))]
    return (
        f"expected {' or '.join(wanted)}, {_found(error)}"
        if wanted
        else f"fits no branch of {error.validator}, {_found(error)}"
    )


def _as_list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _values(error: ValidationError) -> list[Json]:
    if error.validator == "const":
        return [error.validator_value]
    return list(error.validator_value) if error.validator == "enum" and isinstance(error.validator_value, list) else []


def _distinct(values: list[Json]) -> list[Json]:
    seen: list[Json] = []
    for value in values:
        if value not in seen:
            seen.append(value)
    return seen


_SENTENCES: Final[dict[str, Callable[[ValidationError], str]]] = {
    "type": lambda e: f"expected {_kinds(e.validator_value)}, {_found(e)}",
    "enum": lambda e: f"expected one of {_list(e.validator_value)}, {_found(e)}",
    "const": lambda e: f"expected {show(e.validator_value)}, {_found(e)}",
    "minimum": lambda e: f"expected at least {e.validator_value}, {_found(e)}",
    "maximum": lambda e: f"expected at most {e.validator_value}, {_found(e)}",
    "exclusiveMinimum": lambda e: f"expected more than {e.validator_value}, {_found(e)}",
    "exclusiveMaximum": lambda e: f"expected less than {e.validator_value}, {_found(e)}",
    "multipleOf": lambda e: f"expected a multiple of {e.validator_value}, {_found(e)}",
    "minLength": lambda e: f"expected at least {e.validator_value} characters, {_size(e)}",
    "maxLength": lambda e: f"expected at most {e.validator_value} characters, {_size(e)}",
    "pattern": lambda e: f"expected text that matches {e.validator_value}, {_found(e)}",
    "format": lambda e: f"expected text in the format {e.validator_value}, {_found(e)}",
    "minItems": lambda e: f"expected at least {e.validator_value} items, {_size(e)}",
    "maxItems": lambda e: f"expected at most {e.validator_value} items, {_size(e)}",
    "uniqueItems": lambda e: f"expected no item twice, {_found(e)}",
    "contains": lambda e: f"no item is of the kind that is asked for, {_found(e)}",
    "minContains": lambda e: f"expected at least {e.validator_value} items of the kind that is asked for, {_found(e)}",
    "maxContains": lambda e: f"expected at most {e.validator_value} items of the kind that is asked for, {_found(e)}",
    "minProperties": lambda e: f"expected at least {e.validator_value} members, {_size(e)}",
    "maxProperties": lambda e: f"expected at most {e.validator_value} members, {_size(e)}",
    "required": lambda e: f"the member {e.message!r} is missing",
    "additionalProperties": lambda e: f"the member {str(e.path[-1]) if e.path else ''!r} is not known here",
    "unevaluatedProperties": lambda e: f"a member is not known here, {_found(e)}",
    "dependentRequired": lambda e: f"a member that goes with another one is missing, {_found(e)}",
    "not": lambda e: f"fits what it must not fit, {_found(e)}",
    "anyOf": _explain_union,
    "oneOf": _explain_union,
}
