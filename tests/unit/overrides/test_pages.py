"""Lists that come in pages: what is asked for, and where they end."""

from __future__ import annotations

from typing import Any

import attrs
import httpx
import pytest

from overrides import errors
from overrides.operation import Operation, Parameter, Response
from overrides.options import CallOptions
from overrides.pages import Pages, Pagination
from overrides.paging import iterate, iterate_async
from tests.unit.overrides.api import GET, acme, async_acme

PAGED = Pagination(items=("data",), argument="after", cursor=("id",), limit="limit")
LIST = Operation(
    name="files.list",
    method="get",
    path="/files",
    parameters=(
        Parameter(python="after", wire="after", location="query"),
        Parameter(python="limit", wire="limit", location="query", schema={"type": "integer"}),
    ),
    response=Response(),
    pagination=PAGED,
)
CALL: dict[str, Any] = {"options": CallOptions()}


def serve(request: httpx.Request) -> httpx.Response:
    """List the numbers to seven after a cursor, three a page unless told otherwise."""
    first = int(request.url.params.get("after", "0")) + 1
    last = min(first + int(request.url.params.get("limit", "3")), 8)
    return httpx.Response(200, json={"data": [{"id": str(number)} for number in range(first, last)]})


def test_every_page_is_followed_once() -> None:
    """All items come in order; the page after the last is asked for and is empty."""
    asked: list[str] = []

    def note(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.query.decode())
        return serve(request)

    items = [item["id"] for item in iterate(acme(note), LIST, arguments={}, **CALL)]

    assert items == ["1", "2", "3", "4", "5", "6", "7"]
    assert asked == ["", "after=3", "after=6", "after=7"]


def test_a_short_page_is_the_last_where_a_limit_was_asked_for() -> None:
    """With a limit, a page with fewer items ends the list without another request."""
    asked: list[str] = []

    def note(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.query.decode())
        return serve(request)

    items = list(iterate(acme(note), LIST, arguments={"limit": 4, "after": "1"}, **CALL))

    assert (len(items), asked) == (6, ["limit=4&after=1", "limit=4&after=5"])


@pytest.mark.anyio
async def test_pages_are_followed_asynchronously() -> None:
    """The same items come asynchronously."""
    found = [item["id"] async for item in iterate_async(async_acme(serve), LIST, arguments={"limit": 2}, **CALL)]

    assert found == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize(
    "page",
    [
        None,
        [],
        {"data": None},
        {"data": []},
        {"data": "text"},
        {},
        {"data": [{"id": "5"}]},
        {"data": [{}]},
        {"data": [1]},
    ],
)
def test_a_list_ends_where_nothing_new_can_follow(page: Any) -> None:
    """No items, no cursor, or the cursor that was just used: no other page is asked for."""
    pages = Pages(PAGED, {"after": "5"})

    pages.take(page)

    assert pages.arguments is None


def test_a_cursor_that_comes_again_ends_the_list() -> None:
    """A server that goes round in circles is not followed."""
    pages = Pages(PAGED, {})

    pages.take({"data": [{"id": "a"}]})
    assert pages.arguments == {"after": "a"}
    pages.take({"data": [{"id": "b"}]})
    pages.take({"data": [{"id": "a"}]})

    assert pages.arguments is None


def test_an_array_is_its_own_items() -> None:
    """Where the answer is the array, the items are at its root; models are read by attribute."""

    @attrs.frozen
    class Item:
        key: str

    pages = Pages(attrs.evolve(PAGED, items=(), cursor=("key",)), {})

    assert list(pages.take([Item("k")])) == [Item("k")]
    assert pages.arguments == {"after": "k"}


def test_what_has_no_pages_is_not_iterated() -> None:
    """An operation without pages is a mistake of the caller, and a failing page is told like any call."""
    with pytest.raises(RuntimeError, match="no pages"):
        next(iterate(acme(serve), GET, arguments={}, **CALL))
    refusing = acme(lambda _: httpx.Response(403))
    with pytest.raises(errors.PermissionDeniedError):
        next(iterate(refusing, LIST, arguments={}, **CALL))
