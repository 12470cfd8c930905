"""Lists that come in pages: where the items of a page are, and which page comes next; does no I/O, knows no operation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from .model import UNSET


@frozen(kw_only=True)
class Pagination:
    """
    Describe how an operation lists by pages.

    Attributes:
        items: the members that lead from a page to its items, as attributes of models or names in plain JSON.
        argument: the keyword that takes the cursor.
        cursor: the members that lead from the last item to the cursor of the next page.
        limit: the keyword that bounds a page, or None.
    """

    items: tuple[str, ...]
    argument: str
    cursor: tuple[str, ...]
    limit: str | None = None


class Pages:
    """
    Follow a list from page to page.

    Attributes:
        arguments: of the next request, or None when there is none to make.
    """

    __slots__ = ("_limit", "_pagination", "_seen", "arguments")

    def __init__(self, pagination: Pagination, arguments: Mapping[str, Any]) -> None:
        self._pagination = pagination
        self._limit = arguments.get(pagination.limit) if pagination.limit is not None else None
        self._seen = {arguments.get(pagination.argument)}
        self.arguments: dict[str, Any] | None = dict(arguments)

    def take(self, page: Any) -> Sequence[Any]:
        """
        Take an answer: return its items, and decide whether another page follows.

        None follows an empty page, one shorter than the limit that was asked for, and one whose cursor is missing or was
        used before.
        """
        arguments, self.arguments = self.arguments or {}, None
        items = _look_up(page, self._pagination.items)
        if not isinstance(items, Sequence) or isinstance(items, str) or not items:
            return ()
        is_short = isinstance(self._limit, int) and len(items) < self._limit
        cursor = _look_up(items[-1], self._pagination.cursor)
        if not is_short and isinstance(cursor, (str, int)) and cursor not in self._seen:
            self._seen.add(cursor)
            self.arguments = {**arguments, self._pagination.argument: cursor}
        return items


def _look_up(value: Any, path: Sequence[str]) -> Any:
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else getattr(value, step, None)
    return None if value is UNSET else value
