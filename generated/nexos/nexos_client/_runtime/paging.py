"""Iterating lists that come in pages, over a client of either kind; the pages themselves are `pages`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

from .callers import AsyncCaller, SyncCaller
from .operation import Operation
from .options import CallOptions
from .pages import Pages


def _pages(operation: Operation, arguments: Mapping[str, Any]) -> Pages:
    if operation.pagination is None:
        raise RuntimeError(f"{operation.name} has no pages")
    return Pages(operation.pagination, arguments)


def iterate(
    client: SyncCaller, operation: Operation, *, arguments: Mapping[str, Any], options: CallOptions
) -> Iterator[Any]:
    """
    Iterate the items of all pages; each page is asked for when it is needed.

    Raises:
        RequestValidationError: with the first item, the arguments are wrong.
        APIError: with any item, the call for its page failed.
    """
    pages = _pages(operation, arguments)
    while pages.arguments is not None:
        yield from pages.take(client.request(operation, pages.arguments, options=options))


async def iterate_async(
    client: AsyncCaller, operation: Operation, *, arguments: Mapping[str, Any], options: CallOptions
) -> AsyncIterator[Any]:
    """Iterate the items of all pages, asynchronously; behaves and raises like `iterate`."""
    pages = _pages(operation, arguments)
    while pages.arguments is not None:
        for item in pages.take(await client.request(operation, pages.arguments, options=options)):
            yield item
