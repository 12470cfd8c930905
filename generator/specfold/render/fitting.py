"""Which objects of answers a request takes back, by their members: the reply of one turn is a message of the next. Writes no source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from specfold.document import JsonObject
from specfold.normal import NormalDocument, is_model

_PREFIX: Final = "#/components/schemas/"
_TEXT: Final[JsonObject] = {"type": "string"}
_CALLED: Final[JsonObject] = {
    "type": "object",
    "properties": {"name": _TEXT, "arguments": _TEXT},
    "required": ["name", "arguments"],
}
# A tool call as `tool_calls` of the runtime lists it, by the name of its type there.
_OF_THE_RUNTIME: Final[Mapping[str, JsonObject]] = {
    "ToolCallDict": {
        "type": "object",
        "properties": {"id": _TEXT, "type": {"type": "string", "enum": ["function"]}, "function": _CALLED},
        "required": ["id", "type", "function"],
    }
}


def fitting_types(document: NormalDocument, requested: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """
    Return what else is taken where a request takes a schema: name of the schema to types of answers, as source.

    Args:
        document: the normal document.
        requested: names of the schemas that requests reach.
    """
    schemas, fitting = document.renderable, _Fitting(document)
    answers = {
        f"models.{name}": schema for name, schema in schemas.items() if is_model(schema) and name not in requested
    }
    answers |= _OF_THE_RUNTIME
    found = {
        name: tuple(kind for kind, schema in answers.items() if fitting.takes_kind(name, schema))
        for name in schemas
        if name in requested
    }
    left = {
        name: tuple(kind for kind in kinds if kind not in _of_branches(schemas[name], found))
        for name, kinds in found.items()
    }
    return {name: kinds for name, kinds in left.items() if kinds}


def _of_branches(schema: JsonObject, found: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return what single branches of a union take: it is accepted with them, so the union need not say it again."""
    names = (str(option.get("$ref", "")).removeprefix(_PREFIX) for option in schema.get("anyOf", []))
    return {kind for name in names for kind in found.get(name, ())}


@attrs.frozen
class _Fitting:
    """
    Tell whether objects of one reduced schema are taken where another is expected.

    Attributes:
        document: the normal document.
        seen: references compared already, of what is taken and what is given: schemas may run in circles.
    """

    document: NormalDocument
    seen: frozenset[tuple[str, str]] = frozenset()

    def takes_kind(self, name: str, source: JsonObject) -> bool:
        """
        Tell whether a class, or the branches of a union that are of its kind, take an object of the same kind.

        Kind is what members of a fixed value say, and each has to know what the other demands: without that, anything
        with a name would fit anything with a name.
        """
        target = self._resolve({"$ref": _PREFIX + name})
        options = [self._resolve(option) for option in target.get("anyOf", [target])]
        branches = [option for option in options if is_model(option) and self._is_kind(option, source)]
        if not branches:
            return False
        merged = _merged(branches)
        return merged["properties"].keys() >= {*source.get("required", [])} and self._takes_members(merged, source)

    def _is_kind(self, branch: JsonObject, source: JsonObject) -> bool:
        shared = [name for name in _fixed(source) if name in branch["properties"]]
        return not {*branch.get("required", [])}.isdisjoint(shared) and all(
            self._takes(branch["properties"][name], source["properties"][name]) for name in shared
        )

    def _takes(self, target: JsonObject, source: JsonObject) -> bool:
        if target == source:
            return True
        pair = (target.get("$ref", ""), source.get("$ref", ""))
        if pair in self.seen:
            return True
        inner = attrs.evolve(self, seen=self.seen | {pair}) if all(pair) else self
        return inner.takes(self._resolve(target), self._resolve(source))

    def takes(self, target: JsonObject, source: JsonObject) -> bool:
        """Tell whether every value of one schema is a value of another; neither is a reference."""
        if not target:
            return True
        if "anyOf" in source:
            return all(self._takes(target, option) for option in source["anyOf"])
        if "anyOf" in target:
            return any(self._takes(option, source) for option in target["anyOf"])
        if "enum" in target:
            return {*source.get("enum", [None])} <= {*target["enum"]}
        kind = target.get("type")
        if kind != source.get("type"):
            return (kind, source.get("type")) == ("number", "integer")
        if kind == "array":
            return self._takes(target["items"], source["items"])
        if kind == "object":
            return self._takes_object(target, source)
        return target.get("format") == source.get("format")

    def _takes_object(self, target: JsonObject, source: JsonObject) -> bool:
        if is_model(target):
            return is_model(source) and self._takes_members(target, source)
        given = list(source["properties"].values()) if is_model(source) else [source["additionalProperties"]]
        return all(self._takes(target["additionalProperties"], member) for member in given)

    def _takes_members(self, target: JsonObject, source: JsonObject) -> bool:
        wanted, given = target["properties"], source["properties"]
        if not {*source.get("required", []), *_fixed(source)} >= {*target.get("required", [])}:
            return False
        is_open = target.get("additionalProperties") is not False
        return all(self._takes(wanted[name], given[name]) if name in wanted else is_open for name in given)

    def _resolve(self, schema: JsonObject) -> JsonObject:
        """Follow references; a class that takes no other members is marked, which reduced schemas leave out."""
        is_closed = False
        while "$ref" in schema:
            name = schema["$ref"].removeprefix(_PREFIX)
            schema = self.document.renderable[name]
            is_closed = self.document.schemas[name].get("additionalProperties") is False
        return {**schema, "additionalProperties": False} if is_closed and is_model(schema) else schema


def _fixed(schema: JsonObject) -> Iterator[str]:
    """Yield the members that have one value only."""
    yield from (name for name, member in schema["properties"].items() if len(member.get("enum", ())) == 1)


def _merged(branches: list[JsonObject]) -> JsonObject:
    """Return an object that has the members of all branches and demands what all demand."""
    members: dict[str, list[JsonObject]] = {}
    for branch in branches:
        for name, member in branch["properties"].items():
            members.setdefault(name, []).append(member)
    demanded = [set(branch.get("required", [])) for branch in branches]
    return {
        "type": "object",
        "properties": {name: {"anyOf": options} for name, options in members.items()},
        "required": sorted(set.intersection(*demanded)),
        "additionalProperties": all(branch.get("additionalProperties") is not False for branch in branches),
    }
