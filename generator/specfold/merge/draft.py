"""The document under construction: a value and the origins of its nodes, changed together; knows no overlay syntax."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import attrs

from specfold.document import Document, Json, JsonObject, Origin
from specfold.merge.origins import iter_members
from specfold.pointer import JsonPointer
from specfold.schema.edit import copy_json, is_same
from specfold.schema.references import find

Tokens = tuple[str, ...]
OriginOf = Callable[[Tokens], Origin]

_DEEPEST: Final = 400  # levels; recursion stays safe
_LARGEST: Final = 2_000_000  # nodes; a copy of a copy of the whole doubles the document each time


class IncompatibleError(Exception):
    """Say that a value cannot be merged into a node; `tokens` name the node, `inside` the place in the value."""

    def __init__(self, what: str, *, tokens: Tokens, inside: Tokens) -> None:
        super().__init__(what)
        self.tokens = tokens
        self.inside = inside


@attrs.frozen
class Effect:
    """
    What one leaf of a merged value did.

    Attributes:
        inside: the leaf, by its tokens in the merged value.
        tokens: the node it went to.
        previous: who had written the very same there; None where the leaf changed something.
    """

    inside: Tokens
    tokens: Tokens
    previous: Origin | None


@attrs.frozen
class Removal:
    """A node that was removed, with its value and who removed it."""

    tokens: Tokens
    value: Json
    by: Origin


class Draft:
    """
    A working copy; the only thing in `merge` that changes in place.

    Attributes:
        value: the document so far.
        origins: who wrote each node last; complete.
        history: who wrote a node before that, oldest first.
        removals: what was removed, in order; the positions of items are those of that time.
    """

    def __init__(self, value: JsonObject, origins: Mapping[Tokens, Origin]) -> None:
        self.value: Json = copy_json(value)
        self.origins: dict[Tokens, Origin] = dict(origins)
        self.history: dict[Tokens, tuple[Origin, ...]] = {}
        self.removals: list[Removal] = []

    def find(self, tokens: Tokens) -> Json:
        """Return a node; raise `LookupError` where there is none."""
        return find(self.value, JsonPointer(tokens))

    def merge(self, tokens: Tokens, new: Json, *, origin_of: OriginOf) -> Iterator[Effect]:
        """
        Merge a value into a node as an overlay update does, and yield what each leaf of it did.

        Objects are merged member by member, arrays are appended to, primitives are replaced.

        Raises:
            IncompatibleError: the kinds of the two values do not go together.
        """
        target = self.find(tokens)
        if isinstance(target, list):
            yield from self._extend(
                tokens, new if isinstance(new, list) else [new], origin_of=origin_of, single=not isinstance(new, list)
            )
        else:
            yield from self._merge(tokens, (), new=new, origin_of=origin_of)

    def claim(self, tokens: Tokens, origin: Origin) -> None:
        """Note who says that a node stays as it is."""
        self.history[tokens] = (*self.history.get(tokens, ()), self.origins[tokens])
        self.origins[tokens] = origin

    def remove(self, tokens: Tokens, *, by: Origin) -> None:
        """Remove a node and all below it; items of an array behind it move up."""
        parent = self.find(tokens[:-1])
        self.removals.append(Removal(tokens, self.find(tokens), by))
        if isinstance(parent, dict):
            self._forget(tokens, parent.pop(tokens[-1]))
            return
        index = int(tokens[-1])
        self._forget(tokens, parent[index])
        for later in range(index + 1, len(parent)):
            self._move((*tokens[:-1], str(later)), (*tokens[:-1], str(later - 1)), value=parent[later])
        del parent[index]

    def freeze(self, source: str) -> Document:
        """Return the document as a value."""
        return Document(self.value, source, self.origins)

    def _merge(self, tokens: Tokens, inside: Tokens, *, new: Json, origin_of: OriginOf) -> Iterator[Effect]:
        target = self.find(tokens)
        if isinstance(target, dict) and isinstance(new, dict):
            if not new:
                yield Effect(inside, tokens, self.origins[tokens])
            for key, item in new.items():
                if key in target:
                    yield from self._merge((*tokens, key), (*inside, key), new=item, origin_of=origin_of)
                else:
                    target[key] = copy_json(item)
                    self._stamp((*tokens, key), (*inside, key), new=item, origin_of=origin_of)
                    yield Effect((*inside, key), (*tokens, key), None)
        elif isinstance(target, list) and isinstance(new, list):
            for effect in self._extend(tokens, new, origin_of=lambda below: origin_of((*inside, *below)), single=False):
                yield attrs.evolve(effect, inside=(*inside, *effect.inside))
        elif _is_primitive(target) and _is_primitive(new):
            if is_same(target, new):
                yield Effect(inside, tokens, self.origins[tokens])
            else:
                self._replace(tokens, new)
                self._stamp(tokens, inside, new=new, origin_of=origin_of)
                yield Effect(inside, tokens, None)
        else:
            what = f"cannot merge {describe_kind(new)} into {describe_kind(target)}"
            raise IncompatibleError(what, tokens=tokens, inside=inside)

    def _extend(self, tokens: Tokens, items: list[Json], *, origin_of: OriginOf, single: bool) -> Iterator[Effect]:
        target = self.find(tokens)
        present = _Present(target)
        if not items:
            yield Effect((), tokens, self.origins[tokens])
        for position, item in enumerate(items):
            inside = () if single else (str(position),)
            same = present.find(item)
            place = (*tokens, str(len(target)))
            target.append(copy_json(item))
            self._stamp(place, inside, new=item, origin_of=origin_of)
            yield Effect(inside, place, None if same is None else self.origins[(*tokens, str(same))])

    def _replace(self, tokens: Tokens, new: Json) -> None:
        parent = self.find(tokens[:-1])
        parent[int(tokens[-1]) if isinstance(parent, list) else tokens[-1]] = new

    def _stamp(self, tokens: Tokens, inside: Tokens, *, new: Json, origin_of: OriginOf) -> None:
        if tokens in self.origins:
            self.history[tokens] = (*self.history.get(tokens, ()), self.origins[tokens])
        self.origins[tokens] = origin_of(inside)
        if len(tokens) > _DEEPEST or len(self.origins) > _LARGEST:
            msg = f"the document grows beyond {_DEEPEST} levels or {_LARGEST} nodes"
            raise IncompatibleError(msg, tokens=tokens[:1], inside=inside)
        for key, item in iter_members(new):
            self._stamp((*tokens, key), (*inside, key), new=item, origin_of=origin_of)

    def _forget(self, tokens: Tokens, value: Json) -> None:
        # kept, for a later action may write it again
        self.history[tokens] = (*self.history.get(tokens, ()), self.origins.pop(tokens))
        for key, item in iter_members(value):
            self._forget((*tokens, key), item)

    def _move(self, old: Tokens, new: Tokens, *, value: Json) -> None:
        self.history.pop(new, None)
        self.origins[new] = self.origins.pop(old)
        if old in self.history:
            self.history[new] = self.history.pop(old)
        for key, item in iter_members(value):
            self._move((*old, key), (*new, key), value=item)


class _Present:
    """The items an array has before others are appended; finds equal ones without comparing each with each."""

    def __init__(self, items: list[Json]) -> None:
        self._primitives = {
            (isinstance(item, bool), item): index for index, item in enumerate(items) if _is_primitive(item)
        }
        self._others = [(index, item) for index, item in enumerate(items) if not _is_primitive(item)]

    def find(self, item: Json) -> int | None:
        """Return the position of an item that is the same, or None."""
        if _is_primitive(item):
            return self._primitives.get((isinstance(item, bool), item))
        return next((index for index, other in self._others if is_same(other, item)), None)


def describe_kind(value: Json) -> str:
    """Name the kind of a JSON value, with its article."""
    if isinstance(value, dict):
        return "an object"
    return "an array" if isinstance(value, list) else "a primitive value"


def _is_primitive(value: Json) -> bool:
    return not isinstance(value, dict | list)
