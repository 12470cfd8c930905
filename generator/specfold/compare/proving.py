"""The containment engine behind four functions; the only module that sees it, and it need not be installed."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import Any

from specfold.document import Json


class Prover:
    """
    Ask the engine about whole schemas; without it, and where it cannot tell, every answer is None.

    The engine comes with the extra `prove` and is loaded when it is first asked.
    """

    @cached_property
    def _engine(self) -> Any:
        try:
            return import_module("jsonschema_rs")
        except ImportError:
            return None

    @property
    def is_there(self) -> bool:
        """Whether the engine is installed."""
        return self._engine is not None

    def covers(self, wide: Json, narrow: Json) -> bool | None:
        """Tell whether one schema accepts all that another accepts."""
        both = self._canonical(wide), self._canonical(narrow)
        if None in both:
            return None
        return {"yes": True, "no": False}.get(str(both[0].covers(both[1])))

    def subtract(self, left: Json, right: Json) -> Json:
        """Return a schema of what one schema accepts and another refuses."""
        both = self._canonical(left), self._canonical(right)
        if None in both:
            return None
        try:
            return both[0].subtract(both[1]).to_json_schema()
        except ValueError:  # the engine says so of results it has no form for
            return None

    def satisfiable(self, schema: Json) -> bool | None:
        """Tell whether a schema accepts anything."""
        canonical = self._canonical(schema)
        return None if canonical is None else {"yes": True, "no": False}.get(str(canonical.satisfiability()))

    def validate(self, instance: Json, schema: Json) -> bool | None:
        """Tell whether a schema accepts a value."""
        if self._engine is None:
            return None
        try:
            return bool(self._engine.Draft202012Validator(schema).is_valid(instance))
        except (ValueError, self._engine.ValidationError):
            return None

    def _canonical(self, schema: Json) -> Any:
        """Return a schema in the engine's own form."""
        if self._engine is None:
            return None
        try:
            return self._engine.canonicalize(schema, draft=self._engine.Draft202012, validate_formats=True)
        except (ValueError, self._engine.ValidationError):
            return None
