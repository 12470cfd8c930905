"""The types of what the Shop API takes; for type checkers, and for annotations of your own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from . import models


class OrdersCreateParams(TypedDict):
    """Arguments of `orders.create`."""

    items: Sequence[OrdersCreateRequestItemsItemParam | models.OrdersCreateRequestItemsItem]
    note: NotRequired[str | None]


class OrdersCreateRequestItemsItemParam(TypedDict):
    sku: str
    count: NotRequired[int]


class OrdersCreateRequestParam(TypedDict):
    items: Sequence[OrdersCreateRequestItemsItemParam | models.OrdersCreateRequestItemsItem]
    note: NotRequired[str | None]


class OrdersListParams(TypedDict):
    """Arguments of `orders.list`."""

    after: NotRequired[str]
    page_size: NotRequired[int]
