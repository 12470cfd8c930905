"""Growing texts and values from deltas, linear in input: knows how JSON members of unknown meaning add up; knows no chat."""

from __future__ import annotations

from typing import Any, Final

# Members that identify instead of growing: the first value stays.
IDENTITIES: Final = frozenset({"id", "index", "name", "object", "role", "type", "format", "model"})
# Members that tell how far something is: the last value stays.
STATES: Final = frozenset({"status"})
# Deeper members replace each other as they are; no API nests deltas this far.
_DEEPEST: Final = 32
_MOST_PIECES: Final = 256
_LONGEST_INDEX: Final = 10


class Pieces(list[str]):
    """Collect the pieces of a text; many small ones are joined now and then, each once, so that they hold no memory."""

    __slots__ = ("_joined",)

    def __init__(self) -> None:
        super().__init__()
        self._joined = 0

    def compact(self) -> None:
        """Join what came since the last time, if it is much."""
        if len(self) - self._joined >= _MOST_PIECES:
            self[self._joined :] = ["".join(self[self._joined :])]
            self._joined += 1

    def join(self) -> str:
        """Return the text so far, joined once for all pieces it consists of."""
        if len(self) > 1:
            self[:] = ["".join(self)]
        self._joined = len(self)
        return self[0] if self else ""


def as_index(value: object) -> int | None:
    """Read an index; some send it as a text or with a decimal point."""
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() and len(value) < _LONGEST_INDEX else None
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value if isinstance(value, int) else None


class _Text(list[str]):
    """Collect the pieces of a text."""

    __slots__ = ()


class _Object(dict[str, Any]):
    """Collect the members of an object, each growing by itself."""

    __slots__ = ()


class _Array:
    """Collect items: those with an `index` grow in their place, others are appended."""

    __slots__ = ("by_index", "items")

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.by_index: dict[int, _Object] = {}


def grow(node: Any, value: Any, *, name: str, depth: int = 0) -> Any:
    """
    Add a delta to what was collected and return what is collected now.

    Texts are appended, objects grow member by member, arrays are extended (or grow by `index`), other values replace;
    null changes nothing but is remembered where nothing else came. The delta itself is never changed.

    Args:
        node: what was collected, None at first.
        value: the delta.
        name: the member's name; identities keep their first value, states their last.
        depth: how deep the member lies in the delta.
    """
    if value is None:
        return node
    if isinstance(value, str):
        return _grow_text(node, value, name=name)
    if depth >= _DEEPEST:
        return value
    if isinstance(value, dict):
        grown = node if type(node) is _Object else _Object()
        for key, item in value.items():
            grown[key] = grow(grown.get(key), item, name=key, depth=depth + 1)
        return grown
    if isinstance(value, list):
        return _grow_array(node if type(node) is _Array else _Array(), value, depth=depth)
    return value


def _grow_text(node: Any, value: str, *, name: str) -> Any:
    if name in STATES:
        return value
    if name in IDENTITIES:
        return value if node is None or node == "" else node
    if type(node) is _Text:
        node.append(value)
        return node
    return _Text((value,))


def _grow_array(array: _Array, items: list[Any], *, depth: int) -> _Array:
    for item in items:
        index = item.get("index") if isinstance(item, dict) else None
        if not isinstance(index, int):
            array.items.append(item)
            continue
        if index not in array.by_index:
            array.by_index[index] = _Object()
            array.items.append(array.by_index[index])
        grow(array.by_index[index], item, name="", depth=depth + 1)
    return array


def settle(node: Any) -> Any:
    """Turn what was collected into a plain value; collecting may go on."""
    if type(node) is _Text:
        return "".join(node)
    if type(node) is _Object:
        return {key: settle(item) for key, item in node.items()}
    if type(node) is _Array:
        return [settle(item) for item in node.items]
    return node
