"""Several documents become one value with origins; where two disagree, both places are kept. Knows no overlay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from specfold.document import Document, Json, JsonObject, Origin
from specfold.merge.origins import iter_members
from specfold.schema.edit import copy_json, is_same

Tokens = tuple[str, ...]


@attrs.frozen
class Conflict:
    """One node two inputs write differently; the first one stands in the united value."""

    tokens: Tokens
    first: Origin
    second: Origin
    values: tuple[Json, Json]


@attrs.frozen
class United:
    """
    The united value.

    Attributes:
        value: all nodes of all documents.
        origins: who wrote each node first.
        conflicts: the nodes the documents disagree on.
    """

    value: JsonObject
    origins: Mapping[Tokens, Origin]
    conflicts: tuple[Conflict, ...]


def unite(documents: Iterable[Document]) -> United:
    """
    Unite documents in order.

    A node that one document has is taken; a node that several have must be the same in all. Objects are united member
    by member. Root tags are united by name. Patch versions of OpenAPI 3.1 may differ; the higher one is taken.
    """
    work = _Work()
    for document in documents:
        work.add(document)
    return United(work.value, work.origins, tuple(work.conflicts))


class _Work:
    """The value under construction."""

    def __init__(self) -> None:
        self.value: JsonObject = {}
        self.origins: dict[Tokens, Origin] = {}
        self.conflicts: list[Conflict] = []

    def add(self, document: Document) -> None:
        if not self.origins:
            self.origins[()] = document.origins.get((), Origin(document.source, 1))
        for key, item in document.value.items():
            self._add(self.value, (key,), item=item, document=document)

    def _add(self, parent: JsonObject, tokens: Tokens, *, item: Json, document: Document) -> None:
        key = tokens[-1]
        if key not in parent:
            parent[key] = copy_json(item)
            self._stamp(tokens, item, source=tokens, document=document)
            return
        present = parent[key]
        if isinstance(present, dict) and isinstance(item, dict) and ("$ref" in present) == ("$ref" in item):
            for name, child in item.items():
                self._add(present, (*tokens, name), item=child, document=document)
        elif tokens == ("openapi",):
            parent[key] = max(present, item, key=str)
        elif tokens == ("tags",) and isinstance(present, list) and isinstance(item, list):
            self._add_tags(present, item, document=document)
        elif not is_same(present, item):
            first, second = self.origins[tokens], document.origins.get(tokens, Origin(document.source, 1))
            self.conflicts.append(Conflict(tokens, first, second, (present, item)))

    def _add_tags(self, present: list[Json], items: list[Json], *, document: Document) -> None:
        names = {_tag_name(tag): index for index, tag in enumerate(present)}
        for index, tag in enumerate(items):
            place = names.get(_tag_name(tag))
            if place is None:
                self._stamp(("tags", str(len(present))), tag, source=("tags", str(index)), document=document)
                present.append(copy_json(tag))
            elif not is_same(present[place], tag):
                at = ("tags", str(place))
                second = document.origins.get(("tags", str(index)), Origin(document.source, 1))
                self.conflicts.append(Conflict(at, self.origins[at], second, (present[place], tag)))

    def _stamp(self, tokens: Tokens, value: Json, *, source: Tokens, document: Document) -> None:
        self.origins[tokens] = document.origins.get(source, Origin(document.source, 1))
        for key, item in iter_members(value):
            self._stamp((*tokens, key), item, source=(*source, key), document=document)


def _tag_name(tag: Json) -> str:
    return str(tag.get("name")) if isinstance(tag, dict) else str(tag)
