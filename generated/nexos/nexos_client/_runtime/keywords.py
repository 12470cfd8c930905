"""The keywords of JSON Schema 2020-12 over plain values: knows how to say what is wrong; knows no request."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from .errors import Violation

_DEEPEST: Final = 200
_LONGEST_REPR: Final = 80
# What `x-bound` marks; a type or a missing member is no limit.
_LIMITS: Final = ("min", "max", "exclusive", "multipleOf", "pattern", "enum", "const")

# Applies one keyword at a site: the second argument is the keyword's value.
Rule = Callable[["Site", Any], None]


class Pass:
    """Collect what one pass finds."""

    __slots__ = ("document", "rules", "schemas", "violations")

    def __init__(self, schemas: Mapping[str, Any], document: str, *, rules: Mapping[str, Rule]) -> None:
        self.rules = rules
        self.schemas = schemas
        self.document = document
        self.violations: list[Violation] = []


class Site:
    """Be a value at its place, together with the schema now applied to it."""

    __slots__ = ("depth", "path", "run", "schema", "value")

    def __init__(self, run: Pass, value: Any, *, path: str, schema: Any = None, depth: int = 0) -> None:
        self.run = run
        self.value = value
        self.path = path
        self.schema = schema
        self.depth = depth

    def member(self, name: str) -> Site:
        """Go to a member of an object."""
        path = f"{self.path}.{name}" if self.path else str(name)
        return Site(self.run, self.value[name], path=path, depth=self.depth + 1)

    def item(self, position: int) -> Site:
        """Go to an item of an array."""
        return Site(self.run, self.value[position], path=f"{self.path}[{position}]", depth=self.depth + 1)

    def at(self, schema: Any) -> Site:
        """Stay at the value under another schema."""
        return Site(self.run, self.value, path=self.path, schema=schema, depth=self.depth + 1)

    def trial(self, schema: Any) -> list[Violation]:
        """Find what would be wrong under a schema, reporting nothing."""
        run = Pass(self.run.schemas, self.run.document, rules=self.run.rules)
        check_schema(Site(run, self.value, path=self.path, depth=self.depth + 1), schema)
        return run.violations

    def report(self, message: str, *, bound: str | None = None, member: str | None = None) -> None:
        """Report a violation here, or at a member that is missing or unwanted."""
        path = self.path if member is None else f"{self.path}.{member}" if self.path else str(member)
        is_limit = bound is not None and bound.startswith(_LIMITS)
        if is_limit and isinstance(self.schema, Mapping) and self.schema.get("x-bound") == "prose":
            message += " (a documented limit)"
        self.run.violations.append(
            Violation(argument=path or "body", message=message, bound=bound, document=self.run.document)
        )


def show(value: Any) -> str:
    """Show a value in a message, cut to what fits a line."""
    text = f"{type(value).__name__} of {len(value)} bytes" if isinstance(value, bytes) else repr(value)
    return text if len(text) <= _LONGEST_REPR else text[: _LONGEST_REPR - 1] + "…"


def suggest(name: Any, names: Iterable[str]) -> str:
    """Add a question to a message when a similar name exists."""
    import difflib  # loaded only where a name is wrong

    near = difflib.get_close_matches(str(name), list(names), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def resolve(schemas: Mapping[str, Any], schema: Any) -> Any:
    """Follow references to components; one that leads nowhere allows everything."""
    seen: set[str] = set()
    while isinstance(schema, Mapping) and "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name in seen:
            return True
        seen.add(name)
        schema = schemas.get(name, True)
    return schema


def check_schema(site: Site, schema: Any) -> None:
    """Apply a schema to a value; when the type is wrong, that is all that is said."""
    if schema is True:
        return
    if schema is False:
        site.report("is not allowed here")
        return
    if site.depth > _DEEPEST:
        site.report("is nested too deeply")
        return
    here = Site(site.run, site.value, path=site.path, schema=schema, depth=site.depth)
    if "type" in schema and not _check_type(here, schema["type"]):
        return
    rules = site.run.rules
    for keyword, bound in schema.items():
        rule = rules.get(keyword)
        if rule is not None:
            rule(here, bound)


def _is_number(value: Any) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _is_integer(value: Any) -> bool:
    return _is_number(value) and (isinstance(value, int) or value.is_integer())


def _is_object(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_array(value: Any) -> bool:
    return isinstance(value, (list, tuple))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_TYPES: Final[Mapping[str, Callable[[Any], bool]]] = {
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
    "integer": _is_integer,
    "number": _is_number,
    "string": _is_text,
    "array": _is_array,
    "object": _is_object,
}


def name_type(value: Any) -> str:
    """Name a value's type in the words of JSON Schema, or of Python where there are none."""
    if isinstance(value, float) and not math.isfinite(value):
        return f"{value}, which is not JSON"
    names = ("null", "boolean", "integer", "number", "string", "array", "object")
    return next((name for name in names if _TYPES[name](value)), type(value).__name__)


def is_binary(value: Any) -> bool:
    """Say whether a value is bytes or a file."""
    return isinstance(value, (bytes, bytearray, memoryview)) or hasattr(value, "read")


def _check_type(site: Site, wanted: Any) -> bool:
    value = site.value
    names = wanted if isinstance(wanted, list) else [wanted]
    for name in names:
        if _TYPES[name](value):
            return True
    if is_binary(value) and "string" in names and site.schema.get("format") == "binary":
        return True
    expected = " or ".join(names)
    site.report(f"expected {expected}, got {_describe(value)}", bound=f"type {expected}")
    return False


def _describe(value: Any) -> str:
    name = name_type(value)
    return (
        name if value is None or isinstance(value, (Mapping, list)) or "not JSON" in name else f"{name} {show(value)}"
    )


def identity(value: Any) -> Any:
    """Make a hashable stand-in that is equal exactly when two values are equal as JSON (1 is 1.0, but not true)."""
    if isinstance(value, bool):
        return ("boolean", value)
    if isinstance(value, (list, tuple)):
        return ("array", tuple(identity(item) for item in value))
    if isinstance(value, Mapping):
        return ("object", frozenset((key, identity(item)) for key, item in value.items()))
    return value


def _enum(site: Site, members: list[Any]) -> None:
    value = identity(site.value)
    if all(identity(member) != value for member in members):
        shown = ", ".join(show(member) for member in members[:12]) + (", …" if len(members) > 12 else "")
        hint = suggest(site.value, filter(_is_text, members)) if isinstance(site.value, str) else ""
        site.report(f"{show(site.value)} is not one of {shown}{hint}", bound=f"enum {shown}")


def _const(site: Site, member: Any) -> None:
    if identity(member) != identity(site.value):
        site.report(f"{show(site.value)} is not {show(member)}", bound=f"const {show(member)}")


def _bound(keyword: str, *, is_broken: Callable[[Any, Any], bool], words: str) -> Rule:
    def rule(site: Site, bound: Any) -> None:
        if _is_number(site.value) and is_broken(site.value, bound):
            site.report(f"{show(site.value)} is {words} {bound}", bound=f"{keyword} {bound}")

    return rule


def _multiple_of(site: Site, bound: Any) -> None:
    if _is_number(site.value) and Decimal(str(site.value)) % Decimal(str(bound)) != 0:
        site.report(f"{show(site.value)} is not a multiple of {bound}", bound=f"multipleOf {bound}")


def _size(keyword: str, *, of: Callable[[Any], bool], unit: str, most: bool) -> Rule:
    word = "at most" if most else "at least"

    def rule(site: Site, bound: Any) -> None:
        if of(site.value):
            size = len(site.value)
            if (size > bound) if most else (size < bound):
                site.report(
                    f"has {size} {unit}, {word} {bound} allowed"
                    if most
                    else f"has {size} {unit}, {word} {bound} needed",
                    bound=f"{keyword} {bound}",
                )

    return rule


@functools.lru_cache(maxsize=512)
def _compile(pattern: str) -> re.Pattern[str] | None:
    try:
        return re.compile(pattern)
    except re.error:  # a construct of ECMA 262 that Python lacks: the server decides
        return None


def _matches(pattern: str, text: Any) -> bool:
    compiled = _compile(pattern)
    return compiled is None or compiled.search(str(text)) is not None


def _pattern(site: Site, pattern: str) -> None:
    if isinstance(site.value, str) and not _matches(pattern, site.value):
        site.report(f"{show(site.value)} does not match {pattern}", bound=f"pattern {pattern}")


def _unique_items(site: Site, wanted: object) -> None:
    if not wanted or not _is_array(site.value):
        return
    seen: dict[Any, int] = {}
    for position, item in enumerate(site.value):
        first = seen.setdefault(identity(item), position)
        if first != position:
            site.report(f"items {first} and {position} are equal", bound="uniqueItems")


def _prefix_items(site: Site, schemas: list[Any]) -> None:
    if _is_array(site.value):
        for position, schema in enumerate(schemas[: len(site.value)]):
            check_schema(site.item(position), schema)


def _items(site: Site, schema: Any) -> None:
    if _is_array(site.value):
        for position in range(len(site.schema.get("prefixItems", ())), len(site.value)):
            check_schema(site.item(position), schema)


def _contains(site: Site, schema: Any) -> None:
    if not _is_array(site.value):
        return
    count = sum(not site.item(position).trial(schema) for position in range(len(site.value)))
    least, most = site.schema.get("minContains", 1), site.schema.get("maxContains", math.inf)
    if not least <= count <= most:
        site.report(f"holds {count} items of the wanted form, from {least} to {most} allowed", bound="contains")


def _properties(site: Site, schemas: Mapping[str, Any]) -> None:
    if _is_object(site.value):
        for name in site.value:
            if name in schemas:
                check_schema(site.member(name), schemas[name])


def _pattern_properties(site: Site, schemas: Mapping[str, Any]) -> None:
    if _is_object(site.value):
        for name in site.value:
            for pattern, schema in schemas.items():
                if _matches(pattern, name):
                    check_schema(site.member(name), schema)


def _additional_properties(site: Site, schema: Any) -> None:
    if schema is True or not _is_object(site.value):
        return
    declared = site.schema.get("properties", {})
    patterns = site.schema.get("patternProperties", ())
    for name in site.value:
        if name in declared or any(_matches(pattern, name) for pattern in patterns):
            continue
        if schema is False:
            site.report(f"is not declared{suggest(name, declared)}", bound="additionalProperties", member=name)
        else:
            check_schema(site.member(name), schema)


def _property_names(site: Site, schema: Any) -> None:
    if _is_object(site.value):
        for name in site.value:
            check_schema(Site(site.run, name, path=f"{site.path}.{name}", depth=site.depth + 1), schema)


def _required(site: Site, names: list[str]) -> None:
    if _is_object(site.value):
        for name in names:
            if name not in site.value:
                site.report("is required", bound="required", member=name)


def _dependent_required(site: Site, dependencies: Mapping[str, list[str]]) -> None:
    if _is_object(site.value):
        for name, names in dependencies.items():
            for needed in names if name in site.value else ():
                if needed not in site.value:
                    site.report(f"is required together with {name}", bound="dependentRequired", member=needed)


def _ref(site: Site, name: str) -> None:
    check_schema(site.at(None), resolve(site.run.schemas, {"$ref": name}))


def _all_of(site: Site, schemas: list[Any]) -> None:
    for schema in schemas:
        check_schema(site.at(None), schema)


def _not(site: Site, schema: Any) -> None:
    if not site.trial(schema):
        site.report("has a form that is excluded", bound="not")


def _if(site: Site, schema: Any) -> None:
    branch = "else" if site.trial(schema) else "then"
    if branch in site.schema:
        check_schema(site.at(None), site.schema[branch])


# `anyOf` and `oneOf` are in `branches`.
RULES: Final[Mapping[str, Rule]] = {
    "enum": _enum,
    "const": _const,
    "minimum": _bound("minimum", is_broken=lambda value, bound: value < bound, words="below the minimum"),
    "maximum": _bound("maximum", is_broken=lambda value, bound: value > bound, words="above the maximum"),
    "exclusiveMinimum": _bound("exclusiveMinimum", is_broken=lambda value, bound: value <= bound, words="not above"),
    "exclusiveMaximum": _bound("exclusiveMaximum", is_broken=lambda value, bound: value >= bound, words="not below"),
    "multipleOf": _multiple_of,
    "minLength": _size("minLength", of=_is_text, unit="characters", most=False),
    "maxLength": _size("maxLength", of=_is_text, unit="characters", most=True),
    "minItems": _size("minItems", of=_is_array, unit="items", most=False),
    "maxItems": _size("maxItems", of=_is_array, unit="items", most=True),
    "minProperties": _size("minProperties", of=_is_object, unit="members", most=False),
    "maxProperties": _size("maxProperties", of=_is_object, unit="members", most=True),
    "pattern": _pattern,
    "uniqueItems": _unique_items,
    "prefixItems": _prefix_items,
    "items": _items,
    "contains": _contains,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "required": _required,
    "dependentRequired": _dependent_required,
    "$ref": _ref,
    "allOf": _all_of,
    "not": _not,
    "if": _if,
}
