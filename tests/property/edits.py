"""Schemas of objects and edits of them, drawn at random with keywords of every kind; knows nothing of comparisons."""

from __future__ import annotations

import copy
from random import Random
from typing import Any

from specfold.document import JsonObject

NAMES = ["a", "b", "x1"]
OTHER = "zz"
VALUES: list[Any] = [
    *(None, True, False, 0, 1, 2, 3, 5, 6, -1, 0.5, "", "a", "b", "aa", "abc", "x1"),
    *([], ["a"], ["a", "a"], [1], [1, "a"], [1, 2], {}, {"title": "x"}, {"a": 1}, {"kind": "p"}),
    *({"kind": "q"}, {"kind": "p", "v": "a"}, {"kind": "q", "v": 1}, {"v": 1}),
]


def make_instances(count: int) -> list[JsonObject]:
    """Return objects to try, always the same."""
    draw = Random(0)
    found = [{}, *({name: value} for name in (*NAMES, OTHER) for value in VALUES)]
    names = [(name, 0.5) for name in NAMES] + [(OTHER, 0.15)]
    while len(found) < count:
        found.append({name: draw.choice(VALUES) for name, share in names if draw.random() < share})
    return found


class Drawer:
    """Draw schemas and edits from a source of randomness."""

    def __init__(self, source: Random) -> None:
        self._source = source

    def scalar(self, depth: int = 0) -> JsonObject:
        """Draw a schema of plain values or of an array."""
        pick = self._source.choice
        makers = (
            lambda: {"type": "string"},
            lambda: {"type": "string", pick(["minLength", "maxLength"]): pick([0, 1, 2, 3])},
            lambda: {
                "type": "integer",
                pick(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]): pick([0, 1, 1.5, 2, 5]),
            },
            lambda: {"type": "number", **self._maybe("multipleOf", [1, 2, 0.5])},
            lambda: {"enum": self._source.sample(["a", "b", "aa", 1, 2, None, True], pick([1, 2, 3]))},
            lambda: {"type": self._source.sample(["string", "integer", "null", "boolean", "number"], 2)},
            lambda: {"const": pick(["a", 1, None, {"title": "x"}, [1]])},
            lambda: self._array(depth),
            lambda: {"type": "string", "pattern": pick(["^a", "b$", "^[a-z]+$", "^x"])},
            lambda: {"allOf": [{"type": "number", "multipleOf": pick([2, 3])}, {"multipleOf": pick([2, 3, 0.5])}]},
        )
        return pick(makers)()

    def _maybe(self, keyword: str, values: list[Any]) -> JsonObject:
        return {keyword: self._source.choice(values)} if self._source.random() < 0.5 else {}

    def _array(self, depth: int) -> JsonObject:
        found: JsonObject = {"type": "array"}
        chances = (("items", 0.6), ("prefixItems", 0.2), ("contains", 0.15), ("uniqueItems", 0.2), ("limit", 0.5))
        for keyword, share in chances:
            if depth > 1 or self._source.random() > share:
                continue
            if keyword == "limit":
                found[self._source.choice(["minItems", "maxItems"])] = self._source.choice([0, 1, 2])
            elif keyword == "uniqueItems":
                found[keyword] = True
            else:
                found[keyword] = [self.scalar(2)] if keyword == "prefixItems" else self.scalar(depth + 1)
        if self._source.random() < 0.15:
            found = {"allOf": [found, {"items": self.scalar(2)}]}
        return found

    def union(self) -> JsonObject:
        """Draw a union of plain values, or of objects with a tag."""
        keyword = self._source.choice(["anyOf", "oneOf"])
        if self._source.random() < 0.25:
            return {keyword: [self._tagged(tag) for tag in self._source.sample(["p", "q", "r"], 2)]}
        return {keyword: [self.scalar() for _ in range(self._source.choice([2, 2, 3]))]}

    def _tagged(self, tag: str) -> JsonObject:
        return {
            "type": "object",
            "properties": {"kind": {"const": tag}, "v": self._source.choice([{"type": "string"}, {"type": "integer"}])},
            "required": ["kind"],
        }

    def member(self) -> JsonObject:
        """Draw the schema of a member."""
        return self.union() if self._source.random() < 0.3 else self.scalar()

    def schema(self) -> JsonObject:
        """Draw the schema of an object."""
        names = self._source.sample(NAMES, self._source.choice([1, 2, 3]))
        found: JsonObject = {"type": "object", "properties": {name: self.member() for name in names}}
        if self._source.random() < 0.4:
            found["required"] = self._source.sample(NAMES if self._source.random() < 0.2 else names, 1)
        for _ in range(self._source.choice([0, 0, 1, 1, 2])):
            found.update(self._extra())
        return found

    def _extra(self) -> JsonObject:
        """Draw a keyword that looks at an object as a whole."""
        pick = self._source.choice
        makers = (
            lambda: {"additionalProperties": pick([False, self.scalar()])},
            lambda: {"patternProperties": {pick(["^x", "^a"]): self.scalar()}},
            lambda: {"propertyNames": pick([{"maxLength": 1}, {"pattern": "^a"}])},
            lambda: {pick(["minProperties", "maxProperties"]): pick([0, 1, 2])},
            lambda: {"dependentRequired": {pick(NAMES): [pick(NAMES)]}},
            lambda: {"dependentSchemas": {pick(NAMES): {"required": [pick(NAMES)]}}},
            lambda: {"not": pick([{"required": [pick(NAMES)]}, {"properties": {pick(NAMES): self.scalar()}}])},
            lambda: {"if": {"required": [pick(NAMES)]}, pick(["then", "else"]): {"required": [pick(NAMES)]}},
            lambda: {pick(["anyOf", "oneOf"]): [self._condition(), self._condition()]},
            lambda: {"allOf": [self._part() for _ in range(pick([1, 2]))]},
            lambda: {"unevaluatedProperties": pick([False, self.scalar()])},
        )
        return pick(makers)()

    def _condition(self) -> JsonObject:
        name = self._source.choice(NAMES)
        return {"required": [name]} if self._source.random() < 0.5 else {"properties": {name: self.scalar()}}

    def _part(self) -> JsonObject:
        name = self._source.choice(NAMES)
        rules = {"if": {"required": [name]}, "then": {"required": [self._source.choice(NAMES)]}}
        closed = {"properties": {one: {} for one in self._source.sample(NAMES, 2)}, "additionalProperties": False}
        return self._source.choice([{"properties": {name: self.scalar()}}, {"required": [name]}, rules, closed])

    def edit(self, schema: JsonObject) -> JsonObject:
        """Return a copy of a schema with one edit, sometimes two."""
        edited = copy.deepcopy(schema)
        for _ in range(self._source.choice([1, 1, 1, 2])):
            chance = self._source.random()
            members = edited["properties"]
            if chance < 0.45 and members:
                self._edit_member(members, self._source.choice(list(members)))
            elif chance < 0.55:
                members[self._source.choice(NAMES)] = self.member()
            elif chance < 0.65:
                edited["required"] = sorted(set(self._source.sample(NAMES, self._source.choice([0, 1, 2]))))
            elif chance < 0.8:
                others = [keyword for keyword in edited if keyword not in {"type", "properties"}]
                edited.pop(self._source.choice(others), None) if others else None
            else:
                edited.update(self._extra())
        return edited

    def _edit_member(self, members: JsonObject, name: str) -> None:
        """Take a member away, edit its alternatives, or draw it anew."""
        union = members[name]
        keyword = next((one for one in ("anyOf", "oneOf") if one in union), None)
        chance = self._source.random()
        if chance < 0.15:
            del members[name]
        elif chance > 0.5 or keyword is None:
            members[name] = self.member()
        elif chance < 0.24:
            union[keyword].append(self.scalar())
        elif chance < 0.33 and len(union[keyword]) > 2:
            union[keyword].pop()
        elif chance < 0.42:
            union[keyword][self._source.randrange(len(union[keyword]))] = self.scalar()
        else:
            union["oneOf" if keyword == "anyOf" else "anyOf"] = union.pop(keyword)
