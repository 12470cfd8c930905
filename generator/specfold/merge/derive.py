"""Two JSON documents become the overlay that turns one into the other; applies nothing, knows no family."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from specfold.document import Json, JsonObject
from specfold.merge.origins import iter_members
from specfold.merge.query_text import item_query, member_query
from specfold.schema.edit import copy_json, is_same

Action = JsonObject
Tokens = tuple[str, ...]


class _Through(dict[str, Json]):
    """A part of an update that merges into an object already there; any other part is new."""


_NOTHING: Final = object()


@attrs.frozen(kw_only=True)
class _Edit:
    """
    How one node becomes another.

    Attributes:
        first: actions below the node that come before its update.
        update: what is merged into the node, `_NOTHING` when nothing is.
        cost: the actions and leaves it takes.
    """

    first: tuple[Action, ...] = ()
    update: Json = _NOTHING
    cost: int = 0


def derive_overlay(old: JsonObject, new: JsonObject, *, title: str) -> JsonObject:
    """
    Return an overlay (1.1) that turns one document into the other.

    It is minimal: no action and no leaf of it can go without changing the outcome. The order of the members of an
    object is free. Documents that are the same give an overlay without actions.

    Args:
        old: what the overlay is applied to.
        new: what comes of it.
        title: what the overlay is called.
    """
    return {"overlay": "1.1.0", "info": {"title": title, "version": "1.0.0"}, "actions": derive_actions(old, new)}


def derive_actions(old: JsonObject, new: JsonObject) -> list[Action]:
    """Return the actions that turn one document into the other, in order."""
    edit = _edit_object(old, new, query="$")
    updates = [] if edit.update is _NOTHING else _split(edit.update, (), query="$")
    return [*edit.first, *updates]


def _split(update: Json, tokens: Tokens, *, query: str) -> Iterator[Action]:
    """Yield the update in pieces that people read one by one: per path and component, at the node that changes."""
    inner = {key: item for key, item in update.items() if isinstance(item, _Through)}
    if tokens in {(), ("paths",), ("components",)} or tokens[:-1] == ("components",) or len(inner) == len(update) == 1:
        for key, item in inner.items():
            yield from _split(item, (*tokens, key), query=member_query(query, key))
        update = {key: item for key, item in update.items() if key not in inner}
    if update:
        yield {"target": query, "update": copy_json(update)}


def _edit(old: Json, new: Json, *, query: str) -> _Edit:
    if is_same(old, new):
        return _Edit()
    if isinstance(old, dict) and isinstance(new, dict):
        return _cheaper(_edit_object(old, new, query=query), _replace(new, query=query))
    if isinstance(old, list) and isinstance(new, list):
        return _edit_array(old, new, query=query)
    if isinstance(old, dict | list) or isinstance(new, dict | list):
        return _replace(new, query=query)
    return _Edit(update=new, cost=1)


def _cheaper(edit: _Edit, other: _Edit) -> _Edit:
    return other if other.cost < edit.cost else edit


def _replace(new: Json, *, query: str) -> _Edit:
    return _Edit(first=(_removal(query),), update=new, cost=1 + _size(new))


def _edit_object(old: JsonObject, new: JsonObject, *, query: str) -> _Edit:
    first = [_removal(member_query(query, key)) for key in old if key not in new]
    cost, update = len(first), _Through()
    for key, item in new.items():
        edit = (
            _edit(old[key], item, query=member_query(query, key))
            if key in old
            else _Edit(update=item, cost=_size(item))
        )
        first += edit.first
        cost += edit.cost
        if edit.update is not _NOTHING:
            update[key] = edit.update
    return _Edit(first=tuple(first), update=update or _NOTHING, cost=cost)


def _edit_array(old: list[Json], new: list[Json], *, query: str) -> _Edit:
    best = _replace(new, query=query)
    for edit in (_edit_items(old, new, query=query), _thin_out(old, new, query=query)):
        if edit is not None and edit.cost <= best.cost:
            best = edit
    return best


def _thin_out(old: list[Json], new: list[Json], *, query: str) -> _Edit | None:
    """Remove items and append others, where what stays keeps its order."""
    kept: list[int] = []
    for index, item in enumerate(old):
        if len(kept) < len(new) and is_same(item, new[len(kept)]):
            kept.append(index)
    tail = _appended(new, old, kept=len(kept))
    if tail is None or (tail and not kept):
        return None
    gone = [index for index in range(len(old)) if index not in set(kept)]
    # last item first, so that no removal moves an item that is still to go
    first = tuple(_removal(item_query(query, old, index=index)) for index in reversed(gone))
    return _Edit(first=first, update=tail or _NOTHING, cost=len(gone) + _size(tail) * bool(tail))


def _edit_items(old: list[Json], new: list[Json], *, query: str) -> _Edit | None:
    """Edit items where they are and append others."""
    tail = _appended(new, new[: len(old)], kept=len(old))
    if tail is None or len(new) < len(old):
        return None
    first: list[Action] = []
    cost = _size(tail) * bool(tail)
    for index, item in enumerate(old):
        if is_same(item, new[index]):
            continue
        place = item_query(query, old, index=index, new=new)
        edit = _edit_item(item, new[index], query=place)
        if edit is None:
            return None
        first += edit.first
        if edit.update is not _NOTHING:
            first += [{"target": place, "update": copy_json(edit.update)}]
        cost += edit.cost + 1
    return _Edit(first=tuple(first), update=tail or _NOTHING, cost=cost)


def _edit_item(old: Json, new: Json, *, query: str) -> _Edit | None:
    """Edit an item in its place; an item of another kind cannot take it, and arrays in arrays are left alone."""
    if isinstance(old, dict) and isinstance(new, dict):
        return _edit_object(old, new, query=query)
    if isinstance(old, dict | list) or isinstance(new, dict | list):
        return None
    return _Edit(update=new, cost=1)


def _appended(new: list[Json], present: list[Json], *, kept: int) -> list[Json] | None:
    """Return what is appended; None where one of it is there already, for then it was moved, or is said twice."""
    tail = new[kept:]
    return None if any(is_same(item, other) for item in tail for other in present) else tail


def _removal(query: str) -> Action:
    return {"target": query, "remove": True}


def _size(value: Json) -> int:
    return sum(_size(item) for _, item in iter_members(value)) or 1
