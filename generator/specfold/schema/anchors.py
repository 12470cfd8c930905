"""References by `$id`, by anchor and through `$dynamicRef` become JSON pointers where their target is in the document."""

from __future__ import annotations

from collections import Counter
from typing import Final
from urllib.parse import unquote, urldefrag, urljoin

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.edit import copy_json
from specfold.schema.references import find
from specfold.schema.walk import Node, iter_nodes

Tokens = tuple[str, ...]

UNFOLLOWED: Final = ("$ref", "$dynamicRef")
"""Keywords that lead elsewhere: one that is left once references are pointers leads out of what is known."""

_NAMING: Final = frozenset({"$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$self"})


def point_references(root: JsonObject) -> JsonObject:
    """
    Return a document whose references are pointers from its root, as far as it holds what they name.

    A name used twice names nothing. `$dynamicRef` is followed where its anchor is the only one of its name, since
    then no other can take its place. What is left below an absolute `$id` becomes absolute.
    """
    if not _uses_names(root):
        return root
    pointed: JsonObject = copy_json(root)
    nodes = list(iter_nodes(pointed))
    names = _Names(pointed, nodes)
    for node in nodes:
        ref, dynamic = node.value.get("$ref"), node.value.get("$dynamicRef")
        if isinstance(ref, str):
            node.value["$ref"] = names.resolve(node, ref)
        elif node.kind == "schema" and isinstance(dynamic, str) and names.is_fixed(dynamic):
            found = names.resolve(node, dynamic)
            if found.startswith("#/"):
                del node.value["$dynamicRef"]
                node.value["$ref"] = found
    return pointed


def find_anchor(value: Json, name: str) -> Tokens | None:
    """Return where the one schema with an anchor is, in a file of any shape; None where none or several have it."""
    found: list[Tokens] = []
    pending: list[tuple[Tokens, Json]] = [((), value)]
    while pending:
        tokens, item = pending.pop()
        if isinstance(item, dict):
            if name in (item.get("$anchor"), item.get("$dynamicAnchor")):
                found.append(tokens)
            pending.extend(((*tokens, key), child) for key, child in item.items())
        elif isinstance(item, list):
            pending.extend(((*tokens, str(index)), child) for index, child in enumerate(item))
    return found[0] if len(found) == 1 else None


def _uses_names(value: Json) -> bool:
    """Tell whether a document may name schemas otherwise than by pointer."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            if not _NAMING.isdisjoint(item):
                return True
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)
    return False


class _Names:
    """What the nodes of a document are called, and from which name references in them start."""

    def __init__(self, root: JsonObject, nodes: list[Node]) -> None:
        self._root = root
        self._bases: dict[Tokens, str] = {(): _text(root.get("$self"))}
        self._places: dict[str, Tokens | None] = {self._bases[()]: ()}
        self._dynamic: Counter[str] = Counter()
        for node in nodes:
            if node.kind == "schema":
                self._add(node)

    def _add(self, node: Node) -> None:
        base = self._base_of(node.tokens)
        name = _join(base, _text(node.value.get("$id")).removesuffix("#"))
        if name != base:
            self._name(name, node.tokens)
            if "#" not in name:  # earlier drafts write an anchor as an `$id`
                base = self._bases[node.tokens] = name
        for keyword in ("$anchor", "$dynamicAnchor"):
            anchor = _text(node.value.get(keyword))
            if anchor:
                self._name(f"{base}#{anchor}", node.tokens)
                self._dynamic[anchor] += keyword == "$dynamicAnchor"

    def _name(self, name: str, tokens: Tokens) -> None:
        self._places[name] = tokens if self._places.get(name, tokens) == tokens else None

    def _base_of(self, tokens: Tokens) -> str:
        return next(self._bases[tokens[:end]] for end in range(len(tokens), -1, -1) if tokens[:end] in self._bases)

    def is_fixed(self, text: str) -> bool:
        """Tell whether a dynamic reference always leads to the same place."""
        return self._dynamic[urldefrag(text).fragment] <= 1

    def resolve(self, node: Node, text: str) -> str:
        """Return a reference as a pointer; one that leads to nothing known as it is, or else absolute."""
        base = self._base_of(node.tokens)
        name = _join(base, text)
        place = self._place_of(name)
        if place:
            return JsonPointer(place).fragment
        is_embedded = base != self._bases[()] and "://" in base
        return name if is_embedded and not text.startswith("#") else text

    def _place_of(self, name: str) -> Tokens | None:
        resource, fragment = urldefrag(name)
        if fragment and not fragment.startswith("/"):
            return self._places.get(f"{resource}#{unquote(fragment)}")
        place = self._places.get(resource)
        if place is None:
            return None
        place += JsonPointer.parse(f"#{fragment}").tokens
        try:
            find(self._root, JsonPointer(place))
        except LookupError:
            return None
        return place


def _join(base: str, reference: str) -> str:
    """Resolve a reference against a base; what is no reference at all stays as it is."""
    if reference.startswith("#"):
        return base + reference
    try:
        return urljoin(base, reference)
    except ValueError:
        return reference


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""
