"""Modules imported when something of them is first asked for: knows names of modules, not what is in them."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Later:
    """
    Stand for a module until it is needed, so that importing a client takes no longer than it must.

    What is asked for once is kept: from then on it costs no more than an attribute.

    Args:
        name: absolute, or relative to this runtime when it starts with a dot.
    """

    def __init__(self, name: str) -> None:
        self.__dict__["_name"] = name

    def __getattr__(self, attribute: str) -> Any:
        """Import the module and return what it has under a name."""
        value = getattr(import_module(self._name, __package__), attribute)
        self.__dict__[attribute] = value
        return value
