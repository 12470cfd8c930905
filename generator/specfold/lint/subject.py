"""The document under the rules, with what several of them need worked out once."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.anchors import point_references
from specfold.schema.instance import InstanceValidator
from specfold.schema.references import dangling, follow
from specfold.schema.upgrade import upgrade_to_31
from specfold.schema.walk import Node, Operation, iter_nodes, iter_operations


@attrs.frozen(kw_only=True)
class Subject:
    """
    One document, ready to be checked.

    Attributes:
        written: the document as it was written.
        value: the same as OpenAPI 3.1.
        nodes: its parts by kind, in the order of the document.
        operations: its operations.
        dangling: references that point to nothing, with their pointers.
        validator: checks instances against its schemas.
    """

    written: JsonObject
    value: JsonObject
    nodes: Mapping[str, tuple[Node, ...]]
    operations: tuple[Operation, ...]
    dangling: tuple[tuple[JsonPointer, str], ...]
    validator: InstanceValidator

    def of_kind(self, *kinds: str) -> tuple[Node, ...]:
        """Return the parts of these kinds, kind by kind."""
        return tuple(node for kind in kinds for node in self.nodes.get(kind, ()))

    def follow(self, value: Json) -> JsonObject:
        """Return an object with references followed; empty where they lead to nothing or to no object."""
        try:
            found = follow(self.value, value)
        except (LookupError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def leads_somewhere(self, value: Json) -> bool:
        """Tell whether following the references of a value ends at something."""
        try:
            follow(self.value, value)
        except (LookupError, ValueError):
            return False
        return True


def make_subject(written: JsonObject) -> Subject:
    """Work out what the rules need."""
    value = point_references(upgrade_to_31(written))
    nodes: dict[str, list[Node]] = {}
    for node in iter_nodes(value):
        nodes.setdefault(node.kind, []).append(node)
    return Subject(
        written=written,
        value=value,
        nodes={kind: tuple(found) for kind, found in nodes.items()},
        operations=tuple(iter_operations(value)),
        dangling=tuple(dangling(value)),
        validator=InstanceValidator(value),
    )
