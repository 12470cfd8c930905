"""By which members and parameters a component is mentioned: what people know the values of a shared schema as."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specfold.document import Json
from specfold.pointer import JsonPointer

_SCHEMAS = ("components", "schemas")
_SAME_VALUE = frozenset({"anyOf", "oneOf", "allOf", "items", "schema"})
"""Keywords under which a schema still describes the value, or the elements of the value, that a name stands for."""


@attrs.define(eq=False)
class Mentions:
    """
    What refers to the component schemas of one document; looked for when first asked.

    Attributes:
        root: the document.
    """

    root: Json
    _is_read: bool = False
    _named: dict[str, set[str]] = attrs.field(factory=dict)
    _users: dict[str, set[str]] = attrs.field(factory=dict)

    def names_of(self, pointer: JsonPointer) -> tuple[str, ...]:
        """
        Return the members and parameters that a node is the value of, sorted.

        Args:
            pointer: a node in a component schema; a node inside a member of one, or anywhere else, has no names.
        """
        if pointer.tokens[:2] != _SCHEMAS or len(pointer.tokens) < 3 or "properties" in pointer.tokens[3:]:
            return ()
        if not self._is_read:
            self._is_read = True
            for token, node in self._iter_parts():
                self._note(node, name=None, owner=token)
        names: set[str] = set()
        pending, seen = [pointer.tokens[2]], {pointer.tokens[2]}
        while pending:
            component = pending.pop()
            names |= self._named.get(component, set())
            pending.extend(self._users.get(component, set()) - seen)
            seen.update(pending)
        return tuple(sorted(names))

    def _iter_parts(self) -> Iterator[tuple[str | None, Json]]:
        """Yield each component schema with its name, and all the rest without one."""
        root = self.root if isinstance(self.root, dict) else {}
        components = root.get("components")
        components = components if isinstance(components, dict) else {}
        schemas = components.get("schemas")
        yield from (schemas.items() if isinstance(schemas, dict) else ())
        yield None, {key: value for key, value in components.items() if key != "schemas"}
        yield None, {key: value for key, value in root.items() if key != "components"}

    def _note(self, node: Json, *, name: str | None, owner: str | None) -> None:
        """Note each reference below a node: by the name its value has, or by the component whose value it is."""
        if isinstance(node, list):
            for item in node:
                self._note(item, name=name, owner=owner)
        elif isinstance(node, dict):
            target = node.get("$ref")
            if isinstance(target, str) and target.startswith("#/components/schemas/"):
                component = JsonPointer.parse(target).tokens[-1]
                if name is not None:
                    self._named.setdefault(component, set()).add(name)
                elif owner is not None:
                    self._users.setdefault(component, set()).add(owner)
            if "in" in node and isinstance(node.get("name"), str):
                name = str(node["name"])
            for keyword, value in node.items():
                self._descend(keyword, value, name=name, owner=owner)

    def _descend(self, keyword: str, value: Json, *, name: str | None, owner: str | None) -> None:
        """Note what stands under a keyword."""
        if keyword == "properties" and isinstance(value, dict):
            for member, schema in value.items():
                self._note(schema, name=str(member), owner=None)
        elif keyword in _SAME_VALUE:
            self._note(value, name=name, owner=owner)
        else:
            self._note(value, name=None, owner=None)
