"""Every schema of the Shop document, imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .order import Order as Order
    from .order_buyer import OrderBuyer as OrderBuyer
    from .order_event import OrderEvent as OrderEvent
    from .orders_create_request import OrdersCreateRequest as OrdersCreateRequest
    from .orders_create_request_items_item import OrdersCreateRequestItemsItem as OrdersCreateRequestItemsItem

_MODULES: dict[str, str] = {
    "Order": "order",
    "OrderBuyer": "order_buyer",
    "OrderEvent": "order_event",
    "OrdersCreateRequest": "orders_create_request",
    "OrdersCreateRequestItemsItem": "orders_create_request_items_item",
}

__all__ = ["Order", "OrderBuyer", "OrderEvent", "OrdersCreateRequest", "OrdersCreateRequestItemsItem"]


if not TYPE_CHECKING:  # a type checker sees the imports above, and so finds a misspelt name

    def __getattr__(name: str) -> Any:
        """Import the module of a class when the class is first asked for."""
        module = _MODULES.get(name)
        if module is None:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """List the classes whether or not they have been imported."""
    return sorted(_MODULES)
