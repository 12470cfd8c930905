"""Give every object with members a name of its own, keeping what the schemas mean; the first of the two passes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specfold.document import Json, JsonObject
from specfold.errors import SpecfoldError
from specfold.naming import ComponentNames, class_name
from specfold.normal import Rewrite
from specfold.pointer import JsonPointer
from specfold.schema.flatten import flatten_all_of
from specfold.schema.references import follow, resolve

_PREFIX = "#/components/schemas/"
_MAPS = ("properties", "patternProperties", "dependentSchemas")
_UNIONS = ("anyOf", "oneOf")
_LISTS = (*_UNIONS, "prefixItems")
_SINGLES = ("items", "additionalProperties", "contains", "unevaluatedItems", "unevaluatedProperties")
_ANNOTATIONS = frozenset({"description", "summary", "deprecated", "example", "examples", "title", "default"})
_MAX_DEPTH = 200


class Structurer:
    """
    Collect the named schemas of one document while its inline ones are hoisted.

    Args:
        root: the whole merged document, for references.
    """

    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._names = ComponentNames()
        self._by_component: dict[str, str] = {}
        self._by_pointer: dict[str, str] = {}
        self.schemas: dict[str, JsonObject] = {}
        self.origins: dict[str, JsonPointer] = {}
        self.rewrites: list[Rewrite] = []

    def add_components(self, components: Mapping[str, Json]) -> None:
        """Take in `components.schemas`, whole; names are claimed first so that hoisted ones never displace them."""
        base = JsonPointer(("components", "schemas"))
        for name in components:
            python = self._names.claim(name)
            self._by_component[name] = python
            if python != name:
                self.record(base / name, "renamed", detail=python)
        for name, schema in components.items():
            python = self._by_component[name]
            self.origins[python] = base / name
            self.schemas[python] = self._shape(schema, python, pointer=base / name, top=True)

    def shape(self, schema: Json, hint: str, *, pointer: JsonPointer) -> JsonObject:
        """Return a schema that stands outside the components with its inline objects hoisted."""
        return self._shape(schema, class_name(hint), pointer=pointer, top=False)

    def record(self, pointer: JsonPointer, kind: str, *, detail: str) -> None:
        """Note one rewrite."""
        self.rewrites.append(Rewrite(pointer, kind, detail))

    def _shape(self, schema: Json, hint: str, *, pointer: JsonPointer, top: bool) -> JsonObject:
        if len(pointer.tokens) > _MAX_DEPTH:
            raise SpecfoldError(
                "the schema is nested too deeply", pointer=pointer, hint="name its inner objects as components"
            )
        if not isinstance(schema, dict):
            self.record(pointer, "boolean-schema", detail="anything" if schema else "nothing")
            return {} if schema else {"not": {}}
        if "$ref" in schema:
            return self._shape_reference(schema, hint, pointer=pointer, top=top)
        if "allOf" in schema:
            flat = flatten_all_of(schema, self._root)
            self.record(pointer, "flattened", detail="allOf")
            if "allOf" in flat:
                return {
                    **flat,
                    "allOf": [
                        self._shape(part, hint, pointer=pointer / "allOf" / i, top=False)
                        for i, part in enumerate(flat["allOf"])
                    ],
                }
            return self._shape(flat, hint, pointer=pointer, top=top)
        schema = self._with_members_of_alternatives(schema, pointer)
        shaped = self._shape_children(schema, hint, pointer=pointer)
        if top or not _is_object(shaped):
            return shaped
        return self._hoist(shaped, hint, pointer=pointer)

    def _shape_reference(self, schema: JsonObject, hint: str, *, pointer: JsonPointer, top: bool) -> JsonObject:
        reference = str(schema["$ref"])
        siblings = {
            key: value
            for key, value in schema.items()
            if key != "$ref" and key not in _ANNOTATIONS and not key.startswith("x-")
        }
        if siblings:
            flat = flatten_all_of({"allOf": [{"$ref": reference}, siblings]}, self._root)
            self.record(pointer, "flattened", detail="$ref with siblings")
            return self._shape(flat, hint, pointer=pointer, top=top)
        notes = {key: value for key, value in schema.items() if key in _ANNOTATIONS or key.startswith("x-")}
        name = reference.removeprefix(_PREFIX)
        if reference.startswith(_PREFIX) and name in self._by_component:
            return {"$ref": _PREFIX + self._by_component[name], **notes}
        return {**self._shape_deep_reference(reference, hint, pointer=pointer), **notes}

    def _shape_deep_reference(self, reference: str, hint: str, *, pointer: JsonPointer) -> JsonObject:
        if reference in self._by_pointer:
            return {"$ref": _PREFIX + self._by_pointer[reference]}
        target = JsonPointer.parse(reference)
        name = self._names.claim(hint)
        self._by_pointer[reference] = name
        self.origins[name] = target
        self.record(pointer, "hoisted", detail=name)
        self.schemas[name] = self._shape(resolve(self._root, reference), name, pointer=target, top=True)
        return {"$ref": _PREFIX + name}

    def _with_members_of_alternatives(self, schema: JsonObject, pointer: JsonPointer) -> JsonObject:
        """Return an object that has members and alternatives with more of them as one object that has them all."""
        own = schema.get("properties")
        if not own or not any(schema.get(keyword) for keyword in _UNIONS):
            return schema
        found: dict[str, list[Json]] = {}
        for keyword in _UNIONS:
            for branch in schema.get(keyword) or []:
                flat = flatten_all_of(follow(self._root, branch), self._root) if isinstance(branch, dict) else {}
                for name, member in (flat.get("properties") or {}).items():
                    variants = found.setdefault(name, [])
                    if name not in own and member not in variants:
                        variants.append(member)
        added = {
            name: variants[0] if len(variants) == 1 else {"anyOf": variants}
            for name, variants in found.items()
            if variants
        }
        if not added:
            return schema
        self.record(pointer, "members-of-alternatives", detail=", ".join(added))
        return {**schema, "properties": {**own, **added}}

    def _shape_children(self, schema: JsonObject, hint: str, *, pointer: JsonPointer) -> JsonObject:
        shaped: JsonObject = {}
        for key, value in schema.items():
            if key == "discriminator" and isinstance(value, dict):
                shaped[key] = self._shape_discriminator(value)
            elif key in _MAPS and isinstance(value, dict):
                shaped[key] = {
                    name: self._shape(child, hint + class_name(name), pointer=pointer / key / name, top=False)
                    for name, child in value.items()
                }
            elif key in _LISTS and isinstance(value, list):
                shaped[key] = [
                    self._shape(child, hint + _branch_hint(child, index), pointer=pointer / key / index, top=False)
                    for index, child in enumerate(value)
                ]
            elif key in _SINGLES and not (key == "additionalProperties" and isinstance(value, bool)):
                suffix = "Item" if key in {"items", "contains", "unevaluatedItems"} else "Value"
                shaped[key] = self._shape(value, hint + suffix, pointer=pointer / key, top=False)
            elif key in {"not", "if", "then", "else", "propertyNames"}:
                shaped[key] = self._inline(value, pointer / key)
            else:
                shaped[key] = value
        return shaped

    def _inline(self, value: Json, pointer: JsonPointer) -> Json:
        # Conditions decide no type: they keep their shape, only their references follow the new names.
        if isinstance(value, list):
            return [self._inline(child, pointer / index) for index, child in enumerate(value)]
        if not isinstance(value, dict):
            return value
        copy = {key: self._inline(child, pointer / key) for key, child in value.items() if key != "$ref"}
        if isinstance(value.get("$ref"), str):
            copy |= self._shape_reference({"$ref": value["$ref"]}, "Condition", pointer=pointer, top=False)
        return copy

    def _shape_discriminator(self, value: JsonObject) -> JsonObject:
        mapping = value.get("mapping")
        if not isinstance(mapping, dict):
            return value
        renamed: dict[str, Any] = {}
        for tag, target in mapping.items():
            name = str(target).removeprefix(_PREFIX)
            renamed[tag] = _PREFIX + self._by_component[name] if name in self._by_component else target
        return {**value, "mapping": renamed}

    def _hoist(self, schema: JsonObject, hint: str, *, pointer: JsonPointer) -> JsonObject:
        name = self._names.claim(hint)
        self.origins[name] = pointer
        self.record(pointer, "hoisted", detail=name)
        types = schema.get("type")
        reference: JsonObject = {"$ref": _PREFIX + name}
        notes: JsonObject = {key: schema[key] for key in ("description", "x-provenance", "default") if key in schema}
        if isinstance(types, list):
            others = [kind for kind in types if kind != "object"]
            self.schemas[name] = {**schema, "type": "object"}
            return (
                {"anyOf": [reference, *({"type": kind} for kind in others)], **notes}
                if others
                else {**reference, **notes}
            )
        self.schemas[name] = schema
        return {**reference, **notes}


def _is_object(schema: JsonObject) -> bool:
    if not schema.get("properties"):
        return False
    types = schema.get("type")
    return types is None or types == "object" or (isinstance(types, list) and "object" in types)


def _branch_hint(branch: Json, index: int) -> str:
    if isinstance(branch, dict):
        for member in ("type", "role", "kind", "object"):
            tag = branch.get("properties", {}).get(member) if isinstance(branch.get("properties"), dict) else None
            if isinstance(tag, dict):
                value = tag.get(
                    "const", tag["enum"][0] if isinstance(tag.get("enum"), list) and len(tag["enum"]) == 1 else None
                )
                if isinstance(value, str):
                    return class_name(value)
    return f"Option{index + 1}"
