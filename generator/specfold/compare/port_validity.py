"""What the ordinary validator says of a request, and whether a limit it names is stated in prose only."""

from __future__ import annotations

from specfold.compare.port_values import Fault
from specfold.compare.side import Side
from specfold.document import Json
from specfold.pointer import JsonPointer
from specfold.schema.flatten import Places
from specfold.schema.instance import InstanceError, InstanceValidator, InvalidSchemaError

_LIMITS = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "pattern", "enum"}
    | {"minItems", "maxItems", "minProperties", "maxProperties"}
)


_UNUSABLE = (InvalidSchemaError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""How the validator fails on keywords whose values are of the wrong kind: each library function in its own way."""


def find_faults(side: Side, places: Places, *, value: Json) -> list[tuple[Fault, JsonPointer]]:
    """Return why a value does not fit, each with the keyword that says so; one fault where a schema is unusable."""
    validator = InstanceValidator(side.root)
    found = []
    for place in places:
        try:
            errors = validator.errors(value, place)
        except _UNUSABLE as error:
            what = str(error) if isinstance(error, InvalidSchemaError) else f"the schema cannot be used: {error}"
            found.append((Fault(JsonPointer(), what), place))
            continue
        found.extend((Fault(_place_of(error), error.message), error.schema_pointer) for error in errors)
    return found


def _place_of(error: InstanceError) -> JsonPointer:
    """Return the part that does not fit; a missing member by its own name."""
    missing = error.keyword == "required" and isinstance(error.expected, str)
    return error.instance_pointer / error.expected if missing else error.instance_pointer


def is_limit_in_prose(side: Side, keyword: JsonPointer) -> bool:
    """Tell whether a keyword is a limit that its schema marks as stated in prose only."""
    name = keyword.tokens[-1] if keyword.tokens else ""
    return name in _LIMITS and side.object_at(keyword.parent).get("x-bound") == "prose"
