"""Bind hand-written behaviour to schemas and operations, and say where a document no longer carries it."""

from specfold.override.bind import Bindings, bind_overrides

__all__ = ["Bindings", "bind_overrides"]
