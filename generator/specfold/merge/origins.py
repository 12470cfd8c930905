"""The nodes of a value by their tokens, and an origin for each; knows no document format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specfold.document import Json, JsonObject, Origin

Tokens = tuple[str, ...]


def iter_members(value: Json) -> Iterator[tuple[str, Json]]:
    """Yield the members of an object by name, the items of an array by position, of anything else nothing."""
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((str(index), item) for index, item in enumerate(value))


def iter_tokens(value: Json, tokens: Tokens = ()) -> Iterator[Tokens]:
    """Yield the tokens of every node of a value, parents first."""
    yield tokens
    for key, item in iter_members(value):
        yield from iter_tokens(item, (*tokens, key))


def complete_origins(value: JsonObject, origins: Mapping[Tokens, Origin], *, fallback: Origin) -> dict[Tokens, Origin]:
    """Return the origin of every node of a value: its own, or else that of the nearest node around it."""
    complete: dict[Tokens, Origin] = {}
    for tokens in iter_tokens(value):
        found = origins.get(tokens)
        complete[tokens] = found if found is not None else complete[tokens[:-1]] if tokens else fallback
    return complete
