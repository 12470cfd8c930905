"""Every schema of the Evil \"\"\" {{ 7*7 }} \\ document, imported when first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .abc import ABC as ABC
    from .abc2 import ABC2 as ABC2
    from .abc_inner import ABCInner as ABCInner
    from .aliases import UNSET2 as UNSET2
    from .aliases import Free as Free
    from .aliases import Literal2 as Literal2
    from .aliases import Tree as Tree
    from .aliases_ import Aliases as Aliases
    from .choice2 import Choice2 as Choice2
    from .define2 import Define2 as Define2
    from .mapping2 import Mapping2 as Mapping2
    from .rec import Rec as Rec
    from .schema_none import SchemaNone as SchemaNone
    from .tx_import_os_request import TXImportOsRequest as TXImportOsRequest
    from .tx_import_os_request_all import TXImportOsRequestAll as TXImportOsRequestAll
    from .tx_import_os_request_all_inner import TXImportOsRequestAllInner as TXImportOsRequestAllInner
    from .tx_import_os_request_deep import TXImportOsRequestDeep as TXImportOsRequestDeep
    from .tx_import_os_request_list_item import TXImportOsRequestListItem as TXImportOsRequestListItem
    from .tx_import_os_request_nested_a import TXImportOsRequestNestedA as TXImportOsRequestNestedA
    from .tx_import_os_request_nested_b import TXImportOsRequestNestedB as TXImportOsRequestNestedB

_MODULES: dict[str, str] = {
    "ABC": "abc",
    "ABC2": "abc2",
    "ABCInner": "abc_inner",
    "Aliases": "aliases_",
    "Choice2": "choice2",
    "Define2": "define2",
    "Free": "aliases",
    "Literal2": "aliases",
    "Mapping2": "mapping2",
    "Rec": "rec",
    "SchemaNone": "schema_none",
    "TXImportOsRequest": "tx_import_os_request",
    "TXImportOsRequestAll": "tx_import_os_request_all",
    "TXImportOsRequestAllInner": "tx_import_os_request_all_inner",
    "TXImportOsRequestDeep": "tx_import_os_request_deep",
    "TXImportOsRequestListItem": "tx_import_os_request_list_item",
    "TXImportOsRequestNestedA": "tx_import_os_request_nested_a",
    "TXImportOsRequestNestedB": "tx_import_os_request_nested_b",
    "Tree": "aliases",
    "UNSET2": "aliases",
}

__all__ = [
    "ABC",
    "ABC2",
    "ABCInner",
    "Aliases",
    "Choice2",
    "Define2",
    "Free",
    "Literal2",
    "Mapping2",
    "Rec",
    "SchemaNone",
    "TXImportOsRequest",
    "TXImportOsRequestAll",
    "TXImportOsRequestAllInner",
    "TXImportOsRequestDeep",
    "TXImportOsRequestListItem",
    "TXImportOsRequestNestedA",
    "TXImportOsRequestNestedB",
    "Tree",
    "UNSET2",
]


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
