"""What a rule is, and what it reports; holds no rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from specfold.findings import Severity
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer


@attrs.frozen
class Problem:
    """One place that breaks a rule, why, and what to do."""

    pointer: JsonPointer
    message: str
    hint: str


@attrs.frozen(kw_only=True)
class Rule:
    """
    One rule.

    Attributes:
        id: its name, in words joined by dashes.
        severity: how grave a breach is.
        what: what it finds, for the table of rules.
        hint: what to do about it, in general; a finding may know better.
        check: finds the breaches, in the order of the document.
        needs_form: whether it can run only on a document that keeps the form of OpenAPI and JSON Schema.
        essential: whether later stages rely on it, so that nobody may silence it.
    """

    id: str
    severity: Severity
    what: str
    hint: str
    check: Callable[[Subject], Iterable[Problem]]
    needs_form: bool = False
    essential: bool = False
